// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

/** Told how work goes on. Called from any thread; never with personal data. */
public interface ProgressListener {
  /**
   * Work begins.
   *
   * @param total how much there is to do, 0 or less when it is not known
   * @param unit what is counted, in the plural: {@code rows}, {@code files}, {@code models}
   */
  void started(String stage, long total, String unit);

  /**
   * Work goes on.
   *
   * @param done how much is done in all, not since the last call
   */
  void advanced(String stage, long done);

  /**
   * Work is done.
   *
   * @param summary a few words with counts, such as {@code 7,204 rows read, 12 refused}
   */
  void finished(String stage, String summary);

  /** Something worth a line that is not progress. */
  void note(String text);

  /** Listens to nothing. */
  static ProgressListener silent() {
    return new SilentProgress();
  }
}
