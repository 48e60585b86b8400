// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.tracing;

import java.util.Map;

/** Whether a trace is asked for; read without loading anything of OpenTelemetry. */
public final class TraceSettings {
  private TraceSettings() {}

  /** Whether the variables name an endpoint for traces, and none says that nothing is sent. */
  public static boolean isAsked(Map<String, String> environment) {
    return (isSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")
            || isSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"))
        && !"true".equalsIgnoreCase(environment.get("OTEL_SDK_DISABLED"))
        && !"none".equals(environment.get("OTEL_TRACES_EXPORTER"));
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }
}
