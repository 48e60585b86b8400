// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.util.List;

/**
 * A file of the rule book: one topic.
 *
 * @param name such as {@code 02-entry}
 * @param title the topic
 * @param source the text of the file
 * @param background tables that every case of the file starts from
 * @param cases in order
 */
record SpecFile(
    String name, String title, String source, List<Block> background, List<SpecCase> cases) {
  SpecFile {
    background = List.copyOf(background);
    cases = List.copyOf(cases);
  }

  /** The same topic with some of its cases. */
  SpecFile with(List<SpecCase> some) {
    return new SpecFile(name, title, source, background, some);
  }
}
