// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.List;

/**
 * What a court does with the principal offence of an event.
 *
 * @param days the length imposed, 0 where there is none
 * @param disposals at least one, the principal one first
 */
record Sentence(Kind kind, int days, List<Disposal> disposals) {
  enum Kind {
    CUSTODY,
    INDETERMINATE,
    SUSPENDED,
    COMMUNITY,
    YOUTH,
    OTHER
  }

  boolean isCustody() {
    return kind == Kind.CUSTODY || kind == Kind.INDETERMINATE;
  }

  boolean isSupervised() {
    return kind == Kind.SUSPENDED || kind == Kind.COMMUNITY;
  }
}
