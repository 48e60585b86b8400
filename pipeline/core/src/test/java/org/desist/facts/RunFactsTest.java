// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.desist.engine.EngineRoom;
import org.desist.engine.LocalTables;
import org.desist.facts.RunFacts.Arrival;
import org.desist.facts.RunFacts.Reason;
import org.desist.run.RunFolder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunFactsTest {
  private static final String RUN = "2019-06-30-0001";
  private static final String FAULTS =
      "select * from (values %s) as fault (resource, file, line, code, field, level)";

  @TempDir private Path out;

  @BeforeEach
  void tenRowsArrive() {
    write(
        "ingest",
        "_part",
        "select 'pnc_event' as resource, 10 as rows_read, 100 as bytes union all select 'pnc_person', 0, 7");
  }

  @Test
  void aRowCountsOnceForEachResourceCodeAndField() {
    write(
        "store",
        "quarantine",
        FAULTS.formatted(
            "('pnc_event', 'a.csv', 2, 'BAD_TYPE', 'start', 'row'), ('pnc_event', 'a.csv', 2, 'BAD_TYPE', 'end', 'row'), ('pnc_event', 'a.csv', 3, 'BAD_TYPE', 'end', 'row'), ('pnc_event', 'a.csv', 3, 'ORPHAN', null, 'row')"));
    try (RunFacts facts = new RunFacts(out, RUN)) {
      assertThat(facts.arrivals())
          .containsExactly(
              new Arrival("pnc_event", 1, 10, 100, 2), new Arrival("pnc_person", 1, 0, 7, 0));
      assertThat(facts.reasons())
          .containsExactly(
              new Reason("pnc_event", "BAD_TYPE", "row", null, 2),
              new Reason("pnc_event", "ORPHAN", "row", null, 1));
      assertThat(facts.reasonsByField())
          .containsExactly(
              new Reason("pnc_event", "BAD_TYPE", "row", "end", 2),
              new Reason("pnc_event", "BAD_TYPE", "row", "start", 1),
              new Reason("pnc_event", "ORPHAN", "row", null, 1));
    }
  }

  @Test
  void theReadersQuarantineCountsUntilTheStoreHasOne() {
    write(
        "ingest",
        "_quarantine",
        FAULTS.formatted("('pnc_event', 'a.csv', 2, 'PARSE', cast(null as varchar), 'row')"));
    try (RunFacts facts = new RunFacts(out, RUN)) {
      assertThat(facts.reasons()).containsExactly(new Reason("pnc_event", "PARSE", "row", null, 1));
    }
  }

  @Test
  void warningsFollowWhatWasRejected() {
    write(
        "store",
        "quarantine",
        FAULTS.formatted("('pnc_event', 'a.csv', 2, 'ORPHAN', cast(null as varchar), 'row')"));
    write(
        "disclose",
        "data_quality",
        "select * from (values ('pnc_event', 'ORPHAN', 'row', 1), ('pnc_event', 'PARSE', 'closed', 5), ('pnc_person', 'UNKNOWN_CODE', 'warning', 9)) as quality (resource, code, level, rows)");
    try (RunFacts facts = new RunFacts(out, RUN)) {
      assertThat(facts.reasons())
          .containsExactly(
              new Reason("pnc_event", "ORPHAN", "row", null, 1),
              new Reason("pnc_person", "UNKNOWN_CODE", "warning", null, 9));
    }
  }

  @Test
  void aRunThatLeftNothingHasNoFacts(@TempDir Path empty) {
    try (RunFacts facts = new RunFacts(empty, RUN)) {
      assertThat(facts.arrivals()).isEmpty();
      assertThat(facts.reasonsByField()).isEmpty();
      assertThat(facts.guards()).isEmpty();
      assertThat(facts.published()).isEqualTo("no");
      assertThat(facts.manifest()).isEmpty();
    }
  }

  private void write(String stage, String table, String select) {
    Path spill = out.resolve("spill");
    try (LocalTables tables = EngineRoom.LOOKUP.tables(spill)) {
      tables.engine().write(table, select, RunFolder.of(out, RUN).stage(stage).resolve(table));
    }
  }
}
