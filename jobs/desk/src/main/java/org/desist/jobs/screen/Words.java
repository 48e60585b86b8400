// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;

/** Codes and numbers as people read them. */
public final class Words {
  private static final Map<String, String> REASONS =
      Map.ofEntries(
          Map.entry("PARSE", "not a row as the file's form has it"),
          Map.entry("MISSING_REQUIRED", "a value that is needed is missing"),
          Map.entry("BAD_TYPE", "not a date, number or yes/no"),
          Map.entry("BAD_PATTERN", "not of the form the contract asks for"),
          Map.entry("NOT_IN_ENUM", "not one of the values allowed"),
          Map.entry("OUT_OF_RANGE", "below or above what is possible"),
          Map.entry("BAD_CHECK_LETTER", "PNC id with a wrong check letter"),
          Map.entry("DUPLICATE_KEY", "same key, different content"),
          Map.entry("DUPLICATE_ROW", "identical copies, dropped"),
          Map.entry("DATE_ORDER", "dates in an impossible order"),
          Map.entry("ORPHAN", "belongs to a row that is not there"),
          Map.entry("UNKNOWN_CODE", "code that is in no reference table"),
          Map.entry("UNKNOWN_COLUMN", "column the contract does not know, ignored"),
          Map.entry("IMPLAUSIBLE_DATE", "birth date that cannot be, counted as missing"),
          Map.entry("ID_CONFLICT", "PNC id of somebody else, not linked by it"),
          Map.entry("PROVIDER_NOT_VALID", "provider code outside its dates, kept"),
          Map.entry("NOT_LINKED", "release that links to nobody on the PNC"),
          Map.entry("NO_INDEX_OFFENCE", "no offence behind the release"),
          Map.entry("NO_BIRTH_DATE", "no date of birth"),
          Map.entry("UNDER_10", "under ten"),
          Map.entry("DIED_BEFORE_INDEX", "died before the index date"));

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private Words() {}

  /** What a code means; empty for one that is not known here. */
  public static String reason(String code) {
    return REASONS.getOrDefault(code, "");
  }

  /** {@code SUSPENDED_SENTENCE} as {@code suspended sentence}. */
  public static String plain(Object code) {
    return code == null ? "" : code.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** With thousands separators; empty for null. */
  public static String count(Object number) {
    return number == null ? "" : String.format(Locale.ROOT, "%,d", ((Number) number).longValue());
  }

  /** A share as a percentage with one decimal, half up; empty for null. */
  public static String percent(Object share) {
    if (share == null) {
      return "";
    }
    return new BigDecimal(share.toString())
            .multiply(HUNDRED)
            .setScale(1, RoundingMode.HALF_UP)
            .toPlainString()
        + "%";
  }

  /** One decimal, half up; empty for null. */
  static String oneDecimal(Object number) {
    return number == null
        ? ""
        : new BigDecimal(number.toString()).setScale(1, RoundingMode.HALF_UP).toPlainString();
  }

  /** Two decimals, half up; empty for null. */
  static String ratio(Object number) {
    return number == null
        ? ""
        : new BigDecimal(number.toString()).setScale(2, RoundingMode.HALF_UP).toPlainString();
  }
}
