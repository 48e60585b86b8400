// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.bridge.CellBridge.CellCounts;
import org.hipparchus.fraction.BigFraction;

/**
 * How a figure moved, exactly. With the figure a before and b after, the denominators p and q, and
 * m = (a + b) / 2, a cause that adds r to the numerator and n to the denominator adds (r - m n) /
 * ((p + q) / 2) to the figure. Over all causes this is b - a, whatever the counts are: see
 * docs/bridge.md.
 *
 * @param measure what moved
 * @param before the figure in the earlier version
 * @param after the figure in the later version
 * @param shares one per cause, in the order of the enum
 */
public record Movement(Figure measure, BigFraction before, BigFraction after, List<Share> shares) {
  public Movement {
    shares = List.copyOf(shares);
  }

  /** Why a person adds to the movement of a figure; in the order in which they are shown. */
  public enum Cause {
    /** An event that the later snapshot was the first to hold. */
    LATE_CONVICTION("late convictions"),
    /** A record that the later snapshot holds with other content, no longer, or late. */
    CORRECTED_RECORD("corrected records"),
    /** A release or case that belongs to another person, or to one at last, or to none any more. */
    LINKAGE("linkage"),
    /** The same records, taken by another method, other reference lists or other software. */
    METHOD_CHANGE("method change"),
    /** In the cohort through the same event in both versions, and in the cell in one. */
    OFFENDER_MIX("offender mix"),
    /** What none of these explains; nobody, as far as is known. */
    UNEXPLAINED("unexplained");

    private final String words;

    Cause(String words) {
      this.words = words;
    }

    /** As it is shown. */
    public String words() {
      return words;
    }
  }

  /**
   * What one cause adds to the movement of a figure.
   *
   * @param cause the cause
   * @param people how many people changed for it; a person of four quarters may have several causes
   * @param points exactly what they add, in the measure's own unit: percentage points for a rate
   */
  public record Share(Cause cause, long people, BigFraction points) {}

  /** What a cause adds to the counts. */
  record Change(long people, long numerator, long denominator) {
    static final Change NONE = new Change(0, 0, 0);
  }

  /** The movement between two counts of one cell; both denominators are 1 or more. */
  static Movement of(
      Figure measure, CellCounts earlier, CellCounts later, Map<Cause, Change> changes) {
    long before = measure.denominator(earlier);
    long after = measure.denominator(later);
    BigFraction from = new BigFraction(measure.numerator(earlier), before);
    BigFraction to = new BigFraction(measure.numerator(later), after);
    BigFraction middle = from.add(to).divide(2);
    BigFraction size = new BigFraction(before).add(after).divide(2);
    List<Share> shares = new ArrayList<>();
    for (Cause cause : Cause.values()) {
      Change change = changes.getOrDefault(cause, Change.NONE);
      BigFraction part =
          new BigFraction(change.numerator())
              .subtract(middle.multiply(change.denominator()))
              .divide(size);
      shares.add(new Share(cause, change.people(), part.multiply(measure.scale())));
    }
    return new Movement(
        measure, from.multiply(measure.scale()), to.multiply(measure.scale()), shares);
  }

  /** What the figure moved by. */
  public BigFraction difference() {
    return after.subtract(before);
  }

  /** What the shares add up to: the difference. */
  public BigFraction sum() {
    return shares.stream().map(Share::points).reduce(BigFraction.ZERO, BigFraction::add);
  }
}
