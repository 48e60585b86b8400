// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
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
    People list = People.of(List.of(PERSON));

    Blocking blocking = Blocking.of(list, list, BlockingRule.standard(), 1000);

    assertThat(blocking.pairs()).containsExactly(0L);
    assertThat(blocking.blocks().stream().mapToLong(Block::pairs).sum()).isEqualTo(8);
  }

  @Test
  void skipsTheLargestBlocksAndSaysSo() {
    // Three Smiths against three, two Joneses against two, one Patel against one: 9 + 4 + 1 pairs.
    People list = People.of(named("Smith", "Smith", "Jones", "Smith", "Jones", "Patel"));
    BlockingRule rule = BlockingRule.same("surname", Key.text(People.SURNAME));

    assertThat(Blocking.of(list, list, List.of(rule), 14).blocks())
        .containsExactly(new Block("surname", 14, 0));
    assertThat(Blocking.of(list, list, List.of(rule), 13).blocks())
        .containsExactly(new Block("surname", 5, 9));
    assertThat(Blocking.of(list, list, List.of(rule), 4).blocks())
        .containsExactly(new Block("surname", 1, 13));
  }

  @Test
  void countsWhatItWouldFind() {
    People list = People.of(named("Smith", "Smith", "Jones", null));

    long count = Blocking.count(list, list, BlockingRule.same("surname", Key.text(People.SURNAME)));

    assertThat(count).isEqualTo(5);
  }

  private static int pairs(Identifiers entry) {
    People left = People.of(List.of(entry));
    return Blocking.of(left, People.of(List.of(PERSON)), BlockingRule.standard(), 1000)
        .pairs()
        .length;
  }

  private static List<Identifiers> named(String... surnames) {
    return IntStream.range(0, surnames.length)
        .mapToObj(i -> new Identifiers("" + i, surnames[i], null, null, null))
        .toList();
  }
}
