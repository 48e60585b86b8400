// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

/**
 * One step of a run, such as ingest, measure or publish. A stage reads what stages before it left
 * in the run's folder and writes only its own folder; running it again on the same input leaves the
 * same rows.
 */
public interface Stage {
  /** Short name, unique in a run: the name of the step and of its folder. */
  String name();

  /**
   * Whether the stage reads a table that an earlier one left: such a table is checked against its
   * manifest before the stage begins.
   *
   * @param table {@code STAGE/TABLE}
   */
  default boolean reads(String table) {
    return true;
  }

  /**
   * Does the work. The stage's folder exists and is empty; {@link StageRunner} writes the manifest
   * once this returns.
   *
   * @throws org.desist.error.DesistException for what a user can act on
   */
  void run(RunContext context);
}
