// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chaos;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.desist.jobs.FakeStages;

/** Draws moments by a seed, in the stages as an undisturbed run left them. */
final class Moments {
  /** Those that write files of their own, in order. */
  static final List<String> STAGES = FakeStages.NAMES.subList(0, FakeStages.NAMES.size() - 1);

  private final Random random;
  private final Map<String, Integer> files = new TreeMap<>();

  /**
   * Draws.
   *
   * @param seed the same gives the same moments
   * @param run folder of a run that was not disturbed
   */
  Moments(long seed, Path run) {
    this.random = new Random(seed);
    STAGES.forEach(stage -> files.put(stage, Moment.files(run.resolve(stage))));
  }

  /** A moment in a stage. */
  Moment in(String stage) {
    int of = files.get(stage);
    return new Moment(stage, random.nextInt(of), of);
  }

  /** So many moments anywhere, in the order of the stages: each later one can still be reached. */
  List<Moment> anywhere(int count) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(in(STAGES.get(random.nextInt(STAGES.size()))));
    }
    moments.sort(Comparator.comparingInt(moment -> STAGES.indexOf(moment.stage())));
    return moments;
  }

  /** From at least to below. */
  int between(int least, int below) {
    return random.nextInt(least, below);
  }
}
