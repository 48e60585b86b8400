// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.generate.Generator;
import org.desist.generate.GeneratorSettings;
import org.desist.generate.GeneratorSettings.GeneratorFormat;
import org.desist.generate.GeneratorSettings.ParticipantListSettings;
import org.desist.run.ProgressListener;

/** Invented extracts by the library's generator of criminal careers. */
public final class CareerGenerator implements SampleGenerator {
  private static final String STAGE = "generate";

  @Override
  public Path generate(Request request, ProgressListener progress) {
    try {
      return made(request, progress);
    } catch (NoClassDefFoundError e) {
      // An installation for nightly runs leaves the generator's archive out.
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot make people up: this installation has no folder samples beside desist.jar. Copy it there from the build, or use another installation.",
          e);
    }
  }

  private static Path made(Request request, ProgressListener progress) {
    GeneratorSettings settings =
        new GeneratorSettings(
            request.persons(),
            request.seed(),
            GeneratorFormat.valueOf(request.format().toUpperCase(Locale.ROOT)),
            request.snapshot(),
            request.out(),
            request.threads());
    progress.started(STAGE, request.persons(), "persons");
    Generator.of(settings, new ParticipantListSettings(request.services(), request.typingErrors()))
        .generate((persons, total) -> progress.advanced(STAGE, persons));
    progress.finished(STAGE, String.format(Locale.ROOT, "%,d persons", request.persons()));
    return settings.snapshotFolder();
  }
}
