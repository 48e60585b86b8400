// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import static org.desist.method.Method.require;

import java.util.List;
import org.desist.engine.Engine;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;

/**
 * Standards of supervision and of custody, as the papers behind the figures give them.
 *
 * @param startCheckMonths before a requirement is due by which it should have begun, 0 to 120
 * @param completionCheckMonths before it is due by which it should be done, 0 to 120
 * @param trainingPercent of the hours of unpaid work ordered that may be training, 0 to 100
 * @param faceToFace forms of contact at which two people meet
 * @param videoPercent of the contacts of a case that may be by video, 0 to 100
 * @param movedDays within which another provider begins a case that was transferred, 0 to 366
 * @param resettlementWeeks before a release in which its services begin, 0 to 52
 * @param servedPercent of a sentence that is served in prison where no release says, 0 to 100
 * @param noSpellReleaseTypes releases that do not tell who was in prison under sentence before
 * @param scorecard targets of measures that are worked out and not delivered
 */
public record Standards(
    int startCheckMonths,
    int completionCheckMonths,
    int trainingPercent,
    List<String> faceToFace,
    int videoPercent,
    int movedDays,
    int resettlementWeeks,
    int servedPercent,
    List<String> noSpellReleaseTypes,
    List<MeasureTarget> scorecard) {
  public Standards {
    require(
        completionCheckMonths <= startCheckMonths,
        "standards.completion_check_months",
        completionCheckMonths,
        "it cannot be more than standards.start_check_months, " + startCheckMonths);
    faceToFace = List.copyOf(faceToFace);
    noSpellReleaseTypes = List.copyOf(noSpellReleaseTypes);
    scorecard = List.copyOf(scorecard);
  }

  /**
   * The target of a measure.
   *
   * @param measure as the scorecard names it
   * @param target percent, 0 to 100
   */
  public record MeasureTarget(String measure, double target) {}

  /** Holds the lists as {@code method_face_to_face}, {@code method_no_spell} and the targets. */
  void hold(Engine engine) {
    engine.hold(MethodTables.names("method_face_to_face", "form", faceToFace));
    engine.hold(MethodTables.names("method_no_spell", "release_type", noSpellReleaseTypes));
    engine.hold(
        new SmallTable(
            "method_scorecard_target",
            List.of(new Column("measure", "string"), new Column("target", "double")),
            scorecard.stream()
                .map(target -> List.<Object>of(target.measure(), target.target()))
                .toList()));
  }
}
