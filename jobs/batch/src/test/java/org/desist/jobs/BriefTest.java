// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.desist.ProjectFolder;
import org.desist.stage.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every command of docs/brief.md, typed in its order, on the samples. */
class BriefTest {
  private static final int ROWS = 19;
  private static final String GOES_ON = " \\";
  private static final Pattern ROW = Pattern.compile("### (\\d+)\\. .*");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|(\\S+)");

  /** A command and the row of the brief that it answers, 0 for what is done once before. */
  private record Command(int row, String text) {
    List<String> words(Path out) {
      List<String> words = new ArrayList<>();
      Matcher matcher = WORD.matcher(text);
      while (matcher.find()) {
        words.add(
            matcher.group(1) != null
                ? matcher.group(1)
                : matcher
                    .group(2)
                    .replaceFirst("^var/", out + "/")
                    .replaceFirst("^data-samples/", ProjectFolder.root() + "/data-samples/"));
      }
      return words.subList(1, words.size());
    }
  }

  @Test
  void everyRowIsAnsweredByACommandThatGivesRows(@TempDir Path out) throws IOException {
    List<Command> commands = commands(Files.readString(ProjectFolder.file("docs", "brief.md")));
    assertThat(commands.stream().map(Command::row).distinct().toList())
        .containsExactlyElementsOf(IntStream.rangeClosed(0, ROWS).boxed().toList());

    Files.createDirectories(out.resolve("brief"));
    Terminal terminal = new Terminal(out, Map.of()).with(new Pipeline());
    for (Command command : commands) {
      List<String> words = command.words(out);
      terminal.type(words.toArray(String[]::new));
      assertThat(terminal.exit())
          .as("row %s: %s%n%s", command.row(), command.text(), terminal.err())
          .isZero();
      if (words.get(0).equals("query")) {
        assertThat(terminal.out().lines().count())
            .as("rows of row %s: %s", command.row(), command.text())
            .isGreaterThan(2);
      }
    }
  }

  /** The commands of the fenced blocks; a line that does not begin one goes on with it. */
  private static List<Command> commands(String page) {
    List<Command> commands = new ArrayList<>();
    boolean isFenced = false;
    int row = 0;
    for (String line : page.lines().toList()) {
      Matcher heading = ROW.matcher(line);
      if (heading.matches()) {
        row = Integer.parseInt(heading.group(1));
      } else if (line.startsWith("```")) {
        isFenced = !isFenced;
      } else if (isFenced && line.startsWith("./desist ")) {
        commands.add(new Command(row, line));
      } else if (isFenced) {
        Command last = commands.remove(commands.size() - 1);
        boolean isQuoted = last.text().chars().filter(c -> c == '"').count() % 2 == 1;
        assertThat(isQuoted || last.text().endsWith(GOES_ON)).as(last.text()).isTrue();
        String text = isQuoted ? last.text() : last.text().replaceFirst(" .$", "");
        commands.add(new Command(row, text + " " + line.strip()));
      }
    }
    return commands;
  }
}
