// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import org.desist.contract.ValidationCode;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ParquetInputTest {
  private static final String EVENT =
      "'E1' event_id, '03/11985X' pnc_id, 'CAUTION' event_type, date '2015-06-01' event_date";
  private static final String DISPOSAL = "'O1' offence_id, '1015' disposal_code, ";

  @TempDir private Path root;

  @Test
  void rowsAreNumberedFromOne() {
    Snapshot snapshot =
        Snapshot.good(root)
            .parquet(
                "pnc_event",
                "select 'CAUTION' event_type, date '2015-06-01' event_date, '03/11985X' pnc_id,"
                    + " 'E1' event_id, null::varchar court_or_force_code union all select 'X',"
                    + " null, '03/11985X', 'E2', 'C'");
    ResourceResult result = snapshot.ingest().resource("pnc_event");

    assertThat(snapshot.rows("pnc_event", "row_no,event_id,pnc_id,event_type,event_date"))
        .containsExactly("1|E1|2003/0011985X|CAUTION|2015-06-01");
    assertThat(snapshot.quarantine("pnc_event", "file,line,row_no,key,code,field"))
        .containsExactly(
            "pnc_event.parquet|2|2|E2|MISSING_REQUIRED|event_date",
            "pnc_event.parquet|2|2|E2|NOT_IN_ENUM|event_type");
    assertThat(result.rowsRead()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "1::tinyint; 1",
        "1::integer; 1",
        "1::bigint; 1",
        "1::uinteger; 1",
        "4294967295::uinteger; 4294967295",
        "18446744073709551615::ubigint; BAD_TYPE",
        "1.0::double; 1",
        "1.5::double; BAD_TYPE",
        "1.0::float; 1",
        "1.00::decimal(5,2); 1",
        "1.50::decimal(5,2); BAD_TYPE",
        "100::decimal(38,0); 100",
        "'7'; 7",
        "'7.0'; BAD_TYPE",
        "'nan'::double; BAD_TYPE",
        "true; BAD_TYPE",
        "0::bigint; OUT_OF_RANGE",
        "null::bigint; MISSING_REQUIRED",
        "'NULL'; MISSING_REQUIRED",
      })
  void wholeNumbersMayHaveAnyTypeThatLosesNothing(String value, String expected) {
    assertRead("pnc_disposal", DISPOSAL + value + " disposal_seq", "disposal_seq", expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "10.5::double; 10.5",
        "0.1::float; 0.1",
        "10.50::decimal(9,2); 10.5",
        "10.50::decimal(18,2); 10.5",
        "10.50::decimal(38,2); 10.5",
        "10::integer; 10.0",
        "'10.5'; 10.5",
        "1e300::double; 1.0E300",
        "1e-300::double; 1.0E-300",
        "'nan'::double; BAD_TYPE",
        "'inf'::double; BAD_TYPE",
        "'1e3'; BAD_TYPE",
        "-1::integer; OUT_OF_RANGE",
        "date '2015-01-01'; BAD_TYPE",
      })
  void decimalNumbersMayHaveAnyNumericType(String value, String expected) {
    assertRead(
        "pnc_disposal",
        DISPOSAL + "1 disposal_seq, " + value + " fine_amount",
        "fine_amount",
        expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "date '2015-06-01'; 2015-06-01",
        "date '1890-02-28'; 1890-02-28",
        "'2015-06-01'; 2015-06-01",
        "timestamp '2015-06-01 00:00:00'; 2015-06-01",
        "timestamp_ms '2015-06-01 00:00:00'; 2015-06-01",
        "timestamp_ns '2015-06-01 00:00:00'; 2015-06-01",
        "timestamp '2015-06-01 00:00:01'; BAD_TYPE",
        "'01/06/2015'; BAD_TYPE",
        "16587; BAD_TYPE",
        "make_date(0, 1, 1); BAD_TYPE",
        "make_date(10000, 1, 1); BAD_TYPE",
      })
  void datesMayBeDatesTextOrMidnights(String value, String expected) {
    assertRead(
        "pnc_event",
        "'E1' event_id, '03/11985X' pnc_id, 'CAUTION' event_type, " + value + " event_date",
        "event_date",
        expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "true; true",
        "false; false",
        "'TRUE'; true",
        "1; true",
        "0; false",
        "2; BAD_TYPE",
        "'yes'; BAD_TYPE",
      })
  void booleansMayBeBooleansTextOrDigits(String value, String expected) {
    assertRead(
        "pnc_offence",
        "'O1' offence_id, 'E1' event_id, '00101' ho_code, " + value + " taken_into_consideration",
        "taken_into_consideration",
        expected);
  }

  @Test
  void wholeNumbersAreTextWhereTextIsWanted() {
    assertRead(
        "pnc_event",
        "42::bigint event_id, '03/11985X' pnc_id, 'CAUTION' event_type,"
            + " date '2015-06-01' event_date",
        "event_id",
        "42");
  }

  private void assertRead(String resource, String values, String column, String expected) {
    Snapshot snapshot = Snapshot.good(root).parquet(resource, "select " + values);
    ResourceResult result = snapshot.ingest().resource(resource);

    if (result.rowsBad() > 0) {
      assertThat(snapshot.quarantine(resource, "code,field"))
          .containsExactly(expected + "|" + column);
    } else {
      assertThat(snapshot.rows(resource, column)).containsExactly(expected);
    }
  }

  @Test
  void absentRequiredColumnRefuses() {
    assertRefused(
        "select 'E1' event_id, '03/11985X' pnc_id, 'CAUTION' event_type",
        ErrorCode.MISSING_COLUMN,
        "lacks the required column event_date");
  }

  @Test
  void fileWithoutRowsRefuses() {
    assertRefused("select " + EVENT + " where false", ErrorCode.UNREADABLE, "a header and no rows");
  }

  @Test
  void nestedColumnRefuses() {
    assertRefused(
        "select " + EVENT + ", ['C'] court_or_force_code",
        ErrorCode.UNREADABLE,
        "its column court_or_force_code holds lists or records");
  }

  @Test
  void nulCharactersRefuse() {
    assertRefused(
        "select " + EVENT + ", 'a' || chr(0) court_or_force_code",
        ErrorCode.UNREADABLE,
        "its column court_or_force_code holds NUL characters");
  }

  @Test
  void bytesThatAreNotUtf8Refuse() {
    assertRefused(
        "select " + EVENT + ", '\\xFF'::blob court_or_force_code",
        ErrorCode.UNREADABLE,
        "its column court_or_force_code holds text that is not UTF-8");
  }

  private void assertRefused(String select, ErrorCode code, String part) {
    Snapshot snapshot = Snapshot.good(root).parquet("pnc_event", select);

    assertThatThrownBy(snapshot::ingest)
        .isInstanceOfSatisfying(DesistException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining("pnc_event.parquet")
        .hasMessageContaining(part);
  }

  @Test
  void unknownColumnsArePassedOverWhateverTheyHold() {
    Snapshot snapshot =
        Snapshot.good(root).parquet("pnc_event", "select " + EVENT + ", {'a': [1]} extra");
    ResourceResult result = snapshot.ingest().resource("pnc_event");

    assertThat(result.warned(ValidationCode.UNKNOWN_COLUMN)).isEqualTo(1);
    assertThat(snapshot.rows("pnc_event", "event_id")).containsExactly("E1");
  }

  @Test
  void manyRowGroupsAreReadInOrder() {
    Snapshot snapshot = Snapshot.good(root).without("pnc_event.csv");
    Snapshot.execute(
        "copy (select 'E' || i event_id, '03/11985X' pnc_id, 'CAUTION' event_type,"
            + " date '2015-06-01' event_date from range(10000) r(i)) to '"
            + snapshot.folder().resolve("pnc_event.parquet")
            + "' (format parquet, row_group_size 2048)");
    snapshot.ingest();

    assertThat(
            Snapshot.query(
                "select count(*), min(row_no), max(row_no), bool_and(event_id = 'E' || (row_no - 1))"
                    + " from "
                    + snapshot.table("pnc_event/*")))
        .containsExactly("10000|1|10000|true");
  }
}
