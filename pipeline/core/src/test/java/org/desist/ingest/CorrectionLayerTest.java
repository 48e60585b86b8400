// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.desist.contract.DataPackage;
import org.desist.correction.Correction;
import org.desist.correction.CorrectionLayer;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.desist.error.DesistException;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections are laid over what was read of a delivery. */
class CorrectionLayerTest {
  private static final LocalDate DATE = LocalDate.of(2021, 6, 30);
  private static final String PERSON = "2003/0011985X";

  @TempDir Path folder;

  private final List<String> lines = new ArrayList<>();
  private final Map<Correction, Path> corrections = new LinkedHashMap<>();
  private Snapshot snapshot;
  private Engine engine;

  @BeforeEach
  void open() {
    engine = DuckDbEngine.start(1, 500, folder.resolve("spill"));
    snapshot =
        Snapshot.good(folder)
            .withLines(
                "pnc_event.csv",
                "event_id,pnc_id,event_type,event_date",
                "E1," + PERSON + ",CONVICTION,2015-06-01",
                "E2," + PERSON + ",CONVICTION,2015-02-30",
                "E3," + PERSON + ",CONVICTION,2015-07-01");
    snapshot.ingest();
  }

  @AfterEach
  void close() {
    engine.close();
  }

  @Test
  void ofTwoAnswersToOneRowTheLaterHoldsAndTheDeliveryStaysAsItWasRead() {
    event(3, "E2", "CONVICTION,2015-02-27").event(4, "E3", "CONVICTION,2015-07-02").hand(3, 4);
    event(3, "E2", "CONVICTION,2015-02-28").hand(3);

    assertThat(lay()).isEqualTo(2);

    assertThat(texts("select event_id || ' ' || event_date from raw_pnc_event order by row_no"))
        .containsExactly("E1 2015-06-01", "E2 2015-02-28", "E3 2015-07-02");
    assertThat(texts("select line_of(row_no) || '' from raw_pnc_event order by row_no"))
        .containsExactly("2", "3", "4");
    assertThat(snapshot.rows("pnc_event", "event_id, event_date"))
        .containsExactly("E1|2015-06-01", "E3|2015-07-01");
    assertThat(texts("select correction || ' ' || line from closed_row order by all"))
        .containsExactly("1 3", "1 4", "2 3");
  }

  @Test
  void anAnswerThatMeetsTheContractNoMoreAnswersNothing() {
    event(3, "E2", "CONVICTON,2015-02-28").event(4, "E3", "CONVICTION,2015-07-02").hand(3, 4);

    assertThat(lay()).isEqualTo(1);

    assertThat(texts("select event_id || ' ' || event_date from raw_pnc_event order by row_no"))
        .containsExactly("E1 2015-06-01", "E3 2015-07-02");
    assertThat(texts("select line || '' from closed_row")).containsExactly("4");
  }

  @Test
  void anAnswerOwesTheColumnsOfItsSnapshotsDay() {
    snapshot
        .withLines(
            "requirement.csv",
            "requirement_id,case_id,requirement_type,due_date,funding",
            "Q1,C1,UNPAID_WORK,2016-02-30,")
        .ingest();
    lines.add("_file,_line,requirement_id,case_id,requirement_type,due_date,funding");
    lines.add("requirement.csv,2,Q1,C1,UNPAID_WORK,2016-02-28,");
    hand("requirement", 2);

    // Who pays has to be said from 26 June 2021 on.
    assertThat(lay(DATE)).isZero();
    assertThat(lay(LocalDate.of(2021, 6, 25))).isEqualTo(1);
  }

  @Test
  void aFileThatHasLostARowIsNotUsed() {
    event(3, "E2", "CONVICTION,2015-02-28").hand(3, 4);

    assertThatThrownBy(this::lay)
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("has 1 of the 2 rows that it should have")
        .hasMessageContaining("Bring the file back from its backup");
  }

  @Test
  void warningsOfAnAnswerStandForThoseOfTheRowItAnswers() {
    snapshot
        .withLines(
            "prison_release.csv",
            "release_id,noms_number,pnc_id,establishment_code,release_date,release_type",
            "R1,A1234AA,2003/0011985A,ACI,2016-02-30,LICENCE",
            "R2,A1234AA,2003/0011985A,ACI,2016-01-01,LICENCE",
            "R3,A1234AA," + PERSON + ",ACI,2016-02-30,LICENCE")
        .ingest();
    String header =
        "_file,_line,release_id,noms_number,pnc_id,establishment_code,release_date,release_type";
    lines.add(header);
    lines.add("prison_release.csv,2,R1,A1234AA," + PERSON + ",ACI,2016-02-28,LICENCE");
    hand("prison_release", 2);
    assertThat(warned()).isEqualTo(1);

    lines.add(header);
    lines.add("prison_release.csv,4,R3,A1234AA,2003/0011985A,ACI,2016-02-28,LICENCE");
    hand("prison_release", 4);
    assertThat(warned()).isEqualTo(2);
  }

  private CorrectionLayerTest event(int line, String id, String rest) {
    if (lines.isEmpty()) {
      lines.add("_file,_line,event_id,pnc_id,event_type,event_date");
    }
    lines.add("pnc_event.csv," + line + "," + id + "," + PERSON + "," + rest);
    return this;
  }

  private void hand(int... answered) {
    hand("pnc_event", answered);
  }

  /** Puts the lines so far in force as one correction. */
  private void hand(String resource, int... answered) {
    int number = corrections.size() + 1;
    Path file = folder.resolve(number + ".csv");
    try {
      Files.write(file, lines);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    lines.clear();
    List<Correction.Reason> reasons =
        IntStream.of(answered)
            .mapToObj(
                line -> new Correction.Reason(resource + ".csv", line, null, "DATE", null, "wrong"))
            .collect(Collectors.toList());
    corrections.put(new Correction(number, resource, "run", "", answered.length, reasons), file);
  }

  private long lay() {
    return lay(DATE);
  }

  private long lay(LocalDate day) {
    long answered = CorrectionLayer.write(engine, snapshot.output(), day, corrections);
    CorrectionLayer.mount(engine, "raw_pnc_event", snapshot.output(), "pnc_event");
    CorrectionLayer.mountClosed(engine, snapshot.output());
    return answered;
  }

  /** How many releases the reader warned of because of their PNC ids. */
  private long warned() {
    lay();
    engine.mount("row_warning", snapshot.output().resolve("_warning"));
    SqlModel model =
        ModelCatalog.load(DataPackage.extracts()).of(ModelStage.STORE).stream()
            .filter(one -> one.name().equals("reader_warning"))
            .findFirst()
            .orElseThrow();
    engine.view(model.name(), model.select());
    return engine.rows("select n from reader_warning where resource = 'prison_release'").stream()
        .mapToLong(row -> ((Number) row.get("n")).longValue())
        .sum();
  }

  private List<String> texts(String select) {
    return engine.rows(select).stream()
        .map(row -> (String) row.values().iterator().next())
        .toList();
  }
}
