// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.facts.RunFacts;
import org.desist.guard.Exemptions;
import org.desist.guard.GuardCheck;
import org.desist.guard.GuardName;
import org.desist.guard.GuardOutcome;
import org.desist.jobs.diff.MartDiff;
import org.desist.jobs.diff.MartDifferences;
import org.desist.jobs.diff.MartFolders;
import org.desist.jobs.screen.CodeWords;
import org.desist.method.MethodFile;
import org.desist.publish.VersionManifest;
import org.desist.run.HistoryPlace;
import org.desist.run.RunRecord;
import org.desist.run.RunSettings;
import org.desist.run.RunStatus;
import org.desist.run.Software;
import org.desist.run.Versions;
import org.desist.run.WindowKind;
import org.desist.text.FigureText;

/** Makes the page of a run from what is remembered of it and what it left. */
public final class RunPageBuilder {
  static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

  private static final Set<GuardName> ARRIVAL = Set.of(GuardName.REJECTS, GuardName.VOLUME);

  private RunPageBuilder() {}

  /** The page of a run that has a name. */
  public static RunPage of(Path out, RunRecord run, HistoryPlace jobs) {
    try (LocalTables tables = tables(out)) {
      RunFacts facts = new RunFacts(out, run.id(), tables);
      List<GuardCheck> checks = facts.guards();
      String against = facts.against(checks).orElse(null);
      RunRecord.Attempt last = run.last();
      return new RunPage(
          run.id(),
          run.status().label(),
          Verdicts.of(run, facts.published(), checks),
          facts.published(),
          run.settings().input().snapshot().toString(),
          against,
          failure(last.error(), last.message()),
          new NextSteps(jobs).of(run),
          arrived(facts, against),
          refused(facts),
          against == null || run.status() == RunStatus.RUNNING
              ? List.of()
              : moved(tables, out, run.id(), against),
          guards(checks, notes(run.settings(), checks)),
          timings(run),
          run.status() == RunStatus.RUNNING ? null : took(last.took()),
          made(run.settings(), facts.manifest()),
          settings(run.settings(), jobs),
          run.attempts().stream().map(RunPageBuilder::attempt).toList());
    }
  }

  /** The page of a run that failed before it had a name. */
  public static RunPage unstarted(
      RunSettings settings, DesistException failure, HistoryPlace jobs) {
    return new RunPage(
        settings.input().snapshot() + "-unstarted",
        "unstarted",
        "The run did not start; nothing published has changed.",
        "no",
        settings.input().snapshot().toString(),
        null,
        failure(failure.code().name(), failure.getMessage()),
        new NextSteps(jobs).unstarted(settings, failure.code()),
        List.of(),
        List.of(),
        List.of(),
        guards(List.of(), List.of()),
        List.of(),
        null,
        made(settings, Optional.empty()),
        settings(settings, jobs),
        List.of());
  }

  /** To read what runs left. */
  static LocalTables tables(Path out) {
    return EngineRoom.LOOKUP.tables(out.resolve("pages").resolve(".spill"));
  }

  /** Which guards did not pass, in a word or two; empty when all did. */
  static String failedChecks(List<GuardCheck> checks) {
    return counts(checks).stream()
        .filter(fact -> !fact.name().equals("passed") && !fact.name().equals("not evaluated"))
        .map(fact -> fact.value() + " " + fact.name())
        .collect(Collectors.joining(", "));
  }

  /** A stage that was kept took what it took in the attempt that did it. */
  private static List<RunPage.Timing> timings(RunRecord run) {
    Map<String, Duration> done = new HashMap<>();
    for (RunRecord.Attempt attempt : run.attempts()) {
      for (RunRecord.Step step : attempt.steps()) {
        if (!step.status().equals("kept")) {
          done.put(step.stage(), step.took());
        }
      }
    }
    return run.last().steps().stream()
        .map(step -> new RunPage.Timing(step.stage(), step.status(), took(done.get(step.stage()))))
        .toList();
  }

  private static RunPage.Failure failure(String code, String message) {
    if (code == null) {
      return null;
    }
    return new RunPage.Failure(code, ErrorCode.valueOf(code).type().exitCode(), message);
  }

  private static List<RunPage.Arrival> arrived(RunFacts facts, String against) {
    Map<String, Long> before =
        (against == null ? List.<RunFacts.Arrival>of() : facts.arrivals(against))
            .stream()
                .filter(arrival -> arrival.rows() > 0)
                .collect(Collectors.toMap(RunFacts.Arrival::resource, RunFacts.Arrival::rows));
    return facts.arrivals().stream()
        .filter(arrival -> arrival.rows() > 0)
        .map(arrival -> arrived(arrival, before.get(arrival.resource())))
        .toList();
  }

  private static RunPage.Arrival arrived(RunFacts.Arrival now, Long before) {
    return new RunPage.Arrival(
        now.resource(),
        now.rows(),
        now.rejected(),
        before,
        before == null ? "" : FigureText.change(now.rows(), before));
  }

  private static List<RunPage.Refusal> refused(RunFacts facts) {
    return facts.reasonsByField().stream()
        .map(
            reason ->
                new RunPage.Refusal(
                    reason.resource(),
                    reason.code(),
                    reason.level(),
                    Objects.requireNonNullElse(reason.field(), ""),
                    reason.rows(),
                    CodeWords.reason(reason.code())))
        .toList();
  }

  /**
   * Published marts against those of a version, with the figure that moved most of each measure.
   */
  private static List<MartDiff> moved(LocalTables tables, Path out, String run, String against) {
    MartFolders now =
        Versions.below(out).has(run)
            ? MartFolders.ofVersion(out, run)
            : MartFolders.ofStages(out, run);
    return new MartDifferences(tables, 1)
        .of(MartFolders.ofVersion(out, against), now, mart -> mart.startsWith("published."));
  }

  private static RunPage.Guards guards(List<GuardCheck> checks, List<String> notes) {
    List<RunPage.Check> told = new ArrayList<>();
    for (GuardOutcome outcome :
        List.of(
            GuardOutcome.HARD, GuardOutcome.EXEMPTED, GuardOutcome.ACCEPTED, GuardOutcome.SOFT)) {
      checks.stream()
          .filter(check -> check.outcome() == outcome)
          .forEach(check -> told.add(told(check)));
    }
    Map<String, String> missing = new TreeMap<>();
    checks.stream()
        .filter(check -> check.outcome() == GuardOutcome.NOT_EVALUATED)
        .forEach(check -> missing.putIfAbsent(check.guard().label(), check.words()));
    return new RunPage.Guards(
        counts(checks),
        told,
        missing.entrySet().stream()
            .map(entry -> new RunPage.Fact(entry.getKey(), entry.getValue()))
            .toList(),
        notes);
  }

  /** What exemptions did nothing; only once the guards they could be for have been asked. */
  private static List<String> notes(RunSettings settings, List<GuardCheck> checks) {
    if (checks.stream().allMatch(check -> ARRIVAL.contains(check.guard()))) {
      return List.of();
    }
    try {
      return Exemptions.read(settings.files().exemptions())
          .apply(checks, settings.input().snapshot())
          .notes();
    } catch (DesistException e) {
      return List.of("The file of exemptions can no longer be read.");
    }
  }

  private static RunPage.Check told(GuardCheck check) {
    return new RunPage.Check(
        CodeWords.plain(check.outcome().label()),
        check.guard().label(),
        check.subject(),
        check.words(),
        check.reason() == null ? "" : check.reason());
  }

  private static List<RunPage.Fact> counts(List<GuardCheck> checks) {
    Map<GuardOutcome, Long> counts =
        checks.stream()
            .collect(
                Collectors.groupingBy(GuardCheck::outcome, TreeMap::new, Collectors.counting()));
    return counts.entrySet().stream()
        .map(
            entry ->
                new RunPage.Fact(
                    CodeWords.plain(entry.getKey().label()), FigureText.count(entry.getValue())))
        .toList();
  }

  private static List<RunPage.Fact> made(RunSettings settings, Optional<VersionManifest> manifest) {
    List<RunPage.Fact> facts = new ArrayList<>();
    facts.add(
        fact("software", manifest.map(VersionManifest::software).orElseGet(Software::version)));
    facts.add(
        fact(
            "engine",
            manifest.map(VersionManifest::engine).orElse(settings.engine().kind().name())));
    facts.add(
        manifest
            .map(known -> fact("method", known.method() + ", " + known.methodHash()))
            .orElseGet(() -> fact("method", method(settings))));
    facts.add(fact("content", manifest.map(VersionManifest::contentHash).orElse("not published")));
    return facts;
  }

  private static String method(RunSettings settings) {
    try {
      return MethodFile.read(settings.files().method()).method()
          + ", "
          + MethodFile.fingerprint(settings.files().method());
    } catch (DesistException e) {
      return "cannot be read";
    }
  }

  private static List<RunPage.Fact> settings(RunSettings settings, HistoryPlace jobs) {
    Map<String, String> from = settings.origins();
    List<RunPage.Fact> facts = new ArrayList<>();
    facts.add(fact("snapshot", settings.input().snapshot().toString()));
    facts.add(fact("extracts", settings.input().extracts().toString()));
    facts.add(fact("windows", windows(settings)));
    facts.add(
        fact(
            "cohorts from",
            settings.cohorts().from() == null ? "the first" : settings.cohorts().from() + ""));
    facts.add(
        fact(
            "cohorts to",
            settings.cohorts().to() == null ? "the last" : settings.cohorts().to() + ""));
    facts.add(
        new RunPage.Fact(
            "method",
            settings.files().method() == null ? "built in" : settings.files().method() + "",
            from.get("method")));
    facts.add(
        fact(
            "contracts",
            settings.files().contracts() == null ? "none" : settings.files().contracts() + ""));
    facts.add(new RunPage.Fact("engine", settings.engine().kind().name(), from.get("engine")));
    facts.add(new RunPage.Fact("output folder", settings.out().toString(), from.get("out")));
    facts.add(
        new RunPage.Fact(
            "key file",
            settings.files().key() == null ? "none" : settings.files().key() + "",
            from.get("key-file")));
    facts.add(
        new RunPage.Fact(
            "history", jobs.asFolder().map(Path::toString).orElse("a database"), from.get("jobs")));
    if (!settings.input().accept().isEmpty()) {
      facts.add(fact("accepted", String.join(", ", settings.input().accept())));
    }
    if (settings.files().exemptions() != null) {
      facts.add(fact("exemptions", settings.files().exemptions().toString()));
    }
    return facts;
  }

  /** Windows as the command takes them. */
  static String windows(RunSettings settings) {
    return settings.cohorts().windows().stream()
        .map(WindowKind::label)
        .collect(Collectors.joining(","));
  }

  private static RunPage.Fact fact(String name, String value) {
    return new RunPage.Fact(name, value);
  }

  private static RunPage.Attempt attempt(RunRecord.Attempt attempt) {
    return new RunPage.Attempt(
        attempt.number(),
        TIME.format(attempt.started()),
        took(attempt.took()),
        attempt.error() == null ? "" : attempt.error());
  }

  static String took(Duration took) {
    return took == null ? "did not end" : FigureText.took(took);
  }
}
