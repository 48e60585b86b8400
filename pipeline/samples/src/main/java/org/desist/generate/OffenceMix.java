// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which offences people of a speciality commit, how often, and how seriously courts take them. */
final class OffenceMix {
  /**
   * One offence of a mix.
   *
   * @param seriousness 1 (a fine) to 5 (years in prison)
   * @param otherProsecutor the share brought by someone other than the police
   */
  record Kind(
      String speciality, String code, double weight, int seriousness, double otherProsecutor) {}

  private final Map<String, Choice<Kind>> bySpeciality;
  private final Choice<Kind> common;

  private OffenceMix(Map<String, Choice<Kind>> bySpeciality, Choice<Kind> common) {
    this.bySpeciality = bySpeciality;
    this.common = common;
  }

  static OffenceMix load() {
    List<Kind> common = new ArrayList<>();
    Map<String, List<Kind>> kinds = new HashMap<>();
    for (NamedCsvRecord row : ResourceTable.own("offence_mix")) {
      Kind kind =
          new Kind(
              row.getField("speciality"),
              row.getField("ho_code"),
              Double.parseDouble(row.getField("weight")),
              Integer.parseInt(row.getField("seriousness")),
              Double.parseDouble(row.getField("prosecutor_other")));
      kinds.computeIfAbsent(kind.speciality(), key -> new ArrayList<>()).add(kind);
      if (!kind.speciality().equals("sexual")) {
        common.add(kind);
      }
    }
    Map<String, Choice<Kind>> choices = new HashMap<>();
    kinds.forEach((key, values) -> choices.put(key, Choice.of(values, Kind::weight)));
    return new OffenceMix(choices, Choice.of(common, Kind::weight));
  }

  /** An offence: two in three are of the person's speciality, the rest of the common run. */
  Kind draw(Draws draws, String speciality) {
    return (draws.chance(0.66) ? bySpeciality.get(speciality) : common).draw(draws);
  }
}
