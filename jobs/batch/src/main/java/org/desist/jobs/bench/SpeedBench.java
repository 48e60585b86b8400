// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desist.comparison.DesignMatrix;
import org.desist.comparison.LogisticFit;
import org.desist.comparison.LogisticRegression;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.NearestMatching;
import org.desist.comparison.RadiusMatching;
import org.desist.comparison.ScoredUnits;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.terminal.TextTable;

/** Times the regression of a national request and its matching, on drawn data. */
public final class SpeedBench {
  private static final int WARM_UPS = 2;

  private final int units;
  private final int treated;
  private final int repetitions;

  /**
   * Prepares.
   *
   * @param units to regress on 60 covariates, and to match with; 1,000 or more
   * @param treated units to be matched, besides
   * @param repetitions timed after two that are not; 1 or more
   */
  public SpeedBench(int units, int treated, int repetitions) {
    this.units = units;
    this.treated = treated;
    this.repetitions = repetitions;
  }

  /** Times everything; each work starts cold once. */
  public List<Timing> run(RegressionData data) {
    List<Timing> timings = new ArrayList<>();
    timings.add(
        Timing.of(
            String.format(
                Locale.ROOT,
                "design matrix and regression, %,d x %d",
                units,
                RegressionData.COVARIATES),
            WARM_UPS,
            repetitions,
            () -> fit(data).iterations()));
    DesignMatrix design = data.design();
    timings.add(
        Timing.of(
            "regression alone",
            WARM_UPS,
            repetitions,
            () -> LogisticRegression.fit(design, data.treated()).iterations()));
    ScoredUnits scored = scored();
    String sizes = String.format(Locale.ROOT, "%,d against %,d", treated, units);
    timings.add(
        Timing.of(
            "radius 0.05, " + sizes,
            WARM_UPS,
            repetitions,
            () ->
                RadiusMatching.match(
                        scored, new Caliper(0.05, CaliperScale.SCORE), CommonSupport.KEEP_ALL)
                    .treatedMatched()));
    for (Replacement replacement : Replacement.values()) {
      timings.add(
          Timing.of(
              "nearest, %s replacement, %s"
                  .formatted(replacement == Replacement.WITH ? "with" : "without", sizes),
              WARM_UPS,
              repetitions,
              () ->
                  NearestMatching.match(
                          scored,
                          new Caliper(0.05, CaliperScale.SCORE),
                          CommonSupport.KEEP_ALL,
                          1,
                          replacement)
                      .treatedMatched()));
    }
    return timings;
  }

  /** The regression that is timed. */
  static LogisticFit fit(RegressionData data) {
    return LogisticRegression.fit(data.design(), data.treated()).required();
  }

  private ScoredUnits scored() {
    Draw draw = Draw.of(1, 2);
    double[] scores = new double[units + treated];
    boolean[] isTreated = new boolean[scores.length];
    for (int unit = 0; unit < scores.length; unit++) {
      isTreated[unit] = unit < treated;
      scores[unit] = 1 / (1 + Math.exp(2.5 - draw.normal() - (isTreated[unit] ? 0.8 : 0)));
    }
    return ScoredUnits.of(scores, isTreated);
  }

  /** The timings as a table. */
  public static TextTable table(List<Timing> timings) {
    TextTable table =
        TextTable.open()
            .left("seconds")
            .right("first run")
            .right("median")
            .right("of them")
            .right("processor");
    for (Timing timing : timings) {
      table.row(
          timing.name(),
          String.format(Locale.ROOT, "%.3f", timing.first()),
          String.format(Locale.ROOT, "%.3f", timing.median()),
          Integer.toString(timing.repetitions()),
          String.format(Locale.ROOT, "%.3f", timing.processor()));
    }
    return table;
  }

  /**
   * Writes the timings: what, first, median, processor.
   *
   * @throws DesistException STORAGE when the disk does not take them
   */
  public static void write(List<Timing> timings, Path file) {
    StringBuilder text = new StringBuilder("what,first,median,processor\n");
    for (Timing timing : timings) {
      text.append(
          "\"%s\",%s,%s,%s\n"
              .formatted(timing.name(), timing.first(), timing.median(), timing.processor()));
    }
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write %s: %s. Check that the disk is writable and has room."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
