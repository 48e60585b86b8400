// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A world as a folder of extracts, one CSV file per required resource of the contract. */
public final class WorldFiles {
  /** The extracts that are written, one file each. */
  public static final List<String> RESOURCES =
      List.of(
          "pnc_person",
          "pnc_event",
          "pnc_offence",
          "pnc_disposal",
          "prison_release",
          "probation_case");

  private WorldFiles() {}

  /** Writes the six required extracts; a missing value is an empty field. */
  public static void write(World world, Path folder) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    write(folder, "pnc_person", Person.class, world.persons());
    write(folder, "pnc_event", Event.class, world.events());
    write(folder, "pnc_offence", Offence.class, world.offences());
    write(folder, "pnc_disposal", Disposal.class, world.disposals());
    write(folder, "prison_release", Release.class, world.releases());
    write(folder, "probation_case", Case.class, world.cases());
  }

  /** Reads what {@link #write} wrote. Nothing is validated: every row must be an accepted one. */
  public static World read(Path folder, LocalDate snapshotDate) {
    return new World(
        snapshotDate,
        read(folder, "pnc_person", Person.class),
        read(folder, "pnc_event", Event.class),
        read(folder, "pnc_offence", Offence.class),
        read(folder, "pnc_disposal", Disposal.class),
        read(folder, "prison_release", Release.class),
        read(folder, "probation_case", Case.class));
  }

  private static <T extends Record> void write(
      Path folder, String resource, Class<T> type, List<T> rows) {
    List<List<String>> texts = new ArrayList<>();
    for (T row : rows) {
      texts.add(Columns.row(row).values().stream().map(WorldFiles::text).toList());
    }
    Csv.write(folder.resolve(resource + ".csv"), Columns.names(type), texts);
  }

  private static <T extends Record> List<T> read(Path folder, String resource, Class<T> type) {
    return Csv.file(folder.resolve(resource + ".csv")).stream()
        .map(texts -> Columns.read(type, texts))
        .toList();
  }

  private static String text(Object value) {
    if (value == null) {
      return "";
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }
}
