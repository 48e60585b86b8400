// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.desist.ProjectFolder;
import org.desist.generate.Generator;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.GeneratorSettings;
import org.desist.oracle.AcceptedRows;
import org.desist.oracle.Oracle;
import org.desist.oracle.Settings;
import org.junit.jupiter.api.Test;

/**
 * The SQL against the independent calculation on whole careers with faults in them. Which rows are
 * refused is taken from the run; what the accepted ones come to is calculated twice.
 */
class SampleAgreementTest {
  private static final Path SMALL_WORLD =
      ProjectFolder.file("data-samples", "small-world", "extracts");

  @Test
  void theSmallWorldComesOutAsCalculated() {
    check(SMALL_WORLD, LocalDate.of(2019, 6, 30), Settings.between("2016-01-01", "2018-01-01"));
  }

  @Test
  void generatedCareersComeOutAsCalculated() {
    try (PipelineWorld pipeline = new PipelineWorld()) {
      GeneratorSettings settings = GeneratorSettings.of(600, 77, pipeline.newFolder());
      Generator.of(settings).generate(GenerateListener.silent());
      check(
          pipeline,
          settings.snapshotFolder(),
          settings.snapshotDate(),
          Settings.between("2017-01-01", "2019-04-01"));
    }
  }

  private static void check(Path extracts, LocalDate snapshot, Settings settings) {
    try (PipelineWorld pipeline = new PipelineWorld()) {
      check(pipeline, extracts, snapshot, settings);
    }
  }

  private static void check(
      PipelineWorld pipeline, Path extracts, LocalDate snapshot, Settings settings) {
    Marts marts = pipeline.onDuckDb(extracts, snapshot, settings);
    Map<String, Set<Long>> refused = new TreeMap<>();
    for (Map<String, Object> row : marts.rows("restricted/quarantine")) {
      refused
          .computeIfAbsent((String) row.get("resource"), resource -> new HashSet<>())
          .add(((Number) row.get("line")).longValue());
    }
    assertThat(refused).containsKeys("pnc_person", "pnc_event", "pnc_offence", "pnc_disposal");
    Agreement.check(Oracle.of(AcceptedRows.of(extracts, snapshot, refused), settings), marts);
  }
}
