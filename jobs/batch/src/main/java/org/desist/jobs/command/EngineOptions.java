// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.lang.management.ManagementFactory;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.EngineKind;
import org.desist.run.RunSettings.EngineChoice;
import picocli.CommandLine.Option;

/** What computes the figures, and with how much. None of it changes a figure. */
final class EngineOptions {
  private static final int MEMORY_CAP_MB = 5120;

  @Settings.Of(Settings.Name.ENGINE)
  @Option(
      names = "--engine",
      paramLabel = "duckdb|spark",
      defaultValue = "duckdb",
      description = "What runs the SQL (default: ${bundle:setting-engine:-duckdb}).")
  EngineKind engine;

  @Option(
      names = "--master",
      paramLabel = "URL",
      description = "Spark master (default: this machine, or what spark-submit says).")
  String master;

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description = "Memory for the engine (default: half of the machine, at most 5120).")
  Integer memoryMb;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads for the engine (default: one per processor).")
  Integer threads;

  EngineChoice choice() {
    return new EngineChoice(engine, master, memoryMb(), threads());
  }

  int memoryMb() {
    if (memoryMb != null) {
      return positive("--memory", memoryMb);
    }
    long bytes =
        ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
            .getTotalMemorySize();
    return (int) Math.min(MEMORY_CAP_MB, bytes / 2 / (1 << 20));
  }

  int threads() {
    return threads == null
        ? Runtime.getRuntime().availableProcessors()
        : positive("--threads", threads);
  }

  private static int positive(String option, int value) {
    if (value < 1) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(Locale.ROOT, "Cannot use %s %d: it must be 1 or more.", option, value));
    }
    return value;
  }
}
