// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.desist.ProjectFolder;
import org.desist.contract.DataPackage;
import org.desist.contract.DataPackageReader;
import org.desist.contract.Resource;
import org.junit.jupiter.api.Test;

class MartDocumentTest {
  private static final Path DOCUMENT = ProjectFolder.file("docs", "marts.md");

  @Test
  void documentOfTheMartsIsUpToDate() throws IOException {
    String rendered = MartDocument.render(MartContract.read());
    if (Boolean.getBoolean("desist.render")) {
      Files.writeString(DOCUMENT, rendered);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("docs/marts.md is stale: run this test with -Ddesist.render=true")
        .isEqualTo(rendered);
  }

  @Test
  void contractOfTheMartsIsADataPackage() {
    DataPackage contract = DataPackageReader.ofClasspath(MartContract.LOCATION);

    List<String> names = MartContract.read().resources().stream().map(m -> m.name()).toList();
    assertThat(contract.resources()).extracting(Resource::name).isEqualTo(names);
  }

  @Test
  void everyColumnIsExplained() {
    for (MartContract.Mart mart : MartContract.read().resources()) {
      assertThat(mart.path()).isEqualTo(mart.name().replace('.', '/'));
      assertThat(mart.columns())
          .as(mart.name())
          .allSatisfy(column -> assertThat(column.description()).isNotBlank());
    }
  }
}
