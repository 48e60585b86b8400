// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.answer.Answer;
import org.desist.answer.Answer.AttritionStep;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.answer.Answer.State;
import org.desist.answer.AnswerFile;
import org.desist.answer.AnswerRounding;
import org.desist.answer.Clinic;
import org.desist.answer.ComparedGroups;
import org.desist.answer.OutcomeResult;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.CaliperChoice.CaliperTrial;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.participant.Participant.RowFault;
import org.desist.publish.MartContract;
import org.desist.publish.RequestMarts;
import org.desist.request.RequestFile;
import org.desist.run.ProgressListener;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests on a generated world, from the list of participants to what is published. */
class AnswerTest {
  private static final String SURNAME = "Quillonsworth";
  private static final String FORENAME = "Zebedee";
  private static final int BIRTH = 3;
  private static final int PNC_ID = 5;
  private static final String[] OPEN = {
    "scope: national", "filters:", "  index_category: [CUSTODY, COURT_ORDER]"
  };

  @TempDir static Path folder;

  private static AnsweredWorld world;
  private static Engine reader;
  private static Path open;
  private static Answer answer;

  @BeforeAll
  static void answerARequest() {
    world = AnsweredWorld.in(folder, 7500, "community-payback");
    reader = DuckDbEngine.start(2, 500, folder.resolve("reader"));
    open = world.request("open", renamed(world.participants()), OPEN);
    answer = answer(world.order(open), null);
  }

  @AfterAll
  static void close() {
    reader.close();
  }

  /** Those with a PNC id get a name that nobody else has: they are found all the same. */
  private static List<String> renamed(List<String> participants) {
    List<String> renamed = new ArrayList<>();
    for (String row : participants) {
      String[] fields = row.split(",", -1);
      if (!fields[PNC_ID].isEmpty() && !fields[PNC_ID].equals("pnc_id")) {
        fields[1] = SURNAME;
        fields[2] = FORENAME;
      }
      renamed.add(String.join(",", fields));
    }
    return renamed;
  }

  private static Answer answer(Comparison.Order order, String override) {
    return new RunComparison()
        .answer(order, new Overrides(override, null, null), (made, draft) -> {});
  }

  private static Path answers(String request) {
    return world.answers(request).answer();
  }

  @Test
  void anOpenRequestIsAnswered() {
    assertThat(answer.state()).isEqualTo(State.OPEN);
    assertThat(answer.headline())
        .hasValueSatisfying(rate -> assertThat(rate.treated()).isPositive());
    assertThat(answer.outcomes())
        .extracting(OutcomeResult::outcome)
        .hasSize(MeasuredOutcome.ALL.size());
    assertThat(answer.sentences()).hasSize(3);
    assertThat(answer.override()).isNull();
    assertThat(answer.protocol().requestHash()).isEqualTo(RequestFile.read(open).hash());
    assertThat(answer.protocol().earlierHashes()).isEmpty();
    assertThat(answer.protocol().scope()).isEqualTo("England and Wales");
  }

  @Test
  void whatIsTestedBesideOthersIsCorrected() {
    assertThat(answer.headline().orElseThrow().correctedPValue()).isNaN();
    assertThat(answer.outcomes().subList(1, answer.outcomes().size()))
        .anySatisfy(one -> assertThat(one.correctedPValue()).isGreaterThan(one.pValue()));
    assertThat(answer.subAnalyses())
        .allSatisfy(
            one ->
                assertThat(Double.isNaN(one.correctedPValue()))
                    .isEqualTo(Double.isNaN(one.pValue())));
    assertThat(answer.placebos()).hasSize(6);
    assertThat(answer.groups().diagnostics())
        .extracting(ComparedGroups.Diagnostic::name)
        .contains("Offending before");
    assertThat(answer.second().analysis()).isEqualTo("doubly_robust");
    assertThat(answer.second().isSignificant()).isFalse();
    assertThat(answer.second().treated())
        .isCloseTo(answer.headline().orElseThrow().treated(), within(1e-12));
    assertThat(answer.immortalTime()).hasSize(2);
    assertThat(answer.protocol().filters()).isEqualTo("index disposal CUSTODY or COURT_ORDER");
    assertThat(answer.protocol().matching())
        .contains("(auto: the widest of 0.05; 0.5, 0.25, 0.2, 0.1, 0.05 standard deviations")
        .contains("caliper " + chosen().caliper());
  }

  private static CaliperTrial chosen() {
    return answer.groups().calipers().stream()
        .filter(CaliperTrial::isChosen)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void theFileHoldsTheAnswer() {
    assertThat(AnswerFile.read(answers("open").resolve("answer.json"))).isEqualTo(answer);
    assertThat(files(answers("open")).map(file -> answers("open").relativize(file).toString()))
        .filteredOn(file -> !file.startsWith("published"))
        .containsExactly("answer.json");
    assertThat(world.answers("open").working().resolve("work")).doesNotExist();
  }

  @Test
  void noFigureLeavesWithMoreDigitsThanItIsToldWith() {
    for (String mart : List.of("comparison_result", "comparison_balance")) {
      for (Map<String, Object> row : rows("open", mart, "true")) {
        row.forEach(
            (column, value) -> {
              if (value instanceof Double number) {
                assertThat(number * 1000)
                    .as(column)
                    .isCloseTo(Math.rint(number * 1000), within(1e-6));
              }
            });
      }
    }
    assertThat(rows("open", "comparison_attrition", "people is not null"))
        .isNotEmpty()
        .allSatisfy(row -> assertThat((Long) row.get("people") % 5).isZero());
  }

  @Test
  void attritionAddsUpToThoseAnalysed() {
    int submitted = world.participants().size() - 1;
    Clinic clinic = consult(open).clinic();
    int left = clinic.attrition().stream().skip(1).mapToInt(AttritionStep::people).sum();
    int analysed = clinic.groups().treated();

    assertThat(clinic.attrition().get(0))
        .isEqualTo(new AttritionStep(Reason.SUBMITTED, submitted, submitted, "ok"));
    assertThat(submitted - left).isEqualTo(analysed);
    assertThat(step(clinic.attrition(), Reason.NO_MATCH).remaining()).isEqualTo(analysed);
    int told = AnswerRounding.count(analysed);
    assertThat(answer.groups().treated()).isEqualTo(told);
    assertThat(answer.headline().orElseThrow().treatedPeople()).isEqualTo(told);
    assertThat(step(answer.attrition(), Reason.NO_MATCH).remaining()).isEqualTo(told);
    Answer exact = AnswerFile.read(world.answers("open").working().resolve("exact.json"));
    assertThat(exact.groups().treated()).isEqualTo(analysed);
    // The generator writes strangers and people twice, and some index events are too recent.
    assertThat(clinic.attrition())
        .filteredOn(
            step ->
                step.reason() == Reason.NOT_FOUND
                    || step.reason() == Reason.DUPLICATE
                    || step.reason() == Reason.NOT_FINAL)
        .allSatisfy(step -> assertThat(step.people()).isPositive());
  }

  @Test
  void whoeverIsFoundStandsInTheMatches() throws IOException {
    List<String> matches = Files.readAllLines(lists("open").resolve("matches.csv"));
    int found =
        consult(open).clinic().linking().byRule().entrySet().stream()
            .filter(rule -> !rule.getKey().equals("UNLINKED"))
            .mapToInt(Map.Entry::getValue)
            .sum();

    assertThat(matches.get(0)).isEqualTo("row,reference,pnc_id,person_key,link_rule,weight,margin");
    assertThat(matches).hasSize(found + 1);
  }

  @Test
  void aSealedRequestReadsNoOutcomeUntilSomebodyAnswersForIt() {
    Path request = world.request("sealed", world.participants(), "scope: national");
    RequestWitness witness = new RequestWitness(world.answers("sealed").working());
    // Nothing is ever as alike as this.
    String strict = "comparison:\n  green: 0\n  amber: 0\n";

    Answer sealed =
        new RunComparison()
            .answer(
                world.orderBy(strict, request, witness),
                Overrides.NONE,
                (made, draft) -> witness.look());

    assertThat(sealed.state()).isEqualTo(State.SEALED);
    assertThat(witness.started).contains("comparison").doesNotContain("outcome");
    assertThat(witness.tables).contains("comparison").doesNotContain("outcome");
    noFigures(sealed);
    assertThat(rows("sealed", "comparison_result", "analysis <> 'placebo'"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("status", "sealed").containsEntry("state", "SEALED");
              assertThat(row).containsEntry("is_overridden", false);
              assertThat(row.get("words")).isEqualTo(String.join(" ", sealed.sentences()));
              row.forEach(
                  (column, value) -> {
                    if (value instanceof Double || value instanceof Long) {
                      assertThat(column).isEqualTo("none of them");
                    }
                  });
            });

    Answer shown =
        new RunComparison()
            .answer(
                world.orderBy(strict, request, witness),
                new Overrides("The board asked for it.", "The same people.", "An analyst"),
                (made, draft) -> witness.look());

    assertThat(shown.state()).isEqualTo(State.SEALED);
    assertThat(shown.override()).isEqualTo("The board asked for it.");
    assertThat(shown.headline())
        .hasValueSatisfying(rate -> assertThat(rate.treated()).isPositive());
    assertThat(shown.sentences().get(0)).startsWith("Sealed, and shown under an override");
    assertThat(witness.started).contains("outcome");
    assertThat(witness.tables).contains("outcome");
    assertThat(witness.hashesBeforeOutcomes).containsExactly(shown.protocol().requestHash());
    assertThat(AnswerFile.read(answers("sealed").resolve("answer.json")).override())
        .isEqualTo("The board asked for it.");
    assertThat(rows("sealed", "comparison_result", "true"))
        .hasSizeGreaterThan(2)
        .allSatisfy(row -> assertThat(row).containsEntry("is_overridden", true));
  }

  private static void noFigures(Answer sealed) {
    assertThat(sealed.outcomes()).isEmpty();
    assertThat(sealed.subAnalyses()).isEmpty();
    assertThat(sealed.curve()).isNull();
    assertThat(sealed.sensitivity()).isNull();
    String json = text(answers("sealed").resolve("answer.json"));
    assertThat(json).contains("\"outcomes\" : [ ]", "\"subAnalyses\" : [ ]", "\"curve\" : null");
  }

  @Test
  void anOverrideHasAReason() {
    assertThatThrownBy(() -> answer(world.order(open), " "))
        .isInstanceOf(DesistException.class)
        .hasMessage(
            "Cannot override: the reason is empty. Say why a sealed result is to be shown; the report repeats it.")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.BAD_ARGUMENT);
  }

  @Test
  void aRequestCannotAskForFewerPeopleThanTheMethod() {
    Path request =
        world.request(
            "lenient",
            world.participants(),
            "scope: national",
            "thresholds: {minimum_submitted: 60, minimum_analysed: 30}");
    String strict = "comparison:\n  minimum_analysed: 100000\n";

    Answer lenient = answer(world.orderBy(strict, request, ProgressListener.silent()), "whatever");

    assertThat(lenient.state()).isEqualTo(State.TOO_FEW);
    assertThat(answer(world.order(request), "whatever").state()).isNotEqualTo(State.TOO_FEW);
  }

  @Test
  void aRequestOfTooFewSaysSoAndAChangeOfARowShows() {
    List<String> few = new ArrayList<>(world.participants().subList(0, 41));
    Path request = world.request("few", few, "scope: national");

    Answer first = answer(world.order(request), "whatever");
    few.set(40, few.get(40).replaceFirst("^[^,]*", "another-reference"));
    world.request("few", few, "scope: national");
    Answer second = answer(world.order(request), null);

    assertThat(first.state()).isEqualTo(State.TOO_FEW);
    assertThat(first.groups()).isNull();
    assertThat(first.override()).isNull();
    assertThat(first.detectable().points()).isPositive();
    assertThat(first.sentences().get(0))
        .startsWith("There are too few people to say whether The Programme");
    assertThat(second.protocol().requestHash()).isNotEqualTo(first.protocol().requestHash());
    assertThat(second.protocol().earlierHashes()).containsExactly(first.protocol().requestHash());
    assertThat(rows("few", "comparison_result", "true"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("status", "too_few"));
    assertThat(rows("few", "comparison_balance", "true")).isEmpty();
  }

  /** Offence group by age band in one region: more cells than participants. */
  @Test
  void aScoreThatCannotBeEstimatedNamesTheTraits() {
    Path request =
        world.request(
            "region",
            world.participants(),
            "scope:",
            "  region: J",
            "method:",
            "  interactions: [[index_offence_group, age_band]]");

    Answer ofRegion = answer(world.order(request), "whatever");

    assertThat(ofRegion.protocol().scope()).isEqualTo("London");
    assertThat(ofRegion.state()).isEqualTo(State.NOT_ESTIMABLE);
    assertThat(ofRegion.notes())
        .singleElement()
        .satisfies(
            note ->
                assertThat(note)
                    .startsWith("Cannot compare: ")
                    .contains("index offence with age band", "Widen the scope or the filters"));
    assertThat(ofRegion.groups()).isNull();
    assertThat(ofRegion.outcomes()).isEmpty();
    assertThat(step(ofRegion.attrition(), Reason.NO_MATCH).remaining()).isBetween(30, 100);
    assertThat(rows("region", "comparison_result", "true"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("status", "not_estimable"));
  }

  @Test
  void filtersLeaveOthersOutOfBothGroups() {
    Clinic clinic =
        consult(
                world.request(
                    "young-men",
                    world.participants(),
                    "scope: national",
                    "filters:",
                    "  sex: [M]",
                    "  age_from: 18",
                    "  age_to: 34"))
            .clinic();

    assertThat(clinic.groups().leftOut()).contains("sex: the same for everybody.");
    CovariateBalance age =
        clinic.groups().balance().stream()
            .filter(row -> row.covariate().equals("age"))
            .findFirst()
            .orElseThrow()
            .figures();
    assertThat(age.treatedBefore()).isBetween(18.0, 34.0);
    assertThat(age.comparisonBefore()).isBetween(18.0, 34.0);
    assertThat(step(clinic.attrition(), Reason.OUT_OF_SCOPE).people()).isGreaterThan(50);
  }

  private static AttritionStep step(List<AttritionStep> attrition, Reason reason) {
    return attrition.stream().filter(step -> step.reason() == reason).findFirst().orElseThrow();
  }

  @Test
  void twoRegionsAtOnceAreRefused() {
    assertThatThrownBy(
            () ->
                consult(
                    world.request(
                        "nowhere",
                        world.participants(),
                        "scope:",
                        "  region: J",
                        "filters:",
                        "  region: [C]")))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining(
            "filters.region: the region of the scope, J, is not among them, so nobody would be left");
  }

  @Test
  void theClinicWritesTheListsAndNoAnswerAndNamesNobody() {
    List<String> rows = new ArrayList<>(world.participants());
    rows.set(1, "R1," + SURNAME + "," + FORENAME + ",31/02/1990,X,,,2012-01-19,,");
    Comparison.Consultation consultation =
        consult(world.request("clinic", rows, "scope: national"));

    assertThat(files(consultation.folder()).map(file -> file.getFileName().toString()))
        .containsExactlyInAnyOrder("matches.csv", "unlinked.csv");
    assertThat(consultation.folder()).isEqualTo(world.out().resolve("restricted/requests/clinic"));
    assertThat(world.answers("clinic").answer()).doesNotExist();
    List<String> faults =
        consultation.links().participants().faults().stream().map(RowFault::sentence).toList();
    assertThat(faults).anySatisfy(fault -> assertThat(fault).contains("R1"));
    assertThat(String.join(" ", faults)).doesNotContain(SURNAME, FORENAME, "31/02/1990");
    assertThat(text(consultation.folder().resolve("unlinked.csv")))
        .contains("R1")
        .doesNotContain(SURNAME, FORENAME, "31/02/1990");
  }

  @Test
  void nothingPersonalIsInAnyFileButThePncIdsOfTheMatches() {
    List<String> births = new ArrayList<>();
    List<String> ids = new ArrayList<>();
    for (String row : renamed(world.participants()).stream().skip(1).toList()) {
      String[] fields = row.split(",", -1);
      births.add(fields[BIRTH]);
      ids.add(fields[PNC_ID]);
      ids.add(fields[PNC_ID + 1]);
    }
    births.removeIf(String::isEmpty);
    // Of a quoted field the parts are no ids.
    ids.removeIf(id -> id.length() < 7);
    assertThat(births).hasSizeGreaterThan(100);
    assertThat(ids).hasSizeGreaterThan(100);
    Path matches = lists("open").resolve("matches.csv");
    files(world.out().resolve("requests"))
        .filter(file -> file.toString().contains("open"))
        .forEach(
            file -> {
              String content = file.toString().endsWith(".parquet") ? parquet(file) : text(file);
              assertThat(content.toLowerCase(Locale.ROOT))
                  .as(file.toString())
                  .doesNotContain(
                      SURNAME.toLowerCase(Locale.ROOT), FORENAME.toLowerCase(Locale.ROOT));
              assertThat(births).as(file.toString()).filteredOn(content::contains).isEmpty();
              assertThat(ids).as(file.toString()).filteredOn(content::contains).isEmpty();
            });
    assertThat(text(matches)).contains("PNC_ID");
  }

  @Test
  void aFileWithoutAColumnIsRefusedByTheNameOfTheColumn() {
    List<String> rows =
        world.participants().stream().map(row -> row.replaceFirst("^([^,]*),[^,]*", "$1")).toList();
    Path request = world.request("without", rows, "scope: national");

    assertThatThrownBy(() -> consult(request))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("surname")
        .hasMessageStartingWith("Cannot")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.MISSING_COLUMN);
  }

  @Test
  void martsAreThoseOfTheContract() {
    MartContract contract = MartContract.read();
    for (String name : RequestMarts.NAMES) {
      MartContract.Mart mart = contract.in("published/" + name).orElseThrow();
      reader.mount(name, answers("open").resolve(mart.path()));

      assertThat(
              reader
                  .rows(
                      "select column_name as name, lower(column_type) as type from (describe %s)"
                          .formatted(name))
                  .stream()
                  .map(
                      row ->
                          entry(
                              row.get("name"),
                              row.get("type").equals("integer") ? "int" : row.get("type"))))
          .as(name)
          .isEqualTo(mart.columns().stream().map(c -> entry(c.name(), c.sqlType())).toList());
      for (MartContract.Column column : mart.columns()) {
        none(name, column.constraints().required() ? column.name() + " is null" : "false");
        if (!column.constraints().allowed().isEmpty()) {
          none(
              name,
              column.name()
                  + column.constraints().allowed().stream()
                      .collect(Collectors.joining("', '", " not in ('", "')")));
        }
      }
      assertThat(reader.rows("select * from " + name)).isNotEmpty();
      assertThat(mart.schema().primaryKey()).isNotEmpty();
      assertThat(
              reader.rows(
                  "select 1 as one from %s group by %s having count(*) > 1"
                      .formatted(name, String.join(", ", mart.schema().primaryKey()))))
          .isEmpty();
    }
  }

  private static void none(String mart, String condition) {
    assertThat(reader.rows("select * from %s where %s".formatted(mart, condition)))
        .as("%s: %s", mart, condition)
        .isEmpty();
  }

  @Test
  void theMartTellsTheAnswer() {
    OutcomeResult rate = answer.headline().orElseThrow();

    assertThat(rows("open", "comparison_result", "analysis = 'all' and outcome = 'rate'"))
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row).containsEntry("treated_value", rate.treated());
              assertThat(row).containsEntry("comparison_value", rate.comparison());
              assertThat(row).containsEntry("difference_lower", rate.interval().lower());
              assertThat(row).containsEntry("p_value", rate.pValue());
              assertThat(row).containsEntry("treated_people", (long) rate.treatedPeople());
              assertThat(row).containsEntry("words", rate.words());
              assertThat(row).containsEntry("status", "ok");
            });
    assertThat(rows("open", "comparison_balance", "true")).hasSameSizeAs(answer.groups().balance());
    assertThat(rows("open", "comparison_attrition", "true")).hasSize(Reason.values().length);
  }

  @Test
  @Tag("spark")
  void bothEnginesGiveTheSameAnswer() {
    Map<String, String> files = contents();
    Map<String, List<Map<String, Object>>> marts = marts();

    Answer other = answer(world.orderOn("spark", open), null);

    assertThat(other.protocol().engine()).isNotEqualTo(answer.protocol().engine());
    assertThat(other)
        .usingRecursiveComparison()
        .ignoringFields("protocol.engine")
        // To the last digit; what does not exist is NaN on both.
        .withComparatorForType(Double::compare, Double.class)
        .isEqualTo(answer);
    assertThat(contents()).isEqualTo(files);
    assertThat(marts()).isEqualTo(marts);
  }

  private static Map<String, String> contents() {
    return Map.of(
        "matches", text(lists("open").resolve("matches.csv")),
        "unlinked", text(lists("open").resolve("unlinked.csv")));
  }

  private static Map<String, List<Map<String, Object>>> marts() {
    return RequestMarts.NAMES.stream()
        .collect(Collectors.toMap(name -> name, name -> rows("open", name, "true")));
  }

  private static Comparison.Consultation consult(Path request) {
    return new RunComparison().consult(world.order(request));
  }

  private static Path lists(String request) {
    return world.answers(request).working();
  }

  private static List<Map<String, Object>> rows(String request, String mart, String condition) {
    reader.mount("mart", answers(request).resolve("published").resolve(mart));
    return reader.rows("select * from mart where %s order by all".formatted(condition));
  }

  private static String parquet(Path file) {
    reader.mount("file", file.getParent());
    return reader.rows("select * from file").toString();
  }

  static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> files(Path below) {
    try (Stream<Path> walk = Files.walk(below)) {
      return walk.filter(Files::isRegularFile).toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
