// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.desist.contract.DataPackage;
import org.junit.jupiter.api.Test;

/** How far it is from the headline down to the extracts, for somebody who reads the models. */
class ModelDepthTest {
  private static final int DEEPEST = 12;

  private final Map<String, SqlModel> models =
      ModelCatalog.load(DataPackage.extracts()).all().stream()
          .collect(Collectors.toMap(SqlModel::name, Function.identity()));

  private final Map<String, List<String>> chains = new HashMap<>();

  @Test
  void theHeadlineIsAtMostTwelveModelsDeep() {
    List<String> chain = longestChain("reoffending_rate");

    assertThat(chain)
        .as("models from the headline down, the longest way: %s", String.join(" <- ", chain))
        .startsWith("reoffending_rate", "reported_cell")
        .hasSizeLessThanOrEqualTo(DEEPEST);
  }

  @Test
  void aChainEndsWithAModelThatReadsNone() {
    List<String> chain = longestChain("reoffending_rate");

    assertThat(models.get(chain.get(chain.size() - 1)).reads())
        .doesNotContainAnyElementsOf(models.keySet());
    for (int i = 1; i < chain.size(); i++) {
      assertThat(models.get(chain.get(i - 1)).reads()).contains(chain.get(i));
    }
  }

  private List<String> longestChain(String table) {
    if (!models.containsKey(table)) {
      return List.of();
    }
    List<String> known = chains.get(table);
    if (known != null) {
      return known;
    }
    List<String> chain = new ArrayList<>(List.of(table));
    models.get(table).reads().stream()
        .map(this::longestChain)
        .max(Comparator.comparingInt(List::size))
        .ifPresent(chain::addAll);
    chains.put(table, List.copyOf(chain));
    return chain;
  }
}
