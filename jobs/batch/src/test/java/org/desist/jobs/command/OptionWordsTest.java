// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** An option of one name means one thing, whatever the command. */
class OptionWordsTest {
  /** The forms there are differ from answer to answer, and stand in the label. */
  private static final Set<String> LABELS_DIFFER = Set.of("--format");

  /** They neither read nor write the folder of runs and versions. */
  private static final Set<String> WITHOUT_OUT =
      Set.of(
          "desist",
          "desist baseline",
          "desist bench",
          "desist bench effects",
          "desist bench limits",
          "desist bench speed",
          "desist completion",
          "desist generate",
          "desist help",
          "desist keys",
          "desist keys new",
          "desist lineage",
          "desist match",
          "desist method",
          "desist recipe",
          "desist release");

  private record Use(String command, OptionSpec option) {
    String description() {
      return String.join(" ", option.description());
    }

    /** What it says first is what the option is. */
    String firstWord() {
      return description().split("[ :,]", 2)[0];
    }
  }

  @TestFactory
  List<DynamicTest> anOptionMeansOneThing() {
    Map<String, List<Use>> uses = new TreeMap<>();
    for (CommandLine command : all(commands())) {
      for (OptionSpec option : command.getCommandSpec().options()) {
        if (!option.hidden() && !option.inherited() && !option.usageHelp()) {
          uses.computeIfAbsent(option.longestName(), name -> new ArrayList<>())
              .add(new Use(command.getCommandSpec().qualifiedName(), option));
        }
      }
    }
    return uses.entrySet().stream()
        .map(
            use -> DynamicTest.dynamicTest(use.getKey(), () -> check(use.getKey(), use.getValue())))
        .toList();
  }

  private static void check(String name, List<Use> uses) {
    assertThat(uses)
        .as("%s begins to describe itself with one word", name)
        .extracting(Use::firstWord)
        .containsOnly(uses.get(0).firstWord());
    if (!LABELS_DIFFER.contains(name) && uses.get(0).option().arity().max() > 0) {
      assertThat(uses)
          .as("%s takes one kind of value", name)
          .extracting(use -> use.option().paramLabel())
          .containsOnly(uses.get(0).option().paramLabel());
    }
  }

  @Test
  void everyCommandThatReadsOrWritesTheFolderOfRunsTakesOut() {
    Set<String> without = new TreeSet<>();
    for (CommandLine command : all(commands())) {
      OptionSpec out = command.getCommandSpec().findOption("--out");
      if (out == null || out.hidden()) {
        without.add(command.getCommandSpec().qualifiedName());
      }
    }

    assertThat(without).isEqualTo(new TreeSet<>(WITHOUT_OUT));
  }

  @Test
  void commandsThatWerePublishedGoOnWorking(@TempDir Path folder) {
    Path[] made = new Path[1];
    Terminal terminal =
        new Terminal(folder, Map.of())
            .with(
                (SampleGenerator)
                    (request, progress) -> {
                      made[0] = request.out();
                      return request.out();
                    });

    assertThat(terminal.type("generate", "--persons", "5", "--seed", "1", "--out", "old")).isZero();
    assertThat(made[0]).isEqualTo(Path.of("old"));
    assertThat(terminal.type("generate", "--persons", "5", "--seed", "1")).isEqualTo(2);
    assertThat(terminal.err()).contains("name a folder with --to-folder DIR");

    assertThat(terminal.type("bridge", "--from", "a", "--to", "b", "--out", folder + "/x"))
        .isEqualTo(2);
    assertThat(terminal.err()).doesNotContain("Cannot tell what to compare");
    assertThat(terminal.type("bridge", "a")).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot tell what to compare: name two runs");
  }

  private static CommandLine commands() {
    return Desist.commands(new DesistCommand(), null, null);
  }

  private static List<CommandLine> all(CommandLine line) {
    List<CommandLine> all = new ArrayList<>(List.of(line));
    line.getSubcommands().values().forEach(below -> all.addAll(all(below)));
    return all;
  }
}
