// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.MachineTrouble;
import org.desist.error.Nearest;
import org.desist.jobs.terminal.Tone;
import org.desist.run.Folders;
import org.desist.storage.Locations;
import org.desist.text.Visible;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * Says what went wrong in one message, without a trace, and gives the exit code. The trace of a
 * fault of the software goes into a file of the output folder.
 */
final class Errors {
  private static final String FILE = "errors.log";

  private final Console console;

  Errors(Console console) {
    this.console = console;
  }

  /** The command was typed wrongly. */
  int usage(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    String help = "See: " + command.getCommandSpec().qualifiedName() + " --help";
    // What was typed is repeated in it.
    String message = Visible.line(wrong.getMessage()) + source(wrong) + nearest(wrong);
    return tell(ErrorCode.BAD_ARGUMENT, message + System.lineSeparator() + help);
  }

  /** Where a value comes from that nobody typed. */
  private String source(ParameterException wrong) {
    return Optional.ofNullable(wrong.getArgSpec())
        .flatMap(option -> console.settings().originOf(option, wrong.getMessage()))
        .map(origin -> System.lineSeparator() + "The value comes from " + origin + ".")
        .orElse("");
  }

  /**
   * The option or command that somebody meant who wrote one that there is none of; when a required
   * one is missing for that, it is named as well.
   */
  private static String nearest(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    List<String> unmatched =
        wrong instanceof UnmatchedArgumentException known
            ? known.getUnmatched()
            : command.getUnmatchedArguments();
    if (unmatched.isEmpty()) {
      return "";
    }
    String written = unmatched.get(0).replaceFirst("=.*", "");
    Collection<String> known =
        written.startsWith("-")
            ? command.getCommandSpec().optionsMap().keySet()
            : command.getSubcommands().keySet();
    String line = System.lineSeparator();
    // A name that was cut short is farther from the whole one than from others.
    return known.stream()
        .filter(name -> name.startsWith(written + "-"))
        .findFirst()
        .or(() -> Nearest.to(written, known))
        .map(name -> line + "There is no " + Visible.line(written) + ". Did you mean " + name + "?")
        .orElse("");
  }

  /** The command failed. */
  int report(Throwable thrown, CommandLine command) {
    if (thrown instanceof ParameterException wrong) {
      return usage(wrong);
    }
    DesistException error = known(thrown);
    if (console.isDebug()) {
      error.printStackTrace(console.err());
    }
    String more =
        error.code() == ErrorCode.INTERNAL && !console.isDebug() ? keep(error, command) : "";
    return tell(error.code(), error.getMessage() + more);
  }

  /** A message of a library may hold a value from a row, so only its type is shown. */
  static DesistException known(Throwable thrown) {
    if (thrown instanceof DesistException known) {
      return known;
    }
    return MachineTrouble.in(thrown, "finish", "type the same command again")
        .orElseGet(
            () ->
                new DesistException(
                    ErrorCode.INTERNAL,
                    "Cannot finish: a fault of the software (%s)."
                        .formatted(thrown.getClass().getSimpleName()),
                    thrown));
  }

  private int tell(ErrorCode code, String message) {
    int exit = code.type().exitCode();
    if (console.isStopping()) {
      return exit;
    }
    if (console.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("code", code.name());
      fields.put("type", code.type().name());
      fields.put("exit", exit);
      fields.put("message", message);
      console.event("error", fields);
    } else {
      console.err().println(Tone.BAD.mark("error " + code + ":") + " " + message);
    }
    console.err().flush();
    return exit;
  }

  private String keep(DesistException error, CommandLine command) {
    OptionSpec option = command.getCommandSpec().findOption("--out");
    if (option == null
        || !(option.getValue() instanceof Path out)
        // Nothing is added to a file that lies elsewhere.
        || Locations.isRemote(out)) {
      return " See more with --debug.";
    }
    Path file = out.resolve(FILE);
    StringWriter trace = new StringWriter();
    error.printStackTrace(new PrintWriter(trace));
    try {
      Folders.createOpen(out);
      Files.writeString(
          file,
          console.clock().instant()
              + System.lineSeparator()
              + Visible.text(trace.toString())
              + System.lineSeparator(),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      return " Send %s to those who look after the software.".formatted(file);
    } catch (IOException e) {
      return " See more with --debug.";
    }
  }
}
