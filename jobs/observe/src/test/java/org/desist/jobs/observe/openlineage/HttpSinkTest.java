// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HttpSinkTest {
  private static final int EVENTS = 50;

  /** Far less than one patience for each event. */
  private static final Duration ONCE = Duration.ofSeconds(20);

  @Test
  void waitsOnceForAnEndpointThatNeverAnswers() throws IOException {
    // Connections are taken by the operating system, and nobody reads from them.
    try (ServerSocket server = new ServerSocket(0, EVENTS, InetAddress.getLoopbackAddress())) {
      Instant before = Instant.now();
      HttpSink sink =
          new HttpSink(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/"), null);
      for (int i = 0; i < EVENTS; i++) {
        sink.send("{}");
      }
      sink.close();

      assertThat(sink.lost()).isEqualTo(EVENTS);
      assertThat(Duration.between(before, Instant.now())).isLessThan(ONCE);
    }
  }

  @Test
  void countsWhatComesAfterTheEndAsLost() {
    HttpSink sink = new HttpSink(URI.create("http://127.0.0.1:1/"), null);
    sink.close();
    sink.send("{}");

    assertThat(sink.lost()).isEqualTo(1);
  }
}
