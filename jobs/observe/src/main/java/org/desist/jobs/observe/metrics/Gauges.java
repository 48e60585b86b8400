// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.metrics;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;

/** Gauges, one after another. Labels have few values, all known beforehand. */
final class Gauges {
  private final MetricSnapshots.Builder all = MetricSnapshots.builder();

  /** Adds a gauge of one number. */
  Gauges add(String name, String help, double value) {
    return add(gauge(name, help).with(value));
  }

  /** Adds a gauge of one whole number. */
  Gauges add(String name, String help, long value) {
    return add(name, help, (double) value);
  }

  /** Adds a gauge of many numbers, unless it has none. */
  Gauges add(Gauge gauge) {
    if (!gauge.isEmpty()) {
      all.metricSnapshot(gauge.builder.build());
    }
    return this;
  }

  /** A gauge that is to be filled. */
  static Gauge gauge(String name, String help) {
    return new Gauge(name, help);
  }

  MetricSnapshots build() {
    return all.build();
  }

  /** Numbers of one name, told apart by labels. */
  static final class Gauge {
    private final GaugeSnapshot.Builder builder;
    private boolean isEmpty = true;

    private Gauge(String name, String help) {
      builder = GaugeSnapshot.builder().name(name).help(help);
    }

    /** Adds a number; names of labels and their values by turns. */
    Gauge with(double value, String... labels) {
      builder.dataPoint(
          GaugeDataPointSnapshot.builder().value(value).labels(Labels.of(labels)).build());
      isEmpty = false;
      return this;
    }

    /** Adds a whole number. */
    Gauge with(long value, String... labels) {
      return with((double) value, labels);
    }

    private boolean isEmpty() {
      return isEmpty;
    }
  }
}
