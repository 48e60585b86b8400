// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** How texts compare. */
final class Texts {
  /** Keys and codes compare as text, byte by byte. */
  static final Comparator<String> BYTES =
      (a, b) ->
          Arrays.compareUnsigned(
              a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));

  /** A letter that Unicode does not take apart, and what it counts as. */
  private static final List<String> FOLDS =
      List.of("ŁL", "ØO", "ĐD", "ÐD", "ĦH", "ŦT", "ÆAE", "ŒOE", "ÞTH", "ẞSS", "ŊN");

  private Texts() {}

  /** A name for comparing: upper case, no accents, letters only; null when nothing is left. */
  static String name(String written) {
    if (written == null) {
      return null;
    }
    String plain =
        Normalizer.normalize(written.toUpperCase(Locale.ROOT), Normalizer.Form.NFKD)
            .toUpperCase(Locale.ROOT)
            .replaceAll("\\P{L}", "");
    for (String fold : FOLDS) {
      plain = plain.replace(fold.substring(0, 1), fold.substring(1));
    }
    return plain.isEmpty() ? null : plain;
  }

  /** The first letter of the first forename; null when there is none. */
  static String initial(String forenames) {
    String plain = name(forenames);
    return plain == null ? null : plain.substring(0, plain.offsetByCodePoints(0, 1));
  }

  /** Whether both are present and equal: a missing value agrees with nothing. */
  static boolean agree(Object a, Object b) {
    return a != null && a.equals(b);
  }
}
