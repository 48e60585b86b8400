// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The published Justice Data Lab results, as this project would put them. */
class PublishedWordsTest {
  private static final Path FILE = ProjectFolder.beside("shared", "golden", "headline_results.csv");

  private static Map<String, Double> published(String entity) throws IOException {
    assumeTrue(
        Files.exists(FILE),
        "did not run: the folder of known values does not stand beside the project");
    Map<String, Double> values = new TreeMap<>();
    try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().ofNamedCsvRecord(FILE);
        Stream<NamedCsvRecord> rows = reader.stream()) {
      rows.filter(row -> row.getField("topic").equals("jdl"))
          .filter(row -> row.getField("entity").equals(entity))
          .filter(row -> !row.getField("unit").equals("flag"))
          .forEach(
              row -> values.put(row.getField("measure"), Double.valueOf(row.getField("value"))));
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource({"Blue Sky,31,43,1 and 23", "Langley House Trust,26,35,2 and 14"})
  void ratesAndLimitsAreThePublishedOnes(
      String entity, String treated, String comparison, String limits) throws IOException {
    Map<String, Double> values = published(entity);
    OutcomeResult result =
        Results.rate(
            values.get("treatment_rate_percent") / 100,
            values.get("comparison_rate_percent") / 100,
            values.get("difference_ci_lower_pp") / 100,
            values.get("difference_ci_upper_pp") / 100,
            0.03,
            true);
    assertThat(
            OutcomeWords.sentences(
                Answer.State.OPEN,
                null,
                result,
                Results.PROTOCOL,
                values.get("submitted").intValue(),
                values.get("analysed").intValue(),
                null))
        .first()
        .asString()
        .endsWith(
            "of 100 typical people, %s reoffended within a year, against %s of 100 in the comparison group."
                .formatted(treated, comparison));
    assertThat(OutcomeWords.of(result))
        .contains("lower by between %s people among the participants".formatted(limits))
        .contains("statistically significant");
  }
}
