// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One case: what is given and what must come of it.
 *
 * @param number from 1, over all files
 * @param place file and line of its heading
 * @param title what it shows
 * @param blocks the background of its file, then its own tables and texts
 */
record SpecCase(int number, String place, String title, List<Block> blocks) {
  private static final String EXPECT = "expect ";
  private static final String SETTINGS = "settings";

  SpecCase {
    blocks = List.copyOf(blocks);
  }

  /** The tables that are given, settings apart. */
  List<Block.Grid> givens() {
    return grids()
        .filter(grid -> !grid.caption().startsWith(EXPECT) && !grid.caption().equals(SETTINGS))
        .toList();
  }

  /** The tables that are expected, captioned by the table's name alone. */
  List<Block.Grid> expectations() {
    return grids()
        .filter(grid -> grid.caption().startsWith(EXPECT))
        .map(grid -> new Block.Grid(grid.caption().substring(EXPECT.length()), grid.table()))
        .toList();
  }

  /** Files given as they are delivered. */
  List<Block.Fence> files() {
    return blocks.stream()
        .filter(Block.Fence.class::isInstance)
        .map(Block.Fence.class::cast)
        .toList();
  }

  /** A table that is given, by its caption. */
  Optional<TextTable> given(String caption) {
    return givens().stream()
        .filter(grid -> grid.caption().equals(caption))
        .map(Block.Grid::table)
        .findFirst();
  }

  /** Whether it is about a whole snapshot, taken or refused, and not about people in one. */
  boolean isAboutSnapshot() {
    return expectations().stream().anyMatch(grid -> grid.caption().equals("refusal"));
  }

  /** Whether it gives tables to models, and not records to a run. */
  boolean isAboutModels() {
    return settings().containsKey(ModelCases.MODELS);
  }

  /** Settings by name; what is not set has its usual value. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    grids()
        .filter(grid -> grid.caption().equals(SETTINGS))
        .flatMap(grid -> grid.table().rows().stream())
        .forEach(row -> settings.put(row.get("setting"), row.get("value")));
    return settings;
  }

  private Stream<Block.Grid> grids() {
    return blocks.stream().filter(Block.Grid.class::isInstance).map(Block.Grid.class::cast);
  }
}
