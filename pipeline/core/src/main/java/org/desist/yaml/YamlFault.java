// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import org.desist.text.Visible;

/**
 * Something wrong in a YAML file.
 *
 * @param file its name
 * @param line counted from 1
 * @param key path of the key, such as {@code years[0].from}; empty for the file itself
 * @param value what is there, or empty
 * @param advice what is wrong and what to do
 */
public record YamlFault(String file, int line, String key, String value, String advice) {
  /** The fault in a line of its own, whatever the file holds. */
  public String sentence() {
    return Visible.line(file)
        + " line "
        + line
        + (key.isEmpty() ? "" : ", " + Visible.brief(key))
        + (value.isEmpty() ? "" : " = " + Visible.brief(value))
        + ": "
        + Visible.line(advice);
  }
}
