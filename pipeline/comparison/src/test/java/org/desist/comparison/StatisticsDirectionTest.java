// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Statistics know nothing of extracts: matching and linkage take arrays and lists, so that others
 * can use them on data of their own, and a change of a file format cannot move an estimate.
 */
class StatisticsDirectionTest {
  private static final Pattern NAME =
      Pattern.compile("\\b(?:java|javax|org|com|de|tools)(?:\\.[a-z0-9_]+)+\\.[A-Z]\\w*");

  @Test
  void matchingKnowsNumbersAndErrorsOnly() throws IOException {
    assertThat(strangers("comparison", List.of("java.", "org.hipparchus.", "org.desist.error.")))
        .as("what org.desist.comparison may not know; hand it arrays instead")
        .isEmpty();
  }

  @Test
  void linkageKnowsNamesAndErrorsOnly() throws IOException {
    assertThat(
            strangers(
                "linkage",
                List.of(
                    "java.",
                    "org.apache.commons.codec.",
                    "org.desist.error.",
                    // How a name is made comparable is one rule for police ids and lists.
                    "org.desist.identity.NameNormaliser")))
        .as("what org.desist.linkage may not know; hand it a list of people instead")
        .isEmpty();
  }

  /** Names of types in the sources of a package that are neither its own nor allowed. */
  private static Set<String> strangers(String own, List<String> allowed) throws IOException {
    Set<String> strangers = new TreeSet<>();
    try (Stream<Path> files = Files.list(Path.of("src/main/java/org/desist").resolve(own))) {
      for (Path file : files.toList()) {
        Matcher names = NAME.matcher(Files.readString(file));
        while (names.find()) {
          String name = names.group();
          if (!name.startsWith("org.desist." + own + ".")
              && allowed.stream().noneMatch(name::startsWith)) {
            strangers.add(file.getFileName() + ": " + name);
          }
        }
      }
    }
    return strangers;
  }
}
