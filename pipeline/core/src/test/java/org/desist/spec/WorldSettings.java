// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * What decides a run, apart from its rows. Cases with equal settings share a run.
 *
 * @param snapshot the day of the snapshot
 * @param method settings of the method that differ from {@code moj-2017}, by path
 * @param alone the number of the case that wants a run for itself, or 0
 */
record WorldSettings(LocalDate snapshot, Map<String, String> method, int alone) {
  static final LocalDate USUAL_SNAPSHOT = LocalDate.of(2020, 6, 30);
  static final String METHOD = "method ";

  WorldSettings {
    method = Map.copyOf(new TreeMap<>(method));
  }

  static WorldSettings of(SpecCase specCase) {
    Map<String, String> settings = specCase.settings();
    Map<String, String> method = new TreeMap<>();
    settings.forEach(
        (name, value) -> {
          if (name.startsWith(METHOD)) {
            method.put(name.substring(METHOD.length()), value);
          }
        });
    return new WorldSettings(
        LocalDate.parse(settings.getOrDefault("snapshot", USUAL_SNAPSHOT.toString())),
        method,
        settings.getOrDefault("alone", "no").equals("yes") ? specCase.number() : 0);
  }

  /** The method file, one line per setting: flow style needs no indentation. */
  String methodYaml() {
    StringBuilder yaml = new StringBuilder("method: rule-book\n");
    new TreeMap<>(method)
        .forEach(
            (path, value) -> {
              String[] keys = path.split("[.]", -1);
              yaml.append(
                  keys.length == 1
                      ? "%s: %s%n".formatted(path, value)
                      : "%s: {%s: %s}%n".formatted(keys[0], keys[1], value));
            });
    return yaml.toString();
  }
}
