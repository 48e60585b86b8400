// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ControlTest {
  private static final String HEADER = "resource,rows,sha256";
  private static final String ZEROS = "0".repeat(64);

  @TempDir private Path root;

  @Test
  void rightRowsAndDigestAreAccepted() throws Exception {
    String digest = sha256(Snapshot.EVENTS.getBytes(StandardCharsets.UTF_8));
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "control.csv",
                HEADER,
                "pnc_event,1," + digest.toUpperCase(Locale.ROOT),
                "",
                "pnc_person,1,");

    snapshot.ingest();

    assertThat(
            Snapshot.query(
                "select resource, part, file, rows_read, rows_good, rows_bad, bytes, sha256 from "
                    + snapshot.table("_part/part")
                    + " where resource in ('pnc_event', 'pnc_person') order by resource"))
        .containsExactly(
            "pnc_event|0|pnc_event.csv|1|1|0|" + Snapshot.EVENTS.length() + "|" + digest,
            "pnc_person|0|pnc_person.csv|1|1|0|" + Snapshot.PERSONS.length() + "|null");
  }

  @Test
  void digestOfAGzipFileIsOfTheFileAsDelivered() throws Exception {
    byte[] bytes = Snapshot.gzip(Snapshot.EVENTS);
    Snapshot snapshot =
        Snapshot.good(root)
            .instead("pnc_event", "pnc_event.csv.gz", bytes)
            .withLines("control.csv", HEADER, "pnc_event,1," + sha256(bytes));

    assertThat(snapshot.ingest().rowsRead()).isEqualTo(6);
  }

  @Test
  void digestOfAParquetFileIsChecked() {
    Snapshot snapshot =
        Snapshot.good(root)
            .parquet(
                "pnc_event",
                "select 'E1' event_id, '03/11985X' pnc_id, 'CAUTION' event_type,"
                    + " date '2015-06-01' event_date")
            .withLines("control.csv", HEADER, "pnc_event,1," + ZEROS);

    assertMismatch(snapshot, "it says sha256 " + ZEROS + ", but that of pnc_event.parquet is ");
  }

  @Test
  void otherDigestRefuses() {
    assertMismatch(
        Snapshot.good(root).withLines("control.csv", HEADER, "pnc_event,1," + ZEROS),
        "Cannot reconcile control.csv line 2: it says sha256 " + ZEROS);
  }

  @Test
  void otherNumberOfRowsRefuses() {
    assertMismatch(
        Snapshot.good(root).withLines("control.csv", HEADER, "pnc_event,2,"),
        "Cannot reconcile control.csv line 2: it says 2 rows, but pnc_event.csv has 1");
  }

  @Test
  void rowsInQuarantineCountAsDelivered() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with("pnc_event.csv", Snapshot.EVENTS + "E2\nE3,03/11985X,NONE,2015-06-01\n")
            .withLines("control.csv", HEADER, "pnc_event,3,");

    assertThat(snapshot.ingest().resource("pnc_event").rowsBad()).isEqualTo(2);
  }

  @Test
  void partsAreCountedTogetherAndNotDigested() {
    Snapshot snapshot =
        Snapshot.good(root)
            .without("pnc_event.csv")
            .with("pnc_event/a.csv", Snapshot.EVENTS)
            .with("pnc_event/b.csv", Snapshot.EVENTS);
    snapshot.withLines("control.csv", HEADER, "pnc_event,2," + ZEROS);
    assertThat(snapshot.ingest().resource("pnc_event").rowsRead()).isEqualTo(2);

    snapshot.withLines("control.csv", HEADER, "pnc_event,1," + ZEROS);
    assertMismatch(snapshot, "it says 1 rows, but pnc_event/a.csv and its sister parts has 2");
  }

  @Test
  void unknownResourceRefuses() {
    assertMismatch(
        Snapshot.good(root).withLines("control.csv", HEADER, "pnc_event.csv,1,"),
        "Cannot use control.csv: line 2 names pnc_event.csv, which is not a resource");
  }

  @Test
  void resourceListedTwiceRefuses() {
    assertMismatch(
        Snapshot.good(root).withLines("control.csv", HEADER, "pnc_event,1,", "pnc_event,1,"),
        "line 3 names pnc_event again");
  }

  @Test
  void resourceListedButNotDeliveredRefuses() {
    assertMismatch(
        Snapshot.good(root).withLines("control.csv", HEADER, "assessment,4,"),
        "control.csv line 2: assessment is listed, but is not in ");
  }

  @Test
  void controlOfAnotherFormRefuses() {
    assertRefused(
        Snapshot.good(root).withLines("control.csv", "resource,rows", "pnc_event,1"),
        ErrorCode.UNREADABLE,
        "Cannot use control.csv: its header is not resource,rows,sha256");
    assertRefused(
        Snapshot.good(root).withLines("control.csv", HEADER, "pnc_event,one,"),
        ErrorCode.UNREADABLE,
        "line 2 has not a number of rows");
    assertRefused(
        Snapshot.good(root).withLines("control.csv", HEADER, "pnc_event,1,abc"),
        ErrorCode.UNREADABLE,
        "line 2 has not a number of rows");
    assertRefused(
        Snapshot.good(root).withLines("control.csv", HEADER, "pnc_event,1"),
        ErrorCode.UNREADABLE,
        "line 2 has not a number of rows");
    assertRefused(
        Snapshot.good(root).with("control.csv", ""),
        ErrorCode.UNREADABLE,
        "Cannot use control.csv");
  }

  private static void assertMismatch(Snapshot snapshot, String part) {
    assertRefused(snapshot, ErrorCode.CONTROL_MISMATCH, part);
  }

  private static void assertRefused(Snapshot snapshot, ErrorCode code, String part) {
    assertThatThrownBy(snapshot::ingest)
        .isInstanceOfSatisfying(DesistException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(part);
  }

  private static String sha256(byte[] bytes) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
