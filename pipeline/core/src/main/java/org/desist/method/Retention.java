// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

/**
 * How long things are kept. No figure hangs on it, so it does not identify a method.
 *
 * @param versionsNewest how many versions are kept whatever their age, 1 or more
 * @param versionsQuarterlyYears for how many years after its snapshot the last version of each
 *     calendar quarter of snapshots is kept, 0 or more
 * @param runDays days after its publication on which what a run's stages left is kept, 0 or more
 * @param quarantineDays the same where rows were refused, and after a refusal, 0 or more
 * @param unfinishedRunDays days after its last start on which a run that was overtaken by a
 *     finished one can be resumed, 0 or more
 * @param requestDays days after it was answered on which a comparison request is kept that names no
 *     last day itself, 0 or more
 */
public record Retention(
    int versionsNewest,
    int versionsQuarterlyYears,
    int runDays,
    int quarantineDays,
    int unfinishedRunDays,
    int requestDays) {
  public Retention {
    Method.require(
        versionsNewest >= 1, "retention.versions_newest", versionsNewest, "it must be at least 1");
    requireDays("versions_quarterly_years", versionsQuarterlyYears);
    requireDays("run_days", runDays);
    requireDays("quarantine_days", quarantineDays);
    requireDays("unfinished_run_days", unfinishedRunDays);
    requireDays("request_days", requestDays);
  }

  private static void requireDays(String key, int days) {
    Method.require(days >= 0, "retention." + key, days, "it cannot be negative");
  }
}
