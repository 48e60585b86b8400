// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.function.Supplier;
import org.desist.answer.Answer;
import org.desist.inquiry.Comparison;
import org.desist.inquiry.Overrides;
import org.desist.inquiry.RequestFolder;
import org.desist.inquiry.RunComparison;
import org.desist.jobs.compare.ClinicPage;
import org.desist.jobs.report.HtmlReport;
import org.desist.jobs.retention.RequestLives;
import org.desist.request.RequestFile;
import org.desist.run.OutLock;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;

/** Answers comparison requests and says where the reports are. */
final class AnswerAction {
  private final Console console;

  AnswerAction(Console console) {
    this.console = console;
  }

  /**
   * What a request is answered from.
   *
   * @param settings those of the run, with the engine and the means to use now
   */
  Comparison.Order order(RunSettings settings, String runId, Path keyFile, RequestFile request) {
    return new Comparison.Order(
        settings, RunFolder.of(settings.out(), runId), keyFile, request, console.progress(runId));
  }

  /** Answers, publishes and writes the report. */
  Answer answer(Comparison.Order order, Overrides overrides) {
    Answer answer =
        locked(
            order,
            "Nothing of the answer was published; an earlier one stays.",
            () -> written(order, overrides));
    if (console.isJson()) {
      console.event(
          "answered",
          Map.of("request", answer.protocol().request(), "state", answer.state().name()));
    }
    return answer;
  }

  /** What the request would come to; the page of it lies beside the lists. */
  Comparison.Consultation consult(Comparison.Order order) {
    return locked(
        order,
        "Nothing was published, and no outcome was read.",
        () -> {
          Comparison.Consultation consultation = new RunComparison().consult(order);
          ClinicPage.write(consultation);
          return consultation;
        });
  }

  private Answer written(Comparison.Order order, Overrides overrides) {
    Answer answer =
        new RunComparison()
            .answer(
                order,
                overrides,
                (made, folder) -> HtmlReport.write(made, folder.resolve("report.html")));
    RequestLives.note(
        order.requestFolder().working(),
        LocalDate.now(console.clock()),
        order.request().request().retentionUntil());
    return answer;
  }

  /** Two processes at one request would write into each other's drafts. */
  private <T> T locked(Comparison.Order order, String unharmed, Supplier<T> work) {
    OutLock lock = OutLock.take(order.requestFolder().working(), console.clock());
    try {
      return StopNotice.during(console, unharmed, work);
    } finally {
      lock.close();
    }
  }

  /** Where the report of an answer lies. */
  static Path report(Path out, Answer answer) {
    return RequestFolder.of(out, answer.protocol().request()).answer().resolve("report.html");
  }
}
