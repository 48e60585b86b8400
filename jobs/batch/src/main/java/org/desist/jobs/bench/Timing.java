// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * How long something takes, in seconds.
 *
 * @param first on the clock, before anything was compiled
 * @param median on the clock, of the repetitions after a warm-up
 * @param processor median of the processor time of all threads
 */
public record Timing(String name, int repetitions, double first, double median, double processor) {
  private static final double NANO = 1e-9;

  /**
   * Times some work.
   *
   * @param work its result is only there so that it cannot be left out
   */
  static Timing of(String name, int warmUps, int repetitions, IntSupplier work) {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    List<Double> clock = new ArrayList<>();
    List<Double> processor = new ArrayList<>();
    int kept = 0;
    for (int i = 0; i < 1 + warmUps + repetitions; i++) {
      long start = System.nanoTime();
      long used = system.getProcessCpuTime();
      kept += work.getAsInt();
      processor.add((system.getProcessCpuTime() - used) * NANO);
      clock.add((System.nanoTime() - start) * NANO);
    }
    if (kept == 0) {
      throw new IllegalStateException(name + " did nothing");
    }
    return new Timing(
        name,
        repetitions,
        clock.get(0),
        median(clock.subList(1 + warmUps, clock.size())),
        median(processor.subList(1 + warmUps, processor.size())));
  }

  private static double median(List<Double> values) {
    List<Double> sorted = new ArrayList<>(values);
    Collections.sort(sorted);
    int middle = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(middle)
        : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
  }
}
