// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.desist.method.MethodFile;
import org.desist.method.MethodLint;
import org.desist.method.MethodWords;
import org.desist.method.MethodWords.Difference;
import org.desist.method.MethodWords.Sentence;
import org.desist.text.Visible;
import org.desist.yaml.YamlFault;

/** Method files on a terminal. */
public final class MethodScreen {
  private MethodScreen() {}

  /**
   * A method in plain English, where it differs from the built-in one, and what contradicts itself.
   */
  public static void say(Path file, PrintWriter screen) {
    List<Difference> own = MethodWords.between(Path.of("moj-2017"), file);
    screen.println("The method " + line(MethodFile.read(file).method()));
    String heading = "";
    for (Sentence sentence : MethodWords.of(file)) {
      if (!sentence.heading().equals(heading)) {
        heading = sentence.heading();
        screen.println();
        screen.println(heading);
      }
      screen.println("  " + line(sentence.text()));
      own.stream()
          .filter(difference -> sentence.settings().contains(difference.setting()))
          .forEach(
              difference ->
                  screen.println(
                      "    moj-2017 has %s %s"
                          .formatted(difference.setting(), line(difference.left()))));
    }
    screen.println();
    findings(MethodLint.of(file), screen);
    screen.flush();
  }

  /** Two methods, setting by setting. */
  public static void diff(Path left, Path right, PrintWriter screen) {
    List<Difference> differences = MethodWords.between(left, right);
    String leftName = line(MethodFile.read(left).method());
    String rightName = line(MethodFile.read(right).method());
    for (Difference difference : differences) {
      screen.println(difference.setting());
      screen.println(
          "  %s, in %s: %s".formatted(line(difference.left()), leftName, line(difference.said())));
      screen.println(
          "  %s, in %s: %s"
              .formatted(line(difference.right()), rightName, line(difference.saidRight())));
    }
    screen.println(
        differences.isEmpty()
            ? "No setting differs."
            : MethodFile.fingerprint(left).equals(MethodFile.fingerprint(right))
                ? "No figure hangs on any of it: both are the same method."
                : "Settings that differ: %s. Figures of the two are not the same figures."
                    .formatted(differences.size()));
    screen.flush();
  }

  /** What contradicts itself, a line each. */
  public static void findings(List<YamlFault> findings, PrintWriter screen) {
    screen.println(
        findings.isEmpty() ? "No setting contradicts another." : "What contradicts itself");
    findings.forEach(finding -> screen.println("  " + finding.sentence()));
    screen.flush();
  }

  private static String line(String text) {
    return Visible.line(text);
  }
}
