// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Keeps who has a level that the other group has, too. Somebody with a level that only one group
 * has cannot be compared: the likelihood puts the score of such people at 0 or 1, and no estimate
 * of it exists. They are left out before the fit and named, instead of failing it.
 *
 * @param units the rest
 * @param notes what was left out, by covariate
 */
record CommonLevels(Units units, List<String> notes) {
  static CommonLevels of(Units units, List<Trait> traits) {
    Units rest = units;
    List<String> notes = new ArrayList<>();
    boolean isStable = false;
    while (!isStable) {
      int before = rest.size();
      for (Trait trait : traits) {
        rest = common(rest, trait, notes);
      }
      isStable = rest.size() == before;
    }
    return new CommonLevels(rest, notes);
  }

  private static Units common(Units units, Trait trait, List<String> notes) {
    Set<Object> own = new HashSet<>();
    Set<Object> other = new HashSet<>();
    for (int unit = 0; unit < units.size(); unit++) {
      (units.treated()[unit] ? own : other).add(units.level(trait, unit));
    }
    if (own.equals(other)) {
      return units;
    }
    note(trait, own, other, "no participant has it", notes);
    note(trait, other, own, "only participants have it", notes);
    return units.where(
        unit -> own.contains(units.level(trait, unit)) && other.contains(units.level(trait, unit)));
  }

  private static void note(
      Trait trait, Set<Object> without, Set<Object> with, String what, List<String> notes) {
    Set<String> levels = new TreeSet<>();
    with.stream()
        .filter(level -> !without.contains(level))
        .forEach(level -> levels.add(Levels.words(trait.name(), level.toString())));
    if (!levels.isEmpty()) {
      notes.add(
          "%s: %s. Nobody there is compared, as %s."
              .formatted(trait.title(), String.join(", ", levels), what));
    }
  }
}
