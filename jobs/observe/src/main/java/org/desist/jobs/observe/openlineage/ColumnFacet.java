// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import io.openlineage.client.OpenLineage;
import io.openlineage.client.OpenLineage.ColumnLineageDatasetFacet;
import io.openlineage.client.OpenLineage.InputField;
import io.openlineage.client.OpenLineage.InputFieldTransformations;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.desist.lineage.Source;
import org.desist.lineage.TableColumn;

/** The lineage of columns in OpenLineage's form. */
final class ColumnFacet {
  private final OpenLineage events;
  private final Function<TableColumn, DatasetName> names;

  /**
   * Facets.
   *
   * @param names the table of a field, as it is called outside
   */
  ColumnFacet(OpenLineage events, Function<TableColumn, DatasetName> names) {
    this.events = events;
    this.names = names;
  }

  /**
   * The facet of a table.
   *
   * @param columns what bears on the value of each
   * @param rows what bears on which rows there are
   */
  ColumnLineageDatasetFacet of(
      Map<String, ? extends Collection<Source>> columns, Set<Source> rows) {
    var fields = events.newColumnLineageDatasetFacetFieldsBuilder();
    columns.forEach(
        (column, sources) ->
            fields.put(
                column,
                events
                    .newColumnLineageDatasetFacetFieldsAdditionalBuilder()
                    .inputFields(inputs(sources))
                    .build()));
    return events
        .newColumnLineageDatasetFacetBuilder()
        .fields(fields.build())
        .dataset(inputs(rows))
        .build();
  }

  /** One for each field, with all the ways in which it bears. Rows of a table are no field. */
  private List<InputField> inputs(Collection<Source> sources) {
    Map<TableColumn, List<InputFieldTransformations>> ways = new TreeMap<>();
    for (Source source : sources) {
      if (!source.field().isRows()) {
        ways.computeIfAbsent(source.field(), field -> new ArrayList<>()).add(way(source));
      }
    }
    List<InputField> inputs = new ArrayList<>();
    ways.forEach(
        (field, transformations) -> {
          DatasetName name = names.apply(field);
          inputs.add(
              events
                  .newInputFieldBuilder()
                  .namespace(name.namespace())
                  .name(name.name())
                  .field(field.column())
                  .transformations(transformations)
                  .build());
        });
    return inputs;
  }

  private InputFieldTransformations way(Source source) {
    return events
        .newInputFieldTransformationsBuilder()
        .type(source.influence().isDirect() ? "DIRECT" : "INDIRECT")
        .subtype(source.influence().name())
        .masking(source.isMasked())
        .build();
  }
}
