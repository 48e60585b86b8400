// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;

/** The comparisons that the method names: surname, forenames, date of birth, sex. */
public final class Comparisons {
  private Comparisons() {}

  /** METHOD: surname, forenames, date of birth and sex. */
  public static List<Comparison> standard() {
    Likeness likeness = Likeness.usual();
    return List.of(
        new SurnameComparison(likeness),
        new ForenamesComparison(likeness),
        new BirthDateComparison(),
        new ValueComparison("sex", People.SEX));
  }

  /** A further field that is graded by how alike the texts are. */
  public static Comparison alike(String name, int extra) {
    return new TextComparison(name, People.EXTRA + extra, Likeness.usual());
  }
}
