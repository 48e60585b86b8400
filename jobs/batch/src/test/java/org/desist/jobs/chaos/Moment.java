// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A moment in a run: a stage has begun so many of the files that it writes.
 *
 * @param stage its name
 * @param files how many, 0 when it has only begun
 * @param of how many it writes in all
 */
record Moment(String stage, int files, int of) {
  /** Whether a run has come so far, or farther. */
  boolean isReached(Path run) {
    Path folder = run.resolve(stage);
    return Files.isDirectory(folder) && files(folder) >= files;
  }

  /** The files below a folder; one that is being deleted has those that are left. */
  static int files(Path folder) {
    try (Stream<Path> walk = Files.walk(folder)) {
      return (int) walk.filter(path -> path.toString().endsWith(".parquet")).count();
    } catch (NoSuchFileException e) {
      return 0;
    } catch (UncheckedIOException e) {
      return 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%s %d/%d", stage, files, of);
  }
}
