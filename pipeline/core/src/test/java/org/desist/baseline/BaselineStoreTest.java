// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.method.Measure;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.desist.method.Score;
import org.desist.run.Fingerprint;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BaselineStoreTest {
  private static final String HEADER =
      "geography_type,geography_code,breakdown,category,quarter_start,offenders,reoffenders,reoffences,reoffending_rate,reoffences_per_reoffender,expected_rate\n";

  @TempDir Path folder;
  private Baselines baselines;
  private BaselineStore store;

  @BeforeEach
  void open() {
    baselines = new Baselines(folder.resolve("out"), LocalDate.of(2019, 7, 1));
    store = BaselineStore.below(folder.resolve("out"));
  }

  private Path file(String rows) {
    try {
      return Files.writeString(folder.resolve("given.csv"), HEADER + rows);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private BaselineManifest imported(String name, Path file) {
    return baselines.importFile(name, file, Measure.REOFFENDING, null);
  }

  @Test
  void whatIsImportedIsFrozenAndCanBeCited() {
    BaselineManifest frozen =
        imported(
            "crc-2011", file("contract_area,C02,total,total,2011-01-01,4600,,,0.499,4.2,0.471\n"));

    assertThat(frozen.reference()).isEqualTo("crc-2011@1");
    assertThat(frozen.from()).isEqualTo("2011-01-01");
    assertThat(frozen.to()).isEqualTo("2011-03-31");
    assertThat(frozen.citation())
        .isEqualTo(
            "Baseline crc-2011@1, cohorts of 2011-01-01 to 2011-03-31, imported from given.csv, frozen on 2019-07-01; SHA-256 "
                + frozen.contentHash());
    BaselineRow row = store.read(frozen).rows().get(0);
    assertThat(row.reoffendersBillionths()).isEqualTo(2_295_400_000_000L);
    assertThat(row.reoffencesBillionths()).isEqualTo(9_640_680_000_000L);
    assertThat(row.expectedBillionths()).isEqualTo(471_000_000L);
  }

  @Test
  void anotherScoreOfTheSameFiguresIsAnotherVersion() {
    Path file = file("national,EW,total,total,2011-01-01,100,30,60,,,0.3\n");
    BaselineManifest first = imported("2011", file);
    BaselineManifest second = baselines.importFile("2011", file, Measure.REOFFENDING, Score.OGRS4G);

    assertThat(first.score()).isEqualTo("ogrs3");
    assertThat(second.reference()).isEqualTo("2011@2");
    assertThat(second.score()).isEqualTo("ogrs4g");
    assertThat(second.contentHash()).isEqualTo(first.contentHash());
  }

  @Test
  void aRunIsComparedWithTheLatestVersionThatCountsAndScoresAlike() {
    Path file = file("national,EW,total,total,2011-01-01,100,30,60,,,0.3\n");
    imported("2011", file);
    baselines.importFile("2011", file, Measure.REOFFENDING, Score.OGRS4G);
    baselines.importFile("other", file, Measure.REOFFENDING, Score.OGRS4G);
    Method ogrs3 = MethodFile.read(null);
    Method ogrs4g = MethodFile.read(Path.of("moj-2017-ogrs4g"));

    assertThat(store.find("2011", ogrs3)).map(BaselineManifest::version).contains(1);
    assertThat(store.find("2011", ogrs4g)).map(BaselineManifest::version).contains(2);
    assertThat(store.find("2011@1", ogrs4g)).map(BaselineManifest::version).contains(1);
    assertThat(store.find("other", ogrs3)).map(BaselineManifest::score).contains("ogrs4g");
    assertThat(store.find("2012", ogrs3)).isEmpty();
  }

  @Test
  void aManifestOfBeforeThereWasAChoiceIsOfOgrs3AndKeepsItsIdentity() throws IOException {
    Path out = folder.resolve("out");
    Method method = MethodFile.read(null);
    BaselineManifest now =
        imported("2011", file("national,EW,total,total,2011-01-01,100,30,60,,,0.3\n"));
    String fingerprint = BaselineTables.fingerprint(out, method);
    Path manifest = store.place(now).resolve("manifest.json");
    Files.writeString(
        manifest, Files.readString(manifest).replace("  \"score\" : \"ogrs3\",\n", ""));

    assertThat(Files.readString(manifest)).doesNotContain("score");
    assertThat(store.find("2011")).contains(now);
    assertThat(BaselineTables.fingerprint(out, method))
        .isEqualTo(fingerprint)
        .isEqualTo(Fingerprint.ofText("2011@1 " + now.contentHash()));
  }

  @Test
  void theSameContentIsTheSameVersionAndAnotherIsTheNext() {
    Path one = file("national,EW,total,total,2011-01-01,100,30,60,,,0.3\n");
    assertThat(imported("2011", one).version()).isEqualTo(1);
    assertThat(imported("2011", one).version()).isEqualTo(1);
    Path other = file("national,EW,total,total,2011-01-01,100,31,60,,,0.3\n");
    assertThat(imported("2011", other).version()).isEqualTo(2);

    assertThat(store.list())
        .extracting(BaselineManifest::reference)
        .containsExactly("2011@1", "2011@2");
    assertThat(store.find("2011")).map(BaselineManifest::version).contains(2);
    assertThat(store.find("2011@1")).map(BaselineManifest::version).contains(1);
    assertThat(store.find("2011@3")).isEmpty();
    assertThat(store.find("2012")).isEmpty();
  }

  @Test
  void whatIsWrittenReadsBackAsItWas() throws IOException {
    Path given =
        Files.writeString(
            folder.resolve("given.csv"),
            HEADER.replace("\n", ",short_releases\n")
                + """
                national,EW,total,total,2011-01-01,100,30,60,,,0.312345678,12
                region,A,total,total,2011-01-01,50,,,0.4,,,
                """);
    BaselineManifest frozen = imported("2011", given);
    assertThat(store.place(frozen).resolve("baseline.csv")).hasSameTextualContentAs(given);
  }

  @Test
  void aFileThatWasChangedAfterwardsIsNotUsed() throws IOException {
    BaselineManifest frozen =
        imported("2011", file("national,EW,total,total,2011-01-01,100,30,60,,,0.3\n"));
    Path data = store.place(frozen).resolve("baseline.csv");
    Files.writeString(data, Files.readString(data).replace(",30,", ",40,"));

    assertThatThrownBy(() -> store.read(frozen))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("Cannot use the baseline 2011@1")
        .hasMessageContaining("is not the file that was frozen");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "national,EW,total,total,2011-01-01,100,,,,,0.3 | line 2: it has neither reoffenders nor a reoffending_rate",
        "national,EW,total,total,2011-01-01,100,101,,,,0.3 | line 2: 101 reoffenders are more than 100 offenders",
        "national,EW,total,total,2011-01-01,100,0,5,,,0.3 | line 2: it has reoffences but no reoffenders",
        "national,EW,total,total,2011-01-01,100,30,60,,,1.3 | line 2: expected_rate 1.3 is above 1",
        "national,EW,total,total,soon,100,30,60,,,0.3 | line 2, quarter_start",
        "national,EW,total,total,2011-01-01,,30,60,,,0.3 | line 2, offenders",
        "national,EW | line 2: The row has 2 values where the header has 11"
      })
  void aFileThatCannotBeUsedIsRefusedWithItsLine(String row, String message) {
    assertThatThrownBy(() -> imported("2011", file(row + "\n")))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("given.csv")
        .hasMessageContaining(message);
    assertThat(store.list()).isEmpty();
  }

  @Test
  void everyFaultIsNamedAtOnce() {
    String good = "national,EW,total,total,2011-01-01,100,30,60,,,0.3\n";
    assertThatThrownBy(
            () -> imported("2011", file(good + good + "region,A,total,total,x,-1,30,60,,,0.3\n")))
        .hasMessageContaining("line 3 repeats the key national|EW|total|total|2011-01-01")
        .hasMessageContaining("line 4, quarter_start")
        .hasMessageContaining("line 4, offenders");
  }

  @Test
  void aFileWithoutRowsIsNoBaseline() {
    assertThatThrownBy(() -> imported("2011", file(""))).hasMessageContaining("it has no rows");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../2011", "a b", "", "2011@1", ".hidden"})
  void aNameIsOneThatAFolderAndAMethodFileCanCarry(String name) {
    assertThatThrownBy(
            () -> imported(name, file("national,EW,total,total,2011-01-01,100,30,60,,,0.3\n")))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("Cannot use '" + name + "' as the name of a baseline");
  }

  @Test
  void totalsAreThoseOfTheMethod() {
    BaselineManifest frozen =
        imported(
            "2011",
            file(
                """
            region,A,total,total,2011-01-01,100,40,80,,,0.3
            region,A,total,total,2011-04-01,300,60,320,,,0.4
            region,A,total,total,2011-07-01,100,25,100,,,
            """));
    List<BaselineTotal> totals = store.totals(frozen);
    assertThat(totals).hasSize(1);
    assertThat(totals.get(0).offenders()).isEqualTo(500);
    assertThat(totals.get(0).rate()).isEqualTo(0.25);
    assertThat(totals.get(0).frequency()).isEqualTo(4.0);
    assertThat(totals.get(0).expectedRate()).isEqualTo(0.375);
  }
}
