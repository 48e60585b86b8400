// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

/** What an earlier snapshot may have known worse than a later one. */
enum Slip {
  /** Some events had not been delivered. */
  LATE,
  /** Some records said something else, or have been withdrawn since. */
  CORRECTED,
  /** Some releases had not been delivered; others may be linked through them. */
  UNDELIVERED,
  /** Some releases and cases belonged to nobody, or to somebody else. */
  RELINKED,
  /** Some cases were in another place. */
  MOVED
}
