// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.desist.comparison.CovariateColumns.Column;
import org.desist.comparison.Term.TermWords;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * The numbers a regression reads: one row per unit, one column per term, the intercept first. Text
 * covariates are indicators with the first level in sort order as reference; a missing number is an
 * indicator beside the mean of the present ones; covariates that never vary are left out and named.
 * Products of covariates come last.
 */
public final class DesignMatrix {
  private static final int LARGEST = Integer.MAX_VALUE - 8;

  private final int rows;
  private final List<Term> terms;
  private final double[] values;
  private final List<String> constants;

  private DesignMatrix(int rows, List<Term> terms, double[] values, List<String> constants) {
    this.rows = rows;
    this.terms = List.copyOf(terms);
    this.values = values;
    this.constants = List.copyOf(constants);
  }

  /**
   * The matrix of some covariates, all of the same size.
   *
   * @throws DesistException BAD_ARGUMENT when there are none, when a name comes twice, when sizes
   *     differ, when a number is infinite, or when the matrix is larger than an array can be
   */
  public static DesignMatrix of(List<Covariate> covariates) {
    return of(covariates, List.of());
  }

  /**
   * The matrix of some covariates and of products of them.
   *
   * @throws DesistException BAD_ARGUMENT as without products; also when a product names what is not
   *     among the covariates, or one twice
   */
  public static DesignMatrix of(List<Covariate> covariates, List<Interaction> interactions) {
    check(covariates);
    int rows = covariates.get(0).size();
    List<Column> columns = new ArrayList<>();
    columns.add(new Column(Term.INTERCEPT, unit -> 1));
    List<Term> constants = new ArrayList<>();
    for (Covariate covariate : covariates) {
      List<Column> own = CovariateColumns.withoutReference(covariate);
      if (own.isEmpty()) {
        constants.add(Term.number(covariate.name()));
      }
      add(own, rows, columns, constants);
    }
    for (Interaction interaction : interactions) {
      add(products(interaction, covariates), rows, columns, constants);
    }
    if ((long) rows * columns.size() > LARGEST) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot fit %d units on %d columns: that is more than one array holds. Use fewer covariates or a sample of the comparison pool.",
              rows,
              columns.size()));
    }
    return new DesignMatrix(
        rows,
        columns.stream().map(Column::term).toList(),
        filled(columns, rows),
        TermWords.each(constants));
  }

  private static void add(List<Column> own, int rows, List<Column> columns, List<Term> constants) {
    for (Column column : own) {
      if (varies(column, rows)) {
        columns.add(column);
      } else {
        constants.add(column.term());
      }
    }
  }

  private static List<Column> products(Interaction interaction, List<Covariate> covariates) {
    if (interaction.first().equals(interaction.second())) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot multiply covariate %s with itself. Give its square as a column of its own."
              .formatted(interaction.first()));
    }
    List<Column> firsts = CovariateColumns.withoutReference(named(interaction.first(), covariates));
    List<Column> seconds =
        CovariateColumns.withoutReference(named(interaction.second(), covariates));
    List<Column> products = new ArrayList<>();
    for (Column first : firsts) {
      for (Column second : seconds) {
        products.add(
            new Column(
                Term.product(first.term(), second.term(), firsts.size() * seconds.size()),
                unit -> first.at(unit) * second.at(unit)));
      }
    }
    return products;
  }

  private static Covariate named(String name, List<Covariate> covariates) {
    return covariates.stream()
        .filter(covariate -> covariate.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new DesistException(
                    ErrorCode.BAD_ARGUMENT,
                    "Cannot multiply %s: it is not among the covariates. Name it there too."
                        .formatted(name)));
  }

  private static void check(List<Covariate> covariates) {
    if (covariates.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT, "Cannot fit a model without covariates. Name at least one.");
    }
    Covariate first = covariates.get(0);
    List<String> names = new ArrayList<>();
    for (Covariate covariate : covariates) {
      if (names.contains(covariate.name())) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot use covariate %s twice. Name it once.".formatted(covariate.name()));
      }
      names.add(covariate.name());
      if (covariate.size() != first.size()) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            String.format(
                Locale.ROOT,
                "Cannot use covariate %s: it has %d units and %s has %d. Give one value per unit.",
                covariate.name(),
                covariate.size(),
                first.name(),
                first.size()));
      }
    }
  }

  private static boolean varies(Column column, int rows) {
    for (int unit = 1; unit < rows; unit++) {
      if (column.at(unit) != column.at(0)) {
        return true;
      }
    }
    return false;
  }

  private static double[] filled(List<Column> columns, int rows) {
    int width = columns.size();
    double[] values = new double[rows * width];
    for (int term = 0; term < width; term++) {
      Column column = columns.get(term);
      for (int unit = 0; unit < rows; unit++) {
        values[unit * width + term] = column.at(unit);
      }
    }
    return values;
  }

  /** The same units without some terms. */
  DesignMatrix without(Set<Integer> dropped) {
    List<Integer> kept = new ArrayList<>();
    for (int term = 0; term < terms.size(); term++) {
      if (!dropped.contains(term)) {
        kept.add(term);
      }
    }
    double[] left = new double[rows * kept.size()];
    for (int unit = 0; unit < rows; unit++) {
      for (int i = 0; i < kept.size(); i++) {
        left[unit * kept.size() + i] = values[unit * terms.size() + kept.get(i)];
      }
    }
    return new DesignMatrix(rows, kept.stream().map(terms::get).toList(), left, constants);
  }

  /** How many units. */
  public int rows() {
    return rows;
  }

  /** The columns in their order, the intercept first. */
  public List<Term> terms() {
    return terms;
  }

  /** What never varies and was left out, by covariate. */
  public List<String> constants() {
    return constants;
  }

  /** The value of a term for a unit. */
  public double at(int unit, int term) {
    return values[unit * terms.size() + term];
  }

  /** All values, row after row; not to be written to. */
  double[] values() {
    return values;
  }

  /**
   * A product of two covariates in a model: each column of the one times each column of the other,
   * without reference levels, named as R's glm does: {@code raceblack:age}.
   *
   * @param first name of a covariate
   * @param second name of another
   */
  public record Interaction(String first, String second) {}

  /**
   * Work on fixed blocks of units. How many blocks there are depends on the number of units only,
   * and results come back in the order of the blocks: sums over them are the same whatever the
   * number of processors.
   */
  static final class UnitBlocks {
    private static final int MOST = 64;
    private static final int SMALLEST = 1024;

    private UnitBlocks() {}

    /** The result of each block, given its first unit and the unit after its last one. */
    static <T> List<T> map(int units, BiFunction<Integer, Integer, T> work) {
      int size = Math.max(SMALLEST, (units + MOST - 1) / MOST);
      int count = Math.max(1, (units + size - 1) / size);
      return IntStream.range(0, count)
          .parallel()
          .mapToObj(block -> work.apply(block * size, Math.min(units, (block + 1) * size)))
          .toList();
    }
  }
}
