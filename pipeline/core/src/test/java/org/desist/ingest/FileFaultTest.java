// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.ErrorType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes that refuse a snapshot, and what the message says. */
class FileFaultTest {
  private static final byte[] NUL = {0};

  @TempDir private Path root;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pnc_person",
        "pnc_event",
        "pnc_offence",
        "pnc_disposal",
        "prison_release",
        "probation_case"
      })
  void absentRequiredResourceRefuses(String resource) {
    Snapshot snapshot = Snapshot.good(root).without(resource + ".csv");

    assertRefused(
        snapshot, ErrorCode.MISSING_RESOURCE, "Cannot find " + resource + " in ", "Ask the sender");
  }

  @Test
  void allAbsentResourcesAreNamedAtOnce() {
    Snapshot snapshot = Snapshot.empty(root);

    assertRefused(
        snapshot, ErrorCode.MISSING_RESOURCE, "for 6 reasons", "pnc_person", "probation_case");
  }

  @Test
  void folderWithoutPartsIsAnAbsentResource() {
    Snapshot snapshot = Snapshot.good(root).without("pnc_event.csv").with("pnc_event/_SUCCESS", "");

    assertRefused(snapshot, ErrorCode.MISSING_RESOURCE, "Cannot find pnc_event");
  }

  @Test
  void absentRequiredColumnRefuses() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines("pnc_event.csv", "event_id,PNC_ID,event_date", "E1,1,2015-06-01");

    assertRefused(
        snapshot,
        ErrorCode.MISSING_COLUMN,
        "Cannot use pnc_event.csv: line 1 lacks the required columns pnc_id, event_type");
  }

  @Test
  void absentRequiredColumnOfOnePartRefuses() {
    Snapshot snapshot =
        Snapshot.good(root)
            .without("pnc_event.csv")
            .with("pnc_event/a.csv", Snapshot.EVENTS)
            .withLines("pnc_event/b.csv", "event_id,pnc_id,event_type", "E2,03/11985X,CAUTION");

    assertRefused(
        snapshot,
        ErrorCode.MISSING_COLUMN,
        "pnc_event/b.csv: line 1 lacks the required column event_date");
  }

  @Test
  void columnNamedTwiceRefuses() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_event.csv",
                "event_id,pnc_id,event_type,event_date,event_id",
                "E1,03/11985X,CAUTION,2015-06-01,E1");

    assertRefused(
        snapshot,
        ErrorCode.UNREADABLE,
        "Cannot read pnc_event.csv: line 1 names the column event_id twice");
  }

  @Test
  void headerWithTextAfterAQuoteRefuses() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_event.csv",
                "\"event_id\"x,pnc_id,event_type,event_date",
                "E1,03/11985X,CAUTION,2015-06-01");

    assertRefused(
        snapshot, ErrorCode.UNREADABLE, "in the header, line 1, text follows a closing quote");
  }

  @Test
  void emptyFileRefuses() {
    assertRefused(
        Snapshot.good(root).with("pnc_event.csv", ""),
        ErrorCode.UNREADABLE,
        "Cannot read pnc_event.csv: it is empty");
  }

  @Test
  void headerWithoutRowsRefusesWhenRequired() {
    assertRefused(
        Snapshot.good(root).withLines("pnc_event.csv", "event_id,pnc_id,event_type,event_date"),
        ErrorCode.UNREADABLE,
        "Cannot use pnc_event.csv: a header and no rows");
  }

  @Test
  void headerWithoutRowsIsAcceptedWhenOptionalOrInOnePart() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines("assessment.csv", "assessment_id,crn,assessment_date")
            .without("pnc_event.csv")
            .withLines("pnc_event/a.csv", "event_id,pnc_id,event_type,event_date")
            .with("pnc_event/b.csv", Snapshot.EVENTS);

    assertThat(snapshot.ingest().rowsRead()).isEqualTo(6);
    assertThat(snapshot.rows("assessment", "*")).isEmpty();
  }

  @Test
  void bytesThatAreNotUtf8RefuseWithTheirLine() {
    byte[] latin = "R1,Müller,\r\n".getBytes(StandardCharsets.ISO_8859_1);
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_person.csv",
                join(ascii("pnc_id,surname,forenames\r\n2003/0011985X,\"A\r\nB\",\r\n"), latin));

    assertRefused(
        snapshot,
        ErrorCode.UNREADABLE,
        "Cannot read pnc_person.csv: line 4 holds bytes that are not UTF-8 text");
  }

  @Test
  void characterCutOffAtTheEndRefuses() {
    byte[] whole = "pnc_id,surname\n2003/0011985X,Zoë".getBytes(StandardCharsets.UTF_8);
    Snapshot snapshot =
        Snapshot.good(root).with("pnc_person.csv", Arrays.copyOf(whole, whole.length - 1));

    assertRefused(snapshot, ErrorCode.UNREADABLE, "line 2 holds bytes that are not UTF-8");
  }

  @Test
  void nulBytesRefuseWithTheirLine() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_event.csv",
                join(ascii(Snapshot.EVENTS), ascii("E2,03/"), NUL, ascii("11985X,CAUTION,\n")));

    assertRefused(snapshot, ErrorCode.UNREADABLE, "pnc_event.csv: line 3 holds bytes");
  }

  @Test
  void utf16Refuses() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with("pnc_event.csv", Snapshot.EVENTS.getBytes(StandardCharsets.UTF_16));

    assertRefused(snapshot, ErrorCode.UNREADABLE, "pnc_event.csv: line 1 holds bytes");
  }

  @Test
  void quoteThatNeverClosesRefusesWithTheLineOfItsRow() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with("pnc_event.csv", Snapshot.EVENTS + "E2,\"03/11985X,CAUTION,2015-06-01\nE3,,,\n");

    assertRefused(
        snapshot,
        ErrorCode.UNREADABLE,
        "Cannot read pnc_event.csv: a quote opened in the row at line 3 never closes");
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.0, 0.1, 0.5, 0.95, 0.99})
  void truncatedGzipRefuses(double share) {
    byte[] whole = Snapshot.gzip(Snapshot.EVENTS);
    byte[] cut = Arrays.copyOf(whole, (int) (whole.length * share));

    assertRefused(
        Snapshot.good(root).instead("pnc_event", "pnc_event.csv.gz", cut),
        ErrorCode.UNREADABLE,
        "Cannot read pnc_event.csv.gz: the gzip file is truncated or damaged");
  }

  @Test
  void gzipWithDamagedBytesRefuses() {
    byte[] bytes = Snapshot.gzip(Snapshot.EVENTS);
    // The checksum lies in the last eight bytes.
    bytes[bytes.length - 7] ^= 1;

    assertRefused(
        Snapshot.good(root).instead("pnc_event", "pnc_event.csv.gz", bytes),
        ErrorCode.UNREADABLE,
        "truncated or damaged");
  }

  @Test
  void plainTextNamedGzipRefuses() {
    assertRefused(
        Snapshot.good(root).instead("pnc_event", "pnc_event.csv.gz", ascii(Snapshot.EVENTS)),
        ErrorCode.UNREADABLE,
        "truncated or damaged");
  }

  @Test
  void damagedParquetRefuses() {
    assertRefused(
        Snapshot.good(root).instead("pnc_event", "pnc_event.parquet", ascii("PAR1 PAR1 no")),
        ErrorCode.UNREADABLE,
        "Cannot read pnc_event.parquet: it is not a whole Parquet file");
  }

  @Test
  void emptyParquetFileRefuses() {
    assertRefused(
        Snapshot.good(root).instead("pnc_event", "pnc_event.parquet", new byte[0]),
        ErrorCode.UNREADABLE,
        "Cannot read pnc_event.parquet: it is not a whole Parquet file");
  }

  @Test
  void twoFormsOfOneResourceRefuse() {
    assertRefused(
        Snapshot.good(root).with("pnc_event.csv.gz", Snapshot.gzip(Snapshot.EVENTS)),
        ErrorCode.UNREADABLE,
        "Cannot tell which is pnc_event: pnc_event.csv or pnc_event.csv.gz in ",
        "Leave one of them.");
  }

  @Test
  void fileAndFolderOfOneResourceRefuse() {
    assertRefused(
        Snapshot.good(root).with("pnc_event/part.csv", Snapshot.EVENTS),
        ErrorCode.UNREADABLE,
        "Cannot tell which is pnc_event: pnc_event or pnc_event.csv");
  }

  @Test
  void partOfUnknownFormRefuses() {
    assertRefused(
        Snapshot.good(root)
            .without("pnc_event.csv")
            .with("pnc_event/a.csv", Snapshot.EVENTS)
            .with("pnc_event/b.txt", Snapshot.EVENTS),
        ErrorCode.UNREADABLE,
        "Cannot read pnc_event/b.txt: a part is a .csv, .csv.gz or .parquet file");
  }

  @Test
  void faultsOfSeveralFilesAreToldAtOnce() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with("pnc_event.csv", "")
            .withLines("pnc_offence.csv", "offence_id,event_id", "O1,E1");

    assertRefused(
        snapshot,
        ErrorCode.UNREADABLE,
        "for 2 reasons",
        "UNREADABLE: Cannot read pnc_event.csv",
        "MISSING_COLUMN: Cannot use pnc_offence.csv: line 1 lacks the required column ho_code");
  }

  private static void assertRefused(Snapshot snapshot, ErrorCode code, String... parts) {
    assertThatThrownBy(snapshot::ingest)
        .isInstanceOfSatisfying(
            DesistException.class,
            e -> {
              assertThat(e.code()).isEqualTo(code);
              assertThat(e.code().type()).isEqualTo(ErrorType.DATA);
              assertThat(e).hasMessageContainingAll(parts);
            });
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream joined = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      joined.writeBytes(part);
    }
    return joined.toByteArray();
  }
}
