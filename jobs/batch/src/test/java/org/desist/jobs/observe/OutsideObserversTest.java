// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Map;
import org.desist.jobs.observe.metrics.MetricsFile;
import org.desist.jobs.observe.openlineage.LineageEvents;
import org.desist.jobs.observe.tracing.TraceSender;
import org.junit.jupiter.api.Test;

class OutsideObserversTest {
  @Test
  void nobodyLooksWhenNothingIsSet() {
    assertThat(asked(Map.of("PATH", "/bin", "OTEL_SERVICE_NAME", "desist"))).isEmpty();
  }

  @Test
  void anEmptyVariableIsNotSet() {
    assertThat(
            asked(
                Map.of(
                    "DESIST_METRICS_FILE", "",
                    "DESIST_LINEAGE", "",
                    "OPENLINEAGE_URL", "",
                    "DESIST_LOG", "",
                    "OTEL_EXPORTER_OTLP_ENDPOINT", "")))
        .isEmpty();
  }

  @Test
  void eachIsAskedForByItsVariable() {
    assertThat(asked(Map.of("DESIST_METRICS_FILE", "desist.prom")))
        .singleElement()
        .isInstanceOf(MetricsFile.class);
    assertThat(asked(Map.of("OPENLINEAGE_URL", "http://127.0.0.1:5000")))
        .singleElement()
        .isInstanceOf(LineageEvents.class);
    assertThat(asked(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://127.0.0.1:4318")))
        .singleElement()
        .isInstanceOf(TraceSender.class);
  }

  @Test
  void theStandardsOwnVariablesTurnThemOff() {
    assertThat(
            asked(
                Map.of("OPENLINEAGE_URL", "http://127.0.0.1:5000", "OPENLINEAGE_DISABLED", "true")))
        .isEmpty();
    String endpoint = "http://127.0.0.1:4318";
    assertThat(asked(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "OTEL_SDK_DISABLED", "true")))
        .isEmpty();
    assertThat(
            asked(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "OTEL_TRACES_EXPORTER", "none")))
        .isEmpty();
  }

  private static Iterable<?> asked(Map<String, String> environment) {
    return OutsideObservers.asked(environment, Clock.systemUTC());
  }
}
