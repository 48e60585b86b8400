// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.desist.bridge.Movement.Cause;
import org.desist.bridge.Movement.Share;
import org.hipparchus.fraction.BigFraction;

/**
 * A movement as it is shown: before, the lines and after, to so many places, such that before and
 * the lines add up to after.
 *
 * @param measure what moved
 * @param before the figure in the earlier version, rounded half up
 * @param after the figure in the later version, rounded half up
 * @param lines what moved it
 */
public record ShownMovement(Figure measure, BigDecimal before, BigDecimal after, List<Line> lines) {
  /** What is said where the people of a line are withheld. */
  public static final String WITHHELD =
      "Causes of few people are put together and their people withheld.";

  public ShownMovement {
    lines = List.copyOf(lines);
  }

  /**
   * One line of a bridge as it is shown.
   *
   * @param causes the causes it stands for; more than one when each of them has too few people
   * @param points what they add, rounded so that all lines add up
   * @param people how many people changed, or null when that is withheld
   */
  public record Line(List<Cause> causes, BigDecimal points, Long people) {
    public Line {
      causes = List.copyOf(causes);
    }

    /** The causes as they are shown. */
    public String words() {
      return causes.stream().map(Cause::words).collect(Collectors.joining(", "));
    }

    /** The causes as programs read them: {@code late_conviction+linkage}. */
    public String label() {
      return causes.stream()
          .map(cause -> cause.name().toLowerCase(Locale.ROOT))
          .collect(Collectors.joining("+"));
    }
  }

  /** With a line for every cause, and its people: for those who may see restricted marts. */
  public static ShownMovement whole(Movement movement, int places) {
    List<Group> groups =
        movement.shares().stream()
            .filter(share -> share.cause() != Cause.UNEXPLAINED || share.people() > 0)
            .map(share -> new Group(List.of(share), share.people()))
            .toList();
    return of(movement, groups, places);
  }

  /**
   * With causes of too few people put together, so that no count from 1 to {@code smallest} - 1 can
   * be read or worked out of it.
   *
   * @param smallest the smallest count of people that may be shown, zero apart
   */
  public static ShownMovement publishable(Movement movement, int places, int smallest) {
    List<Share> few = new ArrayList<>();
    List<Group> groups = new ArrayList<>();
    for (Share share : movement.shares()) {
      if (share.people() > 0 && share.people() < smallest) {
        few.add(share);
      } else if (share.cause() != Cause.UNEXPLAINED || share.people() > 0) {
        groups.add(new Group(List.of(share), share.people()));
      }
    }
    if (!few.isEmpty()) {
      groups.add(together(few, groups, smallest));
    }
    return of(movement, groups, places);
  }

  /** Takes in the cause with the fewest people until there are enough of them. */
  private static Group together(List<Share> few, List<Group> others, int smallest) {
    long people = few.stream().mapToLong(Share::people).sum();
    while (people < smallest) {
      Group least =
          others.stream()
              .filter(group -> group.people() > 0)
              .min(Comparator.comparingLong(Group::people))
              .orElse(null);
      if (least == null) {
        return new Group(few, null);
      }
      others.remove(least);
      few.addAll(least.shares());
      people += least.people();
    }
    few.sort(Comparator.comparing(Share::cause));
    // The same person may have two of the causes, so the people are not told.
    return new Group(few, null);
  }

  /** Shares that are shown in one line; people is null when it is withheld. */
  private record Group(List<Share> shares, Long people) {
    BigFraction points() {
      return shares.stream().map(Share::points).reduce(BigFraction.ZERO, BigFraction::add);
    }
  }

  private static ShownMovement of(Movement movement, List<Group> groups, int places) {
    BigDecimal before = rounded(movement.before(), places);
    BigDecimal after = rounded(movement.after(), places);
    List<BigDecimal> points =
        roundedTo(groups.stream().map(Group::points).toList(), after.subtract(before), places);
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      lines.add(
          new Line(
              groups.get(i).shares().stream().map(Share::cause).toList(),
              points.get(i),
              groups.get(i).people()));
    }
    return new ShownMovement(movement.measure(), before, after, lines);
  }

  private static BigDecimal rounded(BigFraction value, int places) {
    return value.bigDecimalValue(places, RoundingMode.HALF_UP);
  }

  /**
   * Rounds every part down, then gives the units that are missing to the parts that lost most; of
   * equal ones to the first.
   *
   * @param parts exact values
   * @param whole what they shall add up to, less than one unit away from their exact sum
   * @param places decimal places, 0 or more
   */
  private static List<BigDecimal> roundedTo(List<BigFraction> parts, BigDecimal whole, int places) {
    BigDecimal unit = BigDecimal.ONE.movePointLeft(places);
    List<BigDecimal> rounded = new ArrayList<>();
    for (BigFraction part : parts) {
      rounded.add(part.bigDecimalValue(places, RoundingMode.FLOOR));
    }
    BigDecimal sum = rounded.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    int missing = whole.subtract(sum).divide(unit).intValueExact();
    IntStream.range(0, parts.size())
        .boxed()
        .sorted(Comparator.comparing((Integer i) -> lost(parts.get(i), rounded.get(i))).reversed())
        .limit(missing)
        .forEach(i -> rounded.set(i, rounded.get(i).add(unit)));
    return rounded;
  }

  private static BigFraction lost(BigFraction exact, BigDecimal rounded) {
    return exact.subtract(
        new BigFraction(rounded.unscaledValue(), BigInteger.TEN.pow(rounded.scale())));
  }

  /** Whether the people of a line are withheld. */
  public boolean isWithheld() {
    return lines.stream().anyMatch(line -> line.people() == null);
  }

  /** What the shown figure moved by. */
  public BigDecimal difference() {
    return after.subtract(before);
  }
}
