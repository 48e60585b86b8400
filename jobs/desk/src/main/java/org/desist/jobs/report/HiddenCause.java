// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.util.List;
import org.desist.answer.Answer.Sensitivity;
import org.desist.answer.Figures;

/** Sensitivity to a cause that no record holds, in plain words. */
final class HiddenCause {
  private HiddenCause() {}

  static List<String> sentences(Sensitivity sensitivity) {
    String ratio =
        "The participants' rate is %s times that of the comparison group."
            .formatted(Figures.decimals(sensitivity.riskRatio(), 2));
    if (!(sensitivity.limitEValue() > 1)) {
      return List.of(
          ratio,
          "No hidden cause is needed to explain the difference: the interval already has no difference in it (E-value of the limit 1).");
    }
    return List.of(
        ratio,
        "Something that was not recorded, such as motivation or housing, would have to make both taking part and reoffending %s times as likely (or as unlikely) to explain the whole difference away (E-value)."
            .formatted(Figures.decimals(sensitivity.eValue(), 2)),
        "With %s times, the interval would begin to hold no difference. The nearer this is to 1, the easier it is to explain the result away."
            .formatted(Figures.decimals(sensitivity.limitEValue(), 2)));
  }
}
