// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * What may be the name of a run: ASCII letters, digits and hyphens, at most {@value #LONGEST}. A
 * name becomes a folder and the content of the pointer, so it is judged when it is made and when it
 * is read, on every machine alike.
 */
public final class RunName {
  static final int LONGEST = 100;

  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9][A-Za-z0-9-]{0," + (LONGEST - 1) + "}");

  private RunName() {}

  /** Whether a text may name a run. */
  public static boolean isOne(String text) {
    return FORM.matcher(text).matches();
  }

  /**
   * The name of a run: its snapshot and a number, such as {@code 2019-06-30-0001}.
   *
   * @throws DesistException BAD_ARGUMENT when the snapshot's date gives no name
   */
  public static String of(LocalDate snapshot, int number) {
    // Whatever the locale of the machine: other digits would be a name that nothing reads again.
    String name = String.format(Locale.ROOT, "%s-%04d", snapshot, number);
    if (!isOne(name)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot name a run of the snapshot %s: %s is no name of a run. Give the date of the extracts, such as 2019-06-30, with --snapshot."
              .formatted(snapshot, name));
    }
    return name;
  }
}
