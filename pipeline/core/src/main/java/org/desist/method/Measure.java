// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What proves a reoffence. */
public enum Measure {
  /** A conviction, caution, reprimand or warning. */
  @JsonProperty("reoffending")
  REOFFENDING,
  /** A conviction only. */
  @JsonProperty("reconviction")
  RECONVICTION;

  /** The name in the method file and in every output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
