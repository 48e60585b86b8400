// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import org.desist.baseline.BaselineManifest;
import org.desist.baseline.BaselineStore;
import org.desist.baseline.Baselines;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.screen.BaselineScreen;
import org.desist.method.Measure;
import org.desist.method.Score;
import org.desist.run.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code desist baseline}. */
@Command(
    name = "baseline",
    mixinStandardHelpOptions = true,
    description = {
      "Freezes figures that later runs are compared with, and shows what is frozen.",
      "",
      "A method file names the baselines of a run under baselines.names; the built-in method names 2011."
    },
    footer = {
      "",
      "Examples:",
      "  desist baseline build --name 2011 --from 2011-01-01 --to 2011-12-31",
      "  desist baseline import --name published-2011 baseline.csv",
      "  desist baseline list",
      "  desist baseline show 2011"
    })
final class BaselineCommand implements Runnable {
  @Spec CommandSpec spec;

  private final Console console;

  /** Lower case, as it is typed. */
  enum CountedBy {
    reoffending,
    reconviction;

    private Measure measure() {
      return Measure.valueOf(name().toUpperCase(Locale.ROOT));
    }
  }

  /** Lower case, as it is typed. */
  enum ScoredBy {
    ogrs3,
    ogrs4g;

    private Score score() {
      return Score.valueOf(name().toUpperCase(Locale.ROOT));
    }
  }

  BaselineCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(),
        "Cannot tell what to do with baselines: say build, import, list or show.");
  }

  @Command(
      name = "build",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Freezes the quarter cohorts of a published run: geography by quarter with offenders, rate, frequency and expected rate.",
        "A name that is taken gets the next version, unless the content is the same."
      },
      footer = {
        "",
        "Example:",
        "  desist baseline build --name 2011 --from 2011-01-01 --to 2011-12-31"
      })
  void build(
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
          String name,
      @Option(
              names = "--from",
              required = true,
              paramLabel = "DATE",
              description = "First day of the first quarter.")
          LocalDate from,
      @Option(
              names = "--to",
              required = true,
              paramLabel = "DATE",
              description = "Last day of the last quarter.")
          LocalDate to,
      @Option(
              names = "--run",
              paramLabel = "RUN",
              description =
                  "Run whose published figures are taken (default: the current version's).")
          String run,
      @Mixin OutOption out) {
    Path here = out.here("baseline build");
    Baselines baselines = new Baselines(here, LocalDate.now(console.clock()));
    report(baselines.build(name, from, to, version(here, run)), here);
  }

  @Command(
      name = "import",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Freezes what a CSV file says, such as a published baseline.",
        "Columns: geography_type, geography_code, breakdown, category, quarter_start, offenders, and reoffenders or reoffending_rate; reoffences or reoffences_per_reoffender, and expected_rate where known."
      },
      footer = {"", "Example:", "  desist baseline import --name published-2011 baseline.csv"})
  void importFile(
      @Option(names = "--name", required = true, paramLabel = "NAME", description = "Its name.")
          String name,
      @Parameters(paramLabel = "FILE", description = "The CSV file.") Path file,
      @Option(
              names = "--measure",
              paramLabel = "reoffending|reconviction",
              defaultValue = "reoffending",
              description = "What its figures count (default: ${DEFAULT-VALUE}).")
          CountedBy measure,
      @Option(
              names = "--score",
              paramLabel = "ogrs3|ogrs4g",
              description =
                  "The score of its expected rates (default: that of the manifest beside a baseline.csv that was built, else ogrs3).")
          ScoredBy score,
      @Mixin OutOption out) {
    report(
        new Baselines(out.out, LocalDate.now(console.clock()))
            .importFile(name, file, measure.measure(), score == null ? null : score.score()),
        out.out);
  }

  @Command(
      name = "list",
      mixinStandardHelpOptions = true,
      description = "Lists every version of every frozen baseline.",
      footer = {"", "Example:", "  desist baseline list"})
  void list(@Mixin OutOption out) {
    BaselineScreen.list(BaselineStore.below(out.out).list(), console.out());
  }

  @Command(
      name = "show",
      mixinStandardHelpOptions = true,
      description = "Shows one baseline: where it comes from, how to cite it, what it says.",
      footer = {"", "Examples:", "  desist baseline show 2011", "  desist baseline show 2011@1"})
  void show(
      @Parameters(paramLabel = "NAME[@VERSION]", description = "The latest version, or one.")
          String reference,
      @Mixin OutOption out) {
    BaselineStore store = BaselineStore.below(out.out);
    BaselineManifest manifest =
        store
            .find(reference)
            .orElseThrow(
                () ->
                    new DesistException(
                        ErrorCode.UNKNOWN_BASELINE,
                        "Cannot show the baseline %s: nothing is frozen under that name in %s. See desist baseline list."
                            .formatted(reference, out.out)));
    BaselineScreen.show(manifest, store, console.out());
  }

  private void report(BaselineManifest manifest, Path out) {
    BaselineScreen.show(manifest, BaselineStore.below(out), console.out());
  }

  private static String version(Path out, String run) {
    Versions versions = Versions.below(out);
    if (run != null && !versions.has(run)) {
      throw new DesistException(
          ErrorCode.UNKNOWN_RUN,
          "Cannot build from run %s: it is not published in %s. See desist runs."
              .formatted(run, out));
    }
    return run != null ? run : versions.seen("build a baseline");
  }
}
