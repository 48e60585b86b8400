// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import java.util.Objects;
import org.desist.method.Method;
import org.desist.method.Score;

/**
 * What a frozen baseline is and where it comes from: enough to cite it.
 *
 * @param name chosen by whoever froze it
 * @param version 1 for the first of that name
 * @param from first day of the earliest quarter
 * @param to last day of the latest quarter
 * @param origin {@code built} or {@code imported}
 * @param run the run it was built from, or null
 * @param snapshot the snapshot of that run, or null
 * @param method name of the method, or null
 * @param methodHash hash of the method's content, or null
 * @param measure what proves a reoffence: {@code reoffending} or {@code reconviction}
 * @param score of its expected rates: {@code ogrs3} or {@code ogrs4g}; null in a manifest of before
 *     there was a choice, which means {@code ogrs3}
 * @param source name of the file it was imported from, or null
 * @param rows rows of baseline.csv
 * @param contentHash SHA-256 of baseline.csv, in hex
 * @param frozenOn date on which it was frozen
 * @param software version of this software
 */
public record BaselineManifest(
    String name,
    int version,
    String from,
    String to,
    String origin,
    String run,
    String snapshot,
    String method,
    String methodHash,
    String measure,
    String score,
    String source,
    int rows,
    String contentHash,
    String frozenOn,
    String software) {
  private static final int SHORT_HASH = 12;

  public BaselineManifest {
    score = Objects.requireNonNullElse(score, Score.OGRS3.label());
  }

  /** Whether what it counts, and how people were scored, are those of a method. */
  boolean isAlike(Method method) {
    return method.measure().label().equals(measure) && method.score().label().equals(score);
  }

  /** {@code NAME@VERSION}: names this content and no other. */
  public String reference() {
    return name + "@" + version;
  }

  /** A sentence that names this content and no other, for the foot of a table. */
  public String citation() {
    String origin =
        run == null
            ? "imported from " + source
            : "run %s on the snapshot of %s, method %s".formatted(run, snapshot, method);
    return "Baseline %s, cohorts of %s to %s, %s, frozen on %s; SHA-256 %s"
        .formatted(reference(), from, to, origin, frozenOn, contentHash);
  }

  /** The first twelve digits of the content hash. */
  public String shortHash() {
    return contentHash.substring(0, SHORT_HASH);
  }
}
