// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.Locale;
import org.desist.generate.Generator;
import org.desist.generate.GeneratorSettings;
import org.desist.generate.GeneratorSettings.GeneratorFormat;
import org.desist.run.ProgressListener;

/** Invented extracts by the library's generator of criminal careers. */
public final class CareerGenerator implements SampleGenerator {
  private static final String STAGE = "generate";

  @Override
  public Path generate(Request request, ProgressListener progress) {
    GeneratorSettings settings =
        new GeneratorSettings(
            request.persons(),
            request.seed(),
            GeneratorFormat.valueOf(request.format().toUpperCase(Locale.ROOT)),
            request.snapshot(),
            request.out(),
            request.threads());
    progress.started(STAGE, request.persons(), "persons");
    Generator.of(settings, request.participants())
        .generate((persons, total) -> progress.advanced(STAGE, persons));
    progress.finished(STAGE, String.format(Locale.ROOT, "%,d persons", request.persons()));
    return settings.snapshotFolder();
  }
}
