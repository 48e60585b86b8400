// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.contract.DataPackage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Spellings that the two engines read differently, and headers that do not say what a model is. The
 * engines' agreement on some worlds cannot show what these would do on another.
 */
class SqlLintTest {
  private static final Path ROOT = ProjectFolder.file("sql");

  /** Each spelling with what it does, and what to write instead. */
  private static final Map<Pattern, String> RULES = rules();

  private static final Pattern ORDER = Pattern.compile("order by ([^()]*(?:\\([^()]*\\)[^()]*)*)");
  private static final Pattern END_OF_ORDER = Pattern.compile("\\b(?:rows|range|limit)\\b.*");
  private static final Set<String> NULLABLE = nullable();
  private static final Pattern SECTION_NAMED = Pattern.compile("METHOD (\\d+)");
  private static final Set<String> SECTIONS = sections();

  private static Map<Pattern, String> rules() {
    Map<Pattern, String> rules = new LinkedHashMap<>();
    rule(rules, "\\\\", "an escape in one engine: write no backslash");
    rule(rules, "\\bregexp_replace\\b", "replaces the first or all: write a named function");
    rule(rules, "\\bround\\s*\\(", "rounds the binary or the printed value: floor(x + 0.5)");
    rule(rules, "\\bavg\\s*\\(", "its type and its last bit differ: divide a sum by a count");
    rule(rules, "\\blog\\s*\\(", "to base e or 10: strict_ln");
    rule(rules, "\\b(ln|exp)\\s*\\(", "the last bit differs: strict_ln, strict_exp");
    rule(rules, "\\bdiv\\b|//", "one engine has it: cast(floor(a / b) as int)");
    rule(rules, "\\bqualify\\b", "one engine has it: row_number in a common table");
    rule(rules, "\\bfilter\\s*\\([^()]*\\)\\s*over\\b", "one engine has it: sum(case ..)");
    rule(rules, "\\bover\\s+\\w+\\s*-", "reads as one name in Spark: close the bracket first");
    rule(rules, "\\b(count_if|every|nvl|rlike|strpos|starts_with|initcap)\\b", "one engine only");
    rule(rules, "<=>|`|\\bleft\\s+semi\\b|\\bstack\\s*\\(", "one engine only");
    rule(rules, "::\\s*(?!date|int|bigint|double|string|boolean)", "not a type both name alike");
    rule(rules, "\\b(varchar|text|integer|hugeint|float|real)\\b", "string, int, bigint, double");
    rule(rules, "\\b(current_date|current_timestamp|now|random|uuid)\\b", "not the same tomorrow");
    rule(rules, "\\b(any_value|first|last|arbitrary)\\s*\\(", "depends on the order of rows");
    return rules;
  }

  private static void rule(Map<Pattern, String> rules, String pattern, String why) {
    rules.put(Pattern.compile(pattern), why);
  }

  /** Columns that may be missing in an extract, and those that a model leaves empty. */
  private static Set<String> nullable() {
    Set<String> names = new TreeSet<>(Set.of("field", "key"));
    DataPackage.extracts()
        .resources()
        .forEach(
            resource ->
                resource.fields().stream()
                    .filter(field -> !field.required())
                    .forEach(field -> names.add(field.name())));
    return names;
  }

  @Test
  void noStatementIsSpeltAsTheEnginesReadItDifferently() {
    List<String> found = new ArrayList<>();
    files().forEach((file, sql) -> found.addAll(faults(file, sql)));
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select round(x, 2) from t | rounds",
        "select avg(x) from t | divide",
        "select a // b from t | one engine",
        "select a div b from t | one engine",
        "select count(*) filter (where a) over (partition by b) from t | sum(case",
        "select sum(x) over w - x from t | one name",
        "select row_number() over (partition by a order by b, end_date desc) from t | end_date",
        "select a from t order by a, field | field",
        "select x::varchar from t | not a type",
        "select exp(x) from t | strict_exp",
      })
  void theLintFindsEachOfThese(String sql, String why) {
    assertThat(faults("x.sql", sql)).anyMatch(fault -> fault.contains(why.strip()));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "select 'round(x) // avg(' as a from t -- order by end_date, div",
        "select a from t order by end_date desc nulls last",
        "select sum(x) over (partition by a order by b rows between 1 preceding and current row)",
        "select date_column, division, average(x) from t",
      })
  void theLintLeavesTheseAlone(String sql) {
    assertThat(faults("x.sql", sql)).isEmpty();
  }

  private static List<String> faults(String file, String sql) {
    List<String> found = new ArrayList<>();
    RULES.forEach(
        (pattern, why) ->
            // A backslash is as bad between quotes.
            pattern
                .matcher(
                    pattern.pattern().equals("\\\\") ? SqlText.uncommented(sql) : SqlText.bare(sql))
                .results()
                .forEach(match -> found.add(file + ": " + match.group() + " - " + why)));
    for (MatchResult order : ORDER.matcher(SqlText.bare(sql)).results().toList()) {
      String items = END_OF_ORDER.matcher(order.group(1).replace('\n', ' ')).replaceAll("");
      for (String item : items.split(",", -1)) {
        String column = item.strip().split("\\s+", 2)[0].replaceFirst("^\\w+\\.", "");
        if (NULLABLE.contains(column) && !item.contains(" nulls ")) {
          found.add(file + ": order by " + column + " - nulls come first or last: say which");
        }
      }
    }
    return found;
  }

  @Test
  void aModelIsNamedLikeItsFileAndSaysWhatItIs() {
    List<String> found = new ArrayList<>();
    files()
        .forEach(
            (file, sql) -> {
              if (file.startsWith("model/")) {
                found.addAll(headerFaults(file, sql));
              }
            });
    assertThat(found).isEmpty();
  }

  private static List<String> headerFaults(String file, String sql) {
    List<String> found = new ArrayList<>();
    Map<String, String> header = new LinkedHashMap<>();
    for (String line : sql.lines().takeWhile(text -> text.startsWith("-- ")).toList()) {
      // A line that goes on is set in.
      if (!line.startsWith("--  ")) {
        int colon = line.indexOf(": ");
        String before =
            header.put(line.substring(3, Math.max(3, colon)), line.substring(colon + 2).strip());
        if (before != null) {
          found.add(file + ": the header says it twice: " + line);
        }
      }
    }
    List<String> sections =
        SECTION_NAMED.matcher(why(sql)).results().map(match -> match.group(1)).toList();
    if (sections.isEmpty() || !SECTIONS.containsAll(sections)) {
      found.add(file + ": why names no section of docs/method.md, such as METHOD 4: " + sections);
    }
    String name = Path.of(file).getFileName().toString().replaceFirst("\\.sql$", "");
    // A model of every resource has the resource in its name.
    if (!name.equals(header.getOrDefault("table", "").replace("_{resource}", ""))) {
      found.add(file + ": the table is " + header.get("table"));
    }
    if (!header.getOrDefault("grain", "").startsWith("one row")) {
      found.add(file + ": the grain is " + header.get("grain"));
    }
    if (!header.getOrDefault("kind", "view").equals("view")) {
      found.add(file + ": the kind is " + header.get("kind"));
    }
    if (!header.getOrDefault("mart", "published").matches("(published|restricted)( \\w+)?")) {
      found.add(file + ": the mart is " + header.get("mart"));
    }
    List<String> known = List.of("table", "kind", "mart", "grain", "reads", "why");
    if (!List.copyOf(header.keySet()).equals(known.stream().filter(header::containsKey).toList())
        || !header.keySet().containsAll(List.of("table", "grain", "reads", "why"))) {
      found.add(file + ": the header says " + header.keySet() + ", in that order");
    }
    return found;
  }

  /** The reason, with the lines it goes on over. */
  private static String why(String sql) {
    String header =
        sql.lines().takeWhile(text -> text.startsWith("-- ")).collect(Collectors.joining(" "));
    return header.substring(Math.max(0, header.indexOf("-- why: ")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"what is counted", "METHOD 99: what is counted", "as METHOD says"})
  void aReasonWithoutASectionIsFound(String why) {
    assertThat(
            headerFaults(
                "model/x/y.sql", "-- table: y\n-- grain: one row\n-- reads: z\n-- why: " + why))
        .singleElement(STRING)
        .contains("why names no section");
  }

  private static Set<String> sections() {
    try {
      return Pattern.compile("(?m)^## (\\d+)\\. ")
          .matcher(Files.readString(ROOT.resolve("../docs/method.md")))
          .results()
          .map(match -> match.group(1))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> files() {
    Map<String, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(ROOT)) {
      for (Path file : all.filter(path -> path.toString().endsWith(".sql")).toList()) {
        files.put(ROOT.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    assertThat(files).hasSizeGreaterThan(60);
    return files;
  }
}
