// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.desist.run.RunContext;

/**
 * Identifiers that follow from names, so that they need not be kept: a run that goes on keeps its
 * own, and a stage gets a new one in each attempt that works on it.
 */
final class RunIds {
  private RunIds() {}

  /** Of a run, whatever the attempt. */
  static UUID of(RunContext context) {
    return uuid(place(context));
  }

  /** Of a stage in one attempt. */
  static UUID of(RunContext context, int attempt, String stage) {
    return uuid(place(context) + " " + attempt + " " + stage);
  }

  private static String place(RunContext context) {
    DatasetName out = DatasetName.of(context.settings().out());
    return "desist " + out.namespace() + " " + out.name() + " " + context.runId();
  }

  private static UUID uuid(String name) {
    return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
  }
}
