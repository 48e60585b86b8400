// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ContractDocumentTest {
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
