// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.inquiry.MatchPlan;
import org.desist.jobs.bench.EffectsBench;
import org.desist.jobs.bench.LimitsBench;
import org.desist.jobs.bench.RegressionData;
import org.desist.jobs.bench.SpeedBench;
import org.desist.jobs.bench.Timing;
import org.desist.jobs.bench.World;
import org.desist.method.MethodFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code desist bench}. */
@Command(
    name = "bench",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Measures how right answers are where the truth is known, and how fast.",
    footer = {
      "",
      "Examples:",
      "  desist bench effects",
      "  desist bench limits",
      "  desist bench speed"
    })
final class BenchCommand implements Runnable {
  private static final int FEWEST_UNITS = 1000;
  private static final int FEWEST_PEOPLE = 300;

  @Spec CommandSpec spec;

  private final Console console;

  BenchCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "Cannot tell what to measure: say effects, limits or speed.");
  }

  @Command(
      name = "effects",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Draws worlds in which a programme has a known effect and people of high risk were sent to it, matches each as a request would be, and counts how often the interval has the truth in it.",
        "The truth is the mean, over the matched treated people, of their probability of reoffending with the programme less without."
      },
      footer = {"", "Example:", "  desist bench effects --seeds 200 --effects 0,-5,5"})
  void effects(
      @Option(
              names = "--seeds",
              paramLabel = "N",
              defaultValue = "200",
              description = "Worlds for each effect (default: ${DEFAULT-VALUE}).")
          int seeds,
      @Option(
              names = "--effects",
              paramLabel = "POINTS",
              split = ",",
              defaultValue = "0,-5,5",
              description = "Effects in percentage points (default: ${DEFAULT-VALUE}).")
          List<Double> effects,
      @Option(
              names = "--kind",
              paramLabel = "KIND",
              defaultValue = "USUAL",
              description = "Kind of world: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
          World.Kind kind,
      @Option(
              names = "--people",
              paramLabel = "N",
              description = "People in a world (default: as the kind has it).")
          Integer asked,
      @Option(
              names = "--share",
              paramLabel = "X",
              description = "Share of them who take part, roughly (default: as the kind has it).")
          Double askedShare,
      @Option(
              names = "--caliper",
              paramLabel = "X",
              description =
                  "How far apart two matched units may be (default: chosen from the method's list).")
          Double caliper) {
    if (seeds < 2) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(Locale.ROOT, "Cannot judge %d worlds: say --seeds 2 or more.", seeds));
    }
    int people = asked == null ? kind.people() : asked;
    double share = askedShare == null ? kind.share() : askedShare;
    if (people < FEWEST_PEOPLE || !(share > 0 && share < 1)) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              Locale.ROOT,
              "Cannot draw %d people of whom %s take part: say --people %d or more and a --share between 0 and 1.",
              people,
              share,
              FEWEST_PEOPLE));
    }
    console
        .out()
        .println(
            new EffectsBench(
                    kind,
                    people,
                    share,
                    seeds,
                    caliper == null
                        ? MatchPlan.usual(MethodFile.read(null).comparison())
                        : List.of(new Caliper(caliper, CaliperScale.SCORE)))
                .run(effects)
                .text());
  }

  @Command(
      name = "limits",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Draws worlds of 21 contract areas in which nothing changed, compares each area with its baseline as a run does, and counts how often chance alone gives an outcome."
      },
      footer = {"", "Example:", "  desist bench limits --worlds 500"})
  void limits(
      @Option(
              names = "--worlds",
              paramLabel = "N",
              defaultValue = "500",
              description = "Worlds of each kind (default: ${DEFAULT-VALUE}).")
          int worlds) {
    if (worlds < 1) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(Locale.ROOT, "Cannot judge %d worlds: say --worlds 1 or more.", worlds));
    }
    console.out().println(new LimitsBench(worlds).run().text());
  }

  @Command(
      name = "speed",
      mixinStandardHelpOptions = true,
      sortOptions = false,
      description = {
        "Times the regression and the matching of a national request, on drawn data: the first run, and the median of those after a warm-up, on the clock and in processor seconds."
      },
      footer = {"", "Example:", "  desist bench speed --repetitions 5"})
  void speed(
      @Option(
              names = "--rows",
              paramLabel = "N",
              defaultValue = "300000",
              description = "Units to regress, and to match with (default: ${DEFAULT-VALUE}).")
          int units,
      @Option(
              names = "--treated",
              paramLabel = "N",
              defaultValue = "5000",
              description = "Treated units to match (default: ${DEFAULT-VALUE}).")
          int treated,
      @Option(
              names = "--repetitions",
              paramLabel = "N",
              defaultValue = "5",
              description = "Timed runs after the warm-up (default: ${DEFAULT-VALUE}).")
          int repetitions,
      @Option(
              names = "--to-folder",
              paramLabel = "DIR",
              description =
                  "Folder to write as well: the data of the regression, what was found and speed.csv, for other software to be timed on.")
          Path data) {
    if (units < FEWEST_UNITS || treated < 1 || repetitions < 1) {
      throw new ParameterException(
          spec.commandLine(),
          String.format(
              Locale.ROOT,
              "Cannot time that: say --rows %d or more, --treated and --repetitions 1 or more.",
              FEWEST_UNITS));
    }
    RegressionData drawn = new RegressionData(units);
    List<Timing> timings = new SpeedBench(units, treated, repetitions).run(drawn);
    console.out().println(SpeedBench.table(timings).text());
    if (data != null) {
      drawn.write(data);
      SpeedBench.write(timings, data.resolve("speed.csv"));
    }
  }
}
