// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.desist.run.EngineKind;
import org.desist.run.RunSettings;
import org.desist.run.WindowKind;
import org.desist.storage.Locations;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;

/**
 * A run's settings as job parameters and back. What decides the figures identifies the job
 * instance: the snapshot (its date and the content of its files), the windows, the method, the
 * contracts. The rest is kept beside it, so that a run can be resumed by name.
 */
final class RunParameters {
  static final String RUN = "run";
  static final String AGAIN = "again";
  static final String UNTIL = "until";
  static final String EXTRACTS_FINGERPRINT = "extracts_fingerprint";
  private static final String SNAPSHOT = "snapshot";
  private static final String WINDOWS = "windows";
  private static final String FROM = "from";
  private static final String TO = "to";
  private static final String METHOD_FINGERPRINT = "method_fingerprint";
  private static final String CONTRACTS_FINGERPRINT = "contracts_fingerprint";
  private static final String CORRECTIONS_FINGERPRINT = "corrections_fingerprint";
  private static final String EXTRACTS = "extracts";
  private static final String ENGINE = "engine";
  private static final String MASTER = "master";
  private static final String METHOD_FILE = "method_file";
  private static final String CONTRACTS = "contracts";
  private static final String KEY_FILE = "key_file";
  private static final String ACCEPT = "accept";
  private static final String EXEMPTIONS = "exemptions";
  private static final String MEMORY = "memory_mb";
  private static final String THREADS = "threads";
  private static final String ORIGIN = "origin_of_";

  private RunParameters() {}

  /** The parameters that identify a run; {@code again} is 0 for the first, 1 for its repeat ... */
  static JobParameters identity(RunSettings settings, RunIdentity identity, long again) {
    JobParametersBuilder builder = new JobParametersBuilder();
    builder.addString(SNAPSHOT, settings.input().snapshot().toString());
    builder.addString(EXTRACTS_FINGERPRINT, identity.extractsFingerprint());
    builder.addString(WINDOWS, windows(settings));
    addDate(builder, FROM, settings.cohorts().from());
    addDate(builder, TO, settings.cohorts().to());
    builder.addString(METHOD_FINGERPRINT, identity.methodFingerprint());
    // Left out without contracts, so that a run of before has the same identity.
    if (!identity.contractsFingerprint().isEmpty()) {
      builder.addString(CONTRACTS_FINGERPRINT, identity.contractsFingerprint());
    }
    if (!identity.correctionsFingerprint().isEmpty()) {
      builder.addString(CORRECTIONS_FINGERPRINT, identity.correctionsFingerprint());
    }
    builder.addLong(AGAIN, again);
    return builder.toJobParameters();
  }

  /**
   * The identifying parameters with all the others.
   *
   * @param until the stage after which the attempt pauses, or null when it goes on to the end
   */
  static JobParameters all(
      JobParameters identity, RunSettings settings, String runId, String until) {
    JobParametersBuilder builder = new JobParametersBuilder(identity);
    builder.addString(RUN, runId, false);
    addText(builder, UNTIL, until);
    builder.addString(EXTRACTS, settings.input().extracts().toString(), false);
    builder.addString(ENGINE, settings.engine().kind().name(), false);
    addText(builder, MASTER, settings.engine().master());
    addText(builder, METHOD_FILE, settings.files().method());
    addText(builder, CONTRACTS, settings.files().contracts());
    addText(builder, KEY_FILE, settings.files().key());
    builder.addString(ACCEPT, String.join(",", settings.input().accept()), false);
    addText(builder, EXEMPTIONS, settings.files().exemptions());
    builder.addLong(MEMORY, (long) settings.engine().memoryMb(), false);
    builder.addLong(THREADS, (long) settings.engine().threads(), false);
    // Where a setting comes from changes no figure: the same run is found whatever it says.
    settings.origins().forEach((key, origin) -> addText(builder, ORIGIN + key, origin));
    return builder.toJobParameters();
  }

  /** The settings a run was last started with. */
  static RunSettings settings(JobParameters parameters, Path out) {
    return new RunSettings(
        out,
        new RunSettings.SnapshotInput(
            Locations.named(parameters.getString(EXTRACTS)),
            LocalDate.parse(parameters.getString(SNAPSHOT)),
            list(parameters, ACCEPT)),
        new RunSettings.CohortChoice(
            list(parameters, WINDOWS).stream().map(WindowKind::of).collect(Collectors.toSet()),
            date(parameters, FROM),
            date(parameters, TO)),
        new RunSettings.NamedFiles(
            path(parameters, METHOD_FILE),
            path(parameters, CONTRACTS),
            path(parameters, KEY_FILE),
            path(parameters, EXEMPTIONS)),
        new RunSettings.EngineChoice(
            EngineKind.valueOf(parameters.getString(ENGINE)),
            parameters.getString(MASTER),
            (int) (long) parameters.getLong(MEMORY),
            (int) (long) parameters.getLong(THREADS)),
        origins(parameters));
  }

  private static Map<String, String> origins(JobParameters parameters) {
    return parameters.parameters().stream()
        .filter(parameter -> parameter.name().startsWith(ORIGIN))
        .collect(
            Collectors.toMap(
                parameter -> parameter.name().substring(ORIGIN.length()),
                parameter -> parameter.value().toString()));
  }

  private static String windows(RunSettings settings) {
    return settings.cohorts().windows().stream()
        .map(WindowKind::label)
        .collect(Collectors.joining(","));
  }

  private static Set<String> list(JobParameters parameters, String name) {
    String text = parameters.getString(name, "");
    return Arrays.stream(text.split(","))
        .filter(part -> !part.isEmpty())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static LocalDate date(JobParameters parameters, String name) {
    String text = parameters.getString(name);
    return text == null ? null : LocalDate.parse(text);
  }

  private static Path path(JobParameters parameters, String name) {
    String text = parameters.getString(name);
    return text == null ? null : Locations.named(text);
  }

  private static void addDate(JobParametersBuilder builder, String name, LocalDate date) {
    if (date != null) {
      builder.addString(name, date.toString());
    }
  }

  private static void addText(JobParametersBuilder builder, String name, Object value) {
    if (value != null) {
      builder.addString(name, value.toString(), false);
    }
  }
}
