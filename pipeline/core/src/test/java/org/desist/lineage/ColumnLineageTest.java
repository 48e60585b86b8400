// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.model.ModelCatalog;
import org.desist.model.SqlModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lineage checked by hand against the models, and the way from figures to the extracts. */
class ColumnLineageTest {
  /** What the reader adds to a row of the extracts. */
  private static final Set<String> READER_COLUMNS =
      Set.of("row_no", "file", "line", "surname_key", "forenames_key", "has_cents");

  private final ColumnLineage lineage = ColumnLineage.read();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sanction.person_no | offence_verdict.person_no IDENTITY
          sanction.disposal | offence_verdict.disposal TRANSFORMATION, offence_verdict.event_type CONDITIONAL
          sanction.offences | offence_verdict.* AGGREGATION, offence_verdict.event_no WINDOW
          person.person_key | pnc_person.pnc_id TRANSFORMATION masked
          index_profile.reoffences | index_reoffence.* AGGREGATION
          index_profile.custodial_reoffences | index_reoffence.* AGGREGATION, index_reoffence.is_custodial CONDITIONAL
          index_profile.first_proof_date | index_reoffence.event_date AGGREGATION
          reported_cell.reoffenders | cohort_entry.* AGGREGATION, index_profile.* AGGREGATION, index_profile.reoffended CONDITIONAL
          reported_cell.geography_code | index_profile.delivery_unit IDENTITY, index_profile.local_authority IDENTITY, index_profile.police_force IDENTITY, index_profile.prison IDENTITY, index_profile.prison_operator IDENTITY, index_profile.provider IDENTITY, index_profile.provider_type IDENTITY, index_profile.region IDENTITY, index_profile.region_draft_2019 IDENTITY, index_profile.resettlement_area IDENTITY
          published_reoffending_rate.reoffenders | reoffending_rate.reoffenders TRANSFORMATION, method.smallest_count CONDITIONAL, reoffending_rate.reoffenders CONDITIONAL
          """)
  void aColumnIsMadeOfWhatItsModelSays(String column, String sources) {
    int dot = column.indexOf('.');
    assertThat(
            lineage.tables().get(column.substring(0, dot)).columns().get(column.substring(dot + 1)))
        .extracting(Source::toString)
        .containsExactly(sources.split(", "));
  }

  @Test
  void theFirstRowOfAnOrderIsARowByWhatItIsOrderedBy() {
    assertThat(lineage.tables().get("sanction").rows())
        .extracting(Source::toString)
        .containsExactly(
            "offence_verdict.disposal_rank FILTER",
            "offence_verdict.event_no FILTER",
            "offence_verdict.ho_code FILTER",
            "offence_verdict.not_countable FILTER",
            "offence_verdict.offence_id FILTER",
            "offence_verdict.severity_rank FILTER");
  }

  @Test
  void aPublishedCountOfReoffendersComesFromOffencesAndTheirDates() {
    Trace trace = Trace.of(lineage, new TableColumn("published_reoffending_rate", "reoffenders"));

    assertThat(trace.hops().get(0).field())
        .isEqualTo(new TableColumn("published_reoffending_rate", "reoffenders"));
    assertThat(trace.ends())
        .extracting(end -> end.field().toString())
        .contains("raw_pnc_offence.*", "method.smallest_count");
    Set<TableColumn> all =
        trace.ends().stream().map(Source::field).collect(Collectors.toCollection(TreeSet::new));
    all.addAll(trace.rowEnds());
    assertThat(all)
        .extracting(TableColumn::toString)
        .contains(
            "raw_pnc_offence.offence_start_date",
            "raw_pnc_offence.ho_code",
            "raw_pnc_event.event_date",
            "raw_pnc_disposal.disposal_code",
            "raw_prison_release.release_date",
            "method.follow_up_months");
  }

  @Test
  void aPersonKeyIsTheOnlyThingThatHidesWhatItIsMadeOf() {
    Set<Source> ends = new Descent(lineage).of(new TableColumn("cohort_member", "person_key"));

    assertThat(ends)
        .extracting(Source::toString)
        .containsExactly("raw_pnc_person.pnc_id TRANSFORMATION masked");
  }

  @Test
  void everyColumnOfAMartHasASourceOrIsListedAsAConstant() {
    Descent descent = new Descent(lineage);
    Set<String> constants = new TreeSet<>();
    for (SqlModel model : ModelCatalog.load(DataPackage.extracts()).all()) {
      if (model.mart().isPresent()) {
        for (String column : lineage.tables().get(model.name()).columns().keySet()) {
          if (descent.of(new TableColumn(model.name(), column)).isEmpty()) {
            constants.add(model.name() + "." + column);
          }
        }
      }
    }
    // Texts of the models themselves: what a row is about, where grouping decides it.
    assertThat(constants)
        .containsExactly(
            "arrival.resource",
            "attrition_overlap.beside",
            "baseline_cell.breakdown",
            "baseline_cell.geography_type",
            "caseload.breakdown",
            "caseload.geography_type",
            "cohort_member.national",
            "comparison.breakdown",
            "comparison.geography_type",
            "comparison.limits",
            "contact_standard.breakdown",
            "contact_standard.geography_type",
            "custody_caseload.breakdown",
            "custody_caseload.geography_type",
            "disparity.breakdown",
            "disparity.geography_type",
            "escalation.breakdown",
            "escalation.geography_type",
            "iom_cohort.breakdown",
            "iom_cohort.geography_type",
            "iom_criterion.geography_type",
            "local_adult_reoffending.geography_type",
            "payment.component",
            "payment_line.component",
            "person_link.resource",
            "projection.cohort_window",
            "projection.geography_type",
            "published_baseline_comparison.breakdown",
            "published_baseline_comparison.geography_type",
            "published_baseline_comparison.limits",
            "published_reoffending_rate.breakdown",
            "published_reoffending_rate.geography_type",
            "reoffending_rate.breakdown",
            "reoffending_rate.geography_type",
            "requirement_delivery.breakdown",
            "requirement_delivery.geography_type",
            "resettlement.breakdown",
            "resettlement.geography_type",
            "segment_need.geography_type",
            "segment_need.need",
            "segment_profile.geography_type",
            "service_delivery.breakdown",
            "service_delivery.geography_type",
            "structure_rate.mapping",
            "time_to_reoffence.breakdown",
            "time_to_reoffence.geography_type");
  }

  @Test
  void everyLineEndsInSomethingThatIsDeliveredOrConfigured() {
    Set<String> delivered =
        DataPackage.extracts().resources().stream()
            .flatMap(resource -> fields(resource).stream())
            .collect(Collectors.toSet());
    lineage
        .tables()
        .forEach(
            (name, table) ->
                table
                    .columns()
                    .values()
                    .forEach(sources -> sources.forEach(source -> check(source, delivered))));
  }

  @Test
  void aColumnThatNobodyMakesHasNoTrace() {
    assertThatThrownBy(() -> Trace.of(lineage, new TableColumn("sanction", "nothing")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no model makes sanction.nothing");
  }

  private void check(Source source, Set<String> delivered) {
    TableColumn field = source.field();
    if (lineage.table(field.table()).isPresent()) {
      if (!field.isRows()) {
        assertThat(lineage.tables().get(field.table()).columns()).containsKey(field.column());
      }
    } else if (Origin.of(field.table()) == Origin.EXTRACTS && !field.isRows()) {
      assertThat(delivered).contains(field.toString());
    }
  }

  private static Set<String> fields(Resource resource) {
    Set<String> fields = new TreeSet<>(READER_COLUMNS);
    resource.fields().forEach(field -> fields.add(field.name()));
    return fields.stream().map(f -> "raw_" + resource.name() + "." + f).collect(Collectors.toSet());
  }
}
