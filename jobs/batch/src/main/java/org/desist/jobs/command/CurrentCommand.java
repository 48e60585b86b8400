// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.reoffending.PointerChange;
import org.desist.jobs.runpage.PageJson;
import org.desist.jobs.terminal.TextTable;
import org.desist.publish.CurrentVersion;
import org.desist.publish.PointerLog;
import org.desist.run.Pointer;
import org.desist.run.Shell;
import org.desist.run.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist current}. */
@Command(
    name = "current",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows which version readers see: its run and snapshot, since when, who made it current and why.",
      "",
      "With a RUN it makes the version of that run current, after checking that it is whole, and records who did so and why in OUT/current.log. marts.duckdb follows."
    },
    footer = {
      "",
      "Examples:",
      "  desist current",
      "  desist current 2019-03-31-0001 --reason \"the delivery of June was withdrawn\""
    })
final class CurrentCommand implements Runnable {
  private static final int LONGEST_REASON = 500;

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run whose version readers are to see (default: change nothing).")
  String run;

  @Option(
      names = "--reason",
      paramLabel = "TEXT",
      description = "Why, for the record; required with a RUN. Name nobody in it.")
  String reason;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Form of the answer (default: ${DEFAULT-VALUE}).")
  RunsCommand.Format format;

  private final Console console;

  CurrentCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Path out = outOption.out;
    if (run == null) {
      if (reason != null) {
        throw wrong("name the run, too");
      }
      show(out);
      return;
    }
    checkReason();
    Versions versions = Versions.below(out);
    if (!versions.folders().contains(run)) {
      // Before the lock: a wrong name leaves no folder behind.
      throw new DesistException(
          ErrorCode.UNKNOWN_RUN,
          "Cannot make %s current: there is no version of that name in %s. There are: %s."
              .formatted(
                  run,
                  out.resolve("versions"),
                  versions.names().isEmpty() ? "none" : String.join(", ", versions.names())));
    }
    Optional<String> before =
        PointerChange.make(
            jobsOption.place(console, out), out, console.clock(), run, reason.strip());
    console.note("current", changed(before));
    show(out);
  }

  private String changed(Optional<String> before) {
    if (before.isEmpty()) {
      return "Readers see %s; before, they saw nothing.".formatted(run);
    }
    return before.get().equals(run)
        ? "Readers see %s, as before; marts.duckdb is made anew.".formatted(run)
        : "Readers see %s; before, they saw %s.".formatted(run, before.get());
  }

  private void checkReason() {
    if (reason == null || reason.isBlank()) {
      throw wrong("say why");
    }
    boolean isPlain =
        reason
            .codePoints()
            .noneMatch(
                letter ->
                    Character.getType(letter) == Character.FORMAT
                        || Character.getType(letter) == Character.CONTROL);
    if (!isPlain || reason.length() > LONGEST_REASON) {
      throw wrong("give a reason of one line, up to %s letters".formatted(LONGEST_REASON));
    }
  }

  private DesistException wrong(String what) {
    return new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot change what readers see: %s, such as %s"
            .formatted(
                what,
                Shell.current(
                    outOption.out,
                    run == null ? "RUN" : run,
                    "the delivery of June was withdrawn")));
  }

  private void show(Path out) {
    String seen = Versions.below(out).seen("show what readers see");
    PointerLog.Latest log = PointerLog.below(out).latest();
    if (log.unreadable() > 0) {
      console.note(
          "record",
          "%s lines of %s cannot be read; they are left as they are."
              .formatted(log.unreadable(), out.resolve(PointerLog.FILE)));
    }
    Map<String, String> facts = facts(out, seen, log.to(seen));
    if (format == RunsCommand.Format.json) {
      console.out().print(PageJson.render(facts));
    } else {
      TextTable table = TextTable.open().left("Readers see").left(seen);
      facts.forEach(
          (name, value) -> {
            if (!name.equals("run")) {
              table.row(name.replace('_', ' '), value == null ? "not recorded" : value);
            }
          });
      console.out().println(table.text());
    }
    console.out().flush();
  }

  private static Map<String, String> facts(
      Path out, String seen, Optional<PointerLog.Change> change) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("run", seen);
    facts.put(
        "snapshot", CurrentVersion.below(out).snapshot(seen).map(Object::toString).orElse(null));
    facts.put(
        "since", change.map(PointerLog.Change::at).map(Object::toString).orElseGet(() -> at(out)));
    facts.put("set_by", change.map(PointerLog.Change::by).orElse(null));
    facts.put("why", change.map(PointerLog.Change::why).orElse(null));
    facts.put(
        "before", change.map(made -> made.from() == null ? "nothing" : made.from()).orElse(null));
    return facts;
  }

  /** A pointer that was set by hand is as old as its file. */
  private static String at(Path out) {
    try {
      return Files.getLastModifiedTime(out.resolve(Pointer.FILE)).toInstant().toString();
    } catch (IOException e) {
      return null;
    }
  }
}
