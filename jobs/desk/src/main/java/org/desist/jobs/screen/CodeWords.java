// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.util.Locale;
import java.util.Map;

/** Codes as people read them. */
public final class CodeWords {
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

  private CodeWords() {}

  /** What a code means; empty for one that is not known here. */
  public static String reason(String code) {
    return REASONS.getOrDefault(code, "");
  }

  /** {@code SUSPENDED_SENTENCE} as {@code suspended sentence}. */
  public static String plain(Object code) {
    return code == null ? "" : code.toString().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
