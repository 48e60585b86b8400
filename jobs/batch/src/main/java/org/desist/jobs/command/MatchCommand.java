// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.desist.comparison.DesignMatrix.Interaction;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.MatchSettings.Caliper;
import org.desist.comparison.MatchSettings.CaliperScale;
import org.desist.comparison.MatchSettings.CommonSupport;
import org.desist.comparison.MatchSettings.Replacement;
import org.desist.comparison.MatchSettings.TreatedOrder;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.screen.MatchScreen;
import org.desist.method.MethodFile;
import org.desist.prepared.MatchColumns;
import org.desist.prepared.MatchFolder;
import org.desist.prepared.PreparedMatch;
import org.desist.prepared.UnitTable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code desist match}. */
@Command(
    name = "match",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes a comparison group from an analyst's own table, one row per unit, and compares outcomes: propensity score, matching, balance, effects.",
      "Columns of text become indicators, their first value in sort order is the reference. A column is a number when all its values are and none looks like a code; --category and --number say otherwise. Nothing, NULL, NA and NaN are missing.",
      "Writes coefficients.csv, scores.csv, weights.csv, balance.csv and effects.csv, with pairs.csv for nearest neighbours."
    },
    footer = {
      "",
      "Examples:",
      "  desist match --units data-samples/match/units.csv --id unit --treatment took_part --covariates age,sex,previous_sanctions,need --outcomes reoffended",
      "  desist match --units units.parquet --treatment treat --covariates age,race,educ --outcomes y --matching nearest --caliper 0.2 --caliper-scale sd --ratio 2 --exact race",
      "  desist match --units data-samples/pilots/peterborough/units.csv.gz --id unit --treatment released_from_peterborough --covariates age,previous_convictions,first_time_in_prison,offence,sentence_days --outcomes reconvictions --matching nearest --ratio 10 --caliper 0.2 --caliper-scale sd-logit --target-fall 7.5"
    })
final class MatchCommand implements Runnable {
  private static final int MOST_NEIGHBOURS = 1000;

  /** In standard deviations. */
  private static final int WIDEST = 10;

  /** Percent. */
  private static final int WHOLE = 100;

  @Option(
      names = "--units",
      paramLabel = "FILE",
      required = true,
      description = "The table: .csv, .csv.gz or .parquet.")
  Path units;

  @Option(
      names = "--treatment",
      paramLabel = "COL",
      required = true,
      description = "Column that tells treated units: 0 and 1, or true and false.")
  String treatment;

  @Option(
      names = "--covariates",
      paramLabel = "COL",
      required = true,
      split = ",",
      description = "Columns that the score is made of, with commas between.")
  List<String> covariates;

  @Option(
      names = "--category",
      paramLabel = "COL",
      split = ",",
      description =
          "Covariates or exact columns whose numbers are codes: each value becomes a level. May be repeated.")
  List<String> categories = List.of();

  @Option(
      names = "--number",
      paramLabel = "COL",
      split = ",",
      description =
          "Columns whose values are amounts, however few differ or whatever they look like. May be repeated.")
  List<String> quantities = List.of();

  @Option(
      names = "--outcomes",
      paramLabel = "COL",
      required = true,
      split = ",",
      description = "Columns to compare, with commas between: numbers, or 0 and 1.")
  List<String> outcomes;

  @Option(
      names = "--matching",
      paramLabel = "radius|nearest",
      description = "How units are matched (default: radius).")
  Method matching;

  /** Published commands still say so. */
  @Option(names = "--method", hidden = true)
  Method method;

  @Option(
      names = "--caliper",
      paramLabel = "X",
      description =
          "How far apart two matched units may be (default: 0.05 of the score for radius, no limit for nearest).")
  Double caliper;

  @Option(
      names = "--caliper-scale",
      paramLabel = "score|sd|sd-logit",
      description =
          "What the caliper is measured in: the score, standard deviations of the score over all units, or those of its log odds; the last also measures distances on the log odds (default: score).")
  Scale scale;

  @Option(
      names = "--ratio",
      paramLabel = "K",
      description = "Most neighbours to a treated unit, nearest only (default: 1).")
  Integer ratio;

  @Option(
      names = "--replace",
      description = "A neighbour may serve several treated units; by radius it always may.")
  boolean isReplaced;

  @Option(
      names = "--order",
      paramLabel = "highest|lowest|data",
      description =
          "Who chooses first, nearest only: highest score, lowest score, smallest key (default: highest). Ties go to the smallest key.")
  Order order;

  @Option(
      names = "--exact",
      paramLabel = "COL",
      split = ",",
      description = "Columns in which matched units must be equal.")
  List<String> exact = List.of();

  @Option(
      names = "--discard",
      paramLabel = "none|treated|comparison|both",
      defaultValue = "none",
      description =
          "Leave out units whose score lies outside the other group's range (default: ${DEFAULT-VALUE}).")
  Discard discard;

  @Option(
      names = "--interactions",
      paramLabel = "A:B",
      split = ",",
      description = "Products of covariates in the score.")
  List<String> interactions = List.of();

  @Option(
      names = "--target-fall",
      paramLabel = "PERCENT",
      description =
          "How many percent lower the outcomes of the treated were to be than those of the comparison group: says whether that is met (default: no target).")
  Double targetFall;

  @Option(
      names = "--id",
      paramLabel = "COL",
      description = "Column that names the units (default: the number of the row, from 1).")
  String id;

  @Option(
      names = "--to-folder",
      paramLabel = "DIR",
      description = "Folder to write; one from an earlier matching is replaced (default: match).")
  Path toFolder;

  /** Published commands still say so. */
  @Option(names = "--out", hidden = true)
  Path out;

  @Spec CommandSpec spec;

  private final Console console;

  /** Lower case, as it is typed. */
  enum Method {
    radius,
    nearest
  }

  /** As it is typed. */
  enum Scale {
    score(CaliperScale.SCORE),
    sd(CaliperScale.SCORE_DEVIATIONS),
    sd_logit(CaliperScale.LOGIT_DEVIATIONS);

    private final CaliperScale scale;

    Scale(CaliperScale scale) {
      this.scale = scale;
    }

    @Override
    public String toString() {
      return name().replace('_', '-');
    }
  }

  /** Lower case, as it is typed. */
  enum Order {
    highest(TreatedOrder.HIGHEST_SCORE),
    lowest(TreatedOrder.LOWEST_SCORE),
    data(TreatedOrder.KEY);

    private final TreatedOrder order;

    Order(TreatedOrder order) {
      this.order = order;
    }
  }

  /** Lower case, as it is typed. */
  enum Discard {
    none(CommonSupport.KEEP_ALL),
    treated(CommonSupport.DISCARD_TREATED),
    comparison(CommonSupport.DISCARD_COMPARISON),
    both(CommonSupport.DISCARD_BOTH);

    private final CommonSupport support;

    Discard(CommonSupport support) {
      this.support = support;
    }
  }

  MatchCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    MatchColumns columns =
        new MatchColumns(
            id, treatment, covariates, products(), exact, outcomes, categories, quantities);
    MatchSettings settings = settings();
    // Before the work: a folder that cannot be written is best known at once.
    Path named = toFolder != null ? toFolder : out != null ? out : Path.of("match");
    MatchFolder folder = new MatchFolder(named);
    PreparedMatch match =
        StopNotice.during(
            console,
            "%s is as it was, or whole.".formatted(named),
            () -> {
              PreparedMatch made = matched(UnitTable.read(units, columns), columns, settings);
              folder.write(made);
              return made;
            });
    MatchScreen.show(match, named, console.out());
  }

  /** What was noticed in the table is most wanted where there is no answer. */
  private PreparedMatch matched(UnitTable table, MatchColumns columns, MatchSettings settings) {
    try {
      return PreparedMatch.of(table, columns, settings, target());
    } catch (DesistException e) {
      table.notes().forEach(note -> console.note("noticed", note));
      throw e;
    }
  }

  private OptionalDouble target() {
    if (targetFall == null) {
      return OptionalDouble.empty();
    }
    if (!(targetFall > 0 && targetFall <= WHOLE)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use --target-fall %s: it is a percentage above 0, and 100 at most. Give another, or leave it out."
              .formatted(targetFall));
    }
    return OptionalDouble.of(targetFall);
  }

  private MatchSettings settings() {
    atMost("--ratio", ratio == null ? 1 : ratio, MOST_NEIGHBOURS);
    if (caliper != null) {
      boolean isOfScore = scale == null || scale == Scale.score;
      atMost("--caliper", caliper, isOfScore ? 1 : WIDEST);
    }
    Method chosen = matching != null ? matching : method;
    boolean isRadius = chosen != Method.nearest;
    if (isRadius && (ratio != null || order != null)) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot use %s with --matching radius: it takes everybody within the caliper. Leave it out, or say --matching nearest."
              .formatted(ratio != null ? "--ratio" : "--order"));
    }
    if (caliper == null && scale != null && isRadius) {
      throw new ParameterException(
          spec.commandLine(),
          "Cannot use --caliper-scale without --caliper: say how wide it is, such as --caliper 0.2.");
    }
    CaliperScale measured = scale == null ? CaliperScale.SCORE : scale.scale;
    double unsaid =
        isRadius
            ? MethodFile.read(null).comparison().calipers().get(0).width()
            : Caliper.NONE.width();
    return new MatchSettings(
        isRadius ? MatchSettings.Method.RADIUS : MatchSettings.Method.NEAREST,
        new Caliper(caliper == null ? unsaid : caliper, measured),
        discard.support,
        ratio == null ? 1 : ratio,
        isRadius || isReplaced ? Replacement.WITH : Replacement.WITHOUT,
        order == null ? TreatedOrder.HIGHEST_SCORE : order.order);
  }

  private static void atMost(String option, double value, int most) {
    if (!(value <= most)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot use %s %s: it is a number of %d at most. Give a smaller one, or leave it out.",
              option,
              value,
              most));
    }
  }

  private List<Interaction> products() {
    List<Interaction> products = new ArrayList<>();
    for (String text : interactions) {
      int colon = text.indexOf(':');
      if (colon < 1 || colon == text.length() - 1 || text.indexOf(':', colon + 1) > 0) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot use the interaction '%s': it is not two covariates with a colon between. Write it like age:sex."
                .formatted(text));
      }
      products.add(new Interaction(text.substring(0, colon), text.substring(colon + 1)));
    }
    return products;
  }
}
