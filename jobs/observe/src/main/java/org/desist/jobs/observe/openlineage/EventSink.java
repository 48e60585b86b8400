// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

/** Takes events, one JSON text each, in order. */
interface EventSink extends AutoCloseable {
  void send(String event);

  /** Waits for what is under way, not for long. */
  @Override
  void close();

  /** How many events have not arrived, once closed. */
  int lost();
}
