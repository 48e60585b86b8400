// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.util.Arrays;
import java.util.List;

/** What people did in the year after their index date, by column. */
final class Reoffending {
  /** The court modes that reoffences are told apart by. */
  static final List<String> COURT_MODES = List.of("indictable_only", "either_way", "summary");

  private static final int NONE = -1;

  private final double[] reoffences;
  private final double[] days;
  private final int[] firstModes;
  private final double[] custodial;
  private final double[][] byMode;

  Reoffending(int size) {
    this.reoffences = new double[size];
    this.days = new double[size];
    this.firstModes = new int[size];
    this.custodial = new double[size];
    this.byMode = new double[COURT_MODES.size()][size];
  }

  void put(
      int unit, double count, double daysToFirst, String firstMode, double prison, double[] modes) {
    reoffences[unit] = count;
    days[unit] = daysToFirst;
    firstModes[unit] = firstMode == null ? NONE : COURT_MODES.indexOf(firstMode);
    custodial[unit] = prison;
    for (int mode = 0; mode < modes.length; mode++) {
      byMode[mode][unit] = modes[mode];
    }
  }

  /** 1 for those who reoffended, else 0. */
  double[] reoffended() {
    return Arrays.stream(reoffences).map(count -> count > 0 ? 1 : 0).toArray();
  }

  /** Reoffences. */
  double[] reoffences() {
    return reoffences.clone();
  }

  /** Days to the first; NaN for those who did not reoffend. */
  double[] days() {
    return days.clone();
  }

  /** 1 for those whose first reoffence has a court mode, by its place in the list. */
  double[] firstOf(int mode) {
    return Arrays.stream(firstModes).mapToDouble(first -> first == mode ? 1 : 0).toArray();
  }

  /** Reoffences of a court mode, by its place in the list. */
  double[] ofMode(int mode) {
    return byMode[mode].clone();
  }

  /** 1 for those with a custodial reoffence. */
  double[] hasCustodial() {
    return Arrays.stream(custodial).map(count -> count > 0 ? 1 : 0).toArray();
  }

  /** Custodial reoffences. */
  double[] custodial() {
    return custodial.clone();
  }
}
