// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.answer.AnswerFile;
import org.desist.answer.Synthesis;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.report.SynthesisPage;
import org.desist.jobs.report.TextSynthesis;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist synthesis}. */
@Command(
    name = "synthesis",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Takes the one-year rates of several answered requests together: the mean difference, where a further programme would plausibly lie, and how much programmes differ.",
      "Only results that are shown and were tested are pooled; the others are named, with the reason."
    },
    footer = {
      "",
      "Examples:",
      "  desist synthesis",
      "  desist synthesis var/requests/clear-thinking var/requests/ready-hands --to-file both.html"
    })
final class SynthesisCommand implements Runnable {
  private static final String ANSWER = "answer.json";
  private static final String PAGE = "synthesis.html";

  @Parameters(
      arity = "0..*",
      paramLabel = "FOLDER",
      description = "Answered requests, or folders of them (default: OUT/requests).")
  List<Path> named;

  @Mixin OutOption outOption;

  @Option(
      names = "--to-file",
      paramLabel = "FILE",
      description =
          "File for the page (default: synthesis.html in the folder when there is one, else here).")
  Path toFile;

  private final Console console;

  SynthesisCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    List<Path> folders = named == null ? List.of(outOption.out.resolve("requests")) : named;
    Synthesis synthesis =
        Synthesis.of(
            folders.stream()
                .flatMap(folder -> answers(folder).stream())
                .map(AnswerFile::read)
                .toList());
    if (synthesis.pooled() == null) {
      throw tooFew(synthesis);
    }
    Path page = page(folders);
    SynthesisPage.write(synthesis, page);
    if (console.isJson()) {
      console.event(
          "pooled",
          Map.of("requests", synthesis.studies().size(), "left_out", synthesis.leftOut().size()));
    }
    TextSynthesis.print(synthesis, console.out());
    console.out().println();
    console.out().println("The page: " + page);
    console.out().flush();
  }

  /** The answer of a request, or those of the requests in the folder, by name. */
  private static List<Path> answers(Path folder) {
    if (Files.isRegularFile(folder.resolve(ANSWER))) {
      return List.of(folder.resolve(ANSWER));
    }
    List<Path> answers = List.of();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> requests = Files.list(folder)) {
        answers =
            requests
                // Beside an answer lies what is at work on it, under the same name with a dot.
                .filter(request -> !request.getFileName().toString().startsWith("."))
                .map(request -> request.resolve(ANSWER))
                .filter(Files::isRegularFile)
                .sorted()
                .toList();
      } catch (IOException e) {
        throw new DesistException(
            ErrorCode.STORAGE,
            "Cannot look for answers in %s: %s. Check that the folder may be read."
                .formatted(folder, e.getMessage()),
            e);
      }
    }
    if (answers.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot find an answered request in %s: there is no %s in it, nor in a folder of it. Answer requests first, with: desist compare REQUEST"
              .formatted(folder, ANSWER));
    }
    return answers;
  }

  private static DesistException tooFew(Synthesis synthesis) {
    String leftOut =
        synthesis.leftOut().stream()
            .map(one -> " %s: %s".formatted(one.request(), one.reason()))
            .collect(Collectors.joining());
    return new DesistException(
        ErrorCode.NOT_ESTIMABLE,
        String.format(
            Locale.ROOT,
            "Cannot pool %d of %d requests: at least two need a one-year rate that is shown and was tested.%s Give the folders of more answered requests.",
            synthesis.studies().size(),
            synthesis.studies().size() + synthesis.leftOut().size(),
            leftOut));
  }

  private Path page(List<Path> folders) {
    if (toFile != null) {
      return toFile;
    }
    return folders.size() == 1 ? folders.get(0).resolve(PAGE) : Path.of(PAGE);
  }
}
