// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.Linking;
import org.desist.participant.ParticipantLinks.LinkRule;

/**
 * Whoever knows all that is told of a request, and how this software withholds, cannot work out a
 * count from 1 to 9: for each there is another world with another count of which the same is told.
 */
class DisclosurePropertiesTest {
  private static final int SMALLEST = 10;
  private static final int FEWEST = 60;
  private static final Disclosure DISCLOSURE = new Disclosure(SMALLEST);
  private static final List<Reason> REASONS =
      Arrays.stream(Reason.values()).filter(reason -> reason != Reason.SUBMITTED).toList();
  private static final List<LinkRule> RULES =
      Arrays.stream(LinkRule.values()).filter(rule -> rule != LinkRule.UNLINKED).toList();
  private static final int END = REASONS.size();
  private static final int BEFORE_FOUND = 2;

  /**
   * Counts of rows.
   *
   * @param chain those who left by reason, and last those who remain
   * @param found by rule
   */
  record World(List<Integer> chain, List<Integer> found) {
    private static boolean isSmall(int count) {
      return count > 0 && count < SMALLEST;
    }

    boolean isPossible() {
      int lost = chain.get(0) + chain.get(1);
      return chain.stream().allMatch(count -> count >= 0)
          && found.stream().allMatch(count -> count >= 0)
          && sum(found) == sum(chain) - lost;
    }

    private static int sum(List<Integer> counts) {
      return counts.stream().mapToInt(Integer::intValue).sum();
    }

    /** Everything that is told. */
    List<Object> told() {
      Map<Reason, Integer> left = new EnumMap<>(Reason.class);
      for (int i = 0; i < END; i++) {
        left.put(REASONS.get(i), chain.get(i));
      }
      List<AttritionStep> attrition = DISCLOSURE.attrition(new Attrition(sum(chain), left).steps());
      Map<String, Integer> byRule = new HashMap<>();
      for (int i = 0; i < RULES.size(); i++) {
        byRule.put(RULES.get(i).name(), found.get(i));
      }
      byRule.put(LinkRule.UNLINKED.name(), chain.get(1));
      return List.of(attrition, DISCLOSURE.linking(new Linking(byRule, 1, 1), attrition));
    }

    /** With so many rows moved from one place of the chain to another, and of one rule. */
    World moved(int from, int to, int rule, int people) {
      List<Integer> other = new ArrayList<>(chain);
      other.set(from, other.get(from) - people);
      other.set(to, other.get(to) + people);
      List<Integer> rules = new ArrayList<>(found);
      int gained = (to >= BEFORE_FOUND ? people : 0) - (from >= BEFORE_FOUND ? people : 0);
      rules.set(rule, rules.get(rule) + gained);
      return new World(other, rules);
    }

    World relinked(int from, int to, int people) {
      List<Integer> rules = new ArrayList<>(found);
      rules.set(from, rules.get(from) - people);
      rules.set(to, rules.get(to) + people);
      return new World(chain, rules);
    }
  }

  @Property(tries = 400, seed = "2016", edgeCases = EdgeCasesMode.NONE)
  void noSmallCountOfAttritionCanBeWorkedOut(@ForAll("worlds") World world) {
    List<Object> told = world.told();
    for (int place = 0; place <= END; place++) {
      if (World.isSmall(world.chain().get(place))) {
        assertThat(hasOther(world, told, place))
            .as("%s: count %d of %s", told, place, world)
            .isTrue();
      }
    }
  }

  private static boolean hasOther(World world, List<Object> told, int place) {
    for (int people = 1; people < SMALLEST; people++) {
      for (int other = 0; other <= END; other++) {
        for (int rule = 0; rule < RULES.size() && other != place; rule++) {
          if (isAlike(world.moved(place, other, rule, people), told)
              || isAlike(world.moved(other, place, rule, people), told)) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Property(tries = 400, seed = "2017", edgeCases = EdgeCasesMode.NONE)
  void noSmallCountOfARuleCanBeWorkedOut(@ForAll("worlds") World world) {
    List<Object> told = world.told();
    for (int rule = 0; rule < RULES.size(); rule++) {
      if (World.isSmall(world.found().get(rule))) {
        assertThat(hasOtherRule(world, told, rule))
            .as("%s: rule %d of %s", told, rule, world)
            .isTrue();
      }
    }
  }

  private static boolean hasOtherRule(World world, List<Object> told, int rule) {
    for (int people = 1; people < SMALLEST; people++) {
      for (int other = 0; other < RULES.size(); other++) {
        if (other != rule
            && (isAlike(world.relinked(rule, other, people), told)
                || isAlike(world.relinked(other, rule, people), told))) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isAlike(World other, List<Object> told) {
    return other.isPossible() && other.told().equals(told);
  }

  @Property(tries = 200, seed = "2018", edgeCases = EdgeCasesMode.NONE)
  void whatIsToldIsTrue(@ForAll("worlds") World world) {
    @SuppressWarnings("unchecked")
    List<AttritionStep> told = (List<AttritionStep>) world.told().get(0);
    int remaining = World.sum(world.chain());
    assertThat(told.get(0))
        .isEqualTo(new AttritionStep(Reason.SUBMITTED, remaining, remaining, "ok"));
    for (int i = 0; i < END; i++) {
      remaining -= world.chain().get(i);
      AttritionStep step = told.get(i + 1);
      assertThat(step.reason()).isEqualTo(REASONS.get(i));
      assertThat(step.people()).isIn(null, world.chain().get(i));
      assertThat(step.remaining()).isIn(null, remaining);
      assertThat(step.status()).isEqualTo(step.people() == null ? "suppressed" : "ok");
    }
  }

  /** Small counts abound; requests of fewer people than the method asks for are left out. */
  @Provide
  Arbitrary<World> worlds() {
    Arbitrary<Integer> left =
        Arbitraries.frequencyOf(
            Tuple.of(3, Arbitraries.just(0)),
            Tuple.of(3, Arbitraries.integers().between(1, 12)),
            Tuple.of(1, Arbitraries.integers().between(13, 60)));
    Arbitrary<Integer> end =
        Arbitraries.oneOf(
            Arbitraries.integers().between(0, 12), Arbitraries.integers().between(30, 200));
    Arbitrary<List<Integer>> cuts = left.list().ofSize(RULES.size() - 1);
    return left.list()
        .ofSize(END)
        .flatMap(
            counts ->
                end.flatMap(
                    rest ->
                        cuts.map(
                            cut -> {
                              List<Integer> chain = new ArrayList<>(counts);
                              chain.add(rest);
                              return new World(chain, shared(chain, cut));
                            })))
        .filter(world -> World.sum(world.chain()) >= FEWEST);
  }

  /** Those found, by rule: the last rule has the rest. */
  private static List<Integer> shared(List<Integer> chain, List<Integer> cuts) {
    int rest = IntStream.range(BEFORE_FOUND, chain.size()).map(chain::get).sum();
    List<Integer> found = new ArrayList<>();
    for (int cut : cuts) {
      int people = Math.min(cut, rest);
      found.add(people);
      rest -= people;
    }
    found.add(rest);
    return found;
  }
}
