// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.contract.Field;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.participant.Participant.RowFault;
import org.desist.participant.ParticipantFile.Participants;
import org.desist.sent.Spreadsheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists as providers have them give the participants of the plain file, or are asked about. */
class SentListTest {
  private static final String PLAIN =
      """
      reference,surname,forenames,date_of_birth,sex,pnc_id,intervention_start
      A-1,O'Neil,Zoë,1985-03-31,F,2008/0056560Z,2016-01-04
      A-2,Smith,Łukasz,1991-11-02,M,,2016-02-15
      """;
  private static final List<Object> HEADINGS =
      List.of("Ref", "SURNAME", "First Name(s)", "Date of birth", "Gender", "PNC ID", "Start date");

  @TempDir Path folder;

  private Participants read(byte[] bytes, ListHints hints) {
    try {
      return ParticipantFile.read(
          Files.write(folder.resolve("participants.csv"), bytes),
          hints,
          LocalDate.of(2021, 12, 31));
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private Participants read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8), ListHints.NONE);
  }

  private Participants read(Path file) {
    return ParticipantFile.read(file, LocalDate.of(2021, 12, 31));
  }

  private static List<Object> row(Object... values) {
    return List.of(values);
  }

  /** Everything but the line is what the plain file gives. */
  private void assertPlain(Participants sent) {
    assertThat(sent.rows())
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line", "row")
        .isEqualTo(read(PLAIN).rows());
    assertThat(sent.faults()).isEmpty();
  }

  @Test
  void aListInTheFormOfTheContractIsReadAsItIs() {
    assertThat(read(PLAIN).assumptions()).isEmpty();
    assertThat(read(PLAIN).rows()).extracting(Participant::line).containsExactly(2L, 3L);
  }

  @ParameterizedTest
  @ValueSource(strings = {";", "\t", "|", ","})
  void anotherSeparatorIsRecognised(String separator) {
    Participants sent = read(PLAIN.replace(",", separator));
    assertPlain(sent);
    assertThat(sent.assumptions()).hasSize(separator.equals(",") ? 0 : 1);
    assertPlain(read("sep=" + separator + "\r\n" + PLAIN.replace(",", separator)));
  }

  @ParameterizedTest
  @CsvSource({"UTF-16LE,true", "UTF-16BE,true", "UTF-16LE,false", "UTF-16BE,false"})
  void utf16IsRecognisedWithAndWithoutItsMark(String charset, boolean isMarked) {
    Participants sent =
        read(
            ((isMarked ? "\uFEFF" : "") + PLAIN.replace(",", "\t"))
                .getBytes(Charset.forName(charset)),
            ListHints.NONE);
    assertPlain(sent);
    assertThat(sent.assumptions()).contains("The text is in UTF-16.");
  }

  @Test
  void windows1252IsReadAndToldAndTwoEncodingsInOneFileAreNot() {
    byte[] bytes = PLAIN.replace("Łukasz", "Lukasz").getBytes(Charset.forName("windows-1252"));
    Participants sent = read(bytes, ListHints.NONE);
    assertThat(sent.rows().get(0).forenames()).isEqualTo("Zoë");
    assertThat(sent.assumptions())
        .containsExactly(
            "The text is not in UTF-8 and is read as Windows-1252: check a name with an accent.");
    byte[] utf8 = PLAIN.getBytes(StandardCharsets.UTF_8);
    byte[] both = new byte[bytes.length + utf8.length];
    System.arraycopy(bytes, 0, both, 0, bytes.length);
    System.arraycopy(utf8, 0, both, bytes.length, utf8.length);
    assertThatThrownBy(() -> read(both, ListHints.NONE))
        .hasMessageContaining("line 2 holds bytes that are not UTF-8 text");
  }

  @Test
  void titlesAboveTheHeaderArePassedOverAndLinesStayThoseOfTheFile() {
    Participants sent = read("Example Trust,,,,,,\n\nConfidential,,,,,,\n" + PLAIN + "A-3,x\n");
    assertThat(sent.usable()).hasSize(2);
    assertThat(sent.rows()).extracting(Participant::line).containsExactly(5L, 6L, 7L);
    assertThat(sent.assumptions())
        .containsExactly("The headings stand in line 4; rows above them that are passed over: 2.");
    assertThat(sent.rows().get(2).faults())
        .extracting(RowFault::message)
        .containsExactly("The row has 2 values where the header has 7");
  }

  /** Files of LibreOffice: what is in them, {@link Spreadsheets} says. */
  @ParameterizedTest
  @ValueSource(strings = {"xlsx", "ods"})
  void aSpreadsheetOfAnotherProgramGivesTheSameWhateverItsName(String kind) throws IOException {
    Path file = folder.resolve("list.csv");
    Files.copy(Path.of("src/test/resources/sent/people." + kind), file);
    Participants sent = read(file);
    assertThat(sent.rows())
        .extracting(Participant::reference, Participant::line, Participant::area)
        .containsExactly(tuple("A-1", 4L, "Leeds"), tuple("A-2", 5L, null), tuple("A-3", 6L, null));
    assertThat(sent.rows().subList(0, 2))
        .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line", "row", "area")
        .isEqualTo(read(PLAIN).rows());
    assertThat(sent.rows().get(2).birth()).isEqualTo("1990-01-31");
    assertThat(sent.faults()).isEmpty();
    assertThat(sent.notes()).containsExactly("Columns that are not used: Attendance.");
    assertThat(sent.assumptions())
        .containsExactly(
            "The list is a spreadsheet (%s): the values stored in its cells are read, and a line in a message is a row of the sheet."
                .formatted(kind),
            "Sheet 2 of 2 is read: no other has headings that are known.",
            "The headings stand in line 3; rows above them that are passed over: 1.",
            "Cells that hold a formula, of which the stored value is read and nothing is calculated: 3.",
            "Cells that hold an error and are read as empty: 1.",
            "Rows that the sheet hides and that are read like the others: 1.",
            "Cells that stretch over others, of which only the first has the value: 1.",
            "Headings are read so: 'Ref' as reference, 'SURNAME' as surname, 'First Name(s)' as forenames, 'Date of birth' as date_of_birth, 'Gender' as sex, 'PNC ID' as pnc_id, 'Start date' as intervention_start, 'Area' as area.",
            "The last row says total, and has neither a name, a date of birth nor an id: it is left out.",
            "Words for the sex are read as M and F.");
  }

  @Test
  void daysOfASpreadsheetAreThoseOfItsCalendar() {
    List<Object> header = row("surname", "forenames", "date_of_birth", "sex", "index_date");
    List<Object> ann = row("Smith", "Ann", LocalDate.of(1985, 2, 3), "F", "2016-01-04");
    for (Path file :
        List.of(
            Spreadsheets.xlsx(folder.resolve("a.xlsx"), List.of(header, ann)),
            Spreadsheets.xlsxFrom1904(folder.resolve("b.xlsx"), List.of(header, ann)),
            Spreadsheets.ods(folder.resolve("c.ods"), List.of(header, ann)))) {
      assertThat(read(file).rows())
          .extracting(Participant::birth)
          .containsExactly(LocalDate.of(1985, 2, 3));
    }
  }

  @Test
  void aListOf800PeopleIsReadInLessThanASecond() {
    ThreadMXBean processor = ManagementFactory.getThreadMXBean();
    List<List<Object>> rows = new ArrayList<>();
    rows.add(HEADINGS);
    for (int i = 0; i < 800; i++) {
      LocalDate birth = LocalDate.of(1970, 1, 1).plusDays(i);
      rows.add(row("R" + i, "Smith", "Ann", birth, "F", "", LocalDate.of(2016, 1, 4)));
    }
    for (Path file :
        List.of(
            Spreadsheets.xlsx(folder.resolve("a.xlsx"), rows),
            Spreadsheets.ods(folder.resolve("b.ods"), rows))) {
      read(file);
      long start = processor.getCurrentThreadCpuTime();
      assertThat(read(file).usable()).hasSize(800);
      assertThat(Duration.ofNanos(processor.getCurrentThreadCpuTime() - start))
          .isLessThan(Duration.ofSeconds(1));
    }
  }

  @Test
  void aSpreadsheetThatLeavesOpenWhatItIsIsRefused() {
    List<List<Object>> list = List.of(HEADINGS, row("A-1"));
    assertThatThrownBy(() -> read(Spreadsheets.xlsx(folder.resolve("two.xlsx"), list, list)))
        .hasMessageContaining(
            "2 of them have a header that is known. Which one is meant cannot be");
    assertThatThrownBy(
            () -> read(Spreadsheets.xlsx(folder.resolve("none.xlsx"), List.of(row("x")))))
        .hasMessageContaining("a spreadsheet with 1 sheet, and in the first 20 rows of none stand");
    assertThatThrownBy(
            () -> read(Spreadsheets.zip(folder.resolve("a.zip"), List.of("list.csv", PLAIN))))
        .hasMessageContaining("it is an archive and no spreadsheet");
    assertThatThrownBy(
            () ->
                read(
                    new byte[] {
                      (byte) 0xd0,
                      (byte) 0xcf,
                      0x11,
                      (byte) 0xe0,
                      (byte) 0xa1,
                      (byte) 0xb1,
                      0x1a,
                      (byte) 0xe1,
                      0
                    },
                    ListHints.NONE))
        .hasMessageContaining("before 2007, or has a password");
    assertThatThrownBy(() -> read(new byte[] {'P', 'K', 3, 4, 0}, ListHints.NONE))
        .hasMessageContaining("no spreadsheet");
  }

  /** No file beside it is read, and no more memory used than a list needs; empty cells are free. */
  @Test
  void aSpreadsheetThatIsAnAttackIsRefused() {
    String type = "application/vnd.oasis.opendocument.spreadsheet";
    String names =
        "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\"";
    String document =
        "%s<office:document-content %s><office:automatic-styles/><office:body><office:spreadsheet><table:table table:name=\"A\"><table:table-row table:number-rows-repeated=\"%s\"><table:table-cell table:number-columns-repeated=\"9000\" office:value-type=\"string\"><text:p>%s</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>";
    String entity = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";
    assertRefused(
        List.of("mimetype", type, "content.xml", document.formatted("", names, 9000, "surname")),
        "5,000,000 cells");
    assertRefused(
        List.of(
            "mimetype",
            type,
            "content.xml",
            document
                .replace("repeated=\"9000\"", "spanned=\"9000\" table:number-rows-spanned=\"9000\"")
                .formatted("", names, 1, "surname")),
        "5,000,000 cells");
    String empty = " office:value-type=\"string\"><text:p>%s</text:p></table:table-cell>";
    assertRefused(
        List.of(
            "mimetype",
            type,
            "content.xml",
            document.replace(empty, "/>").formatted("", names, 9000)),
        "of none stand names of columns");
    assertRefused(
        List.of("mimetype", type, "content.xml", document.formatted(entity, names, 1, "&e;")),
        "damaged");
    assertRefused(
        List.of(
            "xl/workbook.xml",
            entity + "<workbook>&e;</workbook>",
            "[Content_Types].xml",
            "<Types/>"),
        "damaged");
    assertRefused(List.of("xl/workbook.xml", " ".repeat(101 << 20)), "more than 100 MB");
  }

  private void assertRefused(List<String> parts, String why) {
    assertThatThrownBy(() -> read(Spreadsheets.zip(folder.resolve("attack"), parts)))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE))
        .hasMessageContaining(why)
        .hasMessageNotContaining("root:");
  }

  @Test
  void datesThatMayMeanTwoDaysAreAskedForAndTheAnswerIsTaken() {
    String list =
        "surname,forenames,date_of_birth,sex,intervention_start\nSmith,Ann,03/04/1985,F,31/01/2016\nRay,Bo,05/06/1985,M,01/02/2016\n";
    assertThatThrownBy(() -> read(list))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.UNREADABLE))
        .hasMessageEndingWith(
            "participants.csv: it cannot be known which days its dates mean.\n  date_of_birth: is 03/04/2015 the 3rd of April (dd/MM/yyyy) or the 4th of March (MM/dd/yyyy)? Every date of the column fits both.\nWhoever made the list knows: write the answer into request.yaml, such as dates: {date_of_birth: dd/MM/yyyy}, or send the dates as 2015-04-03.")
        .hasMessageNotContaining("1985");
    Participants sent =
        read(
            list.getBytes(StandardCharsets.UTF_8),
            new ListHints(Map.of(), Map.of("date_of_birth", "MM/dd/yyyy")));
    assertThat(sent.rows())
        .extracting(Participant::birth)
        .containsExactly(LocalDate.of(1985, 3, 4), LocalDate.of(1985, 5, 6));
    assertThat(sent.rows().get(1).interventionStart()).isEqualTo("2016-02-01");
    assertThat(sent.assumptions())
        .contains("Dates of date_of_birth are read as MM/dd/yyyy, as request.yaml says.");
  }

  @ParameterizedTest
  @CsvSource({
    "31/03/1985,1985-03-31",
    "31-03-1985,1985-03-31",
    "31.3.1985,1985-03-31",
    "31 March 1985,1985-03-31",
    "31-Mar-1985,1985-03-31",
    "03/31/1985,1985-03-31",
    "1985/03/31,1985-03-31",
    "1985-03-31 00:00:00,1985-03-31",
    "03/03/1985,1985-03-03"
  })
  void aFormThatEveryDateFitsIsRead(String written, LocalDate day) {
    Participants sent =
        read(
            "surname,forenames,date_of_birth,sex,index_date\nSmith,Ann,%s,F,2016-01-04\nRay,Bo,unknown,F,2016-01-04\n"
                .formatted(written));
    assertThat(sent.rows()).extracting(Participant::birth).containsExactly(day, null);
    assertThat(sent.rows().get(1).faults()).extracting(RowFault::field).contains("date_of_birth");
    assertThat(sent.assumptions()).hasSize(1);
  }

  @Test
  void datesOfTwoFormsAreAskedForAndASpreadsheetsMixedWithTextsToo() {
    assertThatThrownBy(
            () ->
                read(
                    "surname,forenames,date_of_birth,sex\nSmith,Ann,31/03/1985,F\nRay,Bo,03/31/1985,F\n"))
        .hasMessageContaining("date_of_birth: in which form are they? No form fits every one");
    List<List<Object>> rows =
        List.of(
            row("surname", "forenames", "date_of_birth", "sex", "index_date"),
            row("Smith", "Ann", LocalDate.of(1985, 2, 3), "F", "2016-01-04"),
            row("Ray", "Bo", "31/03/1985", "M", "2016-01-04"));
    Path file = Spreadsheets.xlsx(folder.resolve("mixed.xlsx"), rows);
    assertThatThrownBy(() -> read(file)).hasMessageContaining("swap day and month in the former?");
    assertThat(
            ParticipantFile.read(
                    file,
                    new ListHints(Map.of(), Map.of("date_of_birth", "dd/MM/yyyy")),
                    LocalDate.of(2021, 12, 31))
                .rows())
        .extracting(Participant::birth)
        .containsExactly(LocalDate.of(1985, 2, 3), LocalDate.of(1985, 3, 31));
  }

  @Test
  void twoHeadingsForAFieldAreAskedForAndTheRequestDecides() {
    String list =
        "Last name,Family name,First name,DOB,Sex,Start date\nSmith,Old,Ann,1985-03-31,F,2016-01-04\n";
    assertThatThrownBy(() -> read(list))
        .hasMessageContaining(
            "line 1 more than one heading may be surname: 'Last name' and 'Family")
        .hasMessageContaining("columns: {surname: 'Last name'}");
    Participants sent =
        read(
            list.getBytes(StandardCharsets.UTF_8),
            new ListHints(Map.of("surname", "last NAME"), Map.of()));
    assertThat(sent.rows().get(0).surname()).isEqualTo("Smith");
    assertThat(sent.notes()).containsExactly("Columns that are not used: Family name.");
  }

  @Test
  void aHeadingThatIsNotKnownIsAskedForAndTheRequestNamesIt() {
    String list = "Surname,First name,Born,Sex,Start date\nSmith,Ann,1985-03-31,F,2016-01-04\n";
    assertThatThrownBy(() -> read(list))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.MISSING_COLUMN))
        .hasMessageContaining("in line 1 no heading is known for date_of_birth.")
        .hasMessageContaining("columns: {date_of_birth: 'Born'}");
    byte[] bytes = list.getBytes(StandardCharsets.UTF_8);
    assertThat(
            read(bytes, new ListHints(Map.of("date_of_birth", "Born"), Map.of()))
                .rows()
                .get(0)
                .birth())
        .isEqualTo("1985-03-31");
    assertThatThrownBy(() -> read(bytes, new ListHints(Map.of("date_of_birth", "Borne"), Map.of())))
        .hasMessageContaining("which heading is date_of_birth")
        .hasMessageContaining("the nearest is 'Born'");
  }

  /** The page for providers lists what the table knows. */
  @Test
  void thePageHasEveryHeading() throws IOException {
    Map<String, List<String>> byField =
        Resources.text("contract/participants.headings.csv")
            .lines()
            .skip(1)
            .map(line -> line.split(",", 2))
            .collect(
                Collectors.groupingBy(
                    parts -> parts[0], Collectors.mapping(parts -> parts[1], Collectors.toList())));
    assertThat(byField.keySet())
        .containsExactlyInAnyOrderElementsOf(
            ParticipantFile.contract().fields().stream().map(Field::name).toList());
    String page = Files.readString(Path.of("../../docs/comparison.md"));
    byField.forEach(
        (field, headings) ->
            assertThat(page)
                .contains("| `%s` | %s |".formatted(field, String.join(", ", headings))));
  }

  @Test
  void allHeadingsThatAreNotKnownAreAskedForAtOnce() {
    assertThatThrownBy(
            () ->
                read(
                    "No.,Surname,First name,D.O.B.,Gender identity,Began on\nA-1,Smith,Ann,1985-03-31,F,2016-01-04\n"))
        .hasMessageContaining(
            "no heading is known for sex, intervention_start. Headings that are not known: 'No.', 'Gender identity', 'Began on'.")
        .hasMessageContaining(
            "columns: {sex: 'Gender identity', intervention_start: YOUR HEADING}");
  }

  @Test
  void yearsOfTwoDigitsAreAskedAboutOnceAColumn() {
    assertThatThrownBy(
            () ->
                read(
                    "surname,forenames,date_of_birth,sex,index_date\nSmith,Ann,31/03/85,F,2016-01-04\nLee,Bo,1-Apr-85,M,2016-01-05\n"))
        .hasMessageContaining(
            "  date_of_birth: its years have two digits: is 80 the year 1980? Show four digits")
        .hasMessageEndingWith("Whoever made the list knows.");
  }

  @Test
  void aLastRowOfASomebodyIsNoTotal() {
    Participants sent =
        read("surname,forenames,date_of_birth,sex,index_date\nTotal,Ann,1985-03-31,F,2016-01-04\n");
    assertThat(sent.usable()).hasSize(1);
    assertThat(read(PLAIN + "Total: 2,,,,,,\n").assumptions()).hasSize(1);
    assertThat(read(PLAIN + "Total,,,2 people,,,\n").assumptions()).hasSize(1);
  }
}
