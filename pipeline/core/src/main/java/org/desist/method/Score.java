// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** Whose probabilities expected rates, bands and the cohort of offender management are made of. */
public enum Score {
  /** The Offender Group Reconviction Scale, version 3. */
  @JsonProperty("ogrs3")
  OGRS3,
  /** The general score of version 4. */
  @JsonProperty("ogrs4g")
  OGRS4G;

  /** The name in the method file, in baselines and in every output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
