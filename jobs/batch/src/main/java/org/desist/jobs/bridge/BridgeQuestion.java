// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bridge;

import java.nio.file.Path;
import java.util.List;
import org.desist.bridge.Bridge;
import org.desist.bridge.Bridge.Bridged;
import org.desist.bridge.Bridge.BridgedRun;
import org.desist.bridge.CellBridge;
import org.desist.bridge.Movement;
import org.desist.bridge.ShownMovement;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.query.CellSelection;
import org.desist.jobs.query.Query;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.repository.JobsPlace;
import org.desist.method.MethodFile;
import org.desist.publish.VersionManifest;
import org.desist.text.FigureText;

/**
 * Which figures, between which versions, shown how.
 *
 * @param out output folder of runs
 * @param jobs where the history of its runs is kept
 * @param from run of the earlier version
 * @param to run of the later version
 * @param mart the mart whose figures moved
 * @param where condition that picks its rows, or null for the headline
 * @param places decimal places of figures and points, 0 or more
 * @param area whether small counts may be shown
 */
public record BridgeQuestion(
    Path out,
    JobsPlace jobs,
    String from,
    String to,
    String mart,
    String where,
    int places,
    Query.Area area) {
  private static final String MART = "reoffending_rate";
  private static final int MOST_CELLS = 20;

  /**
   * Asks.
   *
   * @param bridge does the work
   */
  public BridgeAnswer ask(Bridge bridge) {
    check();
    RunHistory history = RunHistory.read(jobs, out);
    int smallest = Math.max(smallest(history, from), smallest(history, to));
    BridgedRun earlier = BridgedRun.of(out, from);
    BridgedRun later = BridgedRun.of(out, to);
    VersionManifest before = VersionManifest.read(earlier.version());
    VersionManifest after = VersionManifest.read(later.version());
    // Dates in ISO form sort as they follow each other.
    if (before.snapshot().compareTo(after.snapshot()) > 0) {
      throw bad(
          "Cannot bridge back in time: the snapshot of %s is %s and that of %s is %s. Swap --from and --to."
              .formatted(from, before.snapshot(), to, after.snapshot()));
    }
    CellSelection selection = select();
    Bridged bridged = bridge.of(earlier, later, selection.cells());
    return new BridgeAnswer(
        before,
        after,
        bridged.cells().stream()
            .map(cell -> new BridgeAnswer.Part(cell, shown(cell, smallest)))
            .toList(),
        selection.withheld(),
        selection.onlyEarlier(),
        selection.onlyLater(),
        bridged.singles());
  }

  private void check() {
    if (!mart.equals(MART)) {
      throw bad(
          "Cannot bridge the mart %s: only %s can be bridged, the mart that other rates are taken from."
              .formatted(mart, MART));
    }
    if (from.equals(to)) {
      throw bad("Cannot bridge from %s to itself: name two runs.".formatted(from));
    }
  }

  private static int smallest(RunHistory history, String run) {
    return MethodFile.read(history.run(run).settings().files().method())
        .disclosure()
        .smallestCount();
  }

  private CellSelection select() {
    CellSelection selection =
        where == null
            ? CellSelection.headline(out, from, to, area)
            : CellSelection.where(out, from, to, area, where);
    if (selection.cells().size() > MOST_CELLS) {
      throw bad(
          FigureText.text(
              "Cannot bridge %,d figures at a time: at most %d. Pick fewer with --where, such as one cohort and one breakdown.",
              selection.cells().size(), MOST_CELLS));
    }
    if (selection.cells().isEmpty()) {
      throw bad(
          FigureText.text(
              "Cannot bridge: no row that is asked for has a rate in both versions (%,d are withheld, %,d are only in %s, %,d only in %s). %s",
              selection.withheld().size(),
              selection.onlyEarlier(),
              from,
              selection.onlyLater(),
              to,
              area == Query.Area.PUBLISHED
                  ? "Pick others with --where, or see withheld ones with --restricted."
                  : "Pick others with --where: see the cohorts of each run with desist show"
                      + " RUN."));
    }
    return selection;
  }

  private List<ShownMovement> shown(CellBridge cell, int smallest) {
    return cell.movements().stream().map(movement -> shown(movement, smallest)).toList();
  }

  private ShownMovement shown(Movement movement, int smallest) {
    return switch (area) {
      case PUBLISHED -> ShownMovement.publishable(movement, places, smallest);
      case RESTRICTED -> ShownMovement.whole(movement, places);
    };
  }

  private static DesistException bad(String message) {
    return new DesistException(ErrorCode.BAD_ARGUMENT, message);
  }
}
