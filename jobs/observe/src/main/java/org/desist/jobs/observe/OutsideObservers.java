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
import org.desist.jobs.observe.tracing.TraceSettings;
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
    if (TraceSettings.isAsked(environment)) {
      observers.add(new TraceSender(environment));
    }
    String metrics = environment.getOrDefault(METRICS, "");
    if (!metrics.isEmpty()) {
      observers.add(new MetricsFile(Path.of(metrics).toAbsolutePath(), clock));
    }
    return List.copyOf(observers);
  }
}
