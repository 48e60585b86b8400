// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** What a guard has to find in the text of a statement. */
final class SqlText {
  private static final Pattern COMMENT = Pattern.compile("--[^\n]*");
  private static final Pattern LITERAL = Pattern.compile("'(?:[^']|'')*'");
  private static final Pattern COMMON_TABLE = Pattern.compile("(?:with|,)\\s+(\\w+)\\s+as\\s*\\(");
  private static final Pattern SOURCE = Pattern.compile("(?<!distinct )\\b(?:from|join)\\s+(\\w+)");

  private SqlText() {}

  /** The text in lower case, without comments and without what is between quotes. */
  static String bare(String sql) {
    return LITERAL.matcher(uncommented(sql)).replaceAll("''").toLowerCase(java.util.Locale.ROOT);
  }

  /** The text without comments. */
  static String uncommented(String sql) {
    return COMMENT.matcher(sql).replaceAll("");
  }

  /** The tables that a statement reads, apart from those it defines itself. */
  static Set<String> tables(String sql) {
    String text = bare(sql);
    Set<String> tables = new TreeSet<>(first(SOURCE, text));
    tables.removeAll(first(COMMON_TABLE, text));
    return tables;
  }

  private static List<String> first(Pattern pattern, String text) {
    return pattern.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
