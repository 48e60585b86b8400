// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.desist.inquiry.RequestFolder;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.run.Folders;
import org.desist.run.OutLock;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder of requests, on the people of the small world: too few for any result. */
class IntakeCommandTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HEADER =
      "reference,surname,forenames,date_of_birth,sex,pnc_id,intervention_start";
  private static final List<String> PEOPLE =
      List.of(
          HEADER,
          "REF-1,Victed,Connor,1984-04-11,M,2010/0000101L,2017-07-20",
          "REF-3,Quillonsworth,Zebedee,1971-02-03,M,,2017-07-20",
          "REF-4,Quillonsworth,Zebedee,31/02/1971,M,,2017-07-20");

  @TempDir static Path folder;
  private static Path out;

  @TempDir Path requests;
  private Terminal terminal;
  private Path desk;

  @BeforeAll
  static void publish() {
    out = SmallWorld.in(folder).publishFirst("out");
  }

  @BeforeEach
  void open() {
    terminal = new Terminal(folder, Map.of());
    desk = out.resolve("restricted/intake");
    Folders.delete(out.resolve("restricted"));
    Folders.delete(out.resolve("requests"));
  }

  private int intake(String... more) {
    return terminal.type(
        Stream.concat(
                Stream.of("intake", requests.toString(), "--out", out.toString()), Stream.of(more))
            .toArray(String[]::new));
  }

  /** What an intake tells a program. */
  private JsonNode told(String... more) throws IOException {
    String[] words =
        Stream.concat(Stream.of(more), Stream.of("--format", "json")).toArray(String[]::new);
    assertThat(intake(words)).as(terminal.err()).isZero();
    return JSON.readTree(terminal.out());
  }

  private Path request(String name, String day, String... more) throws IOException {
    return request(name, name, day, PEOPLE, more);
  }

  private Path request(String name, String request, String day, List<String> rows, String... more)
      throws IOException {
    Path place = RequestFolders.write(requests.resolve(name), request, "Harbour Trust", rows, more);
    sent(place, day);
    return place;
  }

  private static void sent(Path place, String day) throws IOException {
    for (String file : SmallWorld.files(place)) {
      Files.setLastModifiedTime(
          place.resolve(file), FileTime.from(Instant.parse(day + "T09:00:00Z")));
    }
  }

  private static Map<String, String> states(JsonNode told) {
    Map<String, String> states = new LinkedHashMap<>();
    told.path("requests")
        .forEach(row -> states.put(row.path("folder").asText(), row.path("state").asText()));
    return states;
  }

  private static List<String> judged(JsonNode told) {
    List<String> names = new ArrayList<>();
    told.path("judged").forEach(name -> names.add(name.asText()));
    return names;
  }

  private List<String> journal() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(desk.resolve("status.jsonl"))) {
      JsonNode entry = JSON.readTree(line);
      lines.add(entry.path("folder").asText() + " " + entry.path("state").asText());
    }
    return lines;
  }

  @Test
  void eachRequestIsJudgedAndABrokenOneStopsNoOther() throws IOException {
    request("young", "2019-06-20");
    request("broken", "2019-05-12", "scope: everywhere");
    request(
        "no-sex",
        "no-sex",
        "2019-06-01",
        List.of("surname,forenames,date_of_birth", "Victed,Connor,1984-04-11"));
    Files.createDirectories(requests.resolve("empty"));

    assertThat(intake()).as(terminal.err()).isZero();

    assertThat(terminal.out())
        .containsSubsequence("waiting for the sender", "3", "too few people", "1")
        .containsSubsequence("broken", "2019-05-12", "no-sex", "2019-06-01", "young", "2019-06-20")
        .contains(
            "request.yaml line 5, scope = everywhere",
            "lacks the required column",
            "There is no request.yaml in it.",
            "Of 3 people on the list, 1 would be analysed; an answer needs 60 on the list",
            "Letters to senders: " + desk.resolve("letters"),
            desk.resolve("intake.html").toString())
        .doesNotContain("Victed", "Quillonsworth", requests + "/broken/request.yaml");
    assertThat(out.resolve("restricted/requests/young/clinic.html")).exists();
    assertThat(out.resolve("requests")).doesNotExist();
    assertThat(journal())
        .containsExactlyInAnyOrder(
            "broken WAITING", "no-sex WAITING", "young TOO_FEW", "empty WAITING");
  }

  @Test
  void whatHasNotChangedIsNotJudgedAgain() throws IOException {
    Path first = request("first", "2019-06-01");
    request("second", "2019-06-02");
    assertThat(judged(told())).containsExactly("first", "second");

    JsonNode again = told();
    assertThat(judged(again)).isEmpty();
    assertThat(states(again)).isEqualTo(Map.of("first", "TOO_FEW", "second", "TOO_FEW"));
    assertThat(again.path("requests").get(0).path("analysed").asInt()).isEqualTo(1);
    assertThat(journal()).hasSize(2);

    Files.writeString(
        first.resolve("participants.csv"),
        "REF-5,Order,Courtney,1984-04-12,F,,2017-07-20\n",
        StandardOpenOption.APPEND);
    JsonNode changed = told();
    assertThat(judged(changed)).containsExactly("first");
    assertThat(judged(told("--again"))).containsExactlyInAnyOrder("first", "second");
  }

  @Test
  void aPlanSaysWhatWouldBeJudgedAndWritesNothing() throws IOException {
    request("first", "2019-06-01");
    request("broken", "2019-05-12", "scope: everywhere");

    assertThat(intake("--plan")).as(terminal.err()).isZero();
    assertThat(terminal.out())
        .contains(
            "Would be judged against %s: first. Nothing has been written."
                .formatted(SmallWorld.FIRST),
            "It is new.");
    assertThat(out.resolve("restricted")).doesNotExist();

    told();
    assertThat(intake("--plan")).isZero();
    assertThat(terminal.out()).contains("Nothing would be judged, and nothing has been written.");
    assertThat(judged(told("--plan", "--again"))).containsExactly("first");
  }

  @Test
  void aSenderGetsOneLetterAboutAllTheirRequestsWithoutAValueOfAList() throws IOException {
    request("first", "2019-05-12");
    request("broken", "2019-06-12", "scope: everywhere");
    Files.createDirectories(requests.resolve("nameless"));
    told();

    Path letters = desk.resolve("letters");
    assertThat(SmallWorld.files(letters)).hasSize(2);
    Path letter =
        letters.resolve(
            SmallWorld.files(letters).stream()
                .filter(name -> name.startsWith("harbour-trust"))
                .findFirst()
                .orElseThrow());
    String text = Files.readString(letter);
    assertThat(text)
        .startsWith(
            "To: Harbour Trust\nAbout: your 2 comparison requests\n\nThe Programme (request first)\n")
        .contains(
            "Your list of 12 May 2019 has 3 rows. There are too few people",
            "- date_of_birth, 1 of 3 rows: It is not a day in a form that is known.",
            "Your references: REF-4",
            "Your references: REF-3",
            "The folder broken",
            "Sent on 12 June 2019. It cannot be used as it was sent:",
            "scope = everywhere")
        .doesNotContain(
            "Victed", "Quillonsworth", "31/02/1971", "2010/", "desist ", requests.toString());
    assertThat(text.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(76));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(letter)))
        .isEqualTo("rw-------");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(desk)))
        .isEqualTo("rwx------");

    Folders.delete(requests.resolve("first"));
    Folders.delete(requests.resolve("broken"));
    told();
    assertThat(letter).doesNotExist();
  }

  @Test
  void thePageCountsAndLinksAndHoldsNoReference() throws IOException {
    request("first", "2019-05-12");
    told();

    String page = Files.readString(desk.resolve("intake.html")).replaceAll("</?bdi>|<wbr>", "");
    assertThat(page)
        .contains(
            "Requests at the desk",
            "<span class=\"tag amber\">too few people</span></th><td class=\"number\">1</td>",
            "<td class=\"number\">1 of 3</td>",
            "href=\"../requests/first/clinic.html\"")
        .doesNotContain("REF-4", "Victed", "Quillonsworth", "<script");
    Matcher link = Pattern.compile("href=\"([^#\"][^\"]*)\"").matcher(page);
    int links = 0;
    while (link.find()) {
      assertThat(desk.resolve(link.group(1)).normalize()).exists();
      links++;
    }
    assertThat(links).isEqualTo(2);
  }

  @Test
  void anAnswerToTheVeryRequestMakesItAnsweredAndAChangeUndoesThat() throws IOException {
    Path request = request("first", "2019-05-12");
    told();
    assertThat(terminal.type("compare", request.toString(), "--out", out.toString())).isZero();

    JsonNode answered = told("--again");
    assertThat(states(answered)).isEqualTo(Map.of("first", "ANSWERED"));
    assertThat(judged(answered)).isEmpty();
    assertThat(answered.path("requests").get(0).path("why").get(0).asText())
        .isEqualTo("The answer says that there are too few people.");
    assertThat(answered.path("requests").get(0).path("analysed").asInt()).isEqualTo(1);
    assertThat(answered.path("requests").get(0).path("report").asText())
        .isEqualTo("../../requests/first/report.html");
    // Also when the answer has been removed: it was given.
    Folders.delete(out.resolve("requests/first"));
    assertThat(states(told())).isEqualTo(Map.of("first", "ANSWERED"));

    Files.writeString(
        request.resolve("participants.csv"),
        "REF-5,Order,Courtney,1984-04-12,F,,2017-07-20\n",
        StandardOpenOption.APPEND);
    assertThat(states(told())).isEqualTo(Map.of("first", "TOO_FEW"));
    assertThat(journal()).containsExactly("first TOO_FEW", "first ANSWERED", "first TOO_FEW");
  }

  @Test
  void aFolderThatHasGoneIsWithdrawnOnceAndKnownWhenItIsBack() throws IOException {
    Path request = request("first", "2019-05-12");
    told();
    Path aside = folder.resolve("aside");
    Files.move(request, aside);

    assertThat(states(told())).isEqualTo(Map.of("first", "WITHDRAWN"));
    assertThat(states(told())).isEmpty();
    Files.move(aside, request);
    JsonNode back = told();
    assertThat(states(back)).isEqualTo(Map.of("first", "TOO_FEW"));
    assertThat(judged(back)).isEmpty();
    assertThat(journal()).containsExactly("first TOO_FEW", "first WITHDRAWN", "first TOO_FEW");
  }

  @Test
  void twoRequestsOfOneNameAreNotMixedUp() throws IOException {
    request("a", "same", "2019-05-12", PEOPLE);
    told();
    // Older by its date, and still the later one to come.
    request("b", "same", "2019-01-01", PEOPLE);

    JsonNode both = told();
    assertThat(states(both)).isEqualTo(Map.of("a", "TOO_FEW", "b", "WAITING"));
    assertThat(both.path("requests").get(0).path("why").get(0).asText())
        .isEqualTo(
            "The folder a has a request of the same name, same. Give this one another name under request.");
  }

  @Test
  void aLinkedFolderIsNotFollowed() throws IOException {
    Path elsewhere = request("first", "2019-05-12");
    Path outside = Files.move(elsewhere, folder.resolve("outside"));
    Files.createSymbolicLink(requests.resolve("first"), outside);

    assertThat(states(told())).isEqualTo(Map.of("first", "WAITING"));
    assertThat(out.resolve("restricted/requests/first")).doesNotExist();
  }

  @Test
  void whatIsStillArrivingIsLeftForTheNextTime() throws IOException {
    Path request = request("first", "2019-05-12");
    Files.setLastModifiedTime(
        request.resolve("participants.csv"), FileTime.from(Instant.parse("2019-07-01T02:03:00Z")));

    JsonNode early = told("--settle", "30");
    assertThat(states(early)).isEqualTo(Map.of("first", "NOT_JUDGED"));
    assertThat(early.path("requests").get(0).path("why").get(0).asText())
        .startsWith("A file was written 4 seconds ago");
    assertThat(desk.resolve("status.jsonl")).doesNotExist();
    assertThat(states(told("--settle", "3"))).isEqualTo(Map.of("first", "TOO_FEW"));
  }

  @Test
  void oneThatAnotherProcessWorksAtWaitsAndIsNoFault() throws IOException {
    request("busy", "2019-05-12");
    request("free", "2019-05-13");
    OutLock other = OutLock.take(RequestFolder.of(out, "busy").working(), Clock.systemUTC());
    try {
      assertThat(states(told())).isEqualTo(Map.of("busy", "NOT_JUDGED", "free", "TOO_FEW"));
    } finally {
      other.close();
    }
    assertThat(judged(told())).containsExactly("busy");
  }

  @Test
  void twoIntakesDoNotWorkAtOnce() throws IOException {
    request("first", "2019-05-12");
    told();
    OutLock other = OutLock.take(desk, Clock.systemUTC());
    try {
      assertThat(intake()).isEqualTo(6);
      assertThat(terminal.err()).contains("LOCKED");
    } finally {
      other.close();
    }
  }

  @Test
  void aFaultOfOurOwnIsTheExitCodeAndStopsNoOther() throws IOException {
    request("first", "2019-05-12");
    request("second", "2019-05-13");
    // Where the private folder of the first should be is a file.
    Path blocked = out.resolve("restricted/requests/first");
    Files.createDirectories(blocked.getParent());
    Files.writeString(blocked, "");

    assertThat(intake()).isEqualTo(6);
    assertThat(terminal.err()).contains("first: STORAGE: Cannot ");
    assertThat(journal()).containsExactly("second TOO_FEW");
    Files.delete(blocked);
    assertThat(judged(told())).containsExactly("first");
  }

  @Test
  void anIntakeThatWasKilledGoesOnWithTheRest() throws IOException {
    request("first", "2019-05-12");
    request("second", "2019-05-13");
    told();
    Path status = desk.resolve("status.jsonl");
    // As kill -9 leaves it while the line of the second is being written.
    String whole = Files.readString(status);
    int end = whole.indexOf('\n') + 1;
    Files.writeString(status, whole.substring(0, end + 40));
    Files.delete(desk.resolve("intake.html"));

    JsonNode rest = told();
    assertThat(judged(rest)).containsExactly("second");
    assertThat(states(rest)).isEqualTo(Map.of("first", "TOO_FEW", "second", "TOO_FEW"));
    assertThat(journal()).containsExactly("first TOO_FEW", "second TOO_FEW");
    assertThat(Files.readString(status)).startsWith(whole.substring(0, end));
    assertThat(desk.resolve("intake.html")).exists();
  }

  @Test
  void anotherInboxWithdrawsNothingOfThisOne() throws IOException {
    request("first", "2019-05-12");
    told();
    List<String> letters = SmallWorld.files(desk.resolve("letters"));
    Path other = Files.createDirectory(folder.resolve("other-inbox"));

    assertThat(terminal.type("intake", other.toString(), "--out", out.toString())).isZero();
    assertThat(terminal.out()).contains("No requests in " + other);
    assertThat(SmallWorld.files(desk.resolve("letters"))).isEqualTo(letters).hasSize(1);
    JsonNode back = told();
    assertThat(states(back)).isEqualTo(Map.of("first", "TOO_FEW"));
    assertThat(judged(back)).isEmpty();
  }

  @Test
  void aDeskThatLostItsStatusMakesItAgain() throws IOException {
    Path request = request("first", "2019-05-12");
    request("second", "2019-05-13");
    told();
    assertThat(terminal.type("compare", request.toString(), "--out", out.toString())).isZero();
    Map<String, String> before = states(told());
    assertThat(before).isEqualTo(Map.of("first", "ANSWERED", "second", "TOO_FEW"));

    Files.delete(desk.resolve("status.jsonl"));
    assertThat(states(told())).isEqualTo(before);
  }

  @Test
  void oneThatTheSoftwareFailedAtIsNotTriedAgainUnasked() throws IOException {
    request("first", "2019-05-12");
    told();
    Path status = desk.resolve("status.jsonl");
    Files.writeString(status, Files.readString(status).replace("TOO_FEW", "NOT_JUDGED"));

    JsonNode later = told();
    assertThat(states(later)).isEqualTo(Map.of("first", "NOT_JUDGED"));
    assertThat(judged(later)).isEmpty();
    assertThat(states(told("--again"))).isEqualTo(Map.of("first", "TOO_FEW"));
  }

  @Test
  void aLineThatIsNoStatusIsNamed() throws IOException {
    request("first", "2019-05-12");
    told();
    Files.writeString(desk.resolve("status.jsonl"), "what\n", StandardOpenOption.APPEND);

    assertThat(intake()).isEqualTo(6);
    assertThat(terminal.err()).contains("status.jsonl, line 2:", "Take the line out");
  }

  @Test
  void jsonLinesEndInWhatIsReady() throws IOException {
    request("first", "2019-05-12");

    assertThat(intake("--log", "json")).isZero();
    assertThat(terminal.err())
        .containsPattern("\"event\":\"intake\".*\"ready\":\\[\\]")
        .contains("\"counts\":{\"TOO_FEW\":1}");
  }

  @Test
  void withoutAFolderOrAVersionItSaysSo() {
    Path gone = folder.resolve("gone");
    assertThat(terminal.type("intake", gone.toString(), "--out", out.toString())).isEqualTo(2);
    assertThat(terminal.err()).contains("Cannot take in requests: there is no folder " + gone);

    Path nothing = folder.resolve("nothing");
    assertThat(terminal.type("intake", requests.toString(), "--out", nothing.toString()))
        .isEqualTo(2);
    assertThat(terminal.err()).contains("NOTHING_PUBLISHED");
    assertThat(nothing.resolve("restricted")).doesNotExist();
  }
}
