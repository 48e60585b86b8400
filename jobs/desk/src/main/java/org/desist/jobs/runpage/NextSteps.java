// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.desist.error.ErrorCode;
import org.desist.run.EngineKind;
import org.desist.run.HistoryPlace;
import org.desist.run.Pointer;
import org.desist.run.RunRecord;
import org.desist.run.RunSettings;
import org.desist.run.Shell;
import org.desist.run.Versions;

/** What to do now, as commands that can be pasted. */
public final class NextSteps {
  private final HistoryPlace jobs;

  /** For runs whose history is kept there. */
  public NextSteps(HistoryPlace jobs) {
    this.jobs = jobs;
  }

  /** The command that resumes a run. */
  public String resume(Path out, String run) {
    return "%s resume %s%s".formatted(Shell.COMMAND, run, where(out));
  }

  /** The command that makes the version of a run the one that readers see. */
  public String makeCurrent(Path out, String run, String reason) {
    return "%s current %s%s --reason %s"
        .formatted(Shell.COMMAND, run, where(out), Shell.quoted(reason));
  }

  /** After a run that has a name. */
  List<RunPage.Step> of(RunRecord run) {
    String resume = resume(run.settings().out(), run.id());
    return switch (run.status()) {
      case FINISHED -> finished(run.settings().out(), run.id(), resume);
      case RUNNING -> List.of(step("Wait. If its process is gone, resume it.", resume));
      case PAUSED, STOPPED -> List.of(step("Resume it.", resume));
      case REFUSED, FAILED -> after(ErrorCode.valueOf(run.last().error()), run.settings(), resume);
    };
  }

  private List<RunPage.Step> finished(Path out, String run, String again) {
    Versions versions = Versions.below(out);
    if (!versions.has(run)) {
      return List.of(step("Its version has been removed. To publish it anew:", again));
    }
    Pointer pointer = versions.pointer();
    if (pointer.isSound() && pointer.run().equals(run)) {
      return List.of(step("Nothing has to be done.", ""));
    }
    String seen =
        pointer.isSound()
            ? "Readers see %s.".formatted(pointer.run())
            : "Readers see nothing, because %s.".formatted(pointer.problem());
    return List.of(
        step(
            seen + " To let them see this version:",
            makeCurrent(out, run, "this is the version to show")));
  }

  /** After a run that failed before it had a name. */
  List<RunPage.Step> unstarted(RunSettings settings, ErrorCode code) {
    return after(code, settings, run(settings));
  }

  private List<RunPage.Step> after(ErrorCode code, RunSettings settings, String again) {
    List<RunPage.Step> steps = new ArrayList<>();
    switch (code) {
      case VOLUME -> {
        steps.add(step("Ask the sender. If the numbers of rows are right:", accepting(settings)));
        steps.add(step("If they are not, with the mended delivery:", run(settings)));
      }
      case GUARD -> {
        steps.add(
            step(
                "If the figures are right, write the reason into a file of exemptions (docs/guards.md):",
                again + " --exemptions FILE"));
        steps.add(step("If the delivery is wrong, with the mended one:", run(settings)));
      }
      case NO_KEY, BAD_KEY -> steps.add(step("When the key is there:", withKey(settings, again)));
      default -> steps.add(step(advice(code), advised(code, settings, again)));
    }
    return steps;
  }

  private static String advice(ErrorCode code) {
    return switch (code.type()) {
      case DATA -> "Have the delivery mended, then run on it:";
      case DEFINITION -> "Correct the file that the message names, then:";
      case USAGE -> "Correct what the message names, then:";
      case ACCESS -> "When access is there:";
      case INFRASTRUCTURE -> "Try again, when the message no longer holds:";
      case INTERNAL -> "Send errors.log to those who look after the software; then:";
    };
  }

  /** A delivery or a definition that was mended makes another run. */
  private String advised(ErrorCode code, RunSettings settings, String again) {
    return switch (code.type()) {
      case DATA, DEFINITION, USAGE -> run(settings);
      case ACCESS, INFRASTRUCTURE, INTERNAL -> again;
    };
  }

  private static String withKey(RunSettings settings, String again) {
    return settings.files().key() == null && !again.contains("--key-file")
        ? again + " --key-file FILE"
        : again;
  }

  private String accepting(RunSettings settings) {
    return settings.input().accept().contains("VOLUME")
        ? run(settings)
        : run(settings) + " --accept VOLUME";
  }

  /** The command that starts a run of these settings. */
  private String run(RunSettings settings) {
    StringBuilder command = new StringBuilder(Shell.COMMAND).append(" run");
    option(command, "--extracts", settings.input().extracts());
    option(command, "--snapshot", settings.input().snapshot());
    command.append(where(settings.out()));
    option(command, "--window", RunPageBuilder.windows(settings));
    option(command, "--from", settings.cohorts().from());
    option(command, "--to", settings.cohorts().to());
    option(command, "--method", settings.files().method());
    option(command, "--contracts", settings.files().contracts());
    option(command, "--key-file", settings.files().key());
    Set<String> codes = settings.inOrder().input().accept();
    if (!codes.isEmpty()) {
      option(command, "--accept", String.join(",", codes));
    }
    if (settings.makesCurrent()) {
      command.append(" --make-current");
    }
    option(command, "--exemptions", settings.files().exemptions());
    if (settings.engine().kind() != EngineKind.duckdb) {
      option(command, "--engine", settings.engine().kind().name());
      option(command, "--master", settings.engine().master());
    }
    return command.toString();
  }

  /** The output folder and the history; an address may hold a password and is not repeated. */
  private String where(Path out) {
    return jobs.asFolder().isEmpty() || jobs.isOwnOf(out)
        ? Shell.out(out)
        : Shell.out(out) + " --jobs " + Shell.quoted(jobs.asFolder().get().toString());
  }

  private static void option(StringBuilder command, String name, Object value) {
    if (value != null) {
      command.append(' ').append(name).append(' ').append(Shell.quoted(value.toString()));
    }
  }

  private RunPage.Step step(String when, String command) {
    boolean isServed = jobs.asFolder().isEmpty() && !command.isEmpty();
    return new RunPage.Step(isServed ? "With DESIST_JOBS as it was. " + when : when, command);
  }
}
