// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.jobs.repository.JobsPlace;
import org.desist.jobs.repository.JobsServer;
import org.desist.jobs.runpage.NextSteps;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;

/**
 * Says how to go on when a signal ends the process while it runs. Java then ends with 128 and the
 * signal's number: 130 after Ctrl-C, 143 after SIGTERM.
 */
final class StopNotice implements RunObserver, AutoCloseable {
  private final Console console;
  private Thread hook;
  private JobsPlace jobs;
  private Path out;
  private volatile String run;

  StopNotice(Console console) {
    this.console = console;
  }

  /** From now until it is closed. */
  void watch(Path folder, JobsPlace history) {
    out = folder;
    jobs = history;
    hook = new Thread(this::tell);
    Runtime.getRuntime().addShutdownHook(hook);
  }

  @Override
  public void attemptStarted(RunContext context, List<RunRecord.Attempt> earlier) {
    run = context.runId();
  }

  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending: the notice is on its way.
      return;
    }
  }

  private void tell() {
    // What the run ends in now is not worth a word.
    console.stop();
    String named = run;
    String command = named == null ? null : new NextSteps(jobs).resume(out, named);
    if (console.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("run", named);
      fields.put("resume", command);
      console.event("stopped", fields);
    } else {
      console.err().println();
      console.err().println(text(named, command));
    }
    console.err().flush();
  }

  private String text(String named, String command) {
    return named == null
        ? "Stopped before a run began: nothing was changed. Type the same command again."
        : "Stopped in run %s; its complete stages are kept. Go on%s with: %s"
            .formatted(
                named, jobs instanceof JobsServer ? ", with DESIST_JOBS as it was," : "", command);
  }
}
