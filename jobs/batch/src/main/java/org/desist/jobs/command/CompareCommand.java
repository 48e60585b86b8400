// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.desist.answer.Answer;
import org.desist.answer.Answer.Detectable;
import org.desist.comparison.SampleSize;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.identity.PncId;
import org.desist.inquiry.Comparison;
import org.desist.inquiry.Overrides;
import org.desist.jobs.compare.ClinicScreen;
import org.desist.jobs.compare.RequestForm;
import org.desist.jobs.report.TextAnswer;
import org.desist.linkage.Waterfall;
import org.desist.participant.ParticipantLinks;
import org.desist.request.RequestFile;
import org.desist.request.RequestTemplate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist compare}. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Answers whether a programme made a difference: finds its participants in the records of a"
          + " run, compares them with people like them, and writes a report.",
      "Outcomes are read only once the two groups have been fixed and found alike; else the answer"
          + " is sealed."
    },
    footer = {
      "",
      "Examples:",
      "  desist compare --new my-request",
      "  desist compare my-request --clinic",
      "  desist compare my-request --clinic --explain 17",
      "  desist compare my-request",
      "  desist compare --clinic --people 120 --rate 45"
    })
final class CompareCommand implements Runnable {
  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "REQUEST",
      description = "The request: its folder, or the file request.yaml in it.")
  Path request;

  @Option(
      names = "--clinic",
      description =
          "Say before any outcome is read how many people would be found and analysed, what"
              + " difference could be seen, and which rows to mend; on the screen and as a page.")
  boolean clinic;

  @Option(
      names = "--new",
      paramLabel = "DIR",
      description =
          "Write a template of a request that explains every key, and a form that fills it in in a"
              + " browser.")
  Path template;

  @Option(
      names = "--people",
      paramLabel = "N",
      description = "People who take part: with --clinic and no request, what so many would show.")
  Integer people;

  @Option(
      names = "--rate",
      paramLabel = "PERCENT",
      defaultValue = "40",
      description = "Their expected reoffending rate (default: ${DEFAULT-VALUE}).")
  double rate;

  @Option(
      names = "--against",
      paramLabel = "N",
      defaultValue = "10000",
      description = "People to compare them with (default: ${DEFAULT-VALUE}).")
  int against;

  @Option(
      names = "--explain",
      paramLabel = "ROW",
      description =
          "With --clinic: show what speaks for and against the person found for a row of the"
              + " participants, or the nearest one, or a person named by PNC id, in bits and without"
              + " a name.")
  Integer explain;

  /** With --explain: this person instead of the one found. */
  @Mixin PncIdOption person;

  @Option(
      names = "--override",
      paramLabel = "REASON",
      description = "Show a sealed result all the same; the report says so, with your reason.")
  String override;

  @Option(
      names = "--override-close",
      paramLabel = "REASON",
      description =
          "Give an answer about nearly the same people as others all the same, with --accepted-by;"
              + " report and ledger say so.")
  String close;

  @Option(
      names = "--accepted-by",
      paramLabel = "NAME",
      description = "With --override-close: who answers for it.")
  String acceptedBy;

  @Mixin ChosenRunOptions runOptions;

  @Mixin EngineOptions engineOptions;

  private final Console console;

  CompareCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    if (template != null) {
      RequestTemplate.write(template);
      RequestForm.write(template.resolve(RequestForm.NAME));
      console
          .out()
          .println(
              "Wrote a request into %s: fill it in, or open %s in a browser, then try desist compare %s --clinic"
                  .formatted(template, template.resolve(RequestForm.NAME), template));
    } else if (request == null && clinic && people != null) {
      console.out().println(ClinicScreen.sentence(fromCounts()));
    } else if (request == null) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot compare: name the folder of a request, write a new one with --new DIR, or ask"
              + " --clinic --people N.");
    } else if (clinic) {
      consult();
    } else {
      answer();
    }
  }

  private Detectable fromCounts() {
    double share = rate / 100;
    return new Detectable(
        people,
        against,
        share,
        100 * SampleSize.smallestFall(people, against, share).orElse(Double.NaN));
  }

  private void consult() {
    Comparison.Consultation consultation = new AnswerAction(console).consult(order());
    if (console.isJson()) {
      console.event("consulted", Map.of("request", consultation.clinic().protocol().request()));
    }
    if (explain == null) {
      ClinicScreen.print(consultation, console.out());
    } else {
      waterfall(consultation.links()).lines().forEach(console.out()::println);
    }
  }

  private Waterfall waterfall(ParticipantLinks links) {
    Optional<Waterfall> found =
        person.isAbsent()
            ? links.waterfall(explain)
            : PncId.canonical(person.value(console.in()), LocalDate.now(console.clock()).getYear())
                .flatMap(id -> links.waterfall(explain, id));
    return found.orElseThrow(
        () ->
            new DesistException(
                ErrorCode.BAD_ARGUMENT,
                String.format(
                    Locale.ROOT,
                    "Cannot explain row %d: it cannot be looked up, nobody is like it, or every row was found by the first three rules. unlinked.csv says what to mend.",
                    explain)));
  }

  private void answer() {
    Overrides overrides = new Overrides(override, close, acceptedBy);
    Answer answer = new AnswerAction(console).answer(order(), overrides);
    TextAnswer.print(answer, console.out());
    console.out().println();
    console.out().println("The report: " + AnswerAction.report(runOptions.outOption.out, answer));
    console.out().flush();
  }

  private Comparison.Order order() {
    // What is wrong with the request is said before a run is looked for.
    RequestFile asked = RequestFile.read(request, LocalDate.now(console.clock()));
    ChosenRun chosen = runOptions.chosen("compare", runOptions.outOption.here("compare"), console);
    return new AnswerAction(console)
        .order(
            chosen.settings().with(engineOptions.choice()), chosen.id(), chosen.keyFile(), asked);
  }
}
