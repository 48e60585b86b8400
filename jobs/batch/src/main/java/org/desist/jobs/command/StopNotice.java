// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.desist.jobs.repository.JobsPlace;
import org.desist.jobs.repository.JobsServer;
import org.desist.jobs.runpage.NextSteps;
import org.desist.jobs.terminal.Tone;
import org.desist.run.RunContext;
import org.desist.run.RunObserver;
import org.desist.run.RunRecord;

/**
 * Says what is kept and how to go on when a signal ends the process while a command is at work.
 * Java then ends with 128 and the signal's number: 130 after Ctrl-C, 143 after SIGTERM. A second
 * Ctrl-C ends it at once.
 */
final class StopNotice implements RunObserver, AutoCloseable {
  private static final String AGAIN = "Type the same command again.";

  /** 128 and SIGINT. */
  private static final int INTERRUPTED = 130;

  private final Console console;
  private Thread hook;
  private JobsPlace jobs;
  private Path out;
  private String then;
  private volatile String kept;
  private volatile String run;

  StopNotice(Console console) {
    this.console = console;
  }

  /**
   * Does work that makes no run.
   *
   * @param unharmed what a stop leaves as it was, in a sentence
   */
  static <T> T during(Console console, String unharmed, Supplier<T> work) {
    try (StopNotice notice = new StopNotice(console)) {
      notice.kept = unharmed;
      notice.begin();
      return work.get();
    }
  }

  /**
   * From now until it is closed, while a run is made.
   *
   * @param afterwards what to do when the run has been resumed, in a sentence; empty for nothing
   */
  void watch(Path folder, JobsPlace history, String afterwards) {
    kept = "Nothing was changed: no run had begun.";
    out = folder;
    jobs = history;
    then = afterwards;
    begin();
  }

  private void begin() {
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
    haltAtNextInterrupt();
    // What the command ends in now is not worth a word.
    console.stop();
    String named = run;
    String command = named == null ? null : new NextSteps(jobs).resume(out, named);
    if (console.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("run", named);
      fields.put("resume", command);
      console.event("stopped", fields);
    } else {
      // One write: a second Ctrl-C between two would cut the notice short.
      console.err().println("\n" + String.join("\n", lines(named, command)));
    }
    console.close();
  }

  private List<String> lines(String named, String command) {
    if (named == null) {
      return List.of(Tone.STRONG.mark("Stopped.") + " " + kept, AGAIN);
    }
    String first =
        Tone.STRONG.mark("Stopped in run " + named + ".")
            + " Its complete stages are kept, and readers see what they saw before.";
    String how = jobs instanceof JobsServer ? "Go on, with DESIST_JOBS as it was:" : "Go on with:";
    return then.isEmpty()
        ? List.of(first, how, "  " + command)
        : List.of(first, how, "  " + command, then);
  }

  /**
   * Other hooks may take their time, and Java waits for them. The class is none of Java's standard,
   * so it is asked for by its name; without it a second Ctrl-C waits as well.
   */
  private static void haltAtNextInterrupt() {
    try {
      Class<?> signal = Class.forName("sun.misc.Signal");
      Class<?> handler = Class.forName("sun.misc.SignalHandler");
      Object halt =
          Proxy.newProxyInstance(
              handler.getClassLoader(),
              new Class<?>[] {handler},
              (proxy, method, given) -> {
                Runtime.getRuntime().halt(INTERRUPTED);
                return null;
              });
      signal
          .getMethod("handle", signal, handler)
          .invoke(null, signal.getConstructor(String.class).newInstance("INT"), halt);
    } catch (ReflectiveOperationException e) {
      return;
    }
  }
}
