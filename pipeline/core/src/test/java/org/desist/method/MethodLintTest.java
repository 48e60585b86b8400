// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.desist.ProjectFolder;
import org.desist.yaml.YamlFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a method file cannot mean, though each of its settings is allowed. */
class MethodLintTest {
  @TempDir private Path folder;

  private List<YamlFault> findings(String yaml) throws IOException {
    return MethodLint.of(
        Files.writeString(folder.resolve("own.yaml"), "method: own\n" + yaml + "\n"));
  }

  static Stream<Path> shipped() throws IOException {
    try (Stream<Path> files = Files.walk(ProjectFolder.file("data-samples"))) {
      return Stream.concat(
          MethodFile.shipped().stream().map(Path::of),
          files.filter(file -> file.endsWith("method.yaml")).toList().stream());
    }
  }

  @ParameterizedTest
  @MethodSource("shipped")
  void noMethodOfTheProjectContradictsItself(Path method) {
    assertThat(MethodLint.of(method)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "score: ogrs4g | ",
        "local_adult: {months: 4} | local_adult.months = 4: the window is a quarter",
        "local_adult: {months: 3} | ",
        "local_adult: {proof_months: 0} | local_adult.proof_months = 0: an offence of the last day",
        "proof_months: 0 | proof_months = 0: an offence of the last day of follow-up",
        "proof_months: 18 | proof_months = 18: proof_months, 18, come on top of follow_up_months, 12, which makes 30: if 18 in all were meant, proof_months is 6",
        "follow_up_months: 3 | follow_up_months = 3: proof_months, 6, come on top of follow_up_months, 3, which makes 9",
        "proof_months: 12 | ",
        "retention: {quarantine_days: 29} | retention.quarantine_days = 29: quarantine_days, 29, are fewer than run_days, 30",
        "retention: {run_days: 61} | retention.run_days = 61: quarantine_days, 60, are fewer than run_days, 61",
        "entry: {minimum_age: 8} | entry.minimum_age = 8: the age bands begin at 10",
        "entry: {minimum_age: 15} | ",
        "entry: {adult_age: 20} | entry.adult_age = 20: it falls inside an age band",
        "entry: {adult_age: 21} | ",
        "entry: {excluded_release_types: [RECAL]} | entry.excluded_release_types[0] = RECAL: there is no such release type, so that it changes nothing: the nearest is RECALL",
        "entry: {excluded_release_types: [LICENCE, CONDITIONAL, HOME_DETENTION_CURFEW, SENTENCE_EXPIRY, PAROLE, REMAND, RECALL, DEPORTED, TRANSFERRED, DIED]} | so that nobody enters by one",
        "breach: {add: [\"3900\"]} | breach.add[0] = 3900: there is no such offence code",
        "breach: {add: [\"12500\"], remove: [\"12500\"]} | breach.remove[0] = 12500: breach.add makes it a breach as well",
        "caseload: {allocation_sentence_types: [ORDER]} | caseload.allocation_sentence_types[0] = ORDER: there is no such kind of sentence",
        "standards: {face_to_face: [OFICE]} | standards.face_to_face[0] = OFICE: there is no such form of contact, so that it changes nothing: the nearest is OFFICE",
        "standards: {no_spell_release_types: [RECAL]} | standards.no_spell_release_types[0] = RECAL: there is no such release type",
        "confidence: 0.99 | confidence = 0.99: confidence 0.99 belongs to 2.58 standard errors, and baselines.z is 1.96",
        "baselines: {z: 2.58} | baselines.z = 2.58: confidence 0.95 belongs to 1.96 standard errors, and baselines.z is 2.58",
        "linking: {threshold: -1} | linking.threshold = -1: links would be made",
        "disclosure: {smallest_count: 1} | disclosure.smallest_count = 1: no count would be withheld",
        "disclosure: {minimum_offenders: 9} | disclosure.minimum_offenders = 9: minimum_offenders, 9, is less than smallest_count, 10",
        "disclosure: {minimum_offenders: 10} | ",
        "comparison: {minimum_analysed: 61} | comparison.minimum_analysed = 61: minimum_analysed, 61, is more than minimum_submitted, 60",
        "comparison: {minimum_reoffenders: 31} | comparison.minimum_reoffenders = 31: minimum_reoffenders, 31, is more than minimum_analysed, 30",
        "baselines: {names: [\"2011\", \"2011\"]} | baselines.names[1] = 2011: it is there twice",
        "baselines: {geographies: []} | baselines.geographies = []: baselines are named, and compared for no geography",
        "baselines: {breakdowns: []} | baselines.breakdowns = []: baselines are named, and compared by no breakdown",
        "baselines: {names: [], geographies: []} | ",
        "guards: {soft_rejected_share: 0.05} | guards.soft_rejected_share = 0.05: the soft level, 0.05, is never reached",
        "guards: {fewer_rows_share: 0.05} | guards.fewer_rows_share = 0.05: the soft level, 0.05, is never reached",
        "guards: {more_rows_share: 0.2} | guards.more_rows_share = 0.2: the soft level, 0.25, is never reached",
        "guards: {mix: {breakdowns: [gender]}} | guards.mix.breakdowns[0] = gender: it is never calculated",
        "iom: {offence_percent: 75} | iom.offence_percent = 75: iom.offence_percent and iom.percent are both 75",
        "iom: {offence_parent_groups: []} | iom.offence_parent_groups = []: iom.offence_percent, 50, goes with",
        "iom: {offence_parent_groups: [Robery]} | iom.offence_parent_groups[0] = Robery: there is no such parent group, so that it changes nothing: the nearest is Robbery",
        "iom: {local: [{force_code: \"06\", percent: 80}]} | iom.local[0].percent = 80: whoever meets it meets a national criterion already",
        "iom: {local: [{force_code: \"06\", percent: 60, offence_parent_groups: [Robbery]}]} | iom.local[0].percent = 60: whoever meets it",
        "iom: {local: [{force_code: \"06\", percent: 60}]} | ",
        "iom: {local: [{force_code: \"06\", percent: 80, age_to: 17}]} | ",
        "iom: {local: [{force_code: \"06\", sex: F}]} | ",
        "iom: {local: [{force_code: \"0X\", percent: 60}]} | iom.local[0].force_code = 0X: no police_force has the code 0X",
        "targets: [{name: a, baseline: 2011, fall_percent: 5, by: 2016-01-01}] | ",
        "targets: [{name: a, baseline: 2011, geography_type: police_force, geography_code: \"06\", fall_percent: 5, by: 2016-01-01}] | targets[0].geography_type = police_force: a baseline keeps nothing of it",
        "targets: [{name: a, baseline: 2011, breakdown: sex, category: F, fall_percent: 5, by: 2016-01-01}] | targets[0].breakdown = sex: a baseline keeps nothing of it",
        "targets: [{name: a, baseline: 2011, geography_type: contract_area, geography_code: C02, fall_percent: 5, by: 2016-01-01}] | targets[0].geography_type = contract_area: rates of contract areas are calculated for baselines only",
        "targets: [{name: a, base_from: 2015-01-01, base_to: 2015-10-01, fall_percent: 5, by: 2015-10-01}] | targets[0].by = 2015-10-01: it is no later than the base"
      })
  void eachContradictionIsFoundAndNothingElse(String yaml, String expected) throws IOException {
    List<YamlFault> findings = findings(yaml);

    assertThat(findings).hasSize(expected == null ? 0 : 1);
    findings.forEach(
        finding ->
            assertThat(finding.sentence()).startsWith("own.yaml line 2, ").contains(expected));
  }

  @Test
  void constantsOfAScoreThatDecidesNothingAreFound() throws IOException {
    assertThat(findings("score: ogrs4g\nogrs3: {copas_factor: 1.3}"))
        .extracting(YamlFault::line, YamlFault::key)
        .containsExactly(tuple(3, "ogrs3"));
  }

  @Test
  void aShippedNameOverOtherSettingsIsFound() throws IOException {
    Path file = folder.resolve("copy.yaml");

    assertThat(MethodLint.of(Files.writeString(file, "score: ogrs4g\n")))
        .extracting(YamlFault::line, YamlFault::key, YamlFault::value)
        .containsExactly(tuple(1, "method", "moj-2017"));
    assertThat(MethodLint.of(Files.writeString(file, "retention: {run_days: 50}\n"))).isEmpty();
  }

  @Test
  void everySettingHasWords() {
    assertThat(MethodWords.unmatched()).isEmpty();
    assertThat(MethodWords.of(null))
        .allSatisfy(sentence -> assertThat(sentence.text()).endsWith(".").doesNotContain("{"));
  }

  @Test
  void anEmptyListHasWordsOfItsOwnAndItemsAreToldInTheirs() throws IOException {
    Path file =
        Files.writeString(
            folder.resolve("own.yaml"),
            "baselines: {names: []}\niom: {local: [{force_code: \"06\", percent: 60}]}\n");

    assertThat(MethodWords.of(file))
        .extracting(MethodWords.Sentence::text)
        .contains(
            "Rates are compared with no baseline.",
            "Single police forces add: (force code 06, percent 60).",
            "Nobody enters by a release of type remand, recall, deported, transferred and died.");
  }
}
