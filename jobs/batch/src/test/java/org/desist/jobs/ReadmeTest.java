// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desist.ProjectFolder;
import org.desist.stage.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands of README.md on two small snapshots, as they are printed. */
class ReadmeTest {
  private static final String BLOCK = "export DESIST_OUT=var/two ";

  @Test
  void theCommandsOnTwoSnapshotsWorkAsPrinted(@TempDir Path folder) throws IOException {
    Files.createDirectories(folder.resolve("var"));
    Map<String, String> environment = new HashMap<>();
    List<String> typed = new ArrayList<>();
    for (String line : block(Files.readString(ProjectFolder.file("README.md")))) {
      List<String> words = words(line, folder);
      if (words.get(0).equals("export")) {
        for (String variable : words.subList(1, words.size())) {
          String[] parts = variable.split("=", 2);
          environment.put(parts[0], parts[1].replaceFirst("^var/", folder + "/var/"));
        }
        continue;
      }
      Terminal terminal = new Terminal(folder, environment).with(new Pipeline());
      terminal.type(words.subList(1, words.size()).toArray(String[]::new));
      assertThat(terminal.exit()).as("%s%n%s", line, terminal.err()).isZero();
      assertThat(terminal.out() + terminal.err()).as(line).isNotBlank();
      typed.add(words.get(1));
    }

    assertThat(typed).contains("run", "diff", "bridge", "backtest", "backfill", "prune");
  }

  private static List<String> block(String page) {
    String text = page.substring(page.indexOf(BLOCK));
    return text.substring(0, text.indexOf("```")).lines().toList();
  }

  private static List<String> words(String line, Path folder) {
    List<String> words = new ArrayList<>();
    for (String word : line.replaceFirst(" +#.*", "").split(" ", -1)) {
      words.add(
          word.replaceFirst("^var/", folder + "/var/")
              .replaceFirst("^data-samples/", ProjectFolder.root() + "/data-samples/"));
    }
    return words;
  }
}
