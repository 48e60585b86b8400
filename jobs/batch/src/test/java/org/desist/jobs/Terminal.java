// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.explain.Explanation;
import org.desist.jobs.command.Desist;
import org.desist.jobs.command.SampleGenerator;
import org.desist.jobs.command.Services;
import org.desist.jobs.command.Surroundings;
import org.desist.run.StageFactory;

/** Types commands and keeps what they print. */
public final class Terminal {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private final Path home;
  private final Map<String, String> environment;
  private String input = "";
  private int exit;
  private StageFactory stages = FakeStages.working();
  private Explanation explanation =
      request -> {
        throw new DesistException(ErrorCode.UNKNOWN_PERSON, "Cannot find the person.");
      };
  private SampleGenerator generator = (request, progress) -> request.out();

  /** In a project folder, with these variables set. */
  public Terminal(Path home, Map<String, String> environment) {
    this.home = home;
    // What lies above the folder in which tests run is none of theirs.
    this.environment = new HashMap<>(Map.of("DESIST_CONFIG", ""));
    this.environment.putAll(environment);
  }

  /** With other stages. */
  public Terminal with(StageFactory other) {
    stages = other;
    return this;
  }

  /** With another explanation. */
  public Terminal with(Explanation other) {
    explanation = other;
    return this;
  }

  /** With another generator. */
  public Terminal with(SampleGenerator other) {
    generator = other;
    return this;
  }

  /** With this on standard input. */
  public Terminal reading(String text) {
    input = text;
    return this;
  }

  /**
   * Types a command; what the one before printed is forgotten.
   *
   * @return the exit code
   */
  public int type(String... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    Surroundings surroundings =
        new Surroundings(
            new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
            new PrintWriter(out),
            new PrintWriter(err),
            false,
            Clock.fixed(Instant.parse("2019-07-01T02:03:04Z"), ZoneOffset.UTC),
            environment,
            home);
    exit = Desist.run(surroundings, new Services(stages, explanation, generator), arguments);
    return exit;
  }

  /** The exit code of the last command. */
  public int exit() {
    return exit;
  }

  /** Standard output of the last command. */
  public String out() {
    return out.toString();
  }

  /** Standard error of the last command. */
  public String err() {
    return err.toString();
  }
}
