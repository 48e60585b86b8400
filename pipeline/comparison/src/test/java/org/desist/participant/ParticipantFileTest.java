// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.desist.contract.ValidationCode;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.JudgedCsv;
import org.desist.participant.Participant.RowFault;
import org.desist.participant.ParticipantFile.Participants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ParticipantFileTest {
  private static final String HEADER =
      "reference,surname,forenames,date_of_birth,sex,pnc_id,noms_number,intervention_start,intervention_end,area\n";

  @TempDir Path folder;

  private Participants read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  private Participants read(byte[] bytes) {
    try {
      return ParticipantFile.read(
          Files.write(folder.resolve("participants.csv"), bytes), LocalDate.of(2021, 12, 31));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Participant one(String row) {
    return read(HEADER + row + "\n").rows().get(0);
  }

  private static String faults(Participant participant) {
    return participant.faults().stream().map(RowFault::sentence).collect(Collectors.joining("\n"));
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRowSpansItsLinesWhetherTheFileIsPackedOrNot(boolean isPacked) throws IOException {
    byte[] text =
        "\uFEFF\"surname\",forenames,date_of_birth,sex\r\n\"Smith\r\nX\",Ann,1985-03-31,F\r\nSmith,Ann,1985-03-31,F\r\n"
            .getBytes(StandardCharsets.UTF_8);
    Path file = folder.resolve(isPacked ? "participants.csv.gz" : "participants.csv");
    try (OutputStream plain = Files.newOutputStream(file);
        OutputStream out = isPacked ? new GZIPOutputStream(plain) : plain) {
      out.write(text);
    }

    JudgedCsv csv = JudgedCsv.read(ParticipantFile.contract(), file, LocalDate.of(2021, 6, 30));

    assertThat(csv.rows()).extracting(JudgedCsv.Row::line).containsExactly(2L, 4L);
    assertThat(csv.rows()).extracting(JudgedCsv.Row::lastLine).containsExactly(3L, 4L);
  }

  @Test
  void aRowIsReadTypedAndItsIdBroughtIntoItsCanonicalForm() {
    Participant one =
        one("A-7,O'Neil,Ann Marie,1985-03-31,F,08/56560Z,A1234AA,2016-01-04,2016-02-04,Leeds");
    assertThat(one)
        .isEqualTo(
            new Participant(
                1,
                2,
                "A-7",
                "O'Neil",
                "Ann Marie",
                LocalDate.of(1985, 3, 31),
                "F",
                "2008/0056560Z",
                "2008/0056560Z",
                "A1234AA",
                null,
                null,
                LocalDate.of(2016, 1, 4),
                LocalDate.of(2016, 2, 4),
                "Leeds",
                java.util.List.of()));
    assertThat(one.isUsable()).isTrue();
    assertThat(one.anchor()).isEqualTo("2016-01-04");
    assertThat(one).hasToString("Participant[row=1]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A-7,Smith,Ann,,F,,,2016-01-04,, | date_of_birth: MISSING_REQUIRED, A required value is missing. Fill it in.",
        "A-7,Smith,Ann,,F,,12345,2016-01-04,, | date_of_birth: MISSING_REQUIRED",
        "A-7,Smith,Ann,31/03/85,F,,,2016-01-04,, | date_of_birth: BAD_TYPE, Not a calendar date yyyy-MM-dd (value not shown: personal). Write the whole day as the rest of the column has it, or as 1985-03-31.",
        "A-7,Smith,Ann,1985-02-30,F,,,2016-01-04,, | date_of_birth: BAD_TYPE",
        "A-7,Smith,Ann,1985-03-31,F,,,,, | intervention_start: MISSING_REQUIRED, None of index_date, conviction_date and intervention_start is there. Fill in one of the three.",
        "A-7,Smith,Ann,1985-03-31,F,,,04.01.16,, | intervention_start: BAD_TYPE, Not a calendar date yyyy-MM-dd: 04.01.16."
      })
  void aFaultMakesTheRowUnusableAndIsNamedWithTheProvidersReference(String row, String fault) {
    Participant one = one(row);
    assertThat(one.isUsable()).isFalse();
    assertThat(one.faults()).hasSize(1);
    assertThat(faults(one)).startsWith("row 1 (line 2, reference A-7), " + fault);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "A-7,,Ann,1985-03-31,F,,,2016-01-04,, | surname: MISSING_REQUIRED, A required value is missing; the row is used without it. Fill it in.",
        "A-7,Smith,,1985-03-31,F,,,2016-01-04,, | forenames: MISSING_REQUIRED",
        "A-7,Smith,Ann,1985-03-31,,,,2016-01-04,, | sex: MISSING_REQUIRED",
        "A-7,Smith,Ann,1985-03-31,Unsaid,,,2016-01-04,, | sex: NOT_IN_ENUM, Not one of M, F: Unsaid; the row is used without it. Write one of the values that are allowed, in capitals.",
        "A-7,???,Ann,1985-03-31,F,,,2016-01-04,, | surname: BAD_PATTERN, There is no letter in it (value not shown: personal); the row is used without it. Write the name.",
        "A-7,Smith,Ann,,F,2008/0056560Z,,2016-01-04,, | date_of_birth: MISSING_REQUIRED",
        "A-7,Smith,Ann,31/03/85,F,,A1234AA,2016-01-04,, | date_of_birth: BAD_TYPE"
      })
  void aRowMayMissOneFieldAsLongAsTheOthersIdentify(String row, String fault) {
    Participant one = one(row);
    assertThat(one.isUsable()).isTrue();
    assertThat(faults(one)).startsWith("row 1 (line 2, reference A-7), " + fault);
    assertThat(one.faults()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        // No name; no date of birth and no id; an id with a wrong letter; a number of another form.
        "A-7,,,1985-03-31,F,2008/0056560Z,A1234AA,2016-01-04,,",
        "A-7,?,!,1985-03-31,F,2008/0056560Z,A1234AA,2016-01-04,,",
        "A-7,Smith,Ann,,F,,,2016-01-04,,",
        "A-7,Smith,Ann,,F,2008/0056560X,,2016-01-04,,",
        "A-7,Smith,Ann,,F,,1234AA,2016-01-04,,"
      })
  void aRowThatDoesNotIdentifyAnybodyCannotBeUsed(String row) {
    assertThat(one(row).isUsable()).isFalse();
  }

  @Test
  void everyFaultOfARowIsNamed() {
    assertThat(one("A-7,,,x,?,,,,,").faults())
        .extracting(RowFault::field)
        .containsExactly("surname", "forenames", "date_of_birth", "sex", "intervention_start");
  }

  @ParameterizedTest
  @CsvSource({"2008/0056560X", "not an id"})
  void anIdThatIsWrongCountsAsMissing(String id) {
    Participant one = one("A-7,Smith,Ann,1985-03-31,F," + id + ",,2016-01-04,,");
    assertThat(one.isUsable()).isTrue();
    assertThat(one.pncId()).isNull();
    assertThat(one.writtenPncId()).isEqualTo(id.startsWith("2008") ? id : null);
    assertThat(one.faults())
        .extracting(RowFault::code)
        .containsExactly(ValidationCode.BAD_CHECK_LETTER);
    assertThat(faults(one)).doesNotContain(id).contains("it counts as missing");
  }

  @Test
  void anEndBeforeTheStartCountsAsMissing() {
    Participant one = one("A-7,Smith,Ann,1985-03-31,F,,,2016-01-04,2015-12-31,");
    assertThat(one.isUsable()).isTrue();
    assertThat(one.interventionEnd()).isNull();
    assertThat(faults(one))
        .contains("intervention_end: DATE_ORDER, It is before intervention_start and counts as");
  }

  @ParameterizedTest
  @CsvSource({
    "1985-03-31,0017-07-01,It is before the person was born",
    "1985-03-31,1985-03-30,It is before the person was born",
    "1985-03-31,1991-03-30,It is before the person was ten years old",
    "1985-03-31,2022-01-01,It is after the records of 2021-12-31"
  })
  void aStartThatCannotBeIsWarnedOf(String birth, String start, String what) {
    Participant one = one("A-7,Smith,Ann,%s,F,,,%s,,".formatted(birth, start));
    assertThat(one.isUsable()).isTrue();
    assertThat(faults(one))
        .isEqualTo(
            "row 1 (line 2, reference A-7), intervention_start: DATE_ORDER, %s. Check the year."
                .formatted(what))
        .doesNotContain(birth);
  }

  @Test
  void anEndMayLieAheadButNotInTheYearSeventeen() {
    assertThat(one("A-7,Smith,Ann,1985-03-31,F,,,2021-11-04,2022-03-01,").faults()).isEmpty();
    assertThat(faults(one("A-7,Smith,Ann,1985-03-31,F,,,2021-11-04,0017-03-01,")))
        .contains(
            "intervention_end: DATE_ORDER, It is before the person was born. Check the year.");
  }

  @Test
  void aRowThatCannotBeTakenApartIsOneThatCannotBeUsed() {
    Participants all = read(HEADER + "A-1,Smith\nA-2,Smith,Ann,1985-03-31,F,,,2016-01-04,,\n");
    assertThat(all.rows()).extracting(Participant::isUsable).containsExactly(false, true);
    assertThat(faults(all.rows().get(0)))
        .startsWith("row 1 (line 2): PARSE, The row has 2 values where the header has 10.");
    assertThat(all.usable()).extracting(Participant::row).containsExactly(2);
  }

  @Test
  void noFaultRepeatsAPersonalValue() {
    Participants all =
        read(
            HEADER
                + "A-1,12345,Zebedee,1985-3-9,F,2008/0056560X,A1234AA,2016-01-04,,\n"
                + "A-2,Quux,Zebedee,09/03/85,X,,,,,\n");
    assertThat(all.faults().stream().map(RowFault::sentence).collect(Collectors.joining()))
        .contains("A-1", "A-2", "BAD_CHECK_LETTER")
        .doesNotContain("12345", "Zebedee", "1985-3-9", "0056560", "Quux", "09/03/85");
  }

  @Test
  void aSpreadsheetsMarkLineEndsAndEmptyRowsAreSurvived() {
    Participants all =
        read(
            "\uFEFF"
                + HEADER.replace("\n", "\r\n")
                + "A-1,Smith,Ann,1985-03-31,F,,,2016-01-04,,\r\n"
                + ",,,,,,,,,\r\n"
                + "A-3,Smith,\"Zoë, Ann\",1985-03-31,F,,,2016-01-04,,\r\n"
                + ",,,,,,,,,\r\n\r\n");
    assertThat(all.rows()).extracting(Participant::row).containsExactly(1, 3);
    assertThat(all.rows()).extracting(Participant::line).containsExactly(2L, 4L);
    assertThat(all.usable()).hasSize(2);
    assertThat(all.rows().get(1).forenames()).isEqualTo("Zoë, Ann");
    assertThat(all.notes()).containsExactly("Rows without any value that were passed over: 2.");
  }

  @Test
  void furtherColumnsAreNamedAndPassedOver() {
    Participants all =
        read(
            """
            surname,shoe_size,forenames,date_of_birth,sex,conviction_date
            Smith,44,Ann,1985-03-31,F,2016-01-04
            """);
    assertThat(all.notes()).containsExactly("Columns that are not used: shoe_size.");
    assertThat(all.rows().get(0).convictionDate()).isEqualTo("2016-01-04");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "surname,forenames,sex\\nSmith,Ann,F\\n | MISSING_COLUMN | line 1 lacks the required column date_of_birth. Ask the sender for it",
        "name;born\\nSmith;1985-03-31\\n | MISSING_COLUMN | in none of its first 20 lines stand two headings that are known. Write the names of the columns above the rows (surname, forenames, date_of_birth, sex), or say",
        "surname,forenames,date_of_birth,sex\\n | UNREADABLE | it has a header and no rows. Write a row for every person who took part.",
        "surname,forenames,date_of_birth,sex\\n,,,\\n | UNREADABLE | it has a header and no rows.",
        "'' | UNREADABLE | it is empty, without even a header.",
        "surname,forenames,date_of_birth,sex\\n\"Smith,Ann,1985-03-31,F\\n | UNREADABLE | a quote opened in the row at line 2 never closes."
      })
  void aFileThatCannotBeUsedAsAWholeIsRefused(String text, ErrorCode code, String message) {
    assertThatThrownBy(() -> read(text.replace("\\n", "\n").replace("''", "")))
        .isInstanceOfSatisfying(DesistException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageStartingWith("Cannot ")
        .hasMessageContaining("participants.csv")
        .hasMessageContaining(message);
  }

  @Test
  void aQuoteOverSeveralLinesIsOneRowThatCannotBeUsed() {
    Participants participants =
        read(
            """
            reference,surname,forenames,date_of_birth,sex,index_date
            R01,Smith,Ann,1985-03-31,F,2016-01-04
            R02,"Jones,Bo,1985-03-31,M,2016-01-04
            R03,Brown",Cy,1985-03-31,M,2016-01-04
            R04,White,Di,1985-03-31,F,2016-01-04
            """);

    assertThat(participants.rows()).hasSize(3);
    assertThat(participants.rows().get(1).faults())
        .extracting(RowFault::sentence)
        .containsExactly(
            "row 2 (line 3): PARSE, A quoted value holds the end of a line; the row covers lines 3 to 4. Close or remove the quote: lines 3 to 4 were read as one row.");
  }

  @Test
  void aBirthDateThatCannotBeCountsAsMissing() {
    Participants participants =
        read(
            """
            surname,forenames,date_of_birth,sex,index_date
            Smith,Ann,1906-12-31,F,2016-01-04
            Smith,Ann,1906-12-30,F,2016-01-04
            Smith,Ann,2022-01-01,F,2016-01-04
            """);

    assertThat(participants.rows())
        .extracting(row -> row.birth() == null)
        .containsExactly(false, true, true);
    assertThat(participants.rows().get(1).faults())
        .extracting(fault -> fault.code() + " " + fault.level())
        .containsExactly("IMPLAUSIBLE_DATE WARNING", "MISSING_REQUIRED ROW");
  }
}
