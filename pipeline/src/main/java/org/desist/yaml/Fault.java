// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

/**
 * Something wrong in a YAML file.
 *
 * @param file its name
 * @param line counted from 1
 * @param key path of the key, such as {@code years[0].from}; empty for the file itself
 * @param value what is there, or empty
 * @param advice what is wrong and what to do
 */
public record Fault(String file, int line, String key, String value, String advice) {
  /** The fault in a line of its own. */
  public String sentence() {
    return "%s line %d%s%s: %s"
        .formatted(
            file,
            line,
            key.isEmpty() ? "" : ", " + key,
            value.isEmpty() ? "" : " = " + value,
            advice);
  }
}
