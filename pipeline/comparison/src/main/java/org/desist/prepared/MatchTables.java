// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Effect;
import org.desist.comparison.LogisticFit.Collinearity;
import org.desist.comparison.Matching.MatchedPair;
import org.desist.prepared.PreparedMatch.MatchedEffect;

/** The CSV files of a matching. Units come as their rows stand in the file they were read from. */
final class MatchTables {
  private static final double WHOLE = 1e15;

  private final PreparedMatch match;
  private final int[] places;

  MatchTables(PreparedMatch match) {
    this.match = match;
    this.places = match.places();
  }

  /** Of every unit of the table, where the matching has values for some. */
  private double[] everybody(double[] values, double others) {
    double[] all = new double[match.units().size()];
    Arrays.fill(all, others);
    for (int i = 0; i < values.length; i++) {
      all[places[i]] = values[i];
    }
    return all;
  }

  /** A term that earlier ones determine has no estimate. */
  void coefficients(Path file) {
    double[] estimates = match.fit().coefficients();
    double[] errors = match.fit().standardErrors();
    write(
        file,
        List.of("term", "estimate", "std_error"),
        csv -> {
          for (int term = 0; term < estimates.length; term++) {
            csv.writeRecord(
                match.fit().terms().get(term).name(),
                number(estimates[term]),
                number(errors[term]));
          }
          for (Collinearity dropped : match.fit().collinear()) {
            csv.writeRecord(dropped.term().name(), "", "");
          }
        });
  }

  /** A unit without its like in the other group has no score. */
  void scores(Path file) {
    boolean[] treated = match.units().treated();
    double[] scores = everybody(match.scores(), Double.NaN);
    write(
        file,
        List.of("unit", "treatment", "score"),
        csv -> {
          for (int unit : match.units().fileOrder()) {
            csv.writeRecord(key(unit), treated[unit] ? "1" : "0", number(scores[unit]));
          }
        });
  }

  /** Comparison weights add up to the number of comparison units used. */
  void weights(Path file) {
    double[] weights = everybody(match.matching().scaledWeights(), 0);
    List<List<String>> subclasses = subclasses(weights.length);
    write(
        file,
        List.of("unit", "weight", "subclass"),
        csv -> {
          for (int unit : match.units().fileOrder()) {
            csv.writeRecord(
                key(unit), number(weights[unit]), String.join(";", subclasses.get(unit)));
          }
        });
  }

  private List<List<String>> subclasses(int units) {
    List<List<String>> subclasses = new ArrayList<>();
    for (int unit = 0; unit < units; unit++) {
      subclasses.add(new ArrayList<>());
    }
    for (MatchedPair pair : match.matching().pairs()) {
      String key = key(places[pair.treated()]);
      subclasses.get(places[pair.comparison()]).add(key);
      if (pair.rank() == 1) {
        subclasses.get(places[pair.treated()]).add(key);
      }
    }
    return subclasses;
  }

  void pairs(Path file) {
    write(
        file,
        List.of("treated", "comparison", "rank"),
        csv -> {
          for (MatchedPair pair : match.matching().pairs()) {
            csv.writeRecord(
                key(places[pair.treated()]),
                key(places[pair.comparison()]),
                Integer.toString(pair.rank()));
          }
        });
  }

  void balance(Path file) {
    write(
        file,
        List.of("covariate", "smd_before", "smd_after", "variance_ratio_after"),
        csv -> {
          for (CovariateBalance row : match.balance().covariates()) {
            csv.writeRecord(
                row.term().title(),
                number(row.before()),
                number(row.after()),
                number(row.varianceRatioAfter()));
          }
        });
  }

  void effects(Path file) {
    write(
        file,
        List.of(
            "outcome",
            "treated_n",
            "comparison_n",
            "treated_value",
            "comparison_value",
            "difference",
            "lower",
            "upper",
            "p_value",
            "significant",
            "fall_percent",
            "fall_lower",
            "fall_upper",
            "target_result"),
        csv -> {
          for (MatchedEffect matched : match.effects()) {
            Effect effect = matched.figures();
            csv.writeRecord(
                effect.outcome(),
                Integer.toString(effect.treatedUnits()),
                Integer.toString(effect.comparisonUnits()),
                number(effect.treatedValue()),
                number(effect.comparisonValue()),
                number(effect.difference()),
                number(effect.interval().lower()),
                number(effect.interval().upper()),
                number(effect.pValue()),
                Boolean.toString(matched.isSignificant()),
                number(effect.fallPercent()),
                number(effect.fallInterval().lower()),
                number(effect.fallInterval().upper()),
                match.isTargetMet(matched).map(isMet -> isMet ? "MET" : "NOT_MET").orElse(""));
          }
        });
  }

  private String key(int unit) {
    return match.units().keys().get(unit);
  }

  /** All digits that tell a number from its neighbours; nothing where there is no number. */
  private static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "";
    }
    return value == Math.rint(value) && Math.abs(value) < WHOLE
        ? Long.toString((long) value)
        : Double.toString(value);
  }

  private static void write(Path file, List<String> header, Consumer<CsvWriter> rows) {
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(file)) {
      csv.writeRecord(header);
      rows.accept(csv);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
