// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.desist.run.ProgressListener;

/** Writes down which stages begin, and looks at what there is on disk. */
final class RequestWitness implements ProgressListener {
  private final Path working;
  final List<String> started = new ArrayList<>();
  final List<String> tables = new ArrayList<>();
  final List<String> hashesBeforeOutcomes = new ArrayList<>();

  RequestWitness(Path working) {
    this.working = working;
  }

  void look() {
    tables.clear();
    try (Stream<Path> folders = Files.list(working.resolve("work"))) {
      folders.forEach(folder -> tables.add(folder.getFileName().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void started(String stage, long total, String unit) {
    started.add(stage);
    if (stage.equals("outcome")) {
      hashesBeforeOutcomes.addAll(AnswerTest.text(working.resolve("protocols")).lines().toList());
    }
  }

  @Override
  public void advanced(String stage, long done) {
    // What has begun is enough.
  }

  @Override
  public void finished(String stage, String summary) {
    // What has begun is enough.
  }

  @Override
  public void note(String text) {
    // Nothing is noted of interest here.
  }
}
