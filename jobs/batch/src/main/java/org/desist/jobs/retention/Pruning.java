// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.inquiry.RequestFolder;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.repository.JobsPlace;
import org.desist.method.Retention;
import org.desist.publish.MartCatalog;
import org.desist.run.OutLock;
import org.desist.run.Versions;

/**
 * Deletes what retention periods no longer keep, as the one process at work in an output folder.
 */
public final class Pruning {
  /** Its name below the output folder. */
  public static final String LOG = "pruned.log";

  private final Path out;
  private final JobsPlace jobs;
  private final Retention retention;
  private final Clock clock;

  /** In an output folder whose history is kept there, by a method's lives. */
  public Pruning(Path out, JobsPlace jobs, Retention retention, Clock clock) {
    this.out = out;
    this.jobs = jobs;
    this.retention = retention;
    this.clock = clock;
  }

  /**
   * Deletes. Killed at any moment, each thing is there as a whole or out of sight; the next pruning
   * clears what is out of sight.
   *
   * @param done told of each thing that is gone
   * @throws DesistException LOCKED when a run is at work
   */
  public List<Item> run(Consumer<Item> done) {
    OutLock lock = OutLock.take(out, clock);
    try {
      RequestFolder.adoptEarlier(out);
      List<Item> items = PrunePlan.of(out, retention, RunHistory.read(jobs, out), clock);
      for (Item item : items) {
        // Written down first: what is gone without a word would be worse than a word too many.
        log(item);
        item.folders().forEach(Trash::delete);
        done.accept(item);
      }
      if (items.stream().anyMatch(item -> item.kind() == Item.Kind.REQUEST)) {
        refreshCatalog();
      }
      return items;
    } finally {
      lock.close();
    }
  }

  /** The marts over all requests have lost files. */
  private void refreshCatalog() {
    Versions versions = Versions.below(out);
    versions.current().ifPresent(run -> MartCatalog.refresh(out, versions.folder(run)));
  }

  private void log(Item item) {
    String line =
        String.format(
            Locale.ROOT,
            "%s %s %s, %d bytes: %s%n",
            clock.instant().truncatedTo(ChronoUnit.SECONDS),
            item.kind().label(),
            item.name(),
            item.bytes(),
            item.why());
    try {
      Files.writeString(
          out.resolve(LOG),
          line,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write %s: %s. Nothing more is deleted: make room, then prune again."
              .formatted(out.resolve(LOG), e.getMessage()),
          e);
    }
  }
}
