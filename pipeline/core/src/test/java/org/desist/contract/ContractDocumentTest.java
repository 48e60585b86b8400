// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desist.ProjectFolder;
import org.junit.jupiter.api.Test;

class ContractDocumentTest {
  private static final Path DOCUMENT = ProjectFolder.file("docs", "extracts.md");

  @Test
  void documentOfTheExtractsIsUpToDate() throws IOException {
    String rendered = ContractDocument.render(DataPackage.extracts());
    if (Boolean.getBoolean("desist.render")) {
      Files.writeString(DOCUMENT, rendered);
    }

    assertThat(Files.readString(DOCUMENT))
        .as("docs/extracts.md is stale: run this test with -Ddesist.render=true")
        .isEqualTo(rendered);
  }

  @Test
  void everyResourceFieldAndCodeIsInTheDocument() {
    DataPackage contract = DataPackage.extracts();
    String document = ContractDocument.render(contract);

    for (Resource resource : contract.resources()) {
      assertThat(document).contains("### " + resource.name() + "\n");
      resource.fields().forEach(field -> assertThat(document).contains("| `" + field.name() + "`"));
    }
    for (ValidationCode code : ValidationCode.values()) {
      assertThat(document).contains("| `" + code + "` |");
    }
  }
}
