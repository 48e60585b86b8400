// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.time.LocalDate;
import java.util.List;

/**
 * What is known of one person, as written; any part but the id may be null. Personal data.
 *
 * @param id names the entry in its own list, unique there
 * @param surname as written
 * @param forenames as written, separated by blanks
 * @param birth date of birth
 * @param sex a code, compared as it stands
 * @param extra further fields, as many and in the same order in both lists
 */
public record Identifiers(
    String id, String surname, String forenames, LocalDate birth, String sex, List<String> extra) {
  /** An entry without further fields. */
  public Identifiers(String id, String surname, String forenames, LocalDate birth, String sex) {
    this(id, surname, forenames, birth, sex, List.of());
  }
}
