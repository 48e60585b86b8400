// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files made to keep a reader busy, or to fill its memory, are given up with a message. */
class ReadingBoundsTest {
  private static final String HEADER = "event_id,pnc_id,event_type,event_date\n";

  @TempDir private Path root;

  @Test
  void refusedRowsStopTheReading() {
    Snapshot snapshot = Snapshot.good(root).with("pnc_event.csv", HEADER + ",,,\n".repeat(200));

    assertThatThrownBy(() -> snapshot.ingest(new ReadingLimits(100, 200)))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.TOO_MANY_REJECTS))
        .hasMessageContaining(
            "Cannot take pnc_event.csv: by line 102 more than 100 of its rows are refused (MISSING_REQUIRED 101)");
  }

  @Test
  void asManyAsTheBoundDoNot() {
    Snapshot snapshot =
        Snapshot.good(root).with("pnc_event.csv", HEADER + "x\n".repeat(100) + "E1,,,\n");

    assertThat(snapshot.ingest(new ReadingLimits(101, 200)).resource("pnc_event").rowsBad())
        .isEqualTo(101);
  }

  @Test
  void denseGzipFileIsGivenUp() {
    assertUnreadable(
        packed("pnc_event.csv.gz", HEADER + ",".repeat(80 << 20)),
        ReadingLimits.USUAL,
        "Cannot read pnc_event.csv.gz: unpacked it is more than 200 times as large as it is packed");
  }

  @Test
  void blankLinesAreNotRowsButHaveABound() {
    byte[] content = (HEADER + "\n".repeat(10_000_001)).getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(() -> names(content))
        .isInstanceOf(RefusedFileException.class)
        .hasMessageContaining("it has more than 10,000,000 blank lines");
  }

  @Test
  void valueOverTheLimitSaysSoWithItsLine() {
    assertUnreadable(
        Snapshot.good(root)
            .with("pnc_event.csv", HEADER + "E1,03/11985X,\"" + "x".repeat(11_000_000)),
        ReadingLimits.USUAL,
        "Cannot read pnc_event.csv: in the row at line 2 a value is longer than 10 MB");
  }

  @Test
  void lineWithoutAnEndIsAValueOverTheLimit() {
    assertUnreadable(
        Snapshot.good(root).with("pnc_event.csv", "x".repeat(11_000_000)),
        ReadingLimits.USUAL,
        "Cannot read pnc_event.csv: in the row at line 1 a value is longer than 10 MB");
  }

  @Test
  void headerHasABound() {
    assertUnreadable(
        Snapshot.good(root).with("pnc_event.csv", ",".repeat(10_001) + "\n"),
        ReadingLimits.USUAL,
        "line 1 has more than 10,000 columns");
    assertUnreadable(
        Snapshot.empty(root).with("pnc_event.csv", "x".repeat(1_000_001) + ",y\n"),
        ReadingLimits.USUAL,
        "names of more than 1,000,000 characters");
  }

  @Test
  void rowOfMillionsOfValuesIsOneFault() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with("pnc_event.csv", Snapshot.EVENTS + ",".repeat(5_000_000) + "\nE2,,,\n");

    assertThat(snapshot.ingest().resource("pnc_event").rowsBad()).isEqualTo(2);
    assertThat(snapshot.quarantine("pnc_event", "distinct line, code"))
        .containsExactly("3|PARSE", "4|MISSING_REQUIRED");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "UTF-16 | it is UTF-16 text",
        "UTF-16LE | it is UTF-16 text",
        "UTF-16BE | it is UTF-16 text",
        "windows-1252 | line 3 holds bytes that are not UTF-8 text: it looks like Windows-1252"
      })
  void anotherEncodingIsNamed(String charset, String message) throws IOException {
    String text = "pnc_id,surname,forenames\n2003/0011985X,Smith,Ann\n2008/0056560Z,Zoë,Bo\n";

    assertUnreadable(
        Snapshot.good(root).with("pnc_person.csv", text.getBytes(charset)),
        ReadingLimits.USUAL,
        message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "504b03041400 | it is a spreadsheet or an archive",
        "1f8b08000000 | it is packed by gzip, and then its name ends in .csv.gz",
        "504152311500 | it is a Parquet file"
      })
  void anotherKindOfFileIsNamed(String start, String message) {
    byte[] bytes = HexFormat.of().parseHex(start);
    assertUnreadable(
        Snapshot.good(root).with("pnc_person.csv", bytes), ReadingLimits.USUAL, message);
  }

  /** Whatever a flipped bit does, it ends as the file's fault, and never as the software's. */
  @Test
  void damagedParquetIsNeverAFaultOfTheSoftware() throws IOException {
    Snapshot snapshot =
        Snapshot.good(root)
            .parquet(
                "pnc_event",
                "select 'E' || i as event_id, '03/11985X' as pnc_id, 'CAUTION' as event_type,"
                    + " date '2015-06-01' as event_date from range(2000) t(i)");
    Path file = snapshot.folder().resolve("pnc_event.parquet");
    byte[] whole = Files.readAllBytes(file);
    Random random = new Random(11);
    Resource resource = DataPackage.extracts().resource("pnc_event").orElseThrow();
    PartSource source =
        new PartSource(
            resource, 0, file.toString(), "pnc_event.parquet", PartSource.FileForm.PARQUET, 1);
    for (int i = 0; i < 150; i++) {
      byte[] damaged = whole.clone();
      // Half of them in the footer, where sizes and places are.
      int from = i % 2 == 0 ? 0 : whole.length - 1200;
      damaged[from + random.nextInt(whole.length - from)] ^= (byte) (1 << random.nextInt(8));
      Files.write(file, damaged);
      try {
        RowParser row = new RowParser(resource, LocalDate.of(2021, 6, 30));
        new ParquetRows(source, row, 200).read(new NoSink());
      } catch (RefusedFileException e) {
        assertThat(e.code()).isIn(ValidationCode.UNREADABLE, ValidationCode.MISSING_COLUMN);
      }
    }
  }

  private static final class NoSink implements RowParser.RowSink {
    @Override
    public void row(long line, RowParser row) {}

    @Override
    public void unparsed(long line, long lastLine, String message) {}
  }

  @Test
  void textFilesFollowThemToo() throws IOException {
    Path file = root.resolve("units.csv.gz");
    byte[] whole = Snapshot.gzip("\uFEFF\"unit\",\"y\"\r\n\"a\",\r\n\"b\",\"1\"\r\n");
    Files.write(file, whole);
    CsvText csv = new CsvText(file, List.of("unit"));
    Map<Long, String> rows = new TreeMap<>();
    csv.read(List.of("y", "unit"), (line, values) -> rows.put(line, values[1] + values[0]));

    assertThat(csv.columns()).containsExactly("unit", "y");
    assertThat(rows).containsExactly(Map.entry(2L, "anull"), Map.entry(3L, "b1"));

    byte[] longer = Arrays.copyOf(whole, whole.length + 1);
    longer[whole.length] = 'x';
    Files.write(file, longer);
    assertRefused(
        () -> csv.read(List.of("y"), (line, values) -> {}),
        "units.csv.gz: the gzip file is truncated or damaged: bytes follow member 1");
    Files.write(file, Snapshot.gzip("unit,y\na,\"1\n2\"\n"));
    assertRefused(
        () -> csv.read(List.of("y"), (line, values) -> {}),
        "line 2: A quoted value holds the end of a line; the row covers lines 2 to 3");
    Files.write(file, Snapshot.gzip("A title,,\n,,\nunit,y,z\na,1,\n"));
    assertRefused(
        () -> new CsvText(file, List.of("unit", "y")),
        "line 1 is no header (it has 1 value and 2 empty cells); the names of the columns stand in line 3");
    Files.write(file, Snapshot.gzip("unit,y,unit\na,1,\n"));
    assertRefused(
        () -> new CsvText(file, List.of("unit", "y")),
        "line 1 names the column unit twice. They are columns 1 and 3:");
  }

  @Test
  void pipesAndDevicesAreRefusedAtOnce() throws Exception {
    Path pipe = root.resolve("pipe.csv");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    assertRefused(
        () -> new CsvText(pipe, List.of()),
        "pipe.csv: it is a named pipe, not a file. Check that it is there and may be read.");
    Path device = Files.createSymbolicLink(root.resolve("device.csv"), Path.of("/dev/zero"));
    assertRefused(() -> new CsvText(device, List.of()), "it is a device, not a file");
    assertRefused(() -> new CsvText(root, List.of()), "it is a folder, not a file");
    Snapshot snapshot = Snapshot.good(root).without("pnc_event.csv");
    Files.createSymbolicLink(snapshot.folder().resolve("pnc_event.csv"), pipe);
    assertUnreadable(
        snapshot,
        ReadingLimits.USUAL,
        "Cannot read pnc_event.csv: it is a named pipe, not a file. Put the file itself there.");
    Files.createSymbolicLink(snapshot.folder().resolve("control.csv"), pipe);
    assertUnreadable(
        snapshot.with("pnc_event/a.csv", Snapshot.EVENTS).without("pnc_event.csv"),
        ReadingLimits.USUAL,
        "Cannot use control.csv: it is a named pipe, not a file");
  }

  private Snapshot packed(String file, String content) {
    return Snapshot.good(root).instead("pnc_event", file, Snapshot.gzip(content));
  }

  private static void names(byte[] content) throws IOException {
    try (InputStream in = new ByteArrayInputStream(content)) {
      DeliveredRows.csv("file.csv", in, Set.of());
    }
  }

  private static void assertRefused(ThrowingCallable reading, String message) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE))
        .hasMessageContaining(message);
  }

  private static void assertUnreadable(Snapshot snapshot, ReadingLimits limits, String message) {
    assertRefused(() -> snapshot.ingest(limits), message);
  }
}
