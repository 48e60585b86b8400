// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desist.engine.DuckDbEngine;
import org.desist.identity.PersonKey;
import org.desist.identity.PncId;

/** The tables that a world's run left, read by column name whatever engine wrote them. */
final class WorldResult {
  private static final String PUBLISHED = "published ";

  private final World world;
  private final Path run;
  private final Path version;
  private final DuckDbEngine reader;
  private final Map<String, Integer> keys = new HashMap<>();
  private final Map<String, List<Map<String, Object>>> tables = new TreeMap<>();

  WorldResult(World world, WorldSettings settings, Path out, String runId, DuckDbEngine reader) {
    this.world = world;
    this.run = out.resolve("runs").resolve(runId);
    this.version = out.resolve("versions").resolve(runId);
    this.reader = reader;
    PersonKey key = PersonKey.of(HexFormat.of().parseHex(Runs.SECRET));
    world
        .people()
        .forEach(
            (id, person) ->
                PncId.canonical(id, settings.snapshot().getYear())
                    .ifPresent(canonical -> keys.put(key.keyOf(canonical), person.number())));
  }

  World world() {
    return world;
  }

  /**
   * All rows of a table.
   *
   * @param name a restricted mart, {@code published} and a mart, or a table that a stage left
   */
  List<Map<String, Object>> rows(String name) {
    return tables.computeIfAbsent(
        name, table -> reader.rows("select * from read_parquet('" + files(table) + "')"));
  }

  /** The columns of a table, also of one without rows. */
  List<String> columns(String name) {
    return reader
        .rows(
            "select column_name from (describe select * from read_parquet('" + files(name) + "'))")
        .stream()
        .map(row -> (String) row.get("column_name"))
        .toList();
  }

  private String files(String name) {
    List<Path> places = new ArrayList<>();
    if (name.startsWith(PUBLISHED)) {
      places.add(version.resolve("published").resolve(name.substring(PUBLISHED.length())));
    } else {
      places.add(version.resolve("restricted").resolve(name));
      places.add(version.resolve("published").resolve(name));
      try (Stream<Path> stages = Files.list(run)) {
        stages.sorted().forEach(stage -> places.add(stage.resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return places.stream()
            .filter(Files::isDirectory)
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("There is no table called " + name))
        + "/*.parquet";
  }

  /** The rows of a table that are about the people or records of a case, as the case sees them. */
  List<Map<String, Object>> rowsOf(SpecCase specCase, String name) {
    Cast cast = world.cast(specCase);
    Map<Integer, String> names = new HashMap<>();
    cast.people().forEach((person, who) -> names.put(who.number(), person));
    List<Map<String, Object>> own = new ArrayList<>();
    for (Map<String, Object> row : rows(name)) {
      Map<String, Object> seen = row.containsKey("line") ? world.asAlone(specCase, row) : row;
      if (seen != null) {
        Map<String, Object> shown = new LinkedHashMap<>();
        boolean isOwn = row.containsKey("line");
        for (Map.Entry<String, Object> cell : seen.entrySet()) {
          if (cell.getKey().equals("person_key")) {
            String person = names.get(keys.get(String.valueOf(cell.getValue())));
            isOwn |= person != null;
            shown.put("person", person);
          } else if (cell.getValue() instanceof String text) {
            isOwn |= text.startsWith(cast.prefix());
            shown.put(cell.getKey(), cast.shown(text));
          } else {
            shown.put(cell.getKey(), cell.getValue());
          }
        }
        if (isOwn) {
          own.add(shown);
        }
      }
    }
    return own;
  }
}
