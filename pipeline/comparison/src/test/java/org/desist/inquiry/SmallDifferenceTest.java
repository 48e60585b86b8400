// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SmallDifferenceTest {
  private static final int SMALLEST = 10;

  @Test
  void onePersonFewerIsLeft() {
    assertThat(isLeft(people(0, 199), people(0, 200))).isTrue();
    assertThat(isLeft(people(0, 200), people(0, 199))).isTrue();
  }

  @Test
  void onePersonInThePlaceOfAnotherIsLeft() {
    assertThat(isLeft(people(1, 201), people(0, 200))).isTrue();
  }

  @Test
  void tenPeopleMayBeToldOf() {
    assertThat(isLeft(people(0, 191), people(0, 200))).isTrue();
    assertThat(isLeft(people(0, 190), people(0, 200))).isFalse();
  }

  @Test
  void theSamePeopleTellNothingNew() {
    assertThat(isLeft(people(0, 200), people(0, 200))).isFalse();
    assertThat(
            SmallDifference.isLeft(List.of(people(0, 100), people(100, 200)), people(0, 200), 10))
        .as("the sum of two that were told")
        .isFalse();
  }

  @Test
  void aFewPeopleInTwoProgrammesAreNotToldOf() {
    assertThat(isLeft(people(0, 200), people(197, 400))).isFalse();
  }

  @Test
  void twoPartsAndAWholeWithOnePersonMoreAreLeft() {
    assertThat(
            SmallDifference.isLeft(List.of(people(0, 100), people(100, 200)), people(0, 201), 10))
        .isTrue();
  }

  @Test
  void nearlyAllOfOneSetAndAFewOfAnotherAreLeft() {
    Set<String> men = people(0, 100);
    Set<String> women = people(100, 200);
    Set<String> young = new HashSet<>(people(0, 97));
    young.addAll(people(100, 103));
    assertThat(SmallDifference.isLeft(List.of(men), young, 10)).isTrue();
    assertThat(SmallDifference.isLeft(List.of(women), young, 10)).isFalse();
  }

  @Test
  void whatWasToldOfOthersDoesNotCount() {
    assertThat(isLeft(people(500, 505), people(0, 200))).isFalse();
  }

  /** Beside all combinations with shares from -2 to 2: none that they find is missed. */
  @Test
  void noCombinationIsMissed() {
    Random random = new Random(20261201);
    int found = 0;
    for (int trial = 0; trial < 300; trial++) {
      List<Set<String>> earlier = new ArrayList<>();
      int sets = 1 + random.nextInt(3);
      int[] sizes = IntStream.range(0, 4).map(i -> 1 + random.nextInt(20)).toArray();
      for (int set = 0; set <= sets; set++) {
        Set<String> some = new HashSet<>();
        int from = 0;
        for (int size : sizes) {
          if (random.nextBoolean()) {
            some.addAll(people(from, from + size));
          }
          from += size;
        }
        earlier.add(some);
      }
      Set<String> added = earlier.remove(earlier.size() - 1);
      if (isFoundByTrial(earlier, added)) {
        found++;
        assertThat(SmallDifference.isLeft(earlier, added, SMALLEST))
            .as("%s and %s", earlier, added)
            .isTrue();
      }
    }
    assertThat(found).isGreaterThan(50);
  }

  private static boolean isFoundByTrial(List<Set<String>> earlier, Set<String> added) {
    Set<String> all = new HashSet<>(added);
    earlier.forEach(all::addAll);
    int combinations = (int) Math.pow(5, earlier.size());
    boolean isFound = false;
    for (int combination = 0; combination < combinations; combination++) {
      int code = combination;
      int[] shares = new int[earlier.size()];
      for (int set = 0; set < shares.length; set++) {
        shares[set] = code % 5 - 2;
        code /= 5;
      }
      long left =
          all.stream()
              .filter(
                  person -> {
                    int sum = added.contains(person) ? 1 : 0;
                    for (int set = 0; set < shares.length; set++) {
                      sum += earlier.get(set).contains(person) ? shares[set] : 0;
                    }
                    return sum != 0;
                  })
              .count();
      if (left == 0) {
        return false;
      }
      isFound |= left < SMALLEST;
    }
    return isFound;
  }

  private static boolean isLeft(Set<String> earlier, Set<String> added) {
    return SmallDifference.isLeft(List.of(earlier), added, SMALLEST);
  }

  private static Set<String> people(int from, int to) {
    return IntStream.range(from, to).mapToObj(Integer::toString).collect(Collectors.toSet());
  }
}
