// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.desist.linkage.BlockingRule.BlockingKey;
import org.desist.linkage.PersonList.Identifiers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BlockingTest {
  private static final Identifiers PERSON =
      new Identifiers("P", "Thompson", "Margaret Ann", LocalDate.of(1984, 3, 9), "F");

  @ParameterizedTest
  @CsvSource({
    "Thompson, Margaret, 1984-03-09",
    "Xylander, Boris, 1984-03-09",
    "Thomson, Xaver, 1984-11-27",
    "Thompzon, Xaver, 1984-11-27",
    "Tompson, Xaver, 1991-03-09",
    "Xylander, Margret, 1984-03-27",
    "Xylander, Margret, 1984-11-09",
    "Xylander, Margret, 1991-03-09",
    "Xylander, Boris, 1984-09-03",
    "Thompson, Margaret, ",
    ", Margaret, 1984-03-27",
    "Thompson, , 1984-11-27",
  })
  void findsAPersonThroughWhatIsLeft(String surname, String forenames, LocalDate birth) {
    assertThat(pairs(new Identifiers("E", surname, forenames, birth, "F"))).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"Xylander, Boris, 1991-11-27", "Xylander, Margaret, ", ", , "})
  void leavesStrangersAlone(String surname, String forenames, LocalDate birth) {
    assertThat(pairs(new Identifiers("E", surname, forenames, birth, "F"))).isZero();
  }

  @Test
  void givesAPairOnceThoughSeveralRulesFindIt() {
    PersonList list = PersonList.of(List.of(PERSON));

    assertThat(Blocking.pairs(list, list, BlockingRule.standard(), 1000)).containsExactly(0L);
    assertThat(
            BlockingRule.standard().stream()
                .mapToLong(rule -> Blocking.count(list, list, rule))
                .sum())
        .isEqualTo(8);
  }

  @Test
  void skipsTheLargestBlocks() {
    // Three Smiths against three, two Joneses against two, one Patel against one: 9 + 4 + 1 pairs.
    PersonList list = PersonList.of(named("Smith", "Smith", "Jones", "Smith", "Jones", "Patel"));
    BlockingRule rule = BlockingRule.same("surname", BlockingKey.text(PersonList.SURNAME));

    assertThat(Blocking.pairs(list, list, List.of(rule), 14)).hasSize(14);
    assertThat(Blocking.pairs(list, list, List.of(rule), 13)).hasSize(5);
    assertThat(Blocking.pairs(list, list, List.of(rule), 4)).hasSize(1);
  }

  @Test
  void countsWhatItWouldFind() {
    PersonList list = PersonList.of(named("Smith", "Smith", "Jones", null));

    long count =
        Blocking.count(
            list, list, BlockingRule.same("surname", BlockingKey.text(PersonList.SURNAME)));

    assertThat(count).isEqualTo(5);
  }

  private static int pairs(Identifiers entry) {
    PersonList left = PersonList.of(List.of(entry));
    return Blocking.pairs(left, PersonList.of(List.of(PERSON)), BlockingRule.standard(), 1000)
        .length;
  }

  private static List<Identifiers> named(String... surnames) {
    return IntStream.range(0, surnames.length)
        .mapToObj(i -> new Identifiers("" + i, surnames[i], null, null, null))
        .toList();
  }
}
