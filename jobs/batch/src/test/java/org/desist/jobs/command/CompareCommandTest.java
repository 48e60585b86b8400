// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.desist.ProjectFolder;
import org.desist.inquiry.RequestFolder;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.request.Request;
import org.desist.request.RequestFile;
import org.desist.run.OutLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Comparison requests by hand, on the people of the small world: too few for any result. */
class CompareCommandTest {
  private static final String HEADER =
      "reference,surname,forenames,date_of_birth,sex,pnc_id,intervention_start";

  @TempDir static Path folder;
  private static Path out;
  private Terminal terminal;

  @BeforeAll
  static void publish() {
    out = SmallWorld.in(folder).publishFirst("out");
  }

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of());
  }

  private int compare(String... words) {
    return terminal.type(
        Stream.concat(Stream.of("compare", "--out", out.toString()), Stream.of(words))
            .toArray(String[]::new));
  }

  /** With two people of the small world, a stranger, and a row that cannot be used. */
  private static Path request(String name, String... more) throws IOException {
    List<String> rows =
        List.of(
            HEADER,
            "A1,Victed,Connor,1984-04-11,M,2010/0000101L,2017-07-20",
            "A2,Order,Courtney,1984-04-12,F,,2017-07-20",
            "A3,Quillonsworth,Zebedee,1971-02-03,M,,2017-07-20",
            "A4,Quillonsworth,Zebedee,31/02/1971,X,,2017-07-20");
    return request(name, rows, more);
  }

  private static Path request(String name, List<String> rows, String... more) throws IOException {
    Path request = folder.resolve("requests-of-the-test").resolve(name);
    return RequestFolders.write(request, name, "A Trust", rows, more);
  }

  @Test
  void aRequestIsAnsweredByOneProcessAtATime() throws IOException {
    Path request = request("twice");
    Path working = RequestFolder.of(out, "twice").working();
    OutLock other = OutLock.take(working, Clock.systemUTC());
    try {
      assertThat(compare(request.toString())).isEqualTo(6);
      assertThat(compare(request.toString(), "--clinic")).isEqualTo(6);
    } finally {
      other.close();
    }
    assertThat(terminal.err())
        .contains("LOCKED: Cannot start in " + working, "Wait until it has ended");
    assertThat(compare(request.toString())).isZero();
  }

  @Test
  void aPersonCanBeNamedWithoutBeingSeenAmongTheProcesses() throws IOException {
    Path request = request("named");
    Path file = Files.writeString(folder.resolve("person.txt"), "2010/0000101L\n");

    compare(request.toString(), "--clinic", "--explain", "2", "--pnc-id", "2010/0000101L");
    String typed = terminal.out() + terminal.err();
    compare(request.toString(), "--clinic", "--explain", "2", "--pnc-id-file", file.toString());
    assertThat(terminal.out() + terminal.err()).isEqualTo(typed).isNotBlank();
    terminal.reading("2010/0000101L\n");
    compare(request.toString(), "--clinic", "--explain", "2", "--pnc-id-file", "-");
    assertThat(terminal.out() + terminal.err()).isEqualTo(typed);
  }

  @Test
  void aListThatIsALinkIsRefused() throws IOException {
    Path other = request("other").resolve("participants.csv");
    Path request = request("linked");
    Files.delete(request.resolve("participants.csv"));
    Files.createSymbolicLink(request.resolve("participants.csv"), other);

    assertThat(compare(request.toString(), "--clinic")).isEqualTo(4);
    assertThat(terminal.err()).contains("line 4", "participants", "it is a link");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../other/participants.csv", "/etc/passwd", "..", ".", "a/../p.csv"})
  void aListOfElsewhereIsRefused(String named) throws IOException {
    request("other");
    Path request = request("far");
    Path file = request.resolve("request.yaml");
    Files.writeString(
        file,
        Files.readString(file).replace("participants: participants.csv", "participants: " + named));

    assertThat(compare(request.toString(), "--clinic")).isEqualTo(4);
    assertThat(terminal.err()).contains("line 4", "beside the request");
  }

  @Test
  void aRequestThatIsALinkIsRefused() throws IOException {
    Path request = request("moved");
    Path file = request.resolve("request.yaml");
    Path elsewhere = Files.move(file, folder.resolve("elsewhere.yaml"));
    Files.createSymbolicLink(file, elsewhere);

    assertThat(compare(request.toString(), "--clinic")).isEqualTo(4);
    assertThat(terminal.err()).contains("request.yaml: it is a link");
  }

  @Test
  void aRunWhoseStagesAreGoneCannotAnswer() throws IOException {
    String run = Files.readString(out.resolve("current")).strip();
    Path cohort = out.resolve("runs").resolve(run).resolve("cohort");
    Path away = cohort.resolveSibling("away");
    Files.move(cohort, away);
    try {
      assertThat(compare(request("pruned").toString())).isEqualTo(2);
    } finally {
      Files.move(away, cohort);
    }
    assertThat(terminal.err())
        .contains("Cannot compare with run " + run)
        .contains("Run it again with --again, or name another with --run.");
  }

  @Test
  void helpSaysWhatItDoesAndHow() {
    assertThat(terminal.type("compare", "--help")).isZero();
    assertThat(terminal.out())
        .contains("Usage: desist compare", "--new=DIR", "--clinic", "--override=REASON")
        .contains("Outcomes are read only once the two groups have been fixed")
        .contains("desist compare my-request --clinic");
  }

  @Test
  void newWritesARequestThatCanBeAskedAtOnce() {
    Path made = folder.resolve("made");

    assertThat(compare("--new", made.toString())).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            "Wrote a request into %s: fill it in, or open %s in a browser, then try desist compare %s --clinic%n"
                .formatted(made, made.resolve("request-form.html"), made));
    assertThat(SmallWorld.files(made))
        .containsExactly("participants.csv", "request-form.html", "request.yaml");

    assertThat(compare(made.toString(), "--clinic")).as(terminal.err()).isZero();
    assertThat(compare("--new", made.toString())).isEqualTo(2);
    assertThat(terminal.err())
        .contains("Cannot write a template to " + made + ": it is not an empty folder.");
  }

  /** The browser test fills the form in and compares what it makes with this file. */
  @Test
  void whatTheFormMakesIsARequest() throws IOException {
    Path made = request("made-by-the-form");
    Files.copy(
        Path.of("src", "test", "browser", "request.yaml"),
        made.resolve("request.yaml"),
        StandardCopyOption.REPLACE_EXISTING);

    Request asked = RequestFile.read(made, LocalDate.of(2021, 12, 31)).request();

    assertThat(asked.request()).isEqualTo("north-1: \"first\"");
    assertThat(asked.scope().region()).contains("J");
    assertThat(asked.filters().words())
        .isEqualTo(
            "index disposal CUSTODY or COURT_ORDER; index offence Theft; aged 25 or over; aged 30 or"
                + " under");
    assertThat(asked.method().replacement()).isFalse();
    assertThat(asked.method().interactions())
        .containsExactly(List.of("sex", "age_band"), List.of("sex", "region"));
    assertThat(asked.retentionUntil()).isEqualTo(LocalDate.of(2099, 12, 31));
  }

  @Test
  void theClinicSaysWhatTheRequestWouldComeTo() throws IOException {
    assertThat(compare(request("asked").toString(), "--clinic")).as(terminal.err()).isZero();

    Path lists = out.resolve("restricted/requests/asked");
    assertThat(terminal.out())
        .startsWith("Request asked: A Trust, The Programme")
        .contains("No outcome has been read.")
        .containsPattern("submitted +4")
        .containsPattern("identifiers cannot be used +1 +3")
        .containsPattern("not found in the police records +1 +2")
        .containsPattern("PNC id +1")
        .contains("As it stands there are too few people for an answer")
        .contains("To mend, for whoever sent the list, by your own reference:")
        .contains(lists.resolve("clinic.html").toString())
        .contains(lists.resolve("matches.csv").toString())
        .contains(lists.resolve("unlinked.csv").toString())
        .doesNotContain("Quillonsworth", "31/02/1971");
    assertThat(SmallWorld.files(lists))
        .containsExactly("clinic.html", "lock", "matches.csv", "unlinked.csv");
    assertThat(out.resolve("requests/asked")).doesNotExist();
  }

  /** As a charity sends it: a title, its own headings, UK dates, words, a total. */
  @Test
  void aSpreadsheetIsReadAsItIsSentAndWhatWasAssumedIsSaid() throws IOException {
    Path request = request("sheet", List.of(HEADER));
    Files.delete(request.resolve("participants.csv"));
    Files.writeString(
        request.resolve("request.yaml"),
        Files.readString(request.resolve("request.yaml"))
            .replace("participants.csv", "People we worked with.xlsx"));
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream file = Files.newOutputStream(request.resolve("People we worked with.xlsx"))) {
      Sheet sheet = book.createSheet();
      for (List<String> values :
          List.of(
              List.of("A Trust: who took part"),
              List.of("Client ID", "Surname", "First name", "DOB", "Gender", "PNC", "Start date"),
              List.of(
                  "A1", "Victed", "Connor", "11/04/1984", "Male", "2010/0000101L", "20/07/2017"),
              List.of("A2", "Order", "Courtney", "12/04/1984", "Female", "", "20/07/2017"),
              List.of("A3", "Quillonsworth", "Zebedee", "23/02/1971", "Male", "", "20/07/2017"),
              List.of("Total", "", "", "", "", "", "3"))) {
        Row row = sheet.createRow(sheet.getLastRowNum() + 1);
        values.forEach(
            value -> row.createCell(Math.max(0, row.getLastCellNum())).setCellValue(value));
      }
      book.write(file);
    }
    assertThat(compare(request.toString(), "--clinic")).as(terminal.err()).isZero();

    assertThat(terminal.out().replaceAll("\\s+", " "))
        .containsPattern("submitted 3")
        .containsPattern("PNC id 1")
        .contains(
            "What we assumed about your list: - The list is a spreadsheet (xlsx):",
            "'DOB' as date_of_birth, 'Gender' as sex, 'PNC' as pnc_id",
            "Dates of date_of_birth are read as dd/MM/yyyy",
            "Words for the sex are read as M and F.",
            "The last row says total")
        .doesNotContain("Quillonsworth", "Zebedee", "1971");
    assertThat(
            Files.readString(out.resolve("restricted/requests/sheet/clinic.html"))
                .replaceAll("</?bdi>|<wbr>", ""))
        .contains(
            "<h3>What we assumed about your list</h3>", "Words for the sex are read as M and F.")
        .doesNotContain("Quillonsworth", "Zebedee", "1971");
    assertThat(compare(request.toString())).as(terminal.err()).isZero();
    JsonNode protocol =
        new ObjectMapper()
            .readTree(out.resolve("requests/sheet/answer.json").toFile())
            .path("protocol");
    assertThat(protocol.path("assumptions")).hasSize(7);
    assertThat(protocol.path("requestHash").textValue())
        .isNotEqualTo(RequestFile.read(request).hash());
  }

  @Test
  void aDateThatMayMeanTwoDaysIsAskedForAndTheRequestAnswers() throws IOException {
    List<String> rows = List.of(HEADER, "A1,Victed,Connor,11/04/1984,M,2010/0000101L,2017-07-20");
    Path asked = request("open-dates", rows);
    assertThat(compare(asked.toString(), "--clinic")).isEqualTo(3);
    assertThat(terminal.err())
        .contains(
            "date_of_birth: is 03/04/2015 the 3rd of April (dd/MM/yyyy) or the 4th of March (MM/dd/yyyy)?",
            "such as dates: {date_of_birth: dd/MM/yyyy}")
        .doesNotContain("1984", "Victed");
    Path said =
        request("said-dates", rows, "scope: national", "dates: {date_of_birth: dd/MM/yyyy}");
    assertThat(compare(said.toString(), "--clinic")).as(terminal.err()).isZero();
    Path wrong = request("wrong-columns", rows, "scope: national", "columns: {surname: A, sex: A}");
    assertThat(compare(wrong.toString(), "--clinic")).isEqualTo(4);
    assertThat(terminal.err()).contains("line 6", "one heading cannot be both sex and surname");
  }

  @Test
  void theClinicHasAPageForTheSenderWithoutOutcomesAndWithoutNames() throws IOException {
    assertThat(compare(request("paged").toString(), "--clinic")).as(terminal.err()).isZero();

    Path file = sheet("paged", "clinic.html");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    String page = Files.readString(file).replaceAll("</?bdi>|<wbr>", "");
    assertThat(page)
        .contains(
            "The Programme: is the list ready?",
            "Not yet: too few people",
            "<dt>Rows on the list</dt><dd>4</dd>",
            "<dt>Rows that can be looked up</dt><dd>3</dd>",
            "<dt>Found in the police records</dt><dd>2</dd>",
            "<dt>Not found</dt><dd>1</dd>",
            "<th scope=\"row\">date_of_birth</th><td>It is not a day in a form that is known.</td>"
                + "<td>Write the whole day as the rest of the column has it, or as 1985-03-31.</td><td class=\"number\">1</td>",
            "<th scope=\"row\">sex</th><td>It is not one of the values that are allowed.</td>",
            "<p>Your references: A4</p>",
            "Nobody in the records is like this person.",
            "<p>Your references: A3</p>",
            "<tr><th scope=\"row\">People on the list</th><td class=\"number\">60</td>"
                + "<td class=\"number\">4</td><td><span class=\"tag red\">56 more needed</span></td></tr>",
            "<tr><th scope=\"row\">pnc_id or noms_number</th><td class=\"number\">3</td>")
        .doesNotContain("Quillonsworth", "Zebedee", "Victed", "Connor", "Courtney")
        .doesNotContain("1984-04", "31/02/1971", "1971-02-03", "2017-07-20", "0000101L");
  }

  @Test
  void theClinicNeedsNoRequestForNumbers() {
    assertThat(compare("--clinic", "--people", "120", "--rate", "45")).isZero();
    assertThat(terminal.out())
        .matches(
            "With 120 people against 10,000 and an expected rate of 45%, a fall of 1[0-9] people in 100 or more would be noticed four times in five \\(80% power\\)\\.\\R");

    assertThat(compare("--clinic", "--people", "3", "--rate", "5", "--against", "20")).isZero();
    assertThat(terminal.out())
        .isEqualTo(
            "With 3 people against 20 no difference would reliably be noticed.%n".formatted());
  }

  @ParameterizedTest
  @CsvSource({"0,40", "-5,40", "100,140", "100,-1"})
  void numbersThatNobodyCanHaveAreRefused(String people, String rate) {
    assertThat(compare("--clinic", "--people", people, "--rate", rate)).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot tell what " + people).contains("Give two sizes");
  }

  @Test
  void anAnswerIsPublishedAndFoundByQueries() throws IOException, SQLException {
    assertThat(compare(request("answered").toString())).as(terminal.err()).isZero();

    Path answers = out.resolve("requests").resolve("answered");
    assertThat(terminal.out())
        .contains("There are too few people to say whether The Programme changes reoffending")
        .endsWith("The report: %s%n".formatted(answers.resolve("report.html")));
    assertThat(SmallWorld.files(answers))
        .contains("answer.json", "report.html")
        .doesNotContain("matches.csv", "unlinked.csv");
    assertThat(SmallWorld.files(out.resolve("restricted/requests/answered")))
        .contains("life.json", "matches.csv", "protocols", "unlinked.csv");
    JsonNode answer = new ObjectMapper().readTree(answers.resolve("answer.json").toFile());
    assertThat(answer.path("state").asText()).isEqualTo("TOO_FEW");
    assertThat(answer.path("outcomes")).isEmpty();
    assertThat(Files.readString(answers.resolve("report.html")))
        .contains("The Programme")
        .doesNotContain("Quillonsworth", "Zebedee", "1984-04-11", "0000101L");

    String query = "select request, status from comparison_result where request = 'answered'";
    assertThat(terminal.type("query", query, "--out", out.toString(), "--format", "csv"))
        .as(terminal.err())
        .isZero();
    assertThat(terminal.out().lines()).containsExactly("request,status", "answered,too_few");
    assertThat(catalog(query)).containsExactly("answered too_few");
    assertThat(
            catalog(
                "select count(*)::varchar, '' from comparison_attrition where request = 'answered'"))
        .containsExactly("9 ");
    for (String mart : List.of("result", "balance", "attrition")) {
      workedQuestions("comparison_" + mart);
    }
  }

  /** The queries of a mart's page. */
  private void workedQuestions(String mart) throws IOException {
    String page = Files.readString(ProjectFolder.file("docs", "marts", mart + ".md"));
    List<String> questions =
        Stream.of(page.split("```sql\n", -1))
            .skip(1)
            .map(text -> text.substring(0, text.indexOf("```")))
            .toList();
    assertThat(questions).as(mart).isNotEmpty().allSatisfy(sql -> assertThat(sql).contains(mart));
    for (String sql : questions) {
      assertThat(terminal.type("query", sql, "--out", out.toString(), "--format", "csv"))
          .as(terminal.err())
          .isZero();
      // Nobody was matched, so there is no balance.
      assertThat(terminal.out().lines())
          .as(sql)
          .hasSizeGreaterThan(mart.equals("comparison_balance") ? 0 : 1);
    }
  }

  private static List<String> catalog(String query) throws SQLException {
    Properties readOnly = new Properties();
    readOnly.setProperty("duckdb.read_only", "true");
    try (Connection duckdb =
            DriverManager.getConnection("jdbc:duckdb:" + out.resolve("marts.duckdb"), readOnly);
        Statement statement = duckdb.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1) + " " + rows.getString(2));
      }
      return found;
    }
  }

  @Test
  void withoutARequestItSaysWhatToName() {
    assertThat(compare()).isEqualTo(2);
    assertThat(terminal.err())
        .contains(
            "Cannot compare: name the folder of a request, write a new one with --new DIR, or ask --clinic --people N.");
  }

  @Test
  void aFolderWithoutARequestIsNamed() {
    Path nothing = folder.resolve("nothing");

    assertThat(compare(nothing.toString())).isNotZero();
    assertThat(terminal.err())
        .contains("Cannot read the request " + nothing)
        .contains("Name a folder with a request.yaml in it");
  }

  @Test
  void everyFaultOfARequestIsToldWithItsLine() throws IOException {
    Path bad = request("bad", "scope: everywhere", "method:", "  ratio: 3");

    assertThat(compare(bad.toString())).isNotZero();
    assertThat(terminal.err())
        .contains("Cannot use the request " + bad.resolve("request.yaml"))
        .contains("line 5", "scope", "everywhere")
        .contains("desist compare --new DIR writes a template");
  }

  @Test
  void aFilterThatNamesNothingIsRefusedBeforeAnybodyIsLookedUp() throws IOException {
    Path bad = request("named", "scope: national", "filters:", "  index_offence_group: [theft]");

    assertThat(compare(bad.toString(), "--clinic")).isEqualTo(4);
    assertThat(terminal.err())
        .contains("BAD_REQUEST", "line 7", "Theft is the nearest")
        .contains("it must be one of Theft, ");
    Path past = request("past", "scope: national", "retention_until: 2019-06-30");
    assertThat(compare(past.toString())).isEqualTo(4);
    assertThat(terminal.err()).contains("line 6, retention_until = 2019-06-30: it is past");
  }

  @Test
  void aStartThatCannotBeIsNamedByRowAndAFormulaIsHarmless() throws IOException {
    Path request =
        request(
            "odd",
            List.of(
                HEADER,
                "=1+1,Victed,Connor,1984-04-11,M,2010/0000101L,0017-07-20",
                "@A2,Quillonsworth,Zebedee,1971-02-03,M,,2017-07-20"));

    assertThat(compare(request.toString(), "--clinic")).as(terminal.err()).isZero();

    assertThat(terminal.out())
        .contains(
            "intervention_start: The day cannot be: it contradicts another, or lies outside the"
                + " records.",
            "Check the year.",
            "    =1+1");
    assertThat(Files.readAllLines(sheet("odd", "matches.csv")))
        .anyMatch(line -> line.startsWith("1,'=1+1,2010/0000101L,"));
    assertThat(Files.readAllLines(sheet("odd", "unlinked.csv")))
        .contains("1,2,'=1+1,DATE_ORDER,intervention_start,Check the year.")
        .anyMatch(line -> line.startsWith("2,3,'@A2,"));
  }

  /** A list that the clinic wrote. */
  private static Path sheet(String request, String name) {
    return out.resolve("restricted/requests").resolve(request).resolve(name);
  }

  @Test
  void participantsWithoutAColumnAreRefused() throws IOException {
    Path request =
        request("no-sex", List.of("surname,forenames,date_of_birth", "Victed,Connor,1984-04-11"));

    assertThat(compare(request.toString())).isEqualTo(3);
    assertThat(terminal.err())
        .contains("Cannot use", "participants.csv", "sex")
        .doesNotContain("Victed");
    assertThat(out.resolve("requests").resolve("no-sex")).doesNotExist();
  }

  @Test
  void withoutAPublishedRunItSaysHowToPublish() throws IOException {
    Path empty = folder.resolve("empty");

    assertThat(terminal.type("compare", request("early").toString(), "--out", empty.toString()))
        .isNotZero();
    assertThat(terminal.err())
        .contains(
            "Cannot compare: nothing has been published in %s. Publish with: desist run"
                .formatted(empty));
  }

  @Test
  void aRunThatIsNotThereIsNamed() throws IOException {
    assertThat(compare(request("late").toString(), "--run", "2019-06-30-0009")).isNotZero();
    assertThat(terminal.err()).contains("Cannot", "2019-06-30-0009");
  }

  @Test
  void anOverrideWithoutAReasonIsRefused() throws IOException {
    assertThat(compare(request("why").toString(), "--override", " ")).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot override: the reason is empty.");
    assertThat(out.resolve("requests").resolve("why")).doesNotExist();
  }
}
