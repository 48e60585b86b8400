// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.desist.correction.Corrections;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.method.Retention;
import org.desist.publish.RequestMarts;
import org.desist.run.DiskUse;
import org.desist.run.Folders;

/**
 * What has reached the end of its retention period below an output folder. Looking changes nothing.
 */
public final class PrunePlan {
  private final Path out;
  private final Retention retention;
  private final RunHistory history;
  private final LocalDate today;
  private final DiskUse disk = new DiskUse();

  private PrunePlan(Path out, Retention retention, RunHistory history, LocalDate today) {
    this.out = out;
    this.retention = retention;
    this.history = history;
    this.today = today;
  }

  /** Everything to be deleted today, by kind and name. */
  public static List<Item> of(Path out, Retention retention, RunHistory history, Clock clock) {
    return new PrunePlan(out, retention, history, LocalDate.now(clock)).items();
  }

  private List<Item> items() {
    List<Item> items = new ArrayList<>(leftovers());
    VersionLives versions = VersionLives.of(out, retention, today);
    versions
        .outlived()
        .forEach((run, why) -> items.add(item(Item.Kind.VERSION, run, version(run), why)));
    RunLives runs = new RunLives(out, retention, history, today);
    Set<String> left = new TreeSet<>(versions.kept());
    for (String run : Folders.names(out.resolve("runs"))) {
      runs.outlived(run)
          .ifPresentOrElse(
              why -> items.add(item(Item.Kind.RUN, run, List.of(runs.folder(run)), why)),
              () -> left.add(run));
    }
    RequestLives requests = new RequestLives(out, retention, today);
    for (String request : requests.names()) {
      requests
          .outlived(request)
          .ifPresent(
              why -> items.add(item(Item.Kind.REQUEST, request, requests.folders(request), why)));
    }
    items.addAll(corrections(left));
    return items;
  }

  private List<Path> version(String run) {
    return List.of(out.resolve("versions").resolve(run));
  }

  /** Corrections go with the last version and the last run of their snapshot. */
  private List<Item> corrections(Set<String> left) {
    List<Item> items = new ArrayList<>();
    Set<String> known = new TreeSet<>();
    history.runs().forEach(run -> known.add(run.id()));
    if (!known.containsAll(left)) {
      // Which files a run read that the history has forgotten nobody can say: they may be these.
      return items;
    }
    List<String> contents = left.stream().map(history::extractsFingerprint).toList();
    Path root = Corrections.folder(out);
    for (String date : Folders.names(root)) {
      for (String content : Folders.names(root.resolve(date))) {
        if (contents.stream().noneMatch(whole -> whole.startsWith(content))) {
          items.add(
              item(
                  Item.Kind.CORRECTIONS,
                  date + "/" + content,
                  List.of(root.resolve(date).resolve(content)),
                  "no version and no run of its snapshot is left"));
        }
      }
    }
    return items;
  }

  private List<Item> leftovers() {
    List<Path> parents =
        new ArrayList<>(
            List.of(
                out.resolve("versions"),
                out.resolve("runs"),
                RequestMarts.folder(out),
                RequestMarts.restricted(out)));
    Path corrections = Corrections.folder(out);
    Folders.names(corrections).forEach(date -> parents.add(corrections.resolve(date)));
    List<Item> items = new ArrayList<>();
    for (Path parent : parents) {
      for (Path folder : Trash.leftIn(parent)) {
        items.add(
            item(
                Item.Kind.LEFTOVER,
                out.relativize(folder).toString(),
                List.of(folder),
                "left by a process that was killed while it deleted or judged here, unless one is at work"));
      }
    }
    items.sort(Comparator.comparing(Item::name));
    return items;
  }

  private Item item(Item.Kind kind, String name, List<Path> folders, String why) {
    return new Item(kind, name, folders, folders.stream().mapToLong(disk::bytes).sum(), why);
  }
}
