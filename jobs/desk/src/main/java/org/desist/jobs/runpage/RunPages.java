// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.desist.run.Folders;

/**
 * The folder {@code OUT/pages}: {@code RUN.html} and {@code RUN.json}, and the same again as {@code
 * latest.html} and {@code latest.json}. A page is replaced at each attempt, whole or not at all.
 */
public final class RunPages {
  private static final String LATEST = "latest";

  private final Path folder;

  private RunPages(Path folder) {
    this.folder = folder;
  }

  /** The pages of an output folder; nothing is created. */
  public static RunPages below(Path out) {
    return new RunPages(out.resolve("pages"));
  }

  /**
   * Writes a page and makes it the latest.
   *
   * @throws org.desist.error.DesistException STORAGE when the disk refuses
   */
  public void write(RunPage page) {
    write(page.name(), page);
    write(LATEST, page);
  }

  /** Writes a page beside the latest one, which belongs to a run at work. */
  public void writeAside(RunPage page) {
    write(page.name(), page);
  }

  /** Where the page of a run is for a browser. */
  Path file(String name) {
    return folder.resolve(name + ".html");
  }

  private void write(String name, RunPage page) {
    Folders.createOpen(folder);
    put(name + ".json", PageJson.render(page));
    put(name + ".html", PageHtml.render(page));
  }

  private void put(String name, String text) {
    Folders.replaceOpen(folder.resolve(name), text);
  }

  /** A page as it was written; empty when there is none of that name. */
  public Optional<RunPage> read(String name) {
    Path file = folder.resolve(name + ".json");
    return Files.isRegularFile(file) ? Optional.of(PageJson.read(file)) : Optional.empty();
  }
}
