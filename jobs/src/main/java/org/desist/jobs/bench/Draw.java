// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.util.SplittableRandom;

/** Random numbers of a world. */
final class Draw {
  private final SplittableRandom random;

  private Draw(SplittableRandom random) {
    this.random = random;
  }

  /** The numbers of one world of one kind. */
  static Draw of(long seed, long kind) {
    // Neighbouring seeds of this generator give the same numbers, shifted: hence the mixing.
    long mixed = (seed * 0xD1342543DE82EF95L) ^ (kind * 0x2545F4914F6CDD1DL);
    mixed = (mixed ^ (mixed >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return new Draw(new SplittableRandom(mixed ^ (mixed >>> 33)));
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
