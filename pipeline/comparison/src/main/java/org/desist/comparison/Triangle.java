// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** An upper triangular matrix R, from a Cholesky or a QR factorisation of a matrix A: A'A = R'R. */
final class Triangle {
  /** A Cholesky pivot below this share of its diagonal has lost too many digits to be trusted. */
  private static final double UNSTABLE = 1e-9;

  /** A column that keeps less than this share of its length is a combination of earlier ones. */
  private static final double DEPENDENT = 1e-7;

  /** A combination's coefficient on scaled columns below this is rounding. */
  private static final double NOTHING = 1e-6;

  private final double[][] rows;

  private Triangle(double[][] rows) {
    this.rows = rows;
  }

  /** Cholesky on an upper triangle of A'A; empty when it is not stable. */
  static Optional<Triangle> cholesky(double[][] products) {
    int width = products.length;
    double[][] rows = new double[width][width];
    for (int i = 0; i < width; i++) {
      double[] row = rows[i];
      System.arraycopy(products[i], i, row, i, width - i);
      for (int k = 0; k < i; k++) {
        double factor = rows[k][i];
        for (int j = i; j < width; j++) {
          row[j] -= factor * rows[k][j];
        }
      }
      if (!(row[i] > UNSTABLE * products[i][i])) {
        return Optional.empty();
      }
      double root = Math.sqrt(row[i]);
      for (int j = i; j < width; j++) {
        row[j] /= root;
      }
    }
    return Optional.of(new Triangle(rows));
  }

  /**
   * Householder QR, without forming A'A.
   *
   * @param columns of A; overwritten
   */
  static Triangle qr(double[][] columns) {
    int width = columns.length;
    int height = columns[0].length;
    double[][] rows = new double[width][width];
    for (int i = 0; i < Math.min(width, height); i++) {
      double[] column = columns[i];
      double length = 0;
      for (int k = i; k < height; k++) {
        length += column[k] * column[k];
      }
      length = Math.sqrt(length);
      rows[i][i] = column[i] > 0 ? -length : length;
      if (length > 0) {
        column[i] -= rows[i][i];
        double half = -rows[i][i] * column[i];
        for (int j = i + 1; j < width; j++) {
          reflect(column, columns[j], i, half);
        }
      }
      for (int j = i + 1; j < width; j++) {
        rows[i][j] = columns[j][i];
      }
    }
    return new Triangle(rows);
  }

  private static void reflect(double[] mirror, double[] column, int from, double half) {
    double dot = 0;
    for (int k = from; k < column.length; k++) {
      dot += mirror[k] * column[k];
    }
    double factor = dot / half;
    for (int k = from; k < column.length; k++) {
      column[k] -= factor * mirror[k];
    }
  }

  /** The R of several matrices, one below the other. */
  static Triangle stacked(List<Triangle> parts) {
    int width = parts.get(0).rows.length;
    double[][] columns = new double[width][width * parts.size()];
    for (int part = 0; part < parts.size(); part++) {
      for (int i = 0; i < width; i++) {
        for (int j = 0; j < width; j++) {
          columns[j][part * width + i] = parts.get(part).rows[i][j];
        }
      }
    }
    return qr(columns);
  }

  /** Columns that are combinations of earlier ones, and which: by position, in order. */
  SortedMap<Integer, List<Integer>> dependent() {
    int width = rows.length;
    TreeMap<Integer, List<Integer>> dependent = new TreeMap<>();
    List<double[]> basis = new ArrayList<>();
    List<double[]> recipes = new ArrayList<>();
    for (int j = 0; j < width; j++) {
      double[] rest = new double[width];
      for (int i = 0; i <= j; i++) {
        rest[i] = rows[i][j];
      }
      double whole = Math.sqrt(dot(rest, rest));
      double[] recipe = new double[width];
      recipe[j] = 1;
      // Twice: one pass of Gram-Schmidt leaves what rounding made of the first.
      for (int pass = 0; pass < 2; pass++) {
        for (int b = 0; b < basis.size(); b++) {
          double share = dot(rest, basis.get(b));
          subtract(rest, basis.get(b), share);
          subtract(recipe, recipes.get(b), share);
        }
      }
      double left = Math.sqrt(dot(rest, rest));
      if (left <= DEPENDENT * whole) {
        dependent.put(j, parts(recipe, j));
      } else {
        basis.add(scaled(rest, 1 / left));
        recipes.add(scaled(recipe, 1 / left));
      }
    }
    return dependent;
  }

  private static List<Integer> parts(double[] recipe, int own) {
    TreeSet<Integer> parts = new TreeSet<>();
    for (int k = 0; k < own; k++) {
      if (Math.abs(recipe[k]) > NOTHING) {
        parts.add(k);
      }
    }
    return List.copyOf(parts);
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int k = 0; k < left.length; k++) {
      sum += left[k] * right[k];
    }
    return sum;
  }

  private static void subtract(double[] from, double[] what, double times) {
    for (int k = 0; k < from.length; k++) {
      from[k] -= times * what[k];
    }
  }

  private static double[] scaled(double[] values, double factor) {
    double[] result = new double[values.length];
    for (int k = 0; k < values.length; k++) {
      result[k] = values[k] * factor;
    }
    return result;
  }

  /** The x with R'R x = right; not finite when R is singular. */
  double[] solve(double[] right) {
    int width = rows.length;
    double[] x = right.clone();
    for (int i = 0; i < width; i++) {
      x[i] /= rows[i][i];
      for (int j = i + 1; j < width; j++) {
        x[j] -= rows[i][j] * x[i];
      }
    }
    for (int i = width - 1; i >= 0; i--) {
      for (int j = i + 1; j < width; j++) {
        x[i] -= rows[i][j] * x[j];
      }
      x[i] /= rows[i][i];
    }
    return x;
  }

  /** Rows of the inverse of R. */
  double[][] inverse() {
    int width = rows.length;
    double[][] inverse = new double[width][width];
    for (int j = 0; j < width; j++) {
      inverse[j][j] = 1 / rows[j][j];
      for (int i = j - 1; i >= 0; i--) {
        double sum = 0;
        for (int k = i + 1; k <= j; k++) {
          sum += rows[i][k] * inverse[k][j];
        }
        inverse[i][j] = -sum / rows[i][i];
      }
    }
    return inverse;
  }
}
