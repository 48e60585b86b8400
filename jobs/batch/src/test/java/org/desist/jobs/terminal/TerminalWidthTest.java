// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.desist.run.Shell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing on a screen is wider than it, and no word or number is broken. */
class TerminalWidthTest {
  private static final TextTable TABLE =
      TextTable.open()
          .left("Reoffending by area")
          .right("offenders")
          .right("95% interval")
          .left("what it says")
          .row("Greater Manchester and Cheshire", "331,356", "27.9% - 28.3%", "no change")
          .row("East Midlands", "12", "1.0% - 31.5%", "too few people for a rate");

  @Test
  void aTableThatFitsIsAsItIs() {
    assertThat(TABLE.text(200))
        .isEqualTo(TABLE.text(Integer.MAX_VALUE))
        .contains("Greater Manchester and Cheshire    331,356  27.9% - 28.3%  no change");
  }

  @ParameterizedTest
  @ValueSource(ints = {80, 70, 60, 40})
  void aTableThatDoesNotFitKeepsItsWordsAndNumbersWhole(int width) {
    String text = TABLE.text(width);

    assertThat(text.lines()).allMatch(line -> line.length() <= width);
    List<String> words = Arrays.asList(text.split("\\s+"));
    assertThat(words)
        .contains("Manchester", "Cheshire", "331,356", "27.9%", "28.3%", "31.5%", "people");
  }

  @Test
  void aTableOfManyNumbersBecomesABlockForEachRow() {
    TextTable table = TextTable.lined().left("geography_code").right("offenders").right("rate");

    assertThat(table.row("A", "1,234,567,890", "0.2756410256").text(20))
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                " geography_code  A",
                " offenders",
                "   1,234,567,890",
                " rate",
                "   0.2756410256"));
  }

  @Test
  void aColumnThatCanBeSparedGoesBeforeTheBlocks() {
    TextTable table = TextTable.open().left("area").right("rate").right("reoffenders").spare();

    assertThat(table.row("Wales", "23.5%", "1,234").text(20))
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                " area    rate",
                " Wales  23.5%",
                " A wider screen",
                "   shows more",
                "   columns:",
                "   reoffenders"));
  }

  @Test
  void aNameGoesOnAfterAnUnderscore() {
    TextTable table = TextTable.lined().right("reoffending_rate").right("rate_lower");

    assertThat(table.row("0.3", "0.2").text(24).lines().findFirst())
        .hasValue(" reoffending_ | rate_");
  }

  @Test
  void aSentenceBreaksBetweenWordsAndStaysSetIn() {
    assertThat(TerminalWidth.fitted("  one two three four", 12))
        .isEqualTo(String.join(System.lineSeparator(), "  one two", "    three", "    four"));
  }

  @Test
  void aCommandGoesOnSoThatItCanBePasted() {
    String command = Shell.COMMAND + " query --out var/demo \"select category from rates\"";

    assertThat(TerminalWidth.fitted(command, Shell.COMMAND.length() + 14))
        .isEqualTo(
            String.join(
                System.lineSeparator(),
                Shell.COMMAND + " query --out \\",
                "  var/demo \"select",
                "  category from",
                "  rates\""));
  }

  @Test
  void whatNobodyLooksAtIsLeftAlone() {
    assertThat(TerminalWidth.columns()).isEqualTo(Integer.MAX_VALUE);
  }
}
