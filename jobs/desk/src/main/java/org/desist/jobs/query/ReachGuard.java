// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds what a parsed query would reach beyond the marts: files, settings, the process. The
 * database itself has been locked, so this says in words what it would refuse, and refuses once
 * more.
 */
final class ReachGuard {
  /** Functions in the place of a table. All others read files, settings or other statements. */
  private static final Set<String> TABLES =
      Set.of(
          "range",
          "generate_series",
          "unnest",
          "repeat",
          "repeat_row",
          "json_each",
          "json_tree",
          "summary",
          "icu_calendar_names",
          "pg_timezone_names",
          "pragma_table_info",
          "duckdb_columns",
          "duckdb_functions",
          "duckdb_keywords",
          "duckdb_schemas",
          "duckdb_tables",
          "duckdb_types",
          "duckdb_views");

  /** Functions of a value that tell of the process, or do something. */
  private static final Set<String> VALUES =
      Set.of(
          "current_setting",
          "currval",
          "getenv",
          "getvariable",
          "json_deserialize_sql",
          "json_execute_serialized_sql",
          "json_serialize_plan",
          "nextval",
          "write_log");

  private static final Pattern CATALOG = Pattern.compile("(duckdb|pragma|sqlite)_.*|pg_settings");
  private static final Pattern FILE = Pattern.compile(".*[./\\\\:*?\\[].*", Pattern.DOTALL);

  private final Set<String> named = new HashSet<>();

  private ReachGuard() {}

  /**
   * What the query would reach, in words; empty when it asks nothing but marts.
   *
   * @param parsed as DuckDB's json_serialize_sql gives it
   */
  static Optional<String> reach(JsonNode parsed) {
    ReachGuard guard = new ReachGuard();
    guard.name(parsed);
    return guard.look(parsed);
  }

  /** What the query itself defines in WITH may be called as it likes. */
  private void name(JsonNode node) {
    node.path("cte_map")
        .path("map")
        .forEach(one -> named.add(one.path("key").asText().toLowerCase(Locale.ROOT)));
    node.forEach(this::name);
  }

  private Optional<String> look(JsonNode node) {
    Optional<String> found = here(node);
    for (JsonNode inner : node) {
      found = found.or(() -> look(inner));
    }
    return found;
  }

  private Optional<String> here(JsonNode node) {
    String type = node.path("type").asText();
    if (type.equals("TABLE_FUNCTION")) {
      String function = lower(node.path("function").path("function_name"));
      return TABLES.contains(function)
          ? Optional.empty()
          : Optional.of("%s() reads more than the marts".formatted(function));
    }
    if (type.equals("BASE_TABLE") || type.equals("SHOW_REF")) {
      return table(lower(node.path("table_name")));
    }
    String function = lower(node.path("function_name"));
    return node.path("class").asText().equals("FUNCTION") && VALUES.contains(function)
        ? Optional.of("%s() reads more than the marts".formatted(function))
        : Optional.empty();
  }

  private Optional<String> table(String name) {
    if (named.contains(name)) {
      return Optional.empty();
    }
    if (FILE.matcher(name).matches()) {
      return Optional.of("'%s' is a file, not a mart".formatted(name));
    }
    return CATALOG.matcher(name).matches() && !TABLES.contains(name)
        ? Optional.of("%s tells of more than the marts".formatted(name))
        : Optional.empty();
  }

  private static String lower(JsonNode name) {
    return name.asText().toLowerCase(Locale.ROOT);
  }
}
