// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * A scale from values to pixels whose ends are round numbers.
 *
 * @param from value at the first end
 * @param to value at the other end, above from
 * @param step between ticks
 * @param start pixel of from
 * @param end pixel of to
 */
record ChartAxis(double from, double to, double step, double start, double end) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};

  /** As few round steps as hold both finite values; of equal ones, a span of 1. */
  static ChartAxis of(double least, double most, int ticks, double start, double end) {
    double span = most > least ? most - least : 1;
    double rough = span / ticks;
    double unit = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = unit * 10;
    for (double candidate : STEPS) {
      if (candidate * unit >= rough * 0.999) {
        step = candidate * unit;
        break;
      }
    }
    double from = Math.floor(least / step + 1e-9) * step;
    double to = Math.ceil((least + span) / step - 1e-9) * step;
    return new ChartAxis(from, to, step, start, end);
  }

  double at(double value) {
    return start + (value - from) / (to - from) * (end - start);
  }

  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long count = Math.round((to - from) / step);
    for (int tick = 0; tick <= count; tick++) {
      double value = from + tick * step;
      ticks.add(Math.abs(value) < step / 1000 ? 0.0 : value);
    }
    return ticks;
  }

  /** The decimals that tell the ticks apart. */
  int decimals() {
    int decimals = 0;
    double scaled = step;
    while (decimals < 4 && Math.abs(scaled - Math.rint(scaled)) > 1e-6) {
      scaled *= 10;
      decimals++;
    }
    return decimals;
  }
}
