// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Help;
import picocli.CommandLine.Help.Ansi.Text;
import picocli.CommandLine.Model.UsageMessageSpec;

/**
 * The commands in the help of the whole, by what somebody wants to do, each in a few words: the
 * first clause of what its own help says.
 */
final class CommandList {
  private static final String END_OF_CLAUSE = "^(.{20,}?)(?:[:;.]| \\().*";
  private static final String BY_THE_WAY = "^(.{30,}?),.*";

  private static final Map<String, List<String>> BY_PURPOSE = new LinkedHashMap<>();

  static {
    BY_PURPOSE.put("Look around", List.of("demo", "generate", "help", "completion"));
    BY_PURPOSE.put(
        "Make figures",
        List.of("run", "resume", "replay", "backfill", "baseline", "method", "keys", "recipe"));
    BY_PURPOSE.put(
        "Ask",
        List.of("query", "payment", "explain", "bridge", "backtest", "lineage", "corrections"));
    BY_PURPOSE.put("Did a programme help", List.of("intake", "compare", "synthesis", "match"));
    BY_PURPOSE.put("Look after runs", List.of("runs", "show", "current", "diff", "check", "prune"));
    BY_PURPOSE.put("Hand out", List.of("release"));
  }

  private CommandList() {}

  static String text(Help help) {
    Map<String, Help> left = new LinkedHashMap<>(help.subcommands());
    int name = left.keySet().stream().mapToInt(String::length).max().orElse(0) + 2;
    StringBuilder text = new StringBuilder();
    Map<String, List<String>> groups = new LinkedHashMap<>();
    boolean isRoot = help.commandSpec().parent() == null;
    List<String> known = BY_PURPOSE.values().stream().flatMap(List::stream).toList();
    if (isRoot) {
      groups.putAll(BY_PURPOSE);
    }
    groups.put(
        isRoot ? "Anything else" : "Commands",
        left.keySet().stream().filter(command -> !isRoot || !known.contains(command)).toList());
    groups.forEach(
        (purpose, commands) -> {
          List<String> there = commands.stream().filter(left::containsKey).toList();
          if (!there.isEmpty()) {
            text.append(System.lineSeparator()).append(purpose).append(System.lineSeparator());
          }
          for (String command : there) {
            Text shown = help.colorScheme().commandText(command);
            text.append("  ").append(shown).append(" ".repeat(name - command.length()));
            text.append(shortly(left.get(command))).append(System.lineSeparator());
          }
        });
    return text.toString();
  }

  private static String shortly(Help command) {
    UsageMessageSpec words = command.commandSpec().usageMessage();
    return Stream.concat(Arrays.stream(words.header()), Arrays.stream(words.description()))
        .findFirst()
        .map(first -> first.replaceFirst(END_OF_CLAUSE, "$1").replaceFirst(BY_THE_WAY, "$1"))
        .orElse("");
  }
}
