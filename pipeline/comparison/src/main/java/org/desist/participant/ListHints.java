// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.util.Map;

/**
 * What a request says about its list, where the list alone does not say it.
 *
 * @param columns by field, the heading that it has in the list
 * @param dates by field, the form of its dates, such as {@code dd/MM/yyyy}
 */
public record ListHints(Map<String, String> columns, Map<String, String> dates) {
  /** Nothing is said. */
  public static final ListHints NONE = new ListHints(Map.of(), Map.of());

  public ListHints {
    columns = Map.copyOf(columns);
    dates = Map.copyOf(dates);
  }
}
