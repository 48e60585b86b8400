// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.nio.file.Path;
import java.util.List;
import org.desist.comparison.Covariate;
import org.desist.error.DesistException;

/** Units in the order of their keys, typed. */
public final class UnitTable {
  private final List<String> keys;
  private final boolean[] treated;
  private final List<Covariate> covariates;
  private final List<Covariate> exact;
  private final List<Outcome> outcomes;
  private final int[] fileOrder;
  private final UnitNotes notes;

  UnitTable(
      List<String> keys,
      boolean[] treated,
      List<Covariate> covariates,
      List<Covariate> exact,
      List<Outcome> outcomes,
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
  public List<Outcome> outcomes() {
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
}
