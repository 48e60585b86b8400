// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.desist.jobs.SmallWorld.FIRST;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.desist.publish.VersionManifest;
import org.desist.run.Versions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The small world under the languages of other machines: with other digits, another calendar, an i
 * without a dot, another day's date and no writing but ASCII. All must publish the same rows under
 * the same name and say the same words.
 */
class LocaleTest {
  @TempDir Path folder;

  @Test
  void languageAndTimeZoneOfAMachineChangeNothing() throws Exception {
    SmallWorld world = SmallWorld.in(folder);
    Answer plain = run(world, "plain", Map.of(), "-Duser.timezone=UTC");

    assertThat(
            List.of(
                run(
                    world,
                    "egypt",
                    Map.of("LC_ALL", "ar_EG.UTF-8"),
                    "-Duser.language=ar",
                    "-Duser.country=EG",
                    "-Duser.timezone=Pacific/Apia"),
                run(
                    world,
                    "thailand",
                    Map.of("LC_ALL", "C", "TZ", "America/Adak"),
                    "-Duser.language=th",
                    "-Duser.country=TH",
                    "-Duser.variant=TH",
                    "-Dfile.encoding=US-ASCII"),
                run(
                    world,
                    "turkey",
                    Map.of("LC_ALL", "tr_TR.UTF-8", "TZ", "Asia/Kathmandu"),
                    "-Duser.language=tr",
                    "-Duser.country=TR")))
        .containsOnly(plain);
  }

  /** What a run came to. */
  private record Answer(String contentHash, List<String> words) {}

  private Answer run(
      SmallWorld world, String name, Map<String, String> environment, String... options)
      throws Exception {
    Path out = folder.resolve(name);
    List<String> command = new ArrayList<>(List.of(Child.javaCommand()));
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of(options));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    command.addAll(
        world.run(
            out,
            SmallWorld.extracts(),
            "2019-06-30",
            "--from",
            "2017-04-01",
            "--to",
            "2017-04-01"));
    Path log = folder.resolve(name + ".log");
    try (Child child = Child.start(log, command, environment)) {
      assertThat(child.exit()).as(child::log).isZero();
    }
    assertThat(Versions.below(out).current()).contains(FIRST);
    List<String> words =
        Files.readString(log)
            .replace(out.toString(), "OUT")
            .replaceAll("\\([0-9.]+ (s|min [0-9]+ s)\\)|in [0-9.]+ (s|min [0-9]+ s)", "")
            .lines()
            .toList();
    assertThat(words).isNotEmpty();
    return new Answer(VersionManifest.read(Versions.below(out).folder(FIRST)).contentHash(), words);
  }
}
