// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import java.util.List;
import java.util.Optional;
import org.desist.error.DesistException;

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
   * Does the work. The stage's folder exists and holds nothing but what an earlier attempt had
   * finished of it, see {@link StagePieces}; {@link StageRunner} writes the manifest once this
   * returns.
   *
   * @throws DesistException for what a user can act on
   */
  void run(RunContext context);

  /**
   * Why the run may not go on after the stage, judged by what the complete stage left; empty when
   * it may. A stage that refuses is worked again when the run is resumed.
   */
  default Optional<DesistException> refusal(RunContext context) {
    return Optional.empty();
  }

  /** A stage that reads many files: before its {@link #run}, part by part, side by side. */
  interface Parted extends Stage {
    /**
     * The parts, those that take longest first. Planned anew in every process: a part that an
     * earlier attempt finished says so when it is worked.
     */
    List<Part> parts(RunContext context);

    /** How many parts may be worked at the same time, at least 1; asked after {@link #parts}. */
    int partsAtOnce(RunContext context);
  }

  /** One of the parts of a stage. */
  interface Part {
    /** Unique in the stage and the same in every process, such as {@code pnc_person-00000}. */
    String name();

    /**
     * Does the part, unless it is whole already.
     *
     * @return whether there was anything to do
     */
    boolean work(RunContext context);
  }
}
