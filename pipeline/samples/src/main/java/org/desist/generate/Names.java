// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Surnames and forenames by background; whoever bears one of the pairs is invented. */
final class Names {
  private record Name(String text, double weight) {}

  private final Map<String, Choice<Name>> surnames;
  private final Map<String, Choice<Name>> forenames;

  private Names(Map<String, Choice<Name>> surnames, Map<String, Choice<Name>> forenames) {
    this.surnames = surnames;
    this.forenames = forenames;
  }

  static Names load() {
    Map<String, List<Name>> surnames = new HashMap<>();
    ResourceTable.own("surnames").forEach(row -> add(surnames, row.getField("background"), row));
    Map<String, List<Name>> forenames = new HashMap<>();
    ResourceTable.own("forenames")
        .forEach(row -> add(forenames, row.getField("background") + row.getField("sex"), row));
    return new Names(choices(surnames), choices(forenames));
  }

  String surname(Draws draws, String background) {
    return surnames.get(background).draw(draws).text();
  }

  /** One or two given names. */
  String forenames(Draws draws, String background, String sex) {
    Choice<Name> choice = forenames.get(background + sex);
    String first = choice.draw(draws).text();
    if (!draws.chance(0.45)) {
      return first;
    }
    String second = choice.draw(draws).text();
    return second.equals(first) ? first : first + " " + second;
  }

  private static void add(Map<String, List<Name>> names, String key, NamedCsvRecord row) {
    names
        .computeIfAbsent(key, missing -> new ArrayList<>())
        .add(new Name(row.getField("name"), Double.parseDouble(row.getField("weight"))));
  }

  private static Map<String, Choice<Name>> choices(Map<String, List<Name>> names) {
    Map<String, Choice<Name>> choices = new HashMap<>();
    names.forEach((key, values) -> choices.put(key, Choice.of(values, Name::weight)));
    return choices;
  }
}
