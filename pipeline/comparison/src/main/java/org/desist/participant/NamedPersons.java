// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.nio.file.Path;
import java.time.LocalDate;
import org.desist.engine.DuckDbEngine;
import org.desist.linkage.Identifiers;
import org.desist.linkage.People;

/**
 * Streams the persons of the police records into columns. Whatever engine made the files, DuckDB
 * reads them: it hands a million rows over in a few seconds without holding them.
 */
final class NamedPersons {
  private static final int MEMORY_MEGABYTES = 400;
  private static final int THREADS = 2;

  private NamedPersons() {}

  /**
   * Reads every person, by PNC id: the draws of the estimation depend on the order.
   *
   * @param folder of the table {@code named_person}
   * @param spill folder for what does not fit in memory; it need not exist
   */
  static People read(Path folder, Path spill) {
    People.Builder people = new People.Builder();
    try (DuckDbEngine reader = DuckDbEngine.start(THREADS, MEMORY_MEGABYTES, spill)) {
      reader.mount("named_person", folder);
      reader.each(
          "select pnc_id, surname, forenames, sex, date_of_birth - date '1970-01-01' as birth"
              + " from named_person order by pnc_id",
          row ->
              people.add(
                  new Identifiers(
                      row.getString(1),
                      row.getString(2),
                      row.getString(3),
                      birth(row.getLong(5), row.wasNull()),
                      row.getString(4))));
    }
    return people.build();
  }

  private static LocalDate birth(long day, boolean isMissing) {
    return isMissing ? null : LocalDate.ofEpochDay(day);
  }
}
