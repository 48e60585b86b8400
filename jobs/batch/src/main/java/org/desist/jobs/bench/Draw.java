// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/** Random numbers of a world. */
final class Draw {
  private static final RandomGeneratorFactory<RandomGenerator> GENERATORS =
      RandomGeneratorFactory.of("L64X128MixRandom");

  private final RandomGenerator random;

  private Draw(RandomGenerator random) {
    this.random = random;
  }

  /** The numbers of one world of one kind; both from -2^31 to 2^31. */
  static Draw of(long seed, long kind) {
    return new Draw(GENERATORS.create((kind << Integer.SIZE) + seed));
  }

  double share() {
    return random.nextDouble();
  }

  boolean hit(double probability) {
    return random.nextDouble() < probability;
  }

  /** Normal with mean 0 and variance 1, by Box and Muller. */
  double normal() {
    return Math.sqrt(-2 * Math.log(1 - share())) * Math.cos(2 * Math.PI * share());
  }

  /** Gamma of shape 2. */
  double gamma(double scale) {
    return -scale * Math.log((1 - share()) * (1 - share()));
  }

  /** Poisson, by multiplication; for means below some hundred. */
  int poisson(double mean) {
    double limit = Math.exp(-mean);
    double product = share();
    int count = 0;
    while (product > limit) {
      product *= share();
      count++;
    }
    return count;
  }

  /** A place in a list of shares that add up to 1. */
  int choice(double... shares) {
    double left = share();
    for (int i = 0; i < shares.length - 1; i++) {
      left -= shares[i];
      if (left < 0) {
        return i;
      }
    }
    return shares.length - 1;
  }
}
