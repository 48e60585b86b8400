// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import java.net.URI;
import java.util.Map;
import java.util.Optional;

/**
 * Where events go, and how they name things.
 *
 * @param target a file, or the address of an endpoint without its path
 * @param path of the endpoint
 * @param apiKey sent as a bearer token, or null
 * @param namespace of the jobs
 * @param parent the run that started this one, or null
 */
public record LineageSettings(
    String target, String path, String apiKey, String namespace, ParentRun parent) {

  /**
   * The settings: {@code DESIST_LINEAGE}, a file or an address, and OpenLineage's own variables.
   *
   * @return empty when no events are asked for
   */
  public static Optional<LineageSettings> of(Map<String, String> environment) {
    String own = set(environment, "DESIST_LINEAGE");
    String target = own == null ? set(environment, "OPENLINEAGE_URL") : own;
    if (target == null || "true".equalsIgnoreCase(set(environment, "OPENLINEAGE_DISABLED"))) {
      return Optional.empty();
    }
    String path = set(environment, "OPENLINEAGE_ENDPOINT");
    String namespace = set(environment, "OPENLINEAGE_NAMESPACE");
    return Optional.of(
        new LineageSettings(
            target,
            path == null ? "api/v1/lineage" : path,
            set(environment, "OPENLINEAGE_API_KEY"),
            namespace == null ? "desist" : namespace,
            ParentRun.of(environment).orElse(null)));
  }

  /** Whether events go to an endpoint; else they go to a file. */
  boolean isEndpoint() {
    return target.startsWith("http://") || target.startsWith("https://");
  }

  URI endpoint() {
    return URI.create(target.replaceFirst("/+$", "") + "/" + path.replaceFirst("^/+", ""));
  }

  /** An empty variable is how a shell says that there is none. */
  private static String set(Map<String, String> environment, String name) {
    String value = environment.getOrDefault(name, "");
    return value.isEmpty() ? null : value;
  }
}
