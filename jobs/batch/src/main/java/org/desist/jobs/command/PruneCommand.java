// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.repository.JobsPlace;
import org.desist.jobs.retention.ClockDoubt;
import org.desist.jobs.retention.Item;
import org.desist.jobs.retention.PrunePlan;
import org.desist.jobs.retention.Pruning;
import org.desist.jobs.terminal.TextTable;
import org.desist.method.MethodFile;
import org.desist.method.Retention;
import org.desist.run.RunRecord;
import org.desist.run.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist prune}. */
@Command(
    name = "prune",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Deletes versions, runs, requests and corrections whose retention period has ended (section retention of the method).",
      "",
      "Never: the version that readers see and its run, versions a frozen baseline was built from, a run that can be resumed. What is deleted is written down in OUT/pruned.log."
    },
    footer = {"", "Examples:", "  desist prune --plan", "  desist prune"})
final class PruneCommand implements Runnable {
  private static final double MEGABYTE = 1_000_000;

  @Option(names = "--plan", description = "Show what would be deleted and why; delete nothing.")
  boolean plan;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Option(
      names = "--method",
      paramLabel = "FILE",
      description = "Method file with the lives (default: that of the current version's run).")
  Path method;

  @Option(
      names = "--newest-within",
      paramLabel = "DAYS",
      defaultValue = "400",
      description =
          "Refuse when the newest publication is more days ago: the clock may be wrong (default: ${DEFAULT-VALUE}).")
  int newestWithin;

  @Option(
      names = "--clock-is-right",
      description = "Go on although the clock is far from the newest publication.")
  boolean clockIsRight;

  private final Console console;

  PruneCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Path out = outOption.here("prune");
    JobsPlace jobs = jobsOption.place(console, out);
    RunHistory history = RunHistory.read(jobs, out);
    checkPointer(out);
    checkClock(history);
    Path file = method == null ? methodOf(out, history) : method;
    Retention retention = MethodFile.read(file).retention();
    List<Item> items =
        plan
            ? PrunePlan.of(out, retention, history, console.clock())
            : new Pruning(out, jobs, retention, console.clock()).run(item -> tell("pruned", item));
    if (plan) {
      items.forEach(item -> tell("would_prune", item));
    }
    print(items);
  }

  /** What readers see is never deleted; while nobody can tell what it is, nothing may be. */
  private static void checkPointer(Path out) {
    Versions versions = Versions.below(out);
    if (versions.pointer().isBroken()) {
      versions.seen("prune");
    }
  }

  /** Lives are counted by the clock: one that is wrong deletes too much. A plan only says so. */
  private void checkClock(RunHistory history) {
    Optional<String> doubt =
        clockIsRight
            ? Optional.empty()
            : ClockDoubt.of(history, LocalDate.now(console.clock()), newestWithin);
    if (doubt.isEmpty()) {
      return;
    }
    if (!plan) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot prune: %s. Nothing was deleted. Set the clock, or, when it is right, add --clock-is-right."
              .formatted(doubt.get()));
    }
    console.note(
        "clock",
        "The clock may be wrong: %s. Without --plan it is refused.".formatted(doubt.get()));
  }

  /** The method file of the run whose version readers see; null is the built-in method. */
  private static Path methodOf(Path out, RunHistory history) {
    Optional<String> current = Versions.below(out).current();
    if (current.isEmpty()) {
      return null;
    }
    // By the lives of another method, or without its runs, too much would go.
    RunRecord published =
        history.runs().stream()
            .filter(run -> run.id().equals(current.get()))
            .findFirst()
            .orElseThrow(
                () ->
                    new DesistException(
                        ErrorCode.BAD_ARGUMENT,
                        "Cannot tell how long things are kept: the history does not know run %s, which readers see. Name the history with --jobs or DESIST_JOBS, or the lives with --method FILE."
                            .formatted(current.get())));
    return published.settings().files().method();
  }

  private void tell(String event, Item item) {
    if (console.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("kind", item.kind().label());
      fields.put("name", item.name());
      fields.put("bytes", item.bytes());
      fields.put("why", item.why());
      console.event(event, fields);
    }
  }

  private void print(List<Item> items) {
    if (items.isEmpty()) {
      console.out().println("Nothing has reached the end of its retention period.");
      return;
    }
    TextTable table =
        TextTable.open().left(plan ? "Would go" : "Gone").left("").right("MB").left("why");
    for (Item item : items) {
      table.row(item.kind().label(), item.name(), megabytes(item.bytes()), item.why());
    }
    table.row("in all", "", megabytes(items.stream().mapToLong(Item::bytes).sum()), "");
    console.out().println(table.text());
  }

  private static String megabytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f", bytes / MEGABYTE);
  }
}
