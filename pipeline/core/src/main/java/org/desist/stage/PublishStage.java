// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.util.Map;
import org.desist.guard.GuardTable;
import org.desist.model.SqlModel;
import org.desist.publish.CurrentVersion;
import org.desist.publish.VersionManifest;
import org.desist.publish.VersionWriter;
import org.desist.run.Folders;
import org.desist.run.RunContext;
import org.desist.run.Stage;
import org.desist.run.Versions;

/**
 * Makes the marts a version and swaps the pointer, last, unless readers see a later snapshot.
 * Killed before the swap, readers see the old version; after it, the new one; run again, it ends in
 * the same place.
 */
final class PublishStage implements Stage {
  static final String NAME = "publish";
  private static final SqlModel.Mart GUARD = new SqlModel.Mart(GuardTable.NAME, false);

  private final Session session;

  PublishStage(Session session) {
    this.session = session;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** None before it begins: each file is checked when it is in its place in the version. */
  @Override
  public boolean reads(String table) {
    return false;
  }

  @Override
  public void run(RunContext context) {
    Versions versions = context.versions();
    Map<SqlModel.Mart, Path> marts = session.catalog().marts(context.folder());
    marts.put(GUARD, context.folder().stage(GuardStage.NAME).resolve(GuardTable.NAME));
    context.progress().started(NAME, marts.size(), "marts");
    Path version = versions.folder(context.runId());
    if (versions.has(context.runId()) && !VersionManifest.isWhole(version)) {
      // Changed since an attempt that was killed: what it is made of was checked on resuming.
      Folders.delete(version);
    }
    if (!versions.has(context.runId())) {
      try (VersionWriter writer =
          new VersionWriter(context.folder(), versions.draft(context.runId()))) {
        marts.forEach(
            (mart, files) -> {
              writer.add(mart, files);
              context.progress().advanced(NAME, writer.count());
            });
        writer.finish(
            context.runId(),
            context.settings(),
            session.method(),
            session.engine(context).version());
      }
    }
    versions.finish(context.runId());
    boolean isSeen = show(context);
    context
        .progress()
        .finished(
            NAME, marts.size() + " marts" + (isSeen ? "" : ", beside the version readers see"));
  }

  private static boolean show(RunContext context) {
    CurrentVersion current = CurrentVersion.below(context.settings().out());
    if (context.settings().makesCurrent()) {
      current.force(context.runId(), context.progress()::note);
      return true;
    }
    return current.offer(
        context.runId(), context.settings().input().snapshot(), context.progress()::note);
  }
}
