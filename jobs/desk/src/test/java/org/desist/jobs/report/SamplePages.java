// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.desist.answer.Synthesis;

/** Writes the sample pages into a folder, for the browser test and for looking at. */
final class SamplePages {
  private SamplePages() {}

  public static void main(String... arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    Files.createDirectories(folder);
    HtmlReport.write(SampleAnswers.normal(), folder.resolve("normal.html"));
    HtmlReport.write(SampleAnswers.inconclusive(), folder.resolve("inconclusive.html"));
    HtmlReport.write(SampleAnswers.sealed(), folder.resolve("sealed.html"));
    HtmlReport.write(SampleAnswers.overridden(), folder.resolve("overridden.html"));
    HtmlReport.write(SampleAnswers.tooFew(), folder.resolve("too-few.html"));
    HtmlReport.write(SampleAnswers.extreme(), folder.resolve("extreme.html"));
    SynthesisPage.write(
        Synthesis.of(
            List.of(
                SampleAnswers.normal(),
                SampleAnswers.inconclusive(),
                SampleAnswers.overridden(),
                SampleAnswers.tooFew())),
        folder.resolve("synthesis.html"));
  }
}
