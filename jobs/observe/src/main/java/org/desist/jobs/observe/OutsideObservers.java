// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.jobs.observe.logs.LogLabels;
import org.desist.jobs.observe.metrics.MetricsFile;
import org.desist.jobs.observe.openlineage.LineageEvents;
import org.desist.jobs.observe.openlineage.LineageSettings;
import org.desist.jobs.observe.tracing.TraceSender;
import org.desist.run.RunObserver;

/** Those who look at a run from outside, as the variables of the process ask for them. */
public final class OutsideObservers {
  private static final String METRICS = "DESIST_METRICS_FILE";
  private static final String LOG = "DESIST_LOG";

  private OutsideObservers() {}

  /** The observers that are asked for; none when no variable is set. */
  public static List<RunObserver> asked(Map<String, String> environment, Clock clock) {
    List<RunObserver> observers = new ArrayList<>();
    if (!environment.getOrDefault(LOG, "").isEmpty()) {
      observers.add(new LogLabels());
    }
    LineageSettings.of(environment)
        .ifPresent(settings -> observers.add(new LineageEvents(settings, clock)));
    if (isTraceAsked(environment)) {
      observers.add(new TraceSender(environment));
    }
    String metrics = environment.getOrDefault(METRICS, "");
    if (!metrics.isEmpty()) {
      observers.add(new MetricsFile(Path.of(metrics).toAbsolutePath(), clock));
    }
    return List.copyOf(observers);
  }

  /**
   * Whether the variables name an endpoint for traces, and none says that nothing is sent. Asked
   * here, so that nothing of OpenTelemetry is loaded for it.
   */
  private static boolean isTraceAsked(Map<String, String> environment) {
    return (isSet(environment, "OTEL_EXPORTER_OTLP_ENDPOINT")
            || isSet(environment, "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT"))
        && !"true".equalsIgnoreCase(environment.get("OTEL_SDK_DISABLED"))
        && !"none".equals(environment.get("OTEL_TRACES_EXPORTER"));
  }

  private static boolean isSet(Map<String, String> environment, String name) {
    return !environment.getOrDefault(name, "").isEmpty();
  }
}
