// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.math.BigInteger;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.desist.comparison.Covariate;
import org.desist.error.DesistException;

/** Units in the order of their keys, typed. */
public final class UnitTable {
  private final List<String> keys;
  private final boolean[] treated;
  private final List<Covariate> covariates;
  private final List<Covariate> exact;
  private final List<UnitOutcome> outcomes;
  private final int[] fileOrder;
  private final UnitNotes notes;

  UnitTable(
      List<String> keys,
      boolean[] treated,
      List<Covariate> covariates,
      List<Covariate> exact,
      List<UnitOutcome> outcomes,
      int[] fileOrder,
      UnitNotes notes) {
    this.keys = List.copyOf(keys);
    this.treated = treated;
    this.covariates = List.copyOf(covariates);
    this.exact = List.copyOf(exact);
    this.outcomes = List.copyOf(outcomes);
    this.fileOrder = fileOrder;
    this.notes = notes;
  }

  /**
   * Reads a table: CSV, CSV packed by gzip, or Parquet.
   *
   * @throws DesistException MISSING_RESOURCE, MISSING_COLUMN or UNREADABLE naming file, place and
   *     column; BAD_ARGUMENT for a text covariate of too many levels
   */
  public static UnitTable read(Path file, MatchColumns columns) {
    return new UnitReader(file, columns).table();
  }

  /** How many units. */
  public int size() {
    return treated.length;
  }

  /** The column of ids, or the row from 1; one per unit. */
  public List<String> keys() {
    return keys;
  }

  /** Which units are treated. */
  public boolean[] treated() {
    return treated.clone();
  }

  /** The same of some units, given by their places. */
  boolean[] treated(int[] places) {
    boolean[] own = new boolean[places.length];
    for (int i = 0; i < own.length; i++) {
      own[i] = treated[places[i]];
    }
    return own;
  }

  /** What the score is made of, in the order asked for. */
  public List<Covariate> covariates() {
    return covariates;
  }

  /** What matched units must have in common. */
  public List<Covariate> exact() {
    return exact;
  }

  /** The outcomes in the order asked for. */
  public List<UnitOutcome> outcomes() {
    return outcomes;
  }

  /** The units, from 0, as their rows stand in the file. */
  public int[] fileOrder() {
    return fileOrder.clone();
  }

  /** Sentences on what was read otherwise than one might expect. */
  public List<String> notes() {
    return notes.all();
  }

  /** Those of the sentences that tell which covariate was read as text though it holds numbers. */
  List<String> doubts() {
    return notes.doubts();
  }

  /**
   * The order of unit keys: text by text, but runs of digits by their number, so that unit 2 comes
   * before unit 10; where that leaves two keys equal, character by character.
   */
  static final class UnitKeys {
    private UnitKeys() {}

    static int compare(String left, String right) {
      int i = 0;
      int k = 0;
      while (i < left.length() && k < right.length()) {
        int leftEnd = digits(left, i);
        int rightEnd = digits(right, k);
        boolean isNumber = leftEnd > i && rightEnd > k;
        int order =
            isNumber
                ? new BigInteger(left.substring(i, leftEnd))
                    .compareTo(new BigInteger(right.substring(k, rightEnd)))
                : Character.compare(left.charAt(i), right.charAt(k));
        if (order != 0) {
          return order;
        }
        i = isNumber ? leftEnd : i + 1;
        k = isNumber ? rightEnd : k + 1;
      }
      int order = Integer.compare(left.length() - i, right.length() - k);
      return order != 0 ? order : left.compareTo(right);
    }

    private static int digits(String text, int from) {
      int end = from;
      while (end < text.length() && text.charAt(end) >= '0' && text.charAt(end) <= '9') {
        end++;
      }
      return end;
    }
  }

  /** An outcome of each unit. */
  public static final class UnitOutcome {
    private final String name;
    private final double[] values;

    UnitOutcome(String name, double[] values) {
      this.name = name;
      this.values = values;
    }

    /** The name of its column. */
    public String name() {
      return name;
    }

    /** One per unit; NaN for none. */
    public double[] values() {
      return values.clone();
    }

    /** The outcome of some units, given by their places. */
    UnitOutcome at(int[] units) {
      return new UnitOutcome(
          name, Arrays.stream(units).mapToDouble(unit -> values[unit]).toArray());
    }

    /** Whether every value is 0 or 1. */
    public boolean isRate() {
      return Arrays.stream(values)
          .allMatch(value -> Double.isNaN(value) || value == 0 || value == 1);
    }
  }
}
