// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.ProjectFolder;

/**
 * A data set with known results, in the folder of known values where it stands beside the project.
 *
 * @param name such as {@code lalonde}
 * @param outcome name of the outcome column
 * @param numbers names of numeric covariates
 * @param texts names of text covariates
 */
record Golden(String name, String outcome, List<String> numbers, List<String> texts) {
  /** 185 people on a job programme and 429 who were not. */
  static final Golden LALONDE =
      new Golden(
          "lalonde",
          "re78",
          List.of("age", "educ", "married", "nodegree", "re74", "re75"),
          List.of("race"));

  /** 432 released prisoners, half of them given money. */
  static final Golden ROSSI =
      new Golden(
          "rossi",
          "arrest",
          List.of("age", "prio", "educ_n"),
          List.of("race", "wexp", "mar", "paro"));

  private static final Path FOLDER = ProjectFolder.beside("shared", "golden");

  /** Rows of a file; where the folder is absent the test says that it did not run. */
  static List<Map<String, String>> rows(String file) {
    assumeTrue(
        Files.isDirectory(FOLDER),
        "did not run: the folder of known values does not stand beside the project");
    try (CsvReader<NamedCsvRecord> reader =
            CsvReader.builder().ofNamedCsvRecord(FOLDER.resolve(file));
        Stream<NamedCsvRecord> records = reader.stream()) {
      return records.map(NamedCsvRecord::getFieldsAsMap).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Map<String, String>> input() {
    return rows("matching/%s_input.csv".formatted(name));
  }

  List<Map<String, String>> table(String what) {
    return rows("matching/%s_%s.csv".formatted(name, what));
  }

  JsonNode expected() {
    input();
    try {
      return new ObjectMapper()
          .readTree(FOLDER.resolve("matching").resolve(name + "_expected.json").toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  List<Covariate> covariates() {
    List<Map<String, String>> input = input();
    List<Covariate> covariates = new ArrayList<>();
    for (String number : numbers) {
      covariates.add(Covariate.number(number, values(input, number)));
    }
    for (String text : texts) {
      covariates.add(Covariate.text(text, input.stream().map(row -> row.get(text)).toList()));
    }
    return covariates;
  }

  boolean[] treated() {
    List<Map<String, String>> input = input();
    boolean[] treated = new boolean[input.size()];
    for (int unit = 0; unit < treated.length; unit++) {
      treated[unit] = input.get(unit).get("treat").equals("1");
    }
    return treated;
  }

  double[] outcomes() {
    return values(input(), outcome);
  }

  /** The propensity scores that R computed, to 17 digits. */
  double[] scores() {
    return values(table("propensity"), "propensity");
  }

  static double[] values(List<Map<String, String>> rows, String column) {
    return rows.stream().mapToDouble(row -> Double.parseDouble(row.get(column))).toArray();
  }
}
