// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A process beside the test's own. Closing kills it and what it started, so that no test leaves one
 * behind.
 */
public final class Child implements AutoCloseable {
  private static final int KILLED = 128 + 9;
  private static final long PATIENCE_SECONDS = 900;

  private final Process process;
  private final Path log;

  private Child(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /** A Java process with the test's class path. What it prints goes to the log. */
  public static Child java(Path log, Class<?> main, List<String> arguments) {
    return java(log, main, arguments, Map.of());
  }

  /** The same, with some variables added to its environment. */
  public static Child java(
      Path log, Class<?> main, List<String> arguments, Map<String, String> environment) {
    List<String> command = new ArrayList<>();
    command.add(javaCommand());
    // It lives too short for the optimising compiler to pay.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(arguments);
    return start(log, command, environment);
  }

  /** Any process, with some variables added to its environment. */
  public static Child start(Path log, List<String> command, Map<String, String> environment) {
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      return new Child(builder.start(), log);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The Java that runs the test. */
  public static String javaCommand() {
    return Path.of(System.getProperty("java.home"), "bin", "java").toString();
  }

  /** Waits until something has come about; the test fails when the child ends before it. */
  public void await(String what, BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!condition.getAsBoolean()) {
      assertThat(process.isAlive() || condition.getAsBoolean())
          .as(() -> "the child ended before " + what + ": " + log())
          .isTrue();
      assertThat(System.nanoTime())
          .as(() -> "too long until " + what + ": " + log())
          .isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }

  /** Ends the child as {@code kill -9} does; the test fails when it had ended by itself. */
  public void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
    assertThat(process.exitValue()).as(this::log).isEqualTo(KILLED);
  }

  /** Asks the child to end, as {@code kill} does. */
  public void terminate() {
    process.destroy();
  }

  /** Waits for the end. */
  public int exit() throws InterruptedException {
    assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).as(this::log).isTrue();
    return process.exitValue();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  public long pid() {
    return process.pid();
  }

  /** What the child has printed so far. */
  public String log() {
    try {
      return Files.readString(log);
    } catch (IOException e) {
      return e.toString();
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
