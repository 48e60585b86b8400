// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.linkage.Linkage.LinkDecision;
import org.desist.linkage.Linkage.LinkOutcome;
import org.desist.linkage.PersonList.Identifiers;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LinkerTest {
  private static final LocalDate DAY = LocalDate.of(1984, 3, 9);

  private static final List<Identifiers> ENTRIES = new ArrayList<>();
  private static final List<Identifiers> PEOPLE = new ArrayList<>();
  private static final Map<String, LinkDecision> DECISIONS = new HashMap<>();
  private static Linkage linkage;

  /** A few cases among a world large enough to learn from. */
  @BeforeAll
  static void link() {
    InventedPeople invented = new InventedPeople(11, 20_000, 1_000, 0.05);
    ENTRIES.addAll(invented.entries);
    PEOPLE.addAll(invented.people);
    person("exact", "Quillfeather", "Barnaby", DAY, "M");
    entry("exact", "Quillfeather", "Barnaby", DAY, "M");
    person("mistyped", "Wolstenholme", "Clementine", LocalDate.of(1979, 4, 11), "F");
    entry("mistyped", "Wolstenhome", "Clemantine", LocalDate.of(1979, 11, 4), "F");
    person("exchanged", "Okonkwo", "Tamsin", LocalDate.of(1991, 7, 23), "F");
    entry("exchanged", "Tamsin", "Okonkwo", LocalDate.of(1991, 7, 23), "F");
    person("twin 2", "Umberslade", "Peregrine", DAY, "M");
    person("twin 1", "Umberslade", "Peregrine", DAY, "M");
    entry("twins", "Umberslade", "Peregrine", DAY, "M");
    person("twice", "Zbigniewski", "Lucjan", DAY, "M");
    entry("twice, worse", "Zbigniewsky", "Lucjan", DAY, "M");
    entry("twice, better", "Zbigniewski", "Lucjan", DAY, "M");
    entry("twice, as good", "Zbigniewski", "Lucjan", DAY, "M");
    entry("unheard of", "Xyxyxy", "Qqqq", null, "M");
    linkage =
        new Linker(LinkageSettings.usual()).link(PersonList.of(ENTRIES), PersonList.of(PEOPLE));
    linkage.decide(2, 3, row -> true).forEach(decision -> DECISIONS.put(decision.id(), decision));
  }

  @Test
  void linksThroughErrors() {
    for (String id : List.of("exact", "mistyped", "exchanged")) {
      assertThat(DECISIONS.get(id).outcome()).as(id).isEqualTo(LinkOutcome.LINKED);
      assertThat(DECISIONS.get(id).candidate()).isEqualTo(id);
    }
    assertThat(DECISIONS.get("exact").weight()).isGreaterThan(DECISIONS.get("mistyped").weight());
  }

  @Test
  void doesNotChooseBetweenTwoWhoFitAlike() {
    LinkDecision decision = DECISIONS.get("twins");

    assertThat(decision.outcome()).isEqualTo(LinkOutcome.NOT_CLEAR);
    assertThat(decision.margin()).isZero();
    // Of equal ones the smallest id is named.
    assertThat(decision.candidate()).isEqualTo("twin 1");
  }

  @Test
  void givesAPersonToTheBestEntryAndOfEqualOnesToTheFirst() {
    assertThat(DECISIONS.get("twice, better").outcome()).isEqualTo(LinkOutcome.LINKED);
    assertThat(DECISIONS.get("twice, worse").outcome()).isEqualTo(LinkOutcome.TAKEN);
    assertThat(DECISIONS.get("twice, as good").outcome()).isEqualTo(LinkOutcome.TAKEN);
    assertThat(DECISIONS.get("twice, as good").weight())
        .isEqualTo(DECISIONS.get("twice, better").weight());
  }

  @Test
  void saysWhenNobodyIsLikeAnEntry() {
    LinkDecision decision = DECISIONS.get("unheard of");

    assertThat(decision.outcome()).isEqualTo(LinkOutcome.NO_CANDIDATE);
    assertThat(decision.candidate()).isNull();
    assertThat(decision.weight()).isNaN();
  }

  @Test
  void aHigherThresholdUnlinks() {
    LinkDecision exact = DECISIONS.get("exact");

    assertThat(linkage.decide(exact.weight(), 0, row -> true).get(exact.row()).outcome())
        .isEqualTo(LinkOutcome.LINKED);
    assertThat(
            linkage.decide(Math.nextUp(exact.weight()), 0, row -> true).get(exact.row()).outcome())
        .isEqualTo(LinkOutcome.BELOW_THRESHOLD);
  }

  @Test
  void explainsAWeightStepByStep() {
    LinkDecision decision = DECISIONS.get("mistyped");

    Waterfall waterfall = linkage.waterfall(decision.row()).orElseThrow();

    assertThat(waterfall.steps())
        .extracting(Waterfall.Step::comparison, Waterfall.Step::level)
        .containsExactly(
            tuple("surname", "high"),
            tuple("forenames", "high"),
            tuple("date of birth", "day and month exchanged"),
            tuple("sex", "equal"));
    double sum = waterfall.start();
    for (Waterfall.Step step : waterfall.steps()) {
      assertThat(step.weight())
          .isCloseTo(Math.log(step.matched() / step.strangers()) / Math.log(2), within(1e-9));
      sum += step.weight() + step.term();
    }
    assertThat(sum).isCloseTo(decision.weight(), within(1e-9));
    assertThat(waterfall.total()).isEqualTo(decision.weight());
  }

  @Test
  void aWaterfallNamesNobody() {
    Waterfall waterfall = linkage.waterfall(DECISIONS.get("exact").row()).orElseThrow();

    assertThat(waterfall.lines())
        .hasSize(8)
        .anyMatch(line -> line.startsWith("surname: rare name"))
        .noneMatch(line -> line.toUpperCase(Locale.ROOT).contains("QUILL"));
    assertThat(linkage.waterfall(DECISIONS.get("unheard of").row())).isEmpty();
  }

  @Test
  void theOrderOfTheLongListDoesNotShow() {
    List<Identifiers> shuffled = new ArrayList<>(PEOPLE);
    Collections.shuffle(shuffled, new Random(1));
    // All pairs are drawn, so that the draw is the same in any order.
    LinkageSettings all = new LinkageSettings(2, 3, 1_000_000, 10_000_000, 1, 100, 1e-6, 10);
    List<Identifiers> some = ENTRIES.subList(800, ENTRIES.size());

    List<LinkDecision> one =
        new Linker(all).link(PersonList.of(some), PersonList.of(PEOPLE)).decide(2, 3, row -> true);
    List<LinkDecision> other =
        new Linker(all)
            .link(PersonList.of(some), PersonList.of(shuffled))
            .decide(2, 3, row -> true);

    assertThat(other).isEqualTo(one);
  }

  @Test
  void twoRunsAgree() {
    Linker linker = new Linker(LinkageSettings.usual());

    assertThat(linker.link(PersonList.of(ENTRIES), PersonList.of(PEOPLE)).decide(2, 3, row -> true))
        .isEqualTo(linkage.decide(2, 3, row -> true));
  }

  @Test
  void emptyListsLinkNobody() {
    Linker linker = new Linker(LinkageSettings.usual());
    PersonList nobody = PersonList.of(List.of());
    PersonList one = PersonList.of(List.of(new Identifiers("1", "Lee", "Ann", DAY, "F")));

    assertThat(linker.link(nobody, one).decide(2, 3, row -> true)).isEmpty();
    assertThat(linker.link(one, nobody).decide(2, 3, row -> true))
        .extracting(LinkDecision::outcome)
        .containsExactly(LinkOutcome.NO_CANDIDATE);
  }

  @Test
  void refusesSettingsThatCannotWork() {
    refused(
        () -> new LinkageSettings(Double.NaN, 3, 1, 1, 1, 1, 1, 1),
        "Cannot link by score with a threshold of NaN: give a number of bits.");
    refused(
        () -> new LinkageSettings(2, -1, 1, 1, 1, 1, 1, 1),
        "Cannot link by score with a margin of -1.0: give a number of bits, 0 or more.");
    refused(
        () -> new LinkageSettings(2, 3, 0, 1, 1, 1, 1, 1),
        "Cannot link by score with 0 pairs, 1 random pairs and 1 rounds: give at least 1 of each.");
    refused(
        () -> new LinkageSettings(2, 3, 1, 1, 1, 1, 0, 1),
        "Cannot link by score with a tolerance of 0.0 and 1.0 typical matches: give numbers above"
            + " 0.");
    refused(
        () -> new Linker(LinkageSettings.usual(), List.of(), BlockingRule.standard()),
        "Cannot link by score with 0 comparisons and 9 blocking rules: give 1 to 21 comparisons and"
            + " a rule at least.");
  }

  private static void refused(ThrowingCallable action, String message) {
    assertThatThrownBy(action)
        .isInstanceOf(DesistException.class)
        .hasMessage(message)
        .extracting(error -> ((DesistException) error).code())
        .isEqualTo(ErrorCode.BAD_METHOD);
  }

  private static void person(String id, String surname, String forenames, LocalDate day, String s) {
    PEOPLE.add(new Identifiers(id, surname, forenames, day, s));
  }

  private static void entry(String id, String surname, String forenames, LocalDate day, String s) {
    ENTRIES.add(new Identifiers(id, surname, forenames, day, s));
  }
}
