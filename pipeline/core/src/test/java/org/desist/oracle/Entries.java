// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Finds entry events. */
final class Entries {
  private static final Set<String> NOT_ENTRIES =
      Set.of("REMAND", "RECALL", "DEPORTED", "TRANSFERRED", "DIED");

  private Entries() {}

  /** All entry events of a person, usable or not. */
  static List<Entry> of(Career career) {
    List<Entry> entries = new ArrayList<>();
    for (Release release : career.releases()) {
      if (isEntry(release)) {
        Sanction index = career.sentenced(release).orElse(null);
        entries.add(new Entry(Entry.Type.RELEASE, release.releaseDate(), career, release, index));
      }
    }
    for (Sanction sanction : career.sanctions()) {
      if (!sanction.isConviction()) {
        entries.add(new Entry(Entry.Type.CAUTION, sanction.date(), career, null, sanction));
      } else if (!sanction.isCustodial()) {
        entries.add(new Entry(Entry.Type.CONVICTION, sanction.date(), career, null, sanction));
      }
    }
    return entries;
  }

  /** The entry event of a release that no person could be found for. */
  static Entry unlinked(Release release) {
    return new Entry(Entry.Type.RELEASE, release.releaseDate(), null, release, null);
  }

  static boolean isEntry(Release release) {
    return !NOT_ENTRIES.contains(release.releaseType());
  }
}
