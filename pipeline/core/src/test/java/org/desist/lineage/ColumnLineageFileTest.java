// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desist.stage.ModelTables;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("spark")
class ColumnLineageFileTest {
  private static final Path FILE = Path.of("src", "main", "resources", "lineage", "columns.json");

  @Test
  void theFileSaysWhatTheModelsSay() throws IOException {
    String rendered = LineageText.render(ModelLineage.of(ModelTables.load()));
    if (Boolean.getBoolean("desist.render")) {
      Files.writeString(FILE, rendered);
    }

    assertThat(Files.readString(FILE))
        .as("lineage/columns.json is stale: run this test with -Ddesist.render=true")
        .isEqualTo(rendered);
  }
}
