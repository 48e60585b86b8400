// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.desist.engine.DuckDbEngine;
import org.desist.inquiry.MeasuredOutcome.Reoffending;
import org.desist.inquiry.RequestModels.UnitColumnsReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UnitColumnsReaderTest {
  @TempDir Path folder;

  @Test
  void outcomesComeInTheOrderOfKeysAndNobodyWithoutAReoffenceHasDaysToIt() {
    write(
        """
        select * from (values
          ('b', date '2016-02-01', 2, 40, 'summary', 1, 0, 0, 2),
          ('a', date '2016-03-01', 0, null, null, 0, 0, 0, 0),
          ('a', date '2016-02-01', 1, 7, 'unknown', 0, 0, 0, 0))
        as t(person_key, index_date, reoffences, days_to_first_reoffence,
          first_reoffence_court_mode, custodial_reoffences, indictable_only, either_way, summary)
        """);

    Reoffending read =
        UnitColumnsReader.reoffending(folder.resolve("units"), folder.resolve("spill"));

    assertThat(read.days()).containsExactly(7, Double.NaN, 40);
    assertThat(read.reoffended()).containsExactly(1, 0, 1);
    assertThat(read.firstOf(Reoffending.COURT_MODES.indexOf("summary"))).containsExactly(0, 0, 1);
    assertThat(read.hasCustodial()).containsExactly(0, 0, 1);
  }

  private void write(String select) {
    try (DuckDbEngine engine = DuckDbEngine.start(1, 200, folder.resolve("spill"))) {
      engine.write("written", select, folder.resolve("units"));
    }
  }
}
