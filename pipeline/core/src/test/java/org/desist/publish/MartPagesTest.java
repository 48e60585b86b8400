// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.desist.contract.DataPackage;
import org.desist.contract.DataPackageReader;
import org.desist.contract.ListedValues;
import org.desist.contract.Resource;
import org.junit.jupiter.api.Test;

class MartPagesTest {
  @Test
  void contractOfTheMartsIsADataPackage() {
    DataPackage contract = DataPackageReader.ofClasspath(ListedValues.MARTS);

    List<String> names = MartContract.read().resources().stream().map(m -> m.name()).toList();
    assertThat(contract.resources()).extracting(Resource::name).isEqualTo(names);
  }

  @Test
  void everyColumnIsExplainedAndEveryNumberHasAUnit() {
    for (MartContract.Mart mart : MartContract.read().resources()) {
      assertThat(mart.path()).isEqualTo(mart.name().replace('.', '/'));
      assertThat(mart.columns())
          .as(mart.name())
          .allSatisfy(column -> assertThat(column.description()).isNotBlank())
          .allSatisfy(
              column ->
                  assertThat(column.unit() != null)
                      .as("%s has a unit: %s", column.name(), column.unit())
                      .isEqualTo(List.of("integer", "number").contains(column.type())));
    }
  }

  @Test
  void everyMartHasAPageAndAPictureOfItsModels() {
    Map<String, String> pages = MartPages.render();

    for (MartContract.Mart mart : MartContract.read().resources()) {
      assertThat(pages.get(MartPages.bareName(mart) + ".md").lines())
          .as(mart.name())
          .anyMatch(line -> line.startsWith("- **" + mart.name() + "**: "));
    }
    assertThat(pages.get("reoffending_rate.md").lines().map(String::strip))
        .contains("sanction --> index_event", "reoffending_rate --> published_reoffending_rate");
    assertThat(pages.get("README.md").lines())
        .anyMatch(line -> line.startsWith("| [`reoffending_rate`](reoffending_rate.md) |"));
  }
}
