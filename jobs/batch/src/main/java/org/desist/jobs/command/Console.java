// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import org.desist.jobs.progress.JsonEvents;
import org.desist.jobs.progress.ProgressStyle;
import org.desist.jobs.terminal.Printer;
import org.desist.jobs.terminal.Tone;
import org.desist.run.ProgressListener;

/** Where commands print, and how, once the shared options are parsed. */
final class Console {
  private final Surroundings surroundings;
  private final DesistCommand options;
  private final Printer out;
  private final Printer err;
  private final Settings settings;
  private Map<String, String> origins = Map.of();
  private volatile boolean isStopping;

  Console(Surroundings surroundings, DesistCommand options) {
    this.surroundings = surroundings;
    this.options = options;
    this.out = new Printer(surroundings.out(), hasColours());
    this.err =
        new Printer(
            surroundings.err(), Tone.isWanted(surroundings.environment(), surroundings.terminal()));
    this.settings = Settings.in(surroundings.environment(), Path.of(""));
  }

  /** Whether answers have colours. */
  final boolean hasColours() {
    return Tone.isWanted(surroundings.environment(), surroundings.isShown());
  }

  InputStream in() {
    return surroundings.in();
  }

  /** From now on errors are not told: the process has been asked to end. */
  void stop() {
    isStopping = true;
  }

  /** Nothing more is printed: a last word would be drawn over by what still moves. */
  void close() {
    out.close();
    err.close();
  }

  /** Whether the process has been asked to end. */
  boolean isStopping() {
    return isStopping;
  }

  /** For people, and for JSON. */
  Printer out() {
    return out;
  }

  /** For progress, notes and errors. */
  Printer err() {
    return err;
  }

  /** For tables of data that a program reads: as they are, unless they are shown to people. */
  PrintWriter data() {
    return surroundings.isShown() ? out : surroundings.out();
  }

  void flush() {
    out.flush();
    err.flush();
  }

  Clock clock() {
    return surroundings.clock();
  }

  Path home() {
    return surroundings.home();
  }

  /** The process's variables. */
  Map<String, String> environment() {
    return surroundings.environment();
  }

  boolean isDebug() {
    return options.debug;
  }

  boolean isJson() {
    return options.log == DesistCommand.LogFormat.json;
  }

  /** What holds for options that are not typed. */
  Settings settings() {
    return settings;
  }

  /** Notes where the settings of the command come from. */
  void comeFrom(Map<String, String> from) {
    origins = Map.copyOf(from);
  }

  /** Where the settings of the command come from, by key. */
  Map<String, String> origins() {
    return origins;
  }

  ProgressListener progress(String runId) {
    return style().open(runId, err(), clock());
  }

  /** A line on standard error, or an event. */
  void note(String event, String text) {
    note(event, text, Map.of());
  }

  /** The same about a run, which JSON lines name beside the text. */
  void noteOfRun(String event, String run, String text) {
    note(event, text, Map.of("run", run));
  }

  private void note(String event, String text, Map<String, String> more) {
    if (isJson()) {
      Map<String, String> fields = new LinkedHashMap<>(more);
      fields.put("text", text);
      event(event, fields);
    } else {
      err().println(text);
    }
  }

  void event(String event, Map<String, ?> fields) {
    new JsonEvents(err(), clock()).write(event, fields);
  }

  private ProgressStyle style() {
    if (isJson()) {
      return ProgressStyle.JSON;
    }
    return surroundings.terminal() ? ProgressStyle.BARS : ProgressStyle.LINES;
  }
}
