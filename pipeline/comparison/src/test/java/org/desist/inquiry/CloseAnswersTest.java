// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.desist.answer.Answer;
import org.desist.answer.Answer.State;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests about nearly the same people as those that were answered before. */
class CloseAnswersTest {
  private static final String[] OPEN = {
    "scope: national", "filters:", "  index_category: [CUSTODY, COURT_ORDER]"
  };

  @TempDir static Path folder;

  private static AnsweredWorld world;
  private static Answer first;
  private static List<String> firstLedger;

  @BeforeAll
  static void answerARequest() {
    world = AnsweredWorld.in(folder, 7500, "community-payback");
    first = answer("first", world.participants(), Overrides.NONE);
    firstLedger = ledger();
  }

  /** As it was after the first answer. */
  @BeforeEach
  void forgetOthers() throws IOException {
    Files.write(file(), firstLedger);
  }

  @Test
  void anAnswerIsInTheLedgerWithoutAName() throws IOException {
    assertThat(first.state()).isEqualTo(State.OPEN);
    assertThat(first.notes()).contains("This is the first request of A Trust that is answered.");
    assertThat(firstLedger).singleElement().asString().contains("\"request\":\"first\"");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file().getParent())))
        .isEqualTo("rwx------");
  }

  @Test
  void aListOfAFewFewerIsSealedAndTellsNothing() {
    Answer second = answer("a-few-fewer", fewer(8), Overrides.NONE);

    assertThat(second.state()).isEqualTo(State.TOO_CLOSE);
    assertThat(second.isShown()).isFalse();
    assertThat(second.outcomes()).isEmpty();
    assertThat(second.groups()).isNull();
    assertThat(second.attrition()).isEmpty();
    assertThat(second.placebos()).isEmpty();
    assertThat(second.linking().byRule()).isEmpty();
    assertThat(second.sentences().get(0))
        .startsWith("There is no answer on The Programme from this request");
    assertThat(ledger()).isEqualTo(firstLedger);
  }

  @Test
  void whoeverAnswersForItMayGiveItAndTheReportSaysSo() {
    Answer second =
        answer(
            "accepted",
            fewer(8),
            new Overrides(null, "The first list named people by mistake.", "A. Lyst"));

    assertThat(second.state()).isEqualTo(State.OPEN);
    assertThat(second.cautions())
        .contains(
            "Other answers are about nearly the same people; the differences tell of fewer than 10. A. Lyst accepted that: The first list named people by mistake.");
    assertThat(second.notes()).contains("This is request number 2 of A Trust that is answered.");
    assertThat(ledger())
        .hasSize(2)
        .last()
        .asString()
        .contains("\"acceptedBy\":\"A. Lyst\"", "\"close\":\"The first list");
  }

  @Test
  void aListOfManyFewerIsAnswered() {
    Answer second = answer("many-fewer", fewer(60), Overrides.NONE);

    assertThat(second.state()).isEqualTo(State.OPEN);
    assertThat(second.cautions()).noneMatch(caution -> caution.contains("nearly the same people"));
  }

  @Test
  void theSamePeopleAreAnsweredAgain() {
    Answer again = answer("first", world.participants(), Overrides.NONE);

    assertThat(again.state()).isEqualTo(State.OPEN);
    assertThat(again.headline()).isEqualTo(first.headline());
    assertThat(again.notes()).isEqualTo(first.notes());
    assertThat(ledger()).isEqualTo(firstLedger);
  }

  @Test
  void aLedgerThatWasChangedStopsEveryAnswer() throws IOException {
    Files.write(file(), List.of(firstLedger.get(0).replace("A Trust", "Another")));

    assertThatThrownBy(() -> answer("first", world.participants(), Overrides.NONE))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot tell whom earlier answers were about: %s, line 1 is not as it was written. Restore OUT/restricted/answers from its backup; until then no request can be answered."
                .formatted(file()))
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.DAMAGED);
  }

  @Test
  void halfALineOfAKilledProcessIsNone() throws IOException {
    Files.writeString(file(), "{\"time\":\"2026", StandardOpenOption.APPEND);

    answer("accepted", fewer(8), new Overrides(null, "A mistake.", "A. Lyst"));

    assertThat(ledger()).hasSize(2).allMatch(line -> line.endsWith("}"));
  }

  @Test
  void aReasonNeedsSomebodyWhoAnswersForIt() {
    assertThatThrownBy(() -> new Overrides(null, "A mistake.", null))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot override: --override-close REASON and --accepted-by NAME belong together, and neither may be empty. Say why the answer may be given, and who answers for it.");
    assertThatThrownBy(() -> new Overrides(null, null, "A. Lyst"))
        .isInstanceOf(DesistException.class);
    assertThatThrownBy(() -> new Overrides(null, "A mistake.", " "))
        .isInstanceOf(DesistException.class);
  }

  private static Answer answer(String name, List<String> participants, Overrides overrides) {
    Path request = world.request(name, participants, OPEN);
    return new RunComparison().answer(world.order(request), overrides, (made, draft) -> {});
  }

  private static List<String> fewer(int people) {
    List<String> all = new ArrayList<>(world.participants());
    // Below the headings.
    all.subList(1, 1 + people).clear();
    return all;
  }

  private static Path file() {
    return world.out().resolve("restricted/answers/ledger.jsonl");
  }

  private static List<String> ledger() {
    try {
      return Files.readAllLines(file());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
