// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is generated keeps to the contract, but for the few rows that are wrong on purpose. */
class ContractConformityTest {
  private static final double MOST_FAULTY = 0.02;

  static Stream<JsonNode> resources() throws IOException {
    try (InputStream stream =
        ContractConformityTest.class
            .getClassLoader()
            .getResourceAsStream("contract/extracts.datapackage.json")) {
      List<JsonNode> resources = new ArrayList<>();
      new ObjectMapper().readTree(stream).get("resources").forEach(resources::add);
      return resources.stream();
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void columnsAreTheContracts(JsonNode resource) {
    List<String> names = new ArrayList<>();
    resource.get("schema").get("fields").forEach(field -> names.add(field.get("name").asText()));
    List<NamedCsvRecord> rows = GeneratedWorld.shared().rows(resource.get("name").asText());
    assertThat(rows).isNotEmpty();
    assertThat(rows.get(0).getHeader()).isEqualTo(names);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void nearlyEveryRowKeepsToTypesAndConstraints(JsonNode resource) {
    List<NamedCsvRecord> rows = GeneratedWorld.shared().rows(resource.get("name").asText());
    List<String> faults = new ArrayList<>();
    Set<Long> faulty = new HashSet<>();
    for (NamedCsvRecord row : rows) {
      for (JsonNode field : resource.get("schema").get("fields")) {
        String value = row.getField(field.get("name").asText());
        if (!conforms(field, value.equals("NULL") ? "" : value)) {
          faults.add(field.get("name").asText());
          faulty.add(row.getStartingLineNumber());
        }
      }
    }
    assertThat(faulty.size())
        .as("faulty rows, by %s", faults)
        .isLessThan((int) (MOST_FAULTY * rows.size()) + 1);
    if (rows.size() > 10_000) {
      assertThat(faulty).as("a world without faults tests nothing").isNotEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("resources")
  void keysAreUniqueButForTheFaultyFew(JsonNode resource) {
    List<NamedCsvRecord> rows = GeneratedWorld.shared().rows(resource.get("name").asText());
    Map<String, Integer> keys = new HashMap<>();
    for (NamedCsvRecord row : rows) {
      StringBuilder key = new StringBuilder();
      resource
          .get("schema")
          .get("primaryKey")
          .forEach(column -> key.append(row.getField(column.asText())).append('|'));
      keys.merge(key.toString(), 1, Integer::sum);
    }
    assertThat(rows.size() - keys.size()).isLessThan((int) (0.005 * rows.size()) + 1);
  }

  @ParameterizedTest
  @MethodSource("resources")
  void nearlyEveryRowHasItsParent(JsonNode resource) {
    JsonNode foreignKeys = resource.get("schema").get("foreignKeys");
    if (foreignKeys == null) {
      return;
    }
    for (JsonNode key : foreignKeys) {
      String column = key.get("fields").asText();
      JsonNode reference = key.get("reference");
      Set<String> parents = new HashSet<>();
      GeneratedWorld.shared()
          .rows(reference.get("resource").asText())
          .forEach(row -> parents.add(canonical(row.getField(reference.get("fields").asText()))));
      List<NamedCsvRecord> rows = GeneratedWorld.shared().rows(resource.get("name").asText());
      long orphans =
          rows.stream().filter(row -> !parents.contains(canonical(row.getField(column)))).count();
      assertThat(orphans).isPositive().isLessThan((long) (0.01 * rows.size()));
    }
  }

  /** A PNC id in its long form, written out here again rather than borrowed; others as they are. */
  private static String canonical(String id) {
    if (id.matches("\\d{2}/\\d{1,7}[A-Z]")) {
      int year = Integer.parseInt(id.substring(0, 2));
      String serial = "0000000" + id.substring(3, id.length() - 1);
      return (year > 21 ? 1900 + year : 2000 + year)
          + "/"
          + serial.substring(serial.length() - 7)
          + id.charAt(id.length() - 1);
    }
    return id.matches("\\d{11}[A-Z]") ? id.substring(0, 4) + "/" + id.substring(4) : id;
  }

  private static boolean conforms(JsonNode field, String value) {
    JsonNode constraints = field.path("constraints");
    if (value.isEmpty()) {
      return !constraints.path("required").asBoolean();
    }
    if (constraints.has("pattern") && !value.matches(constraints.get("pattern").asText())) {
      return false;
    }
    if (constraints.has("enum")) {
      Set<String> allowed = new HashSet<>();
      constraints.get("enum").forEach(each -> allowed.add(each.asText()));
      if (!allowed.contains(value)) {
        return false;
      }
    }
    try {
      return switch (field.get("type").asText()) {
        case "date" -> LocalDate.parse(value).getYear() > 1850;
        case "boolean" -> value.equals("true") || value.equals("false");
        case "integer", "number" ->
            new BigDecimal(value)
                    .compareTo(new BigDecimal(constraints.path("minimum").asText("-999999999")))
                >= 0;
        default -> true;
      };
    } catch (DateTimeParseException | NumberFormatException e) {
      return false;
    }
  }
}
