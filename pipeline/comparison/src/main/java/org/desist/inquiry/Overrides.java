// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Why an analyst has a result shown that would be sealed.
 *
 * @param unlike the reason to show groups that are not shown to be alike; null for not at all
 * @param close the reason to show an answer about nearly the same people as others; null for not at
 *     all
 * @param acceptedBy who answers for {@code close}; null without it
 */
public record Overrides(String unlike, String close, String acceptedBy) {
  /** Nothing sealed is shown. */
  public static final Overrides NONE = new Overrides(null, null, null);

  /**
   * Checks that reasons say something.
   *
   * @throws DesistException BAD_ARGUMENT when one is empty, or half of the two is missing
   */
  public Overrides {
    if (unlike != null && unlike.isBlank()) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot override: the reason is empty. Say why a sealed result is to be shown; the report repeats it.");
    }
    if (isMissing(close) != isMissing(acceptedBy) || isBlank(close) || isBlank(acceptedBy)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot override: --override-close REASON and --accepted-by NAME belong together, and neither may be empty. Say why the answer may be given, and who answers for it.");
    }
  }

  private static boolean isMissing(String text) {
    return text == null;
  }

  private static boolean isBlank(String text) {
    return text != null && text.isBlank();
  }
}
