// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Effect;
import org.desist.comparison.Exclusion;
import org.desist.comparison.LogisticFit.Collinearity;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.Matching;
import org.desist.jobs.terminal.TextTable;
import org.desist.prepared.PreparedMatch;
import org.desist.prepared.PreparedMatch.MatchedEffect;
import org.desist.text.FigureText;

/** A matching in a few lines: groups, balance, effects. */
public final class MatchScreen {
  private static final int PLACES = 4;
  private static final int MOST_ROWS = 20;
  private static final int WIDEST = 60;
  private static final int HUNDRED = 100;
  private static final double HALF_SMALLEST_P = 0.005;

  private final PreparedMatch match;
  private final PrintWriter out;

  private MatchScreen(PreparedMatch match, PrintWriter out) {
    this.match = match;
    this.out = out;
  }

  /** Prints. */
  public static void show(PreparedMatch match, Path folder, PrintWriter out) {
    MatchScreen screen = new MatchScreen(match, out);
    screen.groups();
    screen.balance();
    screen.effects();
    out.println();
    out.println("Written: " + folder);
    out.flush();
  }

  private void groups() {
    Matching matching = match.matching();
    boolean[] isTreated = match.units().treated();
    int treated = (int) IntStream.range(0, isTreated.length).filter(i -> isTreated[i]).count();
    out.println(
        FigureText.text(
            "%,d units: %,d treated, %,d to compare with",
            match.units().size(), treated, match.units().size() - treated));
    match.units().notes().forEach(note -> out.println("  " + note));
    if (!match.exclusions().isEmpty()) {
      out.println(
          FigureText.text(
              "  NO COMMON SUPPORT: %,d units leave before the score, %,d of them treated: the other group has nobody like them in",
              match.units().size() - match.places().length,
              match.exclusions().stream().mapToInt(Exclusion::treated).sum()));
      Exclusion.lines(match.exclusions()).forEach(line -> out.println("    " + line));
    }
    out.println(
        FigureText.text(
            "Score: %d terms, %d steps to the maximum of the likelihood",
            match.fit().terms().size(), match.fit().iterations()));
    for (String dropped : Collinearity.words(match.fit().collinear())) {
      out.println("  left out: " + dropped);
    }
    if (!match.constants().isEmpty()) {
      out.println("  never varies, left out: " + String.join(", ", match.constants()));
    }
    out.println("Matching: " + words(match.settings()));
    out.println(
        FigureText.text(
            "  %,d of %,d treated units matched to %,d others, who count for %s",
            matching.treatedMatched(),
            treated,
            matching.comparisonUsed(),
            number("%,.1f", match.balance().effectiveComparison())));
  }

  private static String words(MatchSettings settings) {
    String caliper = words(settings.caliper());
    return switch (settings.method()) {
      case RADIUS -> "everybody " + caliper + ", with replacement";
      case NEAREST ->
          "nearest %s, %s, %s replacement"
              .formatted(
                  settings.ratio() == 1 ? "unit" : settings.ratio() + " units",
                  caliper,
                  settings.replacement() == Replacement.WITH ? "with" : "without");
    };
  }

  private static String words(Caliper caliper) {
    if (Double.isInfinite(caliper.width())) {
      return "without a caliper";
    }
    return "within "
        + switch (caliper.scale()) {
          case SCORE -> "%s of the score".formatted(caliper.width());
          case SCORE_DEVIATIONS -> "%s standard deviations of the score".formatted(caliper.width());
          case LOGIT_DEVIATIONS ->
              "%s standard deviations of the log odds".formatted(caliper.width());
        };
  }

  private void balance() {
    out.println();
    out.println(
        "Balance: %s (standardised mean difference, per cent; green to 5, amber to 10)"
            .formatted(
                String.join(
                    ", ",
                    List.of(
                        count(BalanceLight.GREEN, "green"),
                        count(BalanceLight.AMBER, "amber"),
                        count(BalanceLight.RED, "red"),
                        count(BalanceLight.NOT_EVALUATED, "not evaluated")))));
    TextTable table =
        TextTable.open()
            .left("covariate")
            .right("before")
            .right("after")
            .right("variance ratio")
            .left("light");
    Map<String, List<CovariateBalance>> byColumn =
        match.balance().covariates().stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.term().column(), LinkedHashMap::new, Collectors.toList()));
    byColumn.forEach((column, rows) -> covariate(column, rows, table));
    out.println(table.text());
  }

  /** Of a covariate with very many values, which may be those of people, the worst in one row. */
  private static void covariate(String column, List<CovariateBalance> rows, TextTable table) {
    if (rows.size() <= MOST_ROWS) {
      rows.forEach(row -> row(shortened(row.term().title()), row, table));
    } else {
      rows.stream()
          .max(
              Comparator.comparing(CovariateBalance::light)
                  .thenComparingDouble(row -> Math.abs(row.after())))
          .ifPresent(
              worst ->
                  row(
                      FigureText.text("%s (worst of %,d values)", column, rows.size()),
                      worst,
                      table));
    }
  }

  private static void row(String title, CovariateBalance row, TextTable table) {
    table.row(
        title,
        number("%.1f", row.before()),
        number("%.1f", row.after()),
        number("%.2f", row.varianceRatioAfter()),
        light(row.light()));
  }

  private static String shortened(String title) {
    return title.codePointCount(0, title.length()) <= WIDEST
        ? title
        : title.substring(0, title.offsetByCodePoints(0, WIDEST)) + "...";
  }

  private String count(BalanceLight light, String word) {
    return match.balance().with(light).size() + " " + word;
  }

  private static String light(BalanceLight light) {
    return light.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private void effects() {
    out.println();
    switch (match.balance().verdict()) {
      case PASSED -> out.println("Effects");
      case FAILED ->
          out.println(
              "SEALED: after matching the groups are not alike in what is red above. The effects are no evidence of anything.");
      case NOT_EVALUATED ->
          out.println(
              "SEALED: balance could not be judged after matching. The effects are no evidence of anything.");
    }
    TextTable table =
        TextTable.open()
            .left("outcome")
            .right("treated")
            .right("comparison")
            .right("difference")
            .right("95% from")
            .right("to")
            .right("p")
            .left("significant");
    for (MatchedEffect matched : match.effects()) {
      Effect effect = matched.figures();
      table.row(
          effect.outcome(),
          value(effect.treatedValue()),
          value(effect.comparisonValue()),
          value(effect.difference()),
          value(effect.interval().lower()),
          value(effect.interval().upper()),
          p(effect.pValue()),
          matched.isSignificant() ? "yes" : "no");
    }
    out.println(table.text());
    match.targetFall().ifPresent(this::target);
  }

  private void target(double percent) {
    TextTable table =
        TextTable.open()
            .left("Target: " + FigureText.amount(percent) + "% fewer")
            .right("treated per 100")
            .right("comparison per 100")
            .right("% fewer")
            .right("95% from")
            .right("to")
            .left("result");
    for (MatchedEffect matched : match.effects()) {
      Effect effect = matched.figures();
      table.row(
          effect.outcome(),
          number("%,.1f", HUNDRED * effect.treatedValue()),
          number("%,.1f", HUNDRED * effect.comparisonValue()),
          number("%.1f", effect.fallPercent()),
          number("%.1f", effect.fallInterval().lower()),
          number("%.1f", effect.fallInterval().upper()),
          match.isTargetMet(matched).map(isMet -> isMet ? "MET" : "NOT_MET").orElse("none"));
    }
    out.println();
    out.println(table.text());
  }

  private static String value(double value) {
    return number("%,." + PLACES + "f", value);
  }

  private static String p(double value) {
    return value < HALF_SMALLEST_P ? "<0.01" : number("%.2f", value);
  }

  private static String number(String format, double value) {
    return Double.isNaN(value) ? "-" : FigureText.text(format, value);
  }
}
