// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.answer.Answer;
import org.desist.baseline.Baselines;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.identity.KeyFile;
import org.desist.inquiry.Overrides;
import org.desist.jobs.payment.HtmlSheet;
import org.desist.jobs.payment.PaymentSheet;
import org.desist.jobs.payment.SheetReader;
import org.desist.jobs.payment.TextSheet;
import org.desist.jobs.query.Query;
import org.desist.jobs.report.TextAnswer;
import org.desist.jobs.screen.DemoScreen;
import org.desist.method.Measure;
import org.desist.request.RequestFile;
import org.desist.run.Folders;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import org.desist.run.WindowKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the whole way on invented people and shows what came out.",
    footer = {
      "",
      "Examples:",
      "  desist demo",
      "  desist demo --engine spark",
      "  desist demo --world small --out var/small"
    })
final class DemoCommand implements Runnable {
  private static final int PERSONS = 50_000;
  private static final long SEED = 2016;
  private static final String PROVIDER = "C17";
  private static final String CONTRACT_YEAR = "2016-17";

  /** A clear answer, an inconclusive one, a sealed one, and too few people for any. */
  private static final List<String> REQUESTS =
      List.of("clear-thinking", "ready-hands", "steady-relationships", "wren-house");

  /** Early enough for the baseline of 2011 to be built from the demo itself. */
  private static final LocalDate FIRST_COHORT = LocalDate.of(2011, 1, 1);

  @Option(
      names = "--world",
      paramLabel = "large|generated|small",
      defaultValue = "large",
      description =
          "Fifty thousand people generated on the spot, the five thousand that come with the"
              + " project, or some sixty made by hand (default: ${DEFAULT-VALUE}).")
  SampleWorld world;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "var/demo",
      description =
          "Folder of the demo's runs; of its own, so that invented people stay apart from others, whatever"
              + " desist.yaml or DESIST_OUT say (default: ${DEFAULT-VALUE}).")
  Path out;

  @Mixin JobsOption jobsOption;

  @Option(names = "--again", description = "Redo a demo that has been done.")
  boolean again;

  @Mixin EngineOptions engineOptions;

  private final Console console;
  private final Services services;

  DemoCommand(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  @Override
  public void run() {
    // Before anything private is put into it.
    Folders.createOpen(out);
    RunSettings settings =
        StopNotice.during(
            console, "Nothing was published: the demo's run had not begun.", this::prepared);
    RunAction action =
        new RunAction(
            console,
            services,
            jobsOption.place(console, out),
            "Then type the demo again, for what it shows after the run.");
    if (again) {
      action.runAgain(settings, null);
    } else {
      action.demonstrate(settings);
    }
    Map<String, Path> pages = new LinkedHashMap<>();
    String runId = Versions.below(out).seen("show");
    pages.put("the run", out.resolve("pages").resolve(runId + ".html"));
    if (settings.files().contracts() != null) {
      pages.put("a payment", pay());
    }
    List<Answer> answers = world == SampleWorld.large ? compare(settings, runId) : List.of();
    List<Path> reports = answers.stream().map(answer -> AnswerAction.report(out, answer)).toList();
    new DemoScreen(out, runId).print(answers, pages, reports, console.out());
  }

  /** Every sample request: what a clear answer looks like, and three that are none. */
  private List<Answer> compare(RunSettings settings, String runId) {
    AnswerAction action = new AnswerAction(console);
    List<Answer> answers = new ArrayList<>();
    Path requests = console.home().resolve("data-samples").resolve("requests");
    for (String name : REQUESTS) {
      Answer answer =
          action.answer(
              action.order(
                  settings,
                  runId,
                  settings.files().key(),
                  RequestFile.read(requests.resolve(name))),
              Overrides.NONE);
      console.out().println();
      if (name.equals(REQUESTS.get(0))) {
        TextAnswer.print(answer, console.out());
      } else {
        console.out().println(answer.protocol().programme() + ":");
        console.out().println("  " + answer.sentences().get(0));
      }
      console.out().println("The report: " + AnswerAction.report(out, answer));
      answers.add(answer);
    }
    return answers;
  }

  /** The people are invented, so nothing on the sheet has to be withheld. */
  private Path pay() {
    PaymentSheet sheet = new SheetReader(out, Query.Area.RESTRICTED).read(PROVIDER, CONTRACT_YEAR);
    console.out().println();
    TextSheet.print(sheet, console.out());
    Path page = out.resolve("payment-%s-%s.html".formatted(PROVIDER, CONTRACT_YEAR));
    HtmlSheet.write(sheet, page);
    console.out().println();
    console.out().println("The same as a page: " + page);
    return page;
  }

  private RunSettings prepared() {
    RunSettings settings = settings();
    freezeBaseline();
    return settings;
  }

  private RunSettings settings() {
    return new RunSettings(
            out,
            new RunSettings.SnapshotInput(
                world.isMade() ? made() : world.extracts(console.home()), world.snapshot()),
            new RunSettings.CohortChoice(
                world.isMade()
                    ? EnumSet.of(WindowKind.QUARTER, WindowKind.FOUR_QUARTERS)
                    : EnumSet.allOf(WindowKind.class),
                world.isMade() ? FIRST_COHORT : null,
                null),
            new RunSettings.NamedFiles(null, world.contracts(console.home()), key(), null),
            engineOptions.choice())
        .from(console.origins());
  }

  /** The extracts of the large world, generated unless an earlier demo did so. */
  private Path made() {
    Path folder = out.resolve("extracts").toAbsolutePath().normalize();
    Path done = folder.resolve(".complete");
    if (!Files.exists(done)) {
      services
          .generator()
          .generate(
              new SampleGenerator.Request(
                  PERSONS, SEED, world.snapshot(), folder, "csv", engineOptions.threads()),
              console.progress("generate"));
      mark(done);
    }
    return folder.resolve("snapshot-" + world.snapshot());
  }

  private static void mark(Path file) {
    try {
      Files.createDirectories(file.getParent());
      Files.createFile(file);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE, "Cannot write %s: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** The generated worlds are compared with what the large one did in 2011. */
  private void freezeBaseline() {
    Path file = console.home().resolve("data-samples").resolve("baselines").resolve("2011.csv");
    if (world != SampleWorld.small && Files.exists(file)) {
      new Baselines(out, LocalDate.now(console.clock()))
          .importFile("2011", file, Measure.REOFFENDING, null);
    }
  }

  /** The people are invented, so the demo may make its own key. */
  private Path key() {
    Path key = out.resolve("demo.key").toAbsolutePath().normalize();
    if (!Files.exists(key)) {
      KeyFile.create(key);
    }
    return key;
  }
}
