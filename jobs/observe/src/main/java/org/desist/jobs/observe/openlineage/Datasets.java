// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.ColumnLineageDatasetFacet;
import io.openlineage.client.OpenLineage.DataQualityAssertionsDatasetFacetAssertions;
import io.openlineage.client.OpenLineage.DatasetFacets;
import io.openlineage.client.OpenLineage.InputDataset;
import io.openlineage.client.OpenLineage.OutputDataset;
import io.openlineage.client.OpenLineage.SchemaDatasetFacetFields;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.facts.RunFacts;
import org.desist.lineage.Descent;
import org.desist.lineage.Influence;
import org.desist.lineage.Source;
import org.desist.lineage.TableColumn;
import org.desist.lineage.TableLineage;
import org.desist.model.SqlModel;
import org.desist.publish.MartContract;
import org.desist.run.RunContext;

/** What a run and its stages read and wrote, with schema, numbers, quality and lineage. */
final class Datasets implements AutoCloseable {
  private static final String RAW = "raw_";
  private static final String ROW_NUMBER = "row_no";

  private final OpenLineage events;
  private final RunContext context;
  private final RunTables tables;
  private final RunFacts facts;
  private final DataPackage extracts = DataPackage.extracts();
  private final MartContract marts = MartContract.read();

  Datasets(OpenLineage events, RunContext context, RunTables tables) {
    this.events = events;
    this.context = context;
    this.tables = tables;
    this.facts = new RunFacts(context.settings().out(), context.runId());
  }

  @Override
  public void close() {
    facts.close();
  }

  /** What a stage reads. */
  List<InputDataset> inputs(String stage) {
    if (stage.equals("ingest")) {
      return extracts();
    }
    if (stage.equals("publish")) {
      return tables.marts().stream().map(model -> input(model.name())).toList();
    }
    return tables.inputs(stage).stream().map(this::input).toList();
  }

  /** What a stage has written. */
  List<OutputDataset> outputs(String stage) {
    if (stage.equals("ingest")) {
      return extracts.resources().stream().map(this::typed).toList();
    }
    if (stage.equals("publish")) {
      return tables.marts().stream().map(model -> mart(model, disclosed(model))).toList();
    }
    return tables.outputs(stage).stream().map(table -> table(stage, table)).toList();
  }

  /** The extracts that arrived, with what was found of them. */
  List<InputDataset> extracts() {
    Map<String, RunFacts.Arrival> arrived = new LinkedHashMap<>();
    facts.arrivals().forEach(arrival -> arrived.put(arrival.resource(), arrival));
    List<RunFacts.Reason> faults = facts.reasonsByField();
    List<InputDataset> inputs = new ArrayList<>();
    for (Resource resource : extracts.resources()) {
      RunFacts.Arrival arrival = arrived.get(resource.name());
      if (arrival != null || arrived.isEmpty()) {
        inputs.add(extract(resource, arrival, faults));
      }
    }
    return inputs;
  }

  /**
   * The marts, each column with the fields of the extracts that it is made of in the end. What
   * decides which rows there are is told by the stages: with every field on the way it would be
   * most of the event.
   */
  List<OutputDataset> martsFromExtracts() {
    Descent descent = new Descent(tables.lineage());
    return tables.marts().stream().map(model -> mart(model, fromExtracts(model, descent))).toList();
  }

  private InputDataset extract(
      Resource resource, RunFacts.Arrival arrival, List<RunFacts.Reason> faults) {
    DatasetName name = tables.extract(resource.name());
    var dataset =
        events
            .newInputDatasetBuilder()
            .namespace(name.namespace())
            .name(name.name())
            .facets(
                facets(
                    name,
                    context.settings().input().extracts(),
                    context.settings().input().snapshot().toString(),
                    schema(resource),
                    null));
    if (arrival != null) {
      dataset.inputFacets(
          events
              .newInputDatasetInputFacetsBuilder()
              .dataQualityMetrics(
                  events
                      .newDataQualityMetricsInputDatasetFacetBuilder()
                      .rowCount(arrival.rows())
                      .bytes(arrival.bytes())
                      .fileCount(arrival.files())
                      .columnMetrics(
                          events
                              .newDataQualityMetricsInputDatasetFacetColumnMetricsBuilder()
                              .build())
                      .build())
              .dataQualityAssertions(
                  events.newDataQualityAssertionsDatasetFacet(assertions(resource.name(), faults)))
              .build());
    }
    return dataset.build();
  }

  /** One for each reason for which rows were refused: how many should be, and how many were. */
  private List<DataQualityAssertionsDatasetFacetAssertions> assertions(
      String resource, List<RunFacts.Reason> faults) {
    return faults.stream()
        .filter(fault -> fault.resource().equals(resource) && !fault.isWarning())
        .map(
            fault ->
                events
                    .newDataQualityAssertionsDatasetFacetAssertionsBuilder()
                    .assertion(fault.code().toLowerCase(Locale.ROOT))
                    .column(fault.field())
                    .success(false)
                    .severity("warn")
                    .expected("0")
                    .actual(Long.toString(fault.rows()))
                    .build())
        .toList();
  }

  /** A table of the extracts as ingest leaves it: each field typed, nothing else changed. */
  private OutputDataset typed(Resource resource) {
    Map<String, Set<Source>> columns = new LinkedHashMap<>();
    for (Field field : resource.fields()) {
      Set<Source> source = Set.of(source(RAW + resource.name(), field.name()));
      columns.put(field.name(), source);
      field.keyColumn().ifPresent(key -> columns.put(key, source));
    }
    ColumnLineageDatasetFacet lineage =
        new ColumnFacet(events, field -> tables.extract(resource.name())).of(columns, Set.of());
    return output(
        tables.name(RAW + resource.name()),
        context.folder().stage("ingest").resolve(resource.name()),
        columns("ingest", resource.name()),
        lineage,
        facts.written("ingest", resource.name()));
  }

  private OutputDataset table(String stage, String table) {
    Map<String, Set<Source>> columns = new LinkedHashMap<>();
    TableLineage made = tables.lineage().tables().get(table);
    for (String column : made.columns().keySet()) {
      columns.put(column, tables.throughViews().of(new TableColumn(table, column)));
    }
    ColumnLineageDatasetFacet lineage =
        new ColumnFacet(events, field -> tables.name(field.table()))
            .of(columns, tables.throughViews().ofRows(table));
    return output(
        tables.name(table),
        tables.folder(table),
        columns(stage, table),
        lineage,
        facts.written(stage, table));
  }

  private OutputDataset mart(SqlModel model, ColumnLineageDatasetFacet lineage) {
    SqlModel.Mart mart = model.mart().orElseThrow();
    String path = RunTables.path(mart);
    List<SchemaDatasetFacetFields> schema =
        marts.in(path).map(described -> schema(described)).orElse(List.of());
    Path folder = tables.folder(model.name());
    RunFacts.Written written =
        facts.written(folder.getParent().getFileName().toString(), model.name());
    return output(
        tables.name(mart),
        context.versions().folder(context.runId()).resolve(path),
        schema,
        lineage,
        written);
  }

  private ColumnLineageDatasetFacet disclosed(SqlModel model) {
    Map<String, Set<Source>> columns = new LinkedHashMap<>();
    tables
        .lineage()
        .tables()
        .get(model.name())
        .columns()
        .keySet()
        .forEach(
            column ->
                columns.put(
                    column,
                    Set.of(
                        new Source(
                            new TableColumn(model.name(), column), Influence.IDENTITY, false))));
    return new ColumnFacet(events, field -> tables.name(field.table())).of(columns, Set.of());
  }

  private ColumnLineageDatasetFacet fromExtracts(SqlModel model, Descent descent) {
    Map<String, Set<Source>> columns = new LinkedHashMap<>();
    for (String column : tables.lineage().tables().get(model.name()).columns().keySet()) {
      columns.put(column, delivered(descent.of(new TableColumn(model.name(), column))));
    }
    return new ColumnFacet(events, this::endName).of(columns, Set.of());
  }

  private DatasetName endName(TableColumn field) {
    return field.table().startsWith(RAW)
        ? tables.extract(field.table().substring(RAW.length()))
        : tables.name(field.table());
  }

  /**
   * A key that the reader made of a name comes from the name; the number of a row from no field.
   */
  private Set<Source> delivered(Set<Source> sources) {
    Set<Source> ends = new TreeSet<>();
    for (Source source : sources) {
      TableColumn field = source.field();
      if (field.column().equals(ROW_NUMBER) && field.table().startsWith(RAW)) {
        continue;
      }
      for (String name : field.isRows() ? key(field.table()) : List.of(fieldOfKey(field))) {
        ends.add(
            new Source(
                new TableColumn(field.table(), name), source.influence(), source.isMasked()));
      }
    }
    return ends;
  }

  /**
   * The fields that tell the rows of a table of the extracts apart: who counts those counts rows.
   */
  private List<String> key(String table) {
    return extracts.resources().stream()
        .filter(resource -> table.equals(RAW + resource.name()))
        .flatMap(resource -> resource.primaryKey().stream())
        .toList();
  }

  private String fieldOfKey(TableColumn column) {
    for (Resource resource : extracts.resources()) {
      if (column.table().equals(RAW + resource.name())) {
        for (Field field : resource.fields()) {
          if (field.keyColumn().filter(column.column()::equals).isPresent()) {
            return field.name();
          }
        }
      }
    }
    return column.column();
  }

  private InputDataset input(String table) {
    DatasetName name = tables.name(table);
    return events
        .newInputDatasetBuilder()
        .namespace(name.namespace())
        .name(name.name())
        .facets(facets(name, tables.folder(table), context.runId(), List.of(), null))
        .build();
  }

  private OutputDataset output(
      DatasetName name,
      Path folder,
      List<SchemaDatasetFacetFields> schema,
      ColumnLineageDatasetFacet lineage,
      RunFacts.Written written) {
    return events
        .newOutputDatasetBuilder()
        .namespace(name.namespace())
        .name(name.name())
        .facets(facets(name, folder, context.runId(), schema, lineage))
        .outputFacets(
            events
                .newOutputDatasetOutputFacetsBuilder()
                .outputStatistics(
                    events
                        .newOutputStatisticsOutputDatasetFacetBuilder()
                        .rowCount(written.rows())
                        .size(written.bytes())
                        .fileCount(written.files())
                        .build())
                .build())
        .build();
  }

  /** What is said of every table: where it is now, which version it is, and its columns. */
  private DatasetFacets facets(
      DatasetName name,
      Path folder,
      String version,
      List<SchemaDatasetFacetFields> schema,
      ColumnLineageDatasetFacet lineage) {
    var facets =
        events
            .newDatasetFacetsBuilder()
            .dataSource(
                events
                    .newDatasourceDatasetFacetBuilder()
                    .name(name.namespace())
                    .uri(folder.toAbsolutePath().normalize().toUri())
                    .build())
            .version(events.newDatasetVersionDatasetFacetBuilder().datasetVersion(version).build());
    if (!schema.isEmpty()) {
      facets.schema(events.newSchemaDatasetFacet(schema));
    }
    if (lineage != null) {
      facets.columnLineage(lineage);
    }
    return facets.build();
  }

  private List<SchemaDatasetFacetFields> schema(Resource resource) {
    return resource.fields().stream()
        .map(
            field ->
                field(
                    field.name(),
                    field.type().name().toLowerCase(Locale.ROOT),
                    field.description()))
        .toList();
  }

  private List<SchemaDatasetFacetFields> schema(MartContract.Mart mart) {
    return mart.columns().stream()
        .map(column -> field(column.name(), column.sqlType(), column.description()))
        .toList();
  }

  private List<SchemaDatasetFacetFields> columns(String stage, String table) {
    return facts.columns(stage, table).stream()
        .map(column -> field(column.name(), column.type(), null))
        .toList();
  }

  private SchemaDatasetFacetFields field(String name, String type, String description) {
    return events
        .newSchemaDatasetFacetFieldsBuilder()
        .name(name)
        .type(type)
        .description(description)
        .build();
  }

  private static Source source(String table, String column) {
    return new Source(new TableColumn(table, column), Influence.TRANSFORMATION, false);
  }
}
