// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.comparison.Term;
import org.desist.ingest.ReferenceNames;

/** Terms of the score in words. */
final class TraitTitles {
  private static final String MISSING = "_missing";
  private static final Map<String, String> COLUMNS = columns();

  private TraitTitles() {}

  private static Map<String, String> columns() {
    Map<String, String> columns = new HashMap<>();
    Trait.ALL.forEach(trait -> columns.put(trait.name(), trait.title()));
    columns.put("age_squared", "age, squared");
    return columns;
  }

  /** Such as "ethnicity: Black"; a product such as "sex: men with region: North East". */
  static String of(Term term) {
    return switch (term.kind()) {
      case LEVEL, MISSING, KNOWN -> column(term.column()) + ": " + level(term);
      case PRODUCT -> products(term.level());
      case NUMBER, INTERCEPT -> column(term.column());
    };
  }

  /** The level alone, such as "Black". */
  static String level(Term term) {
    return switch (term.kind()) {
      case LEVEL -> LevelTitles.words(term.column(), term.level());
      case MISSING -> "not known";
      case KNOWN -> "known";
      case PRODUCT -> products(term.level());
      case NUMBER, INTERCEPT -> "";
    };
  }

  /** A covariate without its levels, such as "ethnicity"; a product such as "sex with region". */
  static String column(String name) {
    return factors(name)
        .map(factor -> COLUMNS.getOrDefault(covariate(factor), factor))
        .collect(Collectors.joining(" with "));
  }

  private static String products(String name) {
    return factors(name).map(TraitTitles::factor).collect(Collectors.joining(" with "));
  }

  private static Stream<String> factors(String product) {
    return Arrays.stream(product.split(":"));
  }

  private static String factor(String name) {
    String column = covariate(name);
    String level = name.substring(column.length());
    if (level.isEmpty()) {
      return column(column);
    }
    return of(
        level.equals(MISSING)
            ? new Term(Term.Kind.MISSING, column, "")
            : new Term(Term.Kind.LEVEL, column, level));
  }

  /** The covariate whose name a factor of a product begins with; the whole where there is none. */
  private static String covariate(String factor) {
    return COLUMNS.keySet().stream()
        .filter(factor::startsWith)
        .max(Comparator.comparingInt(String::length))
        .orElse(factor);
  }

  /** Levels of traits in words. */
  static final class LevelTitles {
    private static final Map<String, String> SEXES =
        Map.of("F", "women", "M", "men", "U", "unknown");
    private static final Map<String, String> REGIONS = ReferenceNames.regions();

    private LevelTitles() {}

    /** Such as "North West" for region B; the level itself where it is a word already. */
    static String words(String trait, String level) {
      return switch (trait) {
        case "region" -> REGIONS.getOrDefault(level, level);
        case "sex" -> SEXES.getOrDefault(level, level);
        case "index_category", "court_mode" -> level.toLowerCase(Locale.ROOT).replace('_', ' ');
        default -> level;
      };
    }
  }
}
