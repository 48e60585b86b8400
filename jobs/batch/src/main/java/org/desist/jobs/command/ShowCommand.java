// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.repository.JobsPlace;
import org.desist.jobs.runpage.PageHtml;
import org.desist.jobs.runpage.PageJson;
import org.desist.jobs.runpage.PageText;
import org.desist.jobs.runpage.RunPage;
import org.desist.jobs.runpage.RunPageBuilder;
import org.desist.jobs.runpage.RunPages;
import org.desist.run.RunRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist show}. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Shows the page of one run: what arrived, rejected rows, what moved, its publication checks, its stages, and what to do now.",
    footer = {
      "",
      "Examples:",
      "  desist show 2019-06-30-0001",
      "  desist show 2019-06-30-0001 --format json",
      "  desist show 2019-06-30-unstarted",
      "  desist show --settings"
    })
final class ShowCommand implements Runnable {
  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description =
          "The run, as desist runs lists it, or SNAPSHOT-unstarted (default: the run started last).")
  String run;

  @Mixin OutOption outOption;

  @Mixin JobsOption jobsOption;

  @Option(
      names = "--settings",
      description =
          "Show instead what holds for options that are not typed, and where it comes from: a"
              + " variable, desist.yaml or the default.")
  boolean settings;

  @Option(
      names = "--format",
      paramLabel = "text|html|json",
      defaultValue = "text",
      description = "Form of the page (default: ${DEFAULT-VALUE}).")
  PageFormat format;

  private final Console console;

  ShowCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (settings) {
      showSettings();
      return;
    }
    RunPage page = page();
    console
        .out()
        .print(
            switch (format) {
              case text -> PageText.render(page);
              case html -> PageHtml.render(page);
              case json -> PageJson.render(page);
            });
    console.out().flush();
  }

  private void showSettings() {
    if (run != null || format == PageFormat.html) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot show the settings %s: those of a run stand on its page. Say --settings alone, or with --format json."
              .formatted(run == null ? "as HTML" : "of a run"));
    }
    List<RunPage.Fact> facts = new ArrayList<>();
    console
        .settings()
        .all()
        .forEach(
            (name, value) -> facts.add(new RunPage.Fact(name.key(), value.text(), value.origin())));
    console
        .out()
        .print(
            format == PageFormat.json
                ? PageJson.render(facts)
                : PageText.facts("Setting", facts).text() + System.lineSeparator());
    console.out().flush();
  }

  /** Made anew of what there is now; a run that never began has only what was written then. */
  private RunPage page() {
    if (run != null && run.endsWith("-unstarted")) {
      Optional<RunPage> written = RunPages.below(outOption.out).read(run);
      if (written.isPresent()) {
        return written.get();
      }
    }
    JobsPlace jobs = jobsOption.place(console, outOption.out);
    RunHistory history = RunHistory.read(jobs, outOption.out);
    RunRecord shown = run == null ? history.latest() : history.run(run);
    return RunPageBuilder.of(outOption.out, shown, jobs);
  }
}
