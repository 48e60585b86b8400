// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrinterTest {
  private final StringWriter terminal = new StringWriter();
  private final Printer printer = new Printer(terminal, false);

  @Test
  void aTerminalHasNothingToObey() {
    printer.println(
        "Ready\u001b[1A\u001b[2KHands\r\u0007 \u001b]52;c;aGk=\u0007 \u202e43\u2066 \u009b2J");

    assertThat(terminal.toString())
        .isEqualTo(
            "Ready\\u001b[1A\\u001b[2KHands\\u000d\\u0007 \\u001b]52;c;aGk=\\u0007"
                + " \\u202e43\\u2066 \\u009b2J\n");
  }

  @Test
  void writingOfPeopleAndLinesPass() {
    printer.print("Zażółć\t😀 عربي\r\nfine\n");
    printer.flush();

    assertThat(terminal.toString()).isEqualTo("Zażółć\t😀 عربي\r\nfine\n");
  }

  @Test
  void aCharacterMayComeInTwoParts() {
    for (char c : "a😀\r\nb".toCharArray()) {
      printer.write(c);
    }
    printer.write("\ud83d");
    printer.flush();
    printer.write("\r");
    printer.codes("\r");

    assertThat(terminal.toString()).isEqualTo("a😀\r\nb\\ud83d\\u000d\r");
  }

  @Test
  void librariesThatKnowOnlyStreamsGoTheSameWay() {
    PrintStream stream = printer.stream();
    stream.println("a\u001b[2K 😀");
    stream.print("no line end\u202e");
    stream.flush();

    assertThat(terminal.toString()).isEqualTo("a\\u001b[2K 😀\nno line end\\u202e");
  }

  @Test
  void cellsOfATableStayOnTheirLine() {
    String table =
        TextTable.open()
            .left("a\nb")
            .left("c")
            .row("x\ny", "\u001b[31m")
            .row(Stream.of("1", (String) null).toList())
            .text();

    assertThat(table.lines()).hasSize(3);
    assertThat(table).contains("a\\u000ab", "x\\u000ay", "\\u001b[31m");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--no-such\u001b[2K\rerror",
        "no-such\u202ecommand",
        "runs --log=\u001b[31mjson",
        "runs --out=a\u0000b",
        "resume \u009b2Krun",
        "compare --override=\u202eno x",
        "baseline build --from=2011-01-01 --to=2011-12-31 --name=2\u200b011",
        "payment --provider=C02\u001b]52;c;aGk=\u0007 --year=1",
      })
  void whatIsTypedIsRepeatedVisibly(String command, @TempDir Path folder) {
    Terminal typed = new Terminal(folder, Map.of());

    assertThat(typed.type(command.split(" "))).isNotZero();
    assertThat(typed.err() + typed.out())
        .contains("\\u")
        .doesNotContainPattern("[\\p{Cntrl}&&[^\n]]|[\u0080-\u009f\u200b\u202e]");
  }

  @Test
  void aNameThatHidesACharacterIsRefusedInWords(@TempDir Path folder) {
    Terminal typed = new Terminal(folder, Map.of());

    typed.type("compare", "--override", "the funder \u202easked", "request");

    assertThat(typed.exit()).isEqualTo(2);
    assertThat(typed.err())
        .contains(
            "'the funder \\u202easked' cannot be used: it holds the character \\u202e"
                + " (right-to-left override), which no reader sees: take it out");
  }

  /** Everything that is printed for people goes through the printer, or its rules do not hold. */
  @Test
  void nothingElsePrints() throws IOException {
    Pattern other =
        Pattern.compile(
            "System\\.(out|err|setOut|setErr|console)\\b|FileDescriptor\\.|printStackTrace\\(\\)");
    List<String> printing = new ArrayList<>();
    for (Path sources : ProjectFolder.ofModules("src/main/java")) {
      try (Stream<Path> files = Files.walk(sources)) {
        files
            .filter(file -> file.toString().endsWith(".java") && other.matcher(read(file)).find())
            .forEach(file -> printing.add(file.getFileName().toString()));
      }
    }
    assertThat(printing)
        .as("print with the Printer of Console: a name may hold codes that a terminal obeys")
        // Main says that too few files may be open while no other class can be loaded.
        .containsExactlyInAnyOrder("Main.java", "Surroundings.java");
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
