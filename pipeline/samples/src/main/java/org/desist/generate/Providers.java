// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;

/** Who supervises a case that starts on a day, through the reorganisations of probation. */
final class Providers {
  /** The first day of the probation trusts of 2010; cases are held from here on. */
  static final LocalDate TRUSTS = LocalDate.of(2010, 4, 1);

  /** Trusts give way to community rehabilitation companies and the National Probation Service. */
  static final LocalDate COMPANIES = LocalDate.of(2014, 6, 1);

  /** Offender management in Wales moves to the National Probation Service. */
  static final LocalDate WALES = LocalDate.of(2019, 12, 1);

  /** The twelve regions. */
  static final LocalDate REGIONS = LocalDate.of(2021, 6, 26);

  private Providers() {}

  /** The provider of a case of low or medium risk. */
  static String community(Place place, LocalDate day) {
    if (day.isBefore(COMPANIES)) {
      return place.trust();
    }
    if (!day.isBefore(REGIONS)) {
      return place.regionProvider();
    }
    boolean walesUnited = place.region().equals("D") && !day.isBefore(WALES);
    return walesUnited ? place.division() : place.company();
  }

  /** The provider of a case of high risk: the National Probation Service while there was one. */
  static String national(Place place, LocalDate day) {
    boolean divisions = !day.isBefore(COMPANIES) && day.isBefore(REGIONS);
    return divisions ? place.division() : community(place, day);
  }
}
