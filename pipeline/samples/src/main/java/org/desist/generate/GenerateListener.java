// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

/** Told how far the generator has come, on the thread that called it. */
@FunctionalInterface
public interface GenerateListener {
  /** After each run of persons has been written. */
  void advanced(long persons, long total);

  /** A listener that does nothing. */
  static GenerateListener silent() {
    return (persons, total) -> {};
  }
}
