// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.desist.contract.ValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The forms that a file may have, and how its text is taken apart. */
class FileFormTest {
  private static final String EVENT = "event_id,row_no,pnc_id,event_type,event_date";
  private static final String HEADER = "event_id,pnc_id,event_type,event_date";

  @TempDir private Path root;

  @Test
  void columnsMayComeInAnyOrder() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_event.csv",
                "event_date,court_or_force_code,event_type,pnc_id,event_id",
                "2015-06-01,,CAUTION,03/11985X,E1");
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_event", EVENT))
        .containsExactly("E1|2|2003/0011985X|CAUTION|2015-06-01");
  }

  @Test
  void byteOrderMarkAndCarriageReturnsMakeNoDifference() {
    String content = "\uFEFF" + Snapshot.EVENTS.replace("\n", "\r\n");
    Snapshot snapshot = Snapshot.good(root).with("pnc_event.csv", content);
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_event", EVENT))
        .containsExactly("E1|2|2003/0011985X|CONVICTION|2015-06-01");
  }

  @Test
  void lastLineNeedsNoEnd() {
    Snapshot snapshot = Snapshot.good(root).with("pnc_event.csv", Snapshot.EVENTS.stripTrailing());
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_event", "event_id")).containsExactly("E1");
  }

  @Test
  void emptyLastValueIsAValue() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_event.csv", HEADER + ",court_or_force_code\nE1,03/11985X,CAUTION,2015-06-01,");
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_event", "event_id,court_or_force_code"))
        .containsExactly("E1|null");
  }

  @Test
  void gzipIsUnpacked() {
    Snapshot snapshot =
        Snapshot.good(root)
            .instead("pnc_event", "pnc_event.csv.gz", Snapshot.gzip(Snapshot.EVENTS));
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_event", EVENT))
        .containsExactly("E1|2|2003/0011985X|CONVICTION|2015-06-01");
  }

  @Test
  void quotedCommasAndQuotesBelongToTheValue() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_person.csv",
                """
                "pnc_id",surname,forenames
                "2003/0011985X","Smith, ""Jr""\",Ann
                2008/0056560Z,O"Neil,Bo
                """);
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_person", "row_no,pnc_id,surname,forenames"))
        .containsExactly("2|2003/0011985X|Smith, \"Jr\"|Ann", "3|2008/0056560Z|O\"Neil|Bo");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r\n", "\r"})
  void quotedValueOfSeveralLinesIsOneParseFaultWithItsLines(String end) {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_person.csv",
                String.join(
                    end,
                    "pnc_id,surname,forenames",
                    "2003/0011985X,\"Smith",
                    "and",
                    "Sons\",Ann",
                    "2008/0056560Z,Jones,\"Bo",
                    "\",more",
                    "2008/0056560Z,Jones,Bo"));
    ResourceResult result = snapshot.ingest().resource("pnc_person");

    assertThat(snapshot.quarantine("pnc_person", "line,code,message"))
        .containsExactly(
            "2|PARSE|A quoted value holds the end of a line; the row covers lines 2 to 4",
            "5|PARSE|A quoted value holds the end of a line; the row covers lines 5 to 6");
    assertThat(snapshot.rows("pnc_person", "row_no,surname")).containsExactly("7|Jones");
    assertThat(result.rowsRead()).isEqualTo(3);
  }

  @Test
  void byteOrderMarkMayStandBeforeAQuotedNameAndIsDataElsewhere() {
    Snapshot snapshot =
        Snapshot.good(root)
            .instead(
                "pnc_person",
                "pnc_person.csv.gz",
                Snapshot.gzip(
                    "\uFEFF\"pnc_id\",\"surname\"\r\n\"2003/0011985X\",\"\uFEFFSmith\"\r\n"));
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_person", "pnc_id,surname"))
        .containsExactly("2003/0011985X|\uFEFFSmith");
  }

  @Test
  void blankLinesAreNotRowsButCountAsLines() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines("pnc_event.csv", HEADER, "", "E1,03/11985X,CAUTION,2015-06-01", "", "");

    assertThat(snapshot.ingest().resource("pnc_event").rowsRead()).isEqualTo(1);
    assertThat(snapshot.rows("pnc_event", "row_no")).containsExactly("3");
  }

  @Test
  void wrongNumberOfValuesIsAParseFault() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_event.csv",
                HEADER,
                "E1,03/11985X,CAUTION",
                "E2,03/11985X,CAUTION,2015-06-01,",
                "E3",
                " ",
                "E4,03/11985X,CAUTION,2015-06-01");
    ResourceResult result = snapshot.ingest().resource("pnc_event");

    assertThat(snapshot.quarantine("pnc_event", "resource,file,line,key,code,level,field,message"))
        .containsExactly(
            "pnc_event|pnc_event.csv|2|null|PARSE|row|null|"
                + "The row has 3 values where the header has 4",
            "pnc_event|pnc_event.csv|3|null|PARSE|row|null|"
                + "The row has 5 values where the header has 4",
            "pnc_event|pnc_event.csv|4|null|PARSE|row|null|"
                + "The row has 1 value where the header has 4",
            "pnc_event|pnc_event.csv|5|null|PARSE|row|null|"
                + "The row has 1 value where the header has 4");
    assertThat(snapshot.rows("pnc_event", "event_id,row_no")).containsExactly("E4|6");
    assertThat(result.refused(ValidationCode.PARSE)).isEqualTo(4);
    assertThat(result.refused().keySet()).containsExactly(ValidationCode.PARSE);
  }

  @Test
  void textAfterAClosingQuoteIsAParseFaultOfThatRowOnly() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_event.csv",
                HEADER,
                "\"E1\"x,03/11985X,CAUTION,2015-06-01",
                "E2,03/11985X,\"CAUTION\" ,2015-06-01",
                "\"E\"3\",03/11985X,CAUTION,2015-06-01",
                "E4,03/11985X,CAUTION,2015-06-01");
    snapshot.ingest();

    assertThat(snapshot.quarantine("pnc_event", "line,code,message"))
        .containsExactly(
            "2|PARSE|Text follows the closing quote of a value",
            "3|PARSE|Text follows the closing quote of a value",
            "4|PARSE|Text follows the closing quote of a value");
    assertThat(snapshot.rows("pnc_event", "event_id,row_no")).containsExactly("E4|5");
  }

  @Test
  void quoteThatSwallowsLinesAndClosesLaterIsOneParseFault() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_event.csv",
                HEADER,
                "E1,\"03/11985X,CAUTION,2015-06-01",
                "E2,03/11985X,CAUTION,2015-06-01",
                "E3,\"03/11985X\",CAUTION,2015-06-01",
                "E4,\"03/11985X\",CAUTION,2015-06-01");
    ResourceResult result = snapshot.ingest().resource("pnc_event");

    assertThat(snapshot.quarantine("pnc_event", "line,code")).containsExactly("2|PARSE");
    assertThat(snapshot.rows("pnc_event", "event_id,row_no")).containsExactly("E4|5");
    assertThat(result.rowsRead()).isEqualTo(2);
  }

  @Test
  void partsAreReadInTheOrderOfTheirNames() {
    Snapshot snapshot =
        Snapshot.good(root)
            .without("pnc_event.csv")
            .withLines("pnc_event.csv/part-1.csv", HEADER, "E1,03/11985X,CAUTION,2015-06-01")
            .with(
                "pnc_event.csv/part-2.csv.gz",
                Snapshot.gzip(HEADER + "\nE2,03/11985X,CAUTION,2015-06-01\nE3,,,\n"))
            .with("pnc_event.csv/_SUCCESS", "")
            .with("pnc_event.csv/.part-1.csv.crc", "x")
            .with("pnc_event.csv/_metadata/x.txt", "x");
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_event", "row_no - 2, event_id"))
        .containsExactly("0|E1", (1L << 40) + "|E2");
    assertThat(snapshot.quarantine("pnc_event", "distinct file, line, row_no, key"))
        .containsExactly("pnc_event.csv/part-2.csv.gz|3|" + ((1L << 40) + 3) + "|E3");
    assertThat(snapshot.output().resolve("pnc_event/part-00001.parquet")).exists();
    assertThat(snapshot.output().resolve("_quarantine/pnc_event-part-00001.parquet")).exists();
  }

  @Test
  void unknownColumnsAreWarnedOfOnceEach() {
    Snapshot snapshot =
        Snapshot.good(root)
            .without("pnc_event.csv")
            .withLines("pnc_event/a.csv", HEADER + ",colour", "E1,03/11985X,CAUTION,2015-06-01,x")
            .withLines(
                "pnc_event/b.csv",
                "Event_date,colour," + HEADER,
                ",,E2,03/11985X,CAUTION,2015-06-01");
    ResourceResult result = snapshot.ingest().resource("pnc_event");

    assertThat(result.warned(ValidationCode.UNKNOWN_COLUMN)).isEqualTo(2);
    assertThat(snapshot.warnings("pnc_event", "file,line,row_no,code,level,field"))
        .containsExactly(
            "pnc_event/b.csv|1|null|UNKNOWN_COLUMN|warning|Event_date",
            "pnc_event/a.csv|1|null|UNKNOWN_COLUMN|warning|colour");
    assertThat(snapshot.rows("pnc_event", "event_id")).containsExactly("E1", "E2");
  }

  @Test
  void absentOptionalResourceIsATableWithoutRows() {
    Snapshot snapshot = Snapshot.good(root);
    IngestResult result = snapshot.ingest();

    assertThat(result.resource("intervention").parts()).isZero();
    assertThat(
            Snapshot.query(
                "select column_name, column_type from (describe select * from "
                    + snapshot.table("intervention/*")
                    + ")"))
        .containsExactly(
            "row_no|BIGINT",
            "intervention_id|VARCHAR",
            "crn|VARCHAR",
            "service_type|VARCHAR",
            "service_name|VARCHAR",
            "supplier|VARCHAR",
            "start_date|DATE",
            "end_date|DATE",
            "completed|BOOLEAN");
  }

  @Test
  void columnsHaveTheTypesOfTheContract() {
    Snapshot snapshot = Snapshot.good(root);
    snapshot.ingest();

    assertThat(
            Snapshot.query(
                "select column_name, column_type from (describe select * from "
                    + snapshot.table("pnc_disposal/*")
                    + ")"))
        .containsExactly(
            "row_no|BIGINT",
            "offence_id|VARCHAR",
            "disposal_seq|BIGINT",
            "disposal_code|VARCHAR",
            "duration_value|BIGINT",
            "duration_unit|VARCHAR",
            "fine_amount|DOUBLE");
  }

  @Test
  void runningAgainReplacesWhatWasWritten() {
    Snapshot snapshot = Snapshot.good(root);
    snapshot.ingest();
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_event", "event_id")).containsExactly("E1");
  }

  @Test
  void largeFilesAreReadWhole() {
    int rows = 50_000;
    StringBuilder content = new StringBuilder(HEADER + "\n");
    for (int i = 0; i < rows; i++) {
      content.append("E").append(i).append(i % 3 == 0 ? "é" : "").append(",\"03/11985X\",");
      content.append(i % 10 == 0 ? "\"CAUTION\"x" : "CAUTION").append(",2015-06-01\n");
    }
    Snapshot snapshot =
        Snapshot.good(root)
            .with("pnc_event.csv", content.toString().getBytes(StandardCharsets.UTF_8));
    ResourceResult result = snapshot.ingest().resource("pnc_event");

    assertThat(result.rowsRead()).isEqualTo(rows);
    assertThat(result.refused(ValidationCode.PARSE)).isEqualTo(rows / 10);
    assertThat(
            Snapshot.query(
                "select count(*), min(row_no), max(row_no), count(distinct event_id) from "
                    + snapshot.table("pnc_event/*")))
        .containsExactly("45000|3|50001|45000");
  }
}
