// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;

/** Rows by resource, on their way into files. */
final class Extracts {
  static final DataPackage CONTRACT = DataPackage.extracts();

  private final Map<String, List<Map<String, String>>> rows = new TreeMap<>();

  void add(String resource, Map<String, String> row) {
    rows.computeIfAbsent(resource, name -> new ArrayList<>()).add(row);
  }

  void addAll(Extracts others) {
    others.rows.forEach((resource, some) -> some.forEach(row -> add(resource, row)));
  }

  int count(String resource) {
    return rows.getOrDefault(resource, List.of()).size();
  }

  /** Makes the first rows of a resource such as no contract takes: a required value is missing. */
  void spoil(String resource, int count) {
    List<Field> fields = Extracts.CONTRACT.resource(resource).orElseThrow().fields();
    String required =
        fields.stream().filter(Field::required).reduce((first, last) -> last).orElseThrow().name();
    rows.get(resource).subList(0, count).forEach(row -> row.put(required, ""));
  }

  /** Writes a resource as CSV: the columns that any row has, in the contract's order. */
  void write(Resource resource, Path file) {
    List<Map<String, String>> own = rows.getOrDefault(resource.name(), List.of());
    Set<String> used = new LinkedHashSet<>();
    own.forEach(row -> used.addAll(row.keySet()));
    List<String> columns =
        resource.fields().stream()
            .filter(field -> used.contains(field.name()) || field.required())
            .map(Field::name)
            .toList();
    for (String column : used) {
      if (!columns.contains(column)) {
        throw new IllegalArgumentException(resource.name() + " has no column " + column);
      }
    }
    try (CsvWriter csv = CsvWriter.builder().build(file)) {
      csv.writeRecord(columns);
      for (Map<String, String> row : own) {
        csv.writeRecord(columns.stream().map(column -> row.getOrDefault(column, "")).toList());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes every resource that has rows or must be there, each as one CSV file. */
  void write(Path folder) {
    create(folder);
    for (Resource resource : Extracts.CONTRACT.resources()) {
      if (count(resource.name()) > 0 || !resource.optional()) {
        write(resource, folder.resolve(resource.name() + ".csv"));
      }
    }
  }

  static void create(Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
