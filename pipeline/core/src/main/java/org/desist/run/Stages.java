// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.util.List;

/** The stages of one run, in order, and what they share, such as an engine's session. */
public interface Stages extends AutoCloseable {
  /** In the order they run. Nothing expensive is opened before a stage runs. */
  List<Stage> list();

  @Override
  void close();
}
