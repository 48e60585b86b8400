// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.generate.Generator;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.GeneratorSettings;
import org.desist.generate.GeneratorSettings.ParticipantListSettings;
import org.desist.linkage.LinkQuality;
import org.desist.linkage.Linkage;
import org.desist.linkage.Linkage.LinkDecision;
import org.desist.linkage.LinkageSettings;
import org.desist.linkage.ThresholdTable;
import org.desist.participant.ParticipantFile.Participants;
import org.desist.participant.ParticipantLinks.LinkRule;
import org.desist.participant.ParticipantLinks.ParticipantLink;
import org.desist.stage.LinkedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * How good the links of a generated world are, one field in twenty mistyped. The tables are left in
 * {@code target/linkage-quality/}; {@code -Ddesist.linkage.persons=50000} makes those of
 * docs/linking.md.
 */
class ParticipantQualityTest {
  private static final int PERSONS = Integer.getInteger("desist.linkage.persons", 12_000);
  private static final LocalDate SNAPSHOT = LocalDate.of(2021, 12, 31);
  private static final List<Double> THRESHOLDS =
      List.of(-10.0, -5.0, -2.0, 0.0, 2.0, 4.0, 6.0, 8.0, 10.0, 12.0);

  @TempDir(cleanup = CleanupMode.ALWAYS)
  static Path folder;

  private static LinkedWorld world;
  private static Participants participants;
  private static Map<Integer, String> truth;

  @BeforeAll
  static void generate() {
    GeneratorSettings settings = GeneratorSettings.of(PERSONS, 2016, folder.resolve("world"));
    Generator.of(settings, new ParticipantListSettings(List.of("community-payback"), 0.05))
        .generate(GenerateListener.silent());
    world = LinkedWorld.onDuckDb(settings.snapshotFolder(), SNAPSHOT, folder.resolve("out"));
    Path list = settings.participantFolder().resolve("participants-community-payback.csv");
    participants = ParticipantFile.read(list, SNAPSHOT);
    truth = LinkedLists.truth(list);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  @Test
  void allRulesTogether() throws IOException {
    LinkageSettings usual = LinkageSettings.usual();
    ParticipantLinks links =
        ParticipantLinker.link(world.engine(), world.catalog(), world.work(), participants, usual);
    assertThat(links.countsByRule().values()).allSatisfy(n -> assertThat(n).isPositive());

    Map<Integer, String> found = new HashMap<>();
    Set<Integer> open = new HashSet<>();
    for (ParticipantLink link : links.rows()) {
      if (link.rule() == LinkRule.SCORED || !link.isLinked()) {
        open.add(link.row());
      } else {
        found.put(link.row(), link.pncId());
      }
    }
    Scoring scoring =
        ParticipantLinker.score(
            world.engine(), world.catalog(), world.work(), participants.usable(), usual);
    List<ThresholdTable.Row> rows = new ArrayList<>();
    for (double threshold : THRESHOLDS) {
      Map<Integer, String> all = new HashMap<>(found);
      scoring.decide(usual.at(threshold, usual.margin()), open::contains).values().stream()
          .filter(LinkDecision::linked)
          .forEach(d -> all.put(Integer.valueOf(d.id()), d.candidate()));
      rows.add(new ThresholdTable.Row(threshold, quality(all)));
    }
    keep("generated-all-rules", new ThresholdTable(rows));

    links.rows().stream()
        .filter(ParticipantLink::isLinked)
        .forEach(link -> found.put(link.row(), link.pncId()));
    LinkQuality quality = quality(found);
    assertThat(quality.precision()).isGreaterThanOrEqualTo(0.995);
    assertThat(quality.recall()).isGreaterThanOrEqualTo(0.97);
    // What the table says of the usual threshold is what linking did.
    assertThat(rows).contains(new ThresholdTable.Row(usual.threshold(), quality));
  }

  /** Every fourth row lacks a name, the forenames, the date of birth or the sex, in turn. */
  @Test
  void aRowMayMissOneField() throws IOException {
    Path list = folder.resolve("missing.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(participants.file()));
    for (int line = 1; line < lines.size(); line += 4) {
      // A row with quotes has commas in its values.
      if (!lines.get(line).contains("\"")) {
        String[] values = lines.get(line).split(",", -1);
        values[1 + line / 4 % 4] = "";
        lines.set(line, String.join(",", values));
      }
    }
    Participants missing = ParticipantFile.read(Files.write(list, lines), SNAPSHOT);
    Set<Integer> usable = new HashSet<>();
    missing.usable().forEach(one -> usable.add(one.row()));
    ParticipantLinks links =
        ParticipantLinker.link(
            world.engine(), world.catalog(), world.work(), missing, LinkageSettings.usual());
    int found = 0;
    int correct = 0;
    for (ParticipantLink link : links.rows()) {
      found += link.isLinked() ? 1 : 0;
      correct += link.isLinked() && link.pncId().equals(truth.get(link.row())) ? 1 : 0;
    }
    long meant = truth.keySet().stream().filter(usable::contains).count();
    LinkQuality quality = new LinkQuality(found, correct, (int) meant);
    keep(
        "generated-missing-fields",
        new ThresholdTable(List.of(new ThresholdTable.Row(2, quality))));
    assertThat(quality.precision()).isGreaterThanOrEqualTo(0.995);
    assertThat(quality.recall()).isGreaterThanOrEqualTo(0.97);
  }

  /**
   * Of people who come more than once the first row only: the score finds nobody twice. Written ids
   * link nobody here and are only compared.
   */
  @Test
  void theScoreAlone() throws IOException {
    Set<String> seen = new HashSet<>();
    List<Participant> once =
        participants.rows().stream()
            .filter(one -> !truth.containsKey(one.row()) || seen.add(truth.get(one.row())))
            .toList();
    Map<String, String> meant = new HashMap<>();
    once.stream()
        .filter(one -> truth.containsKey(one.row()))
        .forEach(one -> meant.put(Integer.toString(one.row()), truth.get(one.row())));
    Linkage linkage =
        ParticipantLinker.score(
                world.engine(),
                world.catalog(),
                world.work(),
                once.stream().filter(Participant::isUsable).toList(),
                LinkageSettings.usual())
            .linkage();
    keep(
        "generated-score-alone",
        ThresholdTable.of(linkage, meant, THRESHOLDS, LinkageSettings.usual().margin()));
    LinkQuality quality = ThresholdTable.quality(linkage.decide(2, 3, row -> true), meant);
    assertThat(quality.precision()).isGreaterThanOrEqualTo(0.995);
    assertThat(quality.recall()).isGreaterThanOrEqualTo(0.95);
  }

  /** Of everybody on the list whom the police know, also in rows that cannot be read. */
  private static LinkQuality quality(Map<Integer, String> found) {
    int correct = 0;
    for (Map.Entry<Integer, String> link : found.entrySet()) {
      correct += link.getValue().equals(truth.get(link.getKey())) ? 1 : 0;
    }
    return new LinkQuality(found.size(), correct, truth.size());
  }

  private static void keep(String name, ThresholdTable table) throws IOException {
    Path target = Files.createDirectories(Path.of("target", "linkage-quality"));
    Files.writeString(target.resolve(name + ".md"), table.markdown());
  }
}
