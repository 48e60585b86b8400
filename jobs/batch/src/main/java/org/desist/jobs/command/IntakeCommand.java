// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.ErrorType;
import org.desist.inquiry.Comparison;
import org.desist.inquiry.Overrides;
import org.desist.jobs.intake.IntakeDesk;
import org.desist.jobs.intake.IntakeEntry;
import org.desist.jobs.intake.IntakeFolder;
import org.desist.jobs.intake.IntakeJournal;
import org.desist.jobs.intake.IntakeLook;
import org.desist.jobs.intake.IntakeScreen;
import org.desist.jobs.intake.IntakeState;
import org.desist.jobs.intake.IntakeSummary;
import org.desist.jobs.runpage.PageJson;
import org.desist.run.OutLock;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist intake}. */
@Command(
    name = "intake",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Looks through a folder of comparison requests: judges each that is new or has changed, as"
          + " compare --clinic does, writes its clinic page, and a letter to each sender of what is"
          + " missing. Keeps where each request stands.",
      "Reads no outcome, unless --answer is given. A request that waits for its sender is no error."
    },
    footer = {
      "",
      "Examples:",
      "  desist intake requests",
      "  desist intake requests --plan",
      "  desist intake requests --answer"
    })
final class IntakeCommand implements Runnable {
  @Parameters(
      index = "0",
      paramLabel = "FOLDER",
      description = "Holds a folder per request, with request.yaml and the list in it.")
  Path folder;

  @Option(names = "--plan", description = "Show what would be judged, and write nothing.")
  boolean plan;

  @Option(
      names = "--again",
      description =
          "Redo judgements of what has not changed as well, such as after a new version; what has"
              + " been answered stays answered.")
  boolean again;

  @Option(names = "--answer", description = "Answer those that are ready, as desist compare does.")
  boolean answer;

  @Option(
      names = "--settle",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "Leave a folder in which a file is younger than this for the next time: it may still be"
              + " arriving (default: ${DEFAULT-VALUE}).")
  int settle;

  @Option(
      names = "--format",
      paramLabel = "text|json",
      defaultValue = "text",
      description = "Form of what is printed (default: ${DEFAULT-VALUE}).")
  Format format;

  @Mixin ChosenRunOptions runOptions;

  @Mixin EngineOptions engineOptions;

  private final Console console;
  private final List<String> judged = new ArrayList<>();

  /**
   * The first fault that no sender can mend, which ends the command; each is printed with its
   * request.
   */
  private DesistException fault;

  /** As they are typed. */
  enum Format {
    text,
    json
  }

  IntakeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Path out = runOptions.outOption.here("intake");
    IntakeFolder requests =
        new IntakeFolder(folder, out, console.clock(), Duration.ofSeconds(settle));
    IntakeDesk desk = new IntakeDesk(out, requests.inbox());
    // Before anything is made: without a run nothing can be judged.
    ChosenRun chosen = runOptions.chosen("judge", out, console);
    if (plan) {
      List<IntakeLook> looks = requests.looks(desk.journal(), again);
      looks.stream()
          .filter(look -> look.turn().isJudged())
          .forEach(look -> judged.add(look.entry().folder()));
      IntakeSummary summary =
          summary(desk, chosen, requests, looks.stream().map(IntakeLook::entry).toList());
      print(summary, () -> IntakeScreen.plan(summary, console.out()));
      return;
    }
    OutLock lock = OutLock.take(desk.create(), console.clock());
    try {
      IntakeJournal journal = desk.journal();
      List<IntakeEntry> entries = new ArrayList<>();
      for (IntakeLook look : requests.looks(journal, again)) {
        entries.add(taken(look, chosen, desk, journal, requests));
      }
      IntakeSummary summary = summary(desk, chosen, requests, entries);
      desk.publish(summary, entries);
      print(summary, () -> IntakeScreen.print(summary, desk, console.out()));
    } finally {
      lock.close();
    }
    if (fault != null) {
      throw fault;
    }
  }

  private IntakeSummary summary(
      IntakeDesk desk, ChosenRun chosen, IntakeFolder requests, List<IntakeEntry> entries) {
    return IntakeSummary.of(desk, folder.toString(), requests.now(), chosen.id(), judged, entries);
  }

  private void print(IntakeSummary summary, Runnable screen) {
    if (console.isJson()) {
      console.event(
          "intake",
          Map.of("judged", summary.judged(), "ready", summary.ready(), "counts", summary.counts()));
    }
    switch (format) {
      case text -> screen.run();
      case json -> console.out().print(PageJson.render(summary));
    }
    console.out().flush();
  }

  /** Where a request stands now; written down before the next is begun. */
  private IntakeEntry taken(
      IntakeLook look,
      ChosenRun chosen,
      IntakeDesk desk,
      IntakeJournal journal,
      IntakeFolder requests) {
    IntakeEntry entry = look.entry();
    if (look.fault() != null) {
      note(entry, look.fault());
      return entry;
    }
    AnswerAction action = new AnswerAction(console);
    try {
      if (look.turn().isJudged()) {
        console.note("judging", "Judging " + entry.folder());
        judged.add(entry.folder());
        entry = desk.judged(entry, action.consult(order(action, look, chosen)), requests.now());
      }
      if (look.turn() != IntakeLook.Turn.LEFT) {
        journal.add(entry);
      }
      if (answer && entry.state() == IntakeState.READY) {
        console.note("answering", "Answering " + entry.folder());
        entry =
            requests.answered(entry, action.answer(order(action, look, chosen), Overrides.NONE));
        journal.add(entry);
      }
    } catch (RuntimeException thrown) {
      DesistException e = Errors.known(thrown);
      entry = failed(entry, e, chosen, requests);
      if (e.code().type() != ErrorType.INFRASTRUCTURE) {
        journal.add(entry);
      }
    }
    return entry;
  }

  private Comparison.Order order(AnswerAction action, IntakeLook look, ChosenRun chosen) {
    return action.order(
        chosen.settings().with(engineOptions.choice()), chosen.id(), chosen.keyFile(), look.file());
  }

  /**
   * The state of a request that failed. A sender's mistake waits for the sender; another fault
   * leaves the request for the next look.
   *
   * @throws DesistException what would fail every request alike, such as a key that cannot be read
   */
  private IntakeEntry failed(
      IntakeEntry entry, DesistException e, ChosenRun chosen, IntakeFolder requests) {
    List<String> why = IntakeFolder.words(e, folder.resolve(entry.folder()));
    if (IntakeFolder.isOfSender(e)) {
      return entry.in(IntakeState.WAITING, chosen.id(), requests.now(), why);
    }
    boolean isShared =
        e.code().type() == ErrorType.ACCESS
            || e.code().type() == ErrorType.USAGE
            || e.code().type() == ErrorType.DEFINITION;
    if (isShared) {
      throw e;
    }
    if (e.code() != ErrorCode.LOCKED) {
      note(entry, e);
    }
    boolean isReady = entry.state() == IntakeState.READY;
    return isReady ? entry : entry.in(IntakeState.NOT_JUDGED, chosen.id(), requests.now(), why);
  }

  /**
   * Prints a fault beside its request; one that all requests share, such as a full disk, only once.
   */
  private void note(IntakeEntry entry, DesistException e) {
    if (fault == null || !fault.getMessage().equals(e.getMessage())) {
      console.note("not_judged", "%s: %s: %s".formatted(entry.folder(), e.code(), e.getMessage()));
    }
    fault = fault == null ? e : fault;
  }
}
