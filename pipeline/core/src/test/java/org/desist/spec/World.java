// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desist.contract.Resource;

/**
 * Cases that share a run, as one snapshot. Every case has people and ids of its own, and each reads
 * as if it were alone: rows of a result are given back to their case, with file and line as they
 * would be in files of its own.
 */
final class World {
  private static final int BYSTANDERS = 400;

  private final List<SpecCase> cases;
  private final Map<Integer, Cast> casts = new TreeMap<>();
  private final Map<String, Origin> origins = new HashMap<>();

  World(List<SpecCase> cases) {
    this.cases = List.copyOf(cases);
  }

  /** Where a row of the snapshot comes from: a case, and the line in a file of its own. */
  private record Origin(int caseNumber, long line) {}

  Cast cast(SpecCase specCase) {
    return casts.get(specCase.number());
  }

  /**
   * Writes the snapshot. A case that gives a file as delivered has it as a part of the resource.
   */
  void write(Path folder) {
    Extracts all = new Extracts();
    for (SpecCase specCase : cases) {
      Cast cast = new Cast(specCase);
      casts.put(specCase.number(), cast);
      Extracts own = CaseRows.of(specCase, cast);
      for (Resource resource : Extracts.CONTRACT.resources()) {
        int before = all.count(resource.name());
        for (int i = 0; i < own.count(resource.name()); i++) {
          // A header first, so the first row is on line 2.
          origins.put(
              resource.name() + " " + (before + i + 2), new Origin(specCase.number(), i + 2));
        }
      }
      all.addAll(own);
    }
    all.addAll(Bystanders.of(BYSTANDERS));
    all.write(folder);
    Set<String> inParts = new TreeSet<>();
    for (SpecCase specCase : cases) {
      for (Block.Fence file : specCase.files()) {
        inParts.add(file.caption().replace(".csv", ""));
        writePart(folder, Cast.prefix(specCase.number()), file);
      }
    }
    inParts.forEach(resource -> moveToParts(folder, resource));
  }

  private static void writePart(Path folder, String prefix, Block.Fence file) {
    String resource = file.caption().replace(".csv", "");
    if (Extracts.CONTRACT.resource(resource).isEmpty()) {
      throw new IllegalArgumentException("There is no extract " + file.caption());
    }
    Path parts = folder.resolve(resource);
    Extracts.create(parts);
    try {
      Files.writeString(parts.resolve(prefix + ".csv"), file.text());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void moveToParts(Path folder, String resource) {
    Path file = folder.resolve(resource + ".csv");
    try {
      if (Files.exists(file)) {
        Files.move(file, folder.resolve(resource).resolve("cases.csv"));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The people of the world by what stands in the column {@code pnc_id} of their row. */
  Map<String, Cast.Person> people() {
    Map<String, Cast.Person> people = new TreeMap<>();
    casts
        .values()
        .forEach(
            cast ->
                cast.people()
                    .values()
                    .forEach(person -> people.put(person.identity().get("pnc_id"), person)));
    return people;
  }

  /**
   * A row of the quarantine as its case sees it.
   *
   * @return null when the row is not of the case
   */
  Map<String, Object> asAlone(SpecCase specCase, Map<String, Object> row) {
    String resource = (String) row.get("resource");
    String file = (String) row.get("file");
    long line = ((Number) row.get("line")).longValue();
    if (!file.contains(Cast.prefix(specCase.number()))) {
      Origin origin = origins.get(resource + " " + line);
      if (file.contains("-") || origin == null || origin.caseNumber() != specCase.number()) {
        return null;
      }
      line = origin.line();
    }
    Map<String, Object> alone = new HashMap<>(row);
    alone.put("file", resource + ".csv");
    alone.put("line", line);
    return alone;
  }

  List<SpecCase> cases() {
    return new ArrayList<>(cases);
  }
}
