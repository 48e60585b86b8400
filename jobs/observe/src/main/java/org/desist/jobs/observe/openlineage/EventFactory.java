// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.JobFacetsBuilder;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.ParentRunFacet;
import io.openlineage.client.OpenLineage.RunEvent;
import io.openlineage.client.OpenLineage.RunEvent.EventType;
import io.openlineage.client.OpenLineage.RunFacetsBuilder;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorType;
import org.desist.model.SqlModel;
import org.desist.publish.VersionManifest;
import org.desist.run.RunContext;

/** Makes the events of one attempt at a run. */
final class EventFactory {
  private static final String JOB = "desist.reoffending";

  private final OpenLineage events;
  private final LineageSettings settings;
  private final Clock clock;
  private final RunContext context;
  private final int attempt;
  private final RunTables tables;

  EventFactory(
      OpenLineage events,
      LineageSettings settings,
      Clock clock,
      RunContext context,
      int attempt,
      RunTables tables) {
    this.events = events;
    this.settings = settings;
    this.clock = clock;
    this.context = context;
    this.attempt = attempt;
    this.tables = tables;
  }

  /** The run begins, or goes on under the same identifier. */
  RunEvent begun() {
    EventType type = attempt == 1 ? EventType.START : EventType.RUNNING;
    return run(type, null, List.of(), List.of());
  }

  /** The run waits after a stage, as it was asked to. */
  RunEvent paused() {
    return run(EventType.RUNNING, null, List.of(), List.of());
  }

  RunEvent finished() {
    try (Datasets datasets = datasets()) {
      return run(EventType.COMPLETE, null, datasets.extracts(), datasets.martsFromExtracts());
    }
  }

  RunEvent failed(DesistException failure) {
    try (Datasets datasets = datasets()) {
      return run(EventType.FAIL, failure, datasets.extracts(), List.of());
    }
  }

  /** The process is being stopped. */
  RunEvent aborted() {
    return run(EventType.ABORT, null, List.of(), List.of());
  }

  RunEvent begun(String stage) {
    try (Datasets datasets = datasets()) {
      return stage(EventType.START, stage, null, datasets.inputs(stage), List.of());
    }
  }

  RunEvent finished(String stage) {
    try (Datasets datasets = datasets()) {
      return stage(
          EventType.COMPLETE, stage, null, datasets.inputs(stage), datasets.outputs(stage));
    }
  }

  RunEvent failed(String stage, DesistException failure) {
    try (Datasets datasets = datasets()) {
      return stage(EventType.FAIL, stage, failure, datasets.inputs(stage), List.of());
    }
  }

  RunEvent aborted(String stage) {
    return stage(EventType.ABORT, stage, null, List.of(), List.of());
  }

  private Datasets datasets() {
    return new Datasets(events, context, tables);
  }

  private RunEvent run(
      EventType type,
      DesistException failure,
      List<InputDataset> inputs,
      List<OutputDataset> outputs) {
    RunFacetsBuilder facets = facets(failure);
    if (settings.parent() != null) {
      facets.parent(parent(settings.parent()));
    }
    if (type == EventType.COMPLETE) {
      VersionManifest manifest = VersionManifest.read(context.versions().folder(context.runId()));
      String[] engine = manifest.engine().split(" ", 2);
      facets.processing_engine(
          events
              .newProcessingEngineRunFacetBuilder()
              .name(engine[0])
              .version(engine.length > 1 ? engine[1] : "")
              .openlineageAdapterVersion(manifest.software())
              .build());
    }
    return event(type, RunIds.of(context), facets, JOB, job("JOB"), inputs, outputs);
  }

  private RunEvent stage(
      EventType type,
      String stage,
      DesistException failure,
      List<InputDataset> inputs,
      List<OutputDataset> outputs) {
    RunFacetsBuilder facets =
        facets(failure)
            .parent(
                parent(
                    new ParentRun(
                        settings.namespace(), JOB, RunIds.of(context), settings.parent())));
    JobFacetsBuilder job = job("TASK");
    List<SqlModel> models = tables.models(stage);
    if (type == EventType.START && !models.isEmpty()) {
      job.sourceCode(
          events
              .newSourceCodeJobFacetBuilder()
              .language("SQL")
              .sourceCode(
                  models.stream()
                      .map(model -> "-- table: " + model.name() + "\n" + model.select() + ";\n")
                      .collect(Collectors.joining("\n")))
              .build());
    }
    return event(
        type, RunIds.of(context, attempt, stage), facets, JOB + "." + stage, job, inputs, outputs);
  }

  private RunEvent event(
      EventType type,
      UUID runId,
      RunFacetsBuilder facets,
      String name,
      JobFacetsBuilder job,
      List<InputDataset> inputs,
      List<OutputDataset> outputs) {
    return events
        .newRunEventBuilder()
        .eventType(type)
        .eventTime(ZonedDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
        .run(events.newRunBuilder().runId(runId).facets(facets.build()).build())
        .job(
            events
                .newJobBuilder()
                .namespace(settings.namespace())
                .name(name)
                .facets(job.build())
                .build())
        .inputs(inputs)
        .outputs(outputs)
        .build();
  }

  private RunFacetsBuilder facets(DesistException failure) {
    ZonedDateTime day = context.settings().input().snapshot().atStartOfDay(ZoneOffset.UTC);
    RunFacetsBuilder facets =
        events
            .newRunFacetsBuilder()
            .nominalTime(events.newNominalTimeRunFacetBuilder().nominalStartTime(day).build())
            .tags(
                events.newTagsRunFacet(
                    List.of(
                        tag("run", context.runId()),
                        tag("attempt", Integer.toString(attempt)),
                        tag("engine", context.settings().engine().kind().name()))));
    if (failure != null) {
      facets.errorMessage(
          events
              .newErrorMessageRunFacetBuilder()
              .message(message(failure))
              .programmingLanguage("JAVA")
              .build());
    }
    return facets;
  }

  /** What an engine or a fault of the software says may hold a value from a row: only its code. */
  private static String message(DesistException failure) {
    ErrorType type = failure.code().type();
    boolean isOurs = type != ErrorType.INFRASTRUCTURE && type != ErrorType.INTERNAL;
    return isOurs ? failure.code() + ": " + failure.getMessage() : failure.code().name();
  }

  private OpenLineage.TagsRunFacetFields tag(String key, String value) {
    return events.newTagsRunFacetFieldsBuilder().key(key).value(value).source("DESIST").build();
  }

  private JobFacetsBuilder job(String kind) {
    return events
        .newJobFacetsBuilder()
        .jobType(
            events
                .newJobTypeJobFacetBuilder()
                .processingType("BATCH")
                .integration("DESIST")
                .jobType(kind)
                .build());
  }

  private ParentRunFacet parent(ParentRun parent) {
    ParentRun root = root(parent);
    return events.newParentRunFacet(
        events.newParentRunFacetRunBuilder().runId(parent.runId()).build(),
        events
            .newParentRunFacetJobBuilder()
            .namespace(parent.namespace())
            .name(parent.name())
            .build(),
        events
            .newParentRunFacetRootBuilder()
            .run(events.newRootRunBuilder().runId(root.runId()).build())
            .job(events.newRootJobBuilder().namespace(root.namespace()).name(root.name()).build())
            .build());
  }

  private static ParentRun root(ParentRun run) {
    return run.root() == null ? run : root(run.root());
  }
}
