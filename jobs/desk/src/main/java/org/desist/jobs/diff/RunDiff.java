// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

import java.util.List;

/**
 * Two runs held against each other.
 *
 * @param earlier the run named first
 * @param later the run named second
 * @param settings what they were asked differently, or were made with
 * @param marts every mart of the contract that both have
 * @param onlyOne marts that one of them has and the other, of another release, has not
 */
public record RunDiff(
    String earlier,
    String later,
    List<Setting> settings,
    List<MartDiff> marts,
    List<String> onlyOne) {
  public RunDiff {
    settings = List.copyOf(settings);
    marts = List.copyOf(marts);
    onlyOne = List.copyOf(onlyOne);
  }

  /** A setting that differs; a missing one is empty. */
  public record Setting(String name, String before, String after) {}
}
