// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.desist.contract.ValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The codes that refuse a row, and what is written of it. */
class ValueFaultTest {
  private static final String REASON = "line,key,code,level,field,message";
  private static final String OFFENCE_HEADER =
      "offence_id,event_id,ho_code,offence_start_date,force_code,prosecutor,"
          + "taken_into_consideration\n";

  @TempDir private Path root;

  @Test
  void goodRowsAreWrittenAndNothingElse() {
    Snapshot snapshot = Snapshot.good(root);

    IngestResult result = snapshot.ingest();

    assertThat(snapshot.rows("pnc_event", "row_no,event_id,pnc_id,event_type,event_date"))
        .containsExactly("2|E1|2003/0011985X|CONVICTION|2015-06-01");
    assertThat(snapshot.quarantine("pnc_event", "*")).isEmpty();
    assertThat(snapshot.warnings("pnc_event", "*")).isEmpty();
    assertThat(result.rowsRead()).isEqualTo(6);
    assertThat(result.rowsBad()).isZero();
  }

  @Test
  void everyReasonOfARowIsTold() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_offence.csv",
                OFFENCE_HEADER + "O1,,123,2015-02-29,x,CPS,yes\nO2,E1,00101,,,,\n");

    ResourceResult result = snapshot.ingest().resource("pnc_offence");

    assertThat(snapshot.quarantine("pnc_offence", REASON))
        .containsExactly(
            "2|O1|MISSING_REQUIRED|row|event_id|A required value is missing",
            "2|O1|BAD_PATTERN|row|force_code|Not of the form ^\\d{2}$: x",
            "2|O1|BAD_PATTERN|row|ho_code|Not of the form ^\\d{5}$: 123",
            "2|O1|BAD_TYPE|row|offence_start_date|Not a calendar date yyyy-MM-dd: 2015-02-29",
            "2|O1|NOT_IN_ENUM|row|prosecutor|Not one of POLICE, OTHER: CPS",
            "2|O1|BAD_TYPE|row|taken_into_consideration|"
                + "Not one of true, True, TRUE, 1, false, False, FALSE, 0: yes");
    assertThat(snapshot.rows("pnc_offence", "row_no,offence_id")).containsExactly("3|O2");
    assertThat(result.rowsRead()).isEqualTo(2);
    assertThat(result.rowsGood()).isEqualTo(1);
    assertThat(result.rowsBad()).isEqualTo(1);
    // Two values of one row fail their pattern; the row counts once.
    assertThat(result.refused(ValidationCode.BAD_PATTERN)).isEqualTo(1);
    assertThat(result.refused(ValidationCode.BAD_TYPE)).isEqualTo(1);
  }

  @Test
  void personalValuesAreNeverShown() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_person.csv",
                "pnc_id,date_of_birth,sex",
                "2003/0011985X,31/12/1980,M",
                "03/11985Y,,M",
                "Smith,,M")
            .withLines(
                "prison_release.csv",
                "release_id,noms_number,establishment_code,release_date,release_type",
                "R1,a1234aa,ACI,2016-01-01,LICENCE");

    snapshot.ingest();

    assertThat(snapshot.quarantine("pnc_person", REASON))
        .containsExactly(
            "2|null|BAD_TYPE|row|date_of_birth|"
                + "Not a calendar date yyyy-MM-dd (value not shown: personal)",
            "3|null|BAD_CHECK_LETTER|row|pnc_id|"
                + "The check letter does not belong to this PNC id (value not shown: personal)",
            "4|null|BAD_PATTERN|row|pnc_id|Not of the form"
                + " ^(\\d{2}|\\d{4})/?\\d{1,7}[A-HJ-NP-RT-Z]$ (value not shown: personal)");
    assertThat(snapshot.quarantine("prison_release", "key,code,message"))
        .containsExactly(
            "R1|BAD_PATTERN|Not of the form ^[A-Z]\\d{4}[A-Z]{2}$ (value not shown: personal)");
  }

  @Test
  void wrongCheckLetterOutsidePersonsIsAWarningAndTheIdIsMissing() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "prison_release.csv",
                "release_id,noms_number,pnc_id,establishment_code,release_date,release_type",
                "R1,A1234AA,2003/0011985Y,ACI,2016-01-01,LICENCE",
                "R2,A1234AA,none,ACI,2016-01-01,LICENCE",
                "R3,A1234AA,03/11985X,ACI,2016-01-01,LICENCE");

    ResourceResult result = snapshot.ingest().resource("prison_release");

    assertThat(snapshot.rows("prison_release", "release_id,pnc_id"))
        .containsExactly("R1|null", "R2|null", "R3|2003/0011985X");
    assertThat(snapshot.warnings("prison_release", "line,row_no,key,code,level,field"))
        .containsExactly(
            "2|2|R1|BAD_CHECK_LETTER|warning|pnc_id", "3|3|R2|BAD_CHECK_LETTER|warning|pnc_id");
    assertThat(result.warned(ValidationCode.BAD_CHECK_LETTER)).isEqualTo(2);
    assertThat(result.rowsBad()).isZero();
  }

  @Test
  void eventWithWrongCheckLetterHasNoPerson() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_event.csv",
                "event_id,pnc_id,event_type,event_date",
                "E1,2003/0011985Y,CAUTION,2015-06-01");

    ResourceResult result = snapshot.ingest().resource("pnc_event");

    assertThat(snapshot.rows("pnc_event", "event_id")).isEmpty();
    assertThat(snapshot.quarantine("pnc_event", "key,code,field"))
        .containsExactly("E1|MISSING_REQUIRED|pnc_id");
    assertThat(snapshot.warnings("pnc_event", "key,code,field"))
        .containsExactly("E1|BAD_CHECK_LETTER|pnc_id");
    assertThat(result.warned(ValidationCode.BAD_CHECK_LETTER)).isEqualTo(1);
    assertThat(result.refused(ValidationCode.MISSING_REQUIRED)).isEqualTo(1);
  }

  @Test
  void keyOfSeveralFieldsIsJoined() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_disposal.csv",
                "offence_id,disposal_seq,disposal_code",
                "O1,two,1015",
                "O1,,1015",
                ",,1015",
                "O1,0,1015");

    snapshot.ingest();

    assertThat(snapshot.quarantine("pnc_disposal", "line,key,code,field"))
        .containsExactly(
            "2|O1|two|BAD_TYPE|disposal_seq",
            "3|O1||MISSING_REQUIRED|disposal_seq",
            "4|null|MISSING_REQUIRED|disposal_seq",
            "4|null|MISSING_REQUIRED|offence_id",
            "5|O1|0|OUT_OF_RANGE|disposal_seq");
  }

  @Test
  void missingValuesComeBeforeTypeAndPattern() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_offence.csv",
                OFFENCE_HEADER + "O1,E1,00101,NULL,NULL,\"NULL\",\"\"\nO2,E1,NULL,,,,\n");

    snapshot.ingest();

    assertThat(snapshot.rows("pnc_offence", "offence_id,offence_start_date,force_code,prosecutor"))
        .containsExactly("O1|null|null|null");
    assertThat(snapshot.quarantine("pnc_offence", "line,code,field"))
        .containsExactly("3|MISSING_REQUIRED|ho_code");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2015-02-29",
        "2015-13-01",
        "2015-00-10",
        "2015-01-00",
        "0000-01-01",
        "2015-1-01",
        "15-01-01",
        "2015/01/01",
        "2015-01-01 ",
        " 2015-01-01",
        "2015-01-01T00:00:00",
        "20150101",
        "２０１５-01-01"
      })
  void textThatIsNoDateIsRefused(String text) {
    assertThat(refusedEventDate(text)).containsExactly("BAD_TYPE|event_date");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2016-02-29", "2000-02-29", "0001-01-01", "9999-12-31", "1969-12-31"})
  void datesOfTheCalendarAreAccepted(String text) {
    assertThat(refusedEventDate(text)).isEmpty();
    assertThat(Snapshot.empty(root).rows("pnc_event", "event_date")).containsExactly(text);
  }

  private List<String> refusedEventDate(String text) {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_event.csv",
                "event_id,pnc_id,event_type,event_date\nE1,2003/0011985X,CAUTION," + text + "\n");
    snapshot.ingest();
    return snapshot.quarantine("pnc_event", "code,field");
  }

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "+1,1",
    "007,7",
    "9223372036854775807,9223372036854775807",
  })
  void wholeNumbersAreAccepted(String text, String value) {
    Snapshot snapshot = withSequence(text);

    assertThat(snapshot.rows("pnc_disposal", "disposal_seq")).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.0",
        "1e3",
        "1_000",
        "0x1",
        "+",
        "-",
        "--1",
        " 1",
        "1 ",
        "9223372036854775808",
        "-9223372036854775809",
        "99999999999999999999",
        "١"
      })
  void textThatIsNoWholeNumberIsRefused(String text) {
    Snapshot snapshot = withSequence(text);

    assertThat(snapshot.quarantine("pnc_disposal", "code")).containsExactly("BAD_TYPE");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "-9223372036854775808"})
  void wholeNumbersBelowTheMinimumAreRefused(String text) {
    Snapshot snapshot = withSequence(text);

    assertThat(snapshot.quarantine("pnc_disposal", "code,message"))
        .containsExactly("OUT_OF_RANGE|Below the minimum 1: " + text);
  }

  private Snapshot withSequence(String text) {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_disposal.csv",
                "offence_id,disposal_seq,disposal_code\nO1," + text + ",1015\n");
    snapshot.ingest();
    return snapshot;
  }

  @ParameterizedTest
  @CsvSource({
    "10,10.0",
    "10.50,10.5",
    ".5,0.5",
    "5.,5.0",
    "+0.1,0.1",
    "-0,0.0",
    "123456789.12345678,1.2345678912345678E8",
    "0.30000000000000004,0.30000000000000004",
  })
  void decimalNumbersAreAccepted(String text, double value) {
    Snapshot snapshot = withFine(text);

    assertThat(Double.parseDouble(snapshot.rows("pnc_disposal", "fine_amount").get(0)))
        .isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e3", "1E3", "1;000", "£10", ".", "+", "-", "1.2.3", "NaN", "INF", "٣"})
  void textThatIsNoDecimalNumberIsRefused(String text) {
    assertThat(withFine(text).quarantine("pnc_disposal", "code")).containsExactly("BAD_TYPE");
  }

  @Test
  void decimalNumbersTooLargeForADoubleAreRefused() {
    assertThat(withFine("9".repeat(400)).quarantine("pnc_disposal", "code"))
        .containsExactly("BAD_TYPE");
  }

  @Test
  void decimalNumbersBelowTheMinimumAreRefused() {
    assertThat(withFine("-0.01").quarantine("pnc_disposal", "code"))
        .containsExactly("OUT_OF_RANGE");
  }

  private Snapshot withFine(String text) {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_disposal.csv",
                "offence_id,disposal_seq,disposal_code,fine_amount\nO1,1,1015," + text + "\n");
    snapshot.ingest();
    return snapshot;
  }

  @ParameterizedTest
  @CsvSource({
    "true,true",
    "True,true",
    "TRUE,true",
    "1,true",
    "false,false",
    "False,false",
    "FALSE,false",
    "0,false"
  })
  void booleansAreAccepted(String text, String value) {
    Snapshot snapshot = withConsideration(text);

    assertThat(snapshot.rows("pnc_offence", "taken_into_consideration")).containsExactly(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"tRUE", "yes", "Y", "t", "2", "true "})
  void textThatIsNoBooleanIsRefused(String text) {
    assertThat(withConsideration(text).quarantine("pnc_offence", "code"))
        .containsExactly("BAD_TYPE");
  }

  private Snapshot withConsideration(String text) {
    Snapshot snapshot =
        Snapshot.good(root)
            .with("pnc_offence.csv", OFFENCE_HEADER + "O1,E1,00101,,,," + text + "\n");
    snapshot.ingest();
    return snapshot;
  }

  @ParameterizedTest
  @ValueSource(strings = {"caution", "CAUTION ", " CAUTION", "CAUTIONS", "CAUTIO"})
  void listsOfValuesAreExact(String text) {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_event.csv",
                "event_id,pnc_id,event_type,event_date\nE1,2003/0011985X,"
                    + text
                    + ",2015-06-01\n");
    snapshot.ingest();

    assertThat(snapshot.quarantine("pnc_event", "code,field"))
        .containsExactly("NOT_IN_ENUM|event_type");
  }

  @Test
  void longValuesAreShortenedAndShownInOneLine() {
    Snapshot snapshot =
        Snapshot.good(root)
            .with(
                "pnc_event.csv",
                "event_id,pnc_id,event_type,event_date\nE1,2003/0011985X,A\tB"
                    + "x".repeat(100)
                    + ",2015-06-01\n");
    snapshot.ingest();

    assertThat(snapshot.quarantine("pnc_event", "message"))
        .containsExactly(
            "Not one of CONVICTION, CAUTION, REPRIMAND, WARNING, PENALTY_NOTICE: A B"
                + "x".repeat(57)
                + "...");
  }

  @Test
  void namesHaveAComparableFormBesideThem() {
    Snapshot snapshot =
        Snapshot.good(root)
            .withLines(
                "pnc_person.csv",
                "pnc_id,surname,forenames",
                "2003/0011985X,O'Neil-Smith,Zoë",
                "2008/0056560Z,--,");
    snapshot.ingest();

    assertThat(snapshot.rows("pnc_person", "surname,surname_key,forenames,forenames_key"))
        .containsExactly("O'Neil-Smith|ONEILSMITH|Zoë|ZOE", "--|null|null|null");
  }
}
