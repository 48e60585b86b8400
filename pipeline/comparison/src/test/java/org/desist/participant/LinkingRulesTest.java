// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.ProjectFolder;
import org.desist.contract.ValidationCode;
import org.desist.engine.SparkEngine;
import org.desist.generate.Generator;
import org.desist.generate.Generator.GenerateListener;
import org.desist.generate.GeneratorSettings;
import org.desist.identity.PncId;
import org.desist.linkage.LinkageSettings;
import org.desist.participant.Participant.RowFault;
import org.desist.participant.ParticipantLinks.LinkRule;
import org.desist.participant.ParticipantLinks.ParticipantLink;
import org.desist.stage.LinkedWorld;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/** Fourteen rows, each there for one reason, among three hundred other people. */
class LinkingRulesTest {
  private static final LocalDate SNAPSHOT = LocalDate.of(2021, 12, 31);

  /** Ids that are sound: their letters belong to them. */
  private static final String ASHDOWN = "2003/0011985X";

  private static final String QUILLFEATHER = "2008/0056560Z";
  private static final String BRACKENBURY = id(2004, 71);
  private static final String DUNSTERVILLE = id(2005, 72);
  private static final String ANNA = id(2006, 73);
  private static final String AGNES = id(2007, 74);

  private static final String LIST =
      """
      reference,surname,forenames,date_of_birth,sex,pnc_id,noms_number,intervention_start
      id,Ashdawn,Martin Paul,1980-02-13,M,03/11985X,,2016-01-04
      number,Brackenbury,Leo,1990-05-08,M,,Z9999ZZ,2016-01-04
      name,QUILL-FEATHER,O.,1975-11-30,F,,,2016-01-04
      score,Ashdwon,Martin Paul,1980-02-13,M,,,2016-01-04
      swapped,Dunsterville,Percival George,1971-09-03,M,,,2016-01-04
      again,Dunstervile,Percival,1971-09-03,M,,,2016-01-04
      conflict,Nobody,Nemo,1955-05-05,M,2003/0011985X,,2016-01-04
      twin,Thistlewood,A,1988-08-18,F,,,2016-01-04
      undated,Ashdown,Martin Paul,,M,2003/0011985X,,2016-01-04
      stranger,Xyzzyx,Xanthippe,1931-01-31,F,,,2016-01-04
      relative,Quillfeather,Berenice,1975-11-29,F,,,2016-01-04
      unusable,,,1980-02-13,M,2003/0011985X,,2016-01-04
      married,Newlywed,Ottoline,1975-11-03,F,2008/0056560Z,,2016-01-04
      slip,Brackenbury,,1990-07-05,M,SLIP,,2016-01-04
      """
          .replace("SLIP", BRACKENBURY.replace("/00000", "/00100"));

  @TempDir(cleanup = CleanupMode.ALWAYS)
  static Path folder;

  private static LinkedWorld world;
  private static ParticipantLinks links;

  @BeforeAll
  static void link() throws IOException {
    world = LinkedWorld.onDuckDb(extracts(), SNAPSHOT, folder.resolve("duckdb"));
    links = linkIn(world);
  }

  @AfterAll
  static void close() {
    world.close();
  }

  private static String id(int year, int serial) {
    return String.format(Locale.ROOT, "%d/%07d%c", year, serial, PncId.checkLetter(year, serial));
  }

  private static Path extracts() throws IOException {
    GeneratorSettings settings = GeneratorSettings.of(300, 78, folder.resolve("world"));
    Generator.of(settings).generate(GenerateListener.silent());
    Path extracts = settings.snapshotFolder();
    Files.deleteIfExists(extracts.resolve("control.csv"));
    append(
        extracts.resolve("pnc_person.csv"),
        "pnc_id,surname,forenames,date_of_birth,sex",
        ASHDOWN + ",Ashdown,Martin Paul,1980-02-13,M",
        QUILLFEATHER + ",Quillfeather,Ottoline,1975-11-30,F",
        BRACKENBURY + ",Brackenbury,Leopold James,1990-05-07,M",
        DUNSTERVILLE + ",Dunsterville,Percival George,1971-03-09,M",
        ANNA + ",Thistlewood,Anna,1988-08-18,F",
        AGNES + ",Thistlewood,Agnes,1988-08-18,F");
    append(
        extracts.resolve("prison_release.csv"),
        "release_id,noms_number,pnc_id,surname,forenames,establishment_code,release_date,release_type",
        "R-leo,Z9999ZZ," + BRACKENBURY + ",Brackenbury,Leopold,LEI,2015-12-01,LICENCE");
    return extracts;
  }

  /** Rows with the columns named; the others are missing. */
  private static void append(Path file, String columns, String... rows) throws IOException {
    List<String> names = List.of(columns.split(",", -1));
    List<String> header = List.of(Files.readAllLines(file).get(0).split(",", -1));
    assertThat(header).containsAll(names);
    for (String row : rows) {
      List<String> values = List.of(row.split(",", -1));
      String line =
          header.stream()
              .map(name -> names.contains(name) ? values.get(names.indexOf(name)) : "")
              .collect(Collectors.joining(","));
      Files.writeString(file, line + "\n", StandardOpenOption.APPEND);
    }
  }

  private static ParticipantLinks linkIn(LinkedWorld world) throws IOException {
    Path list = Files.writeString(folder.resolve("participants.csv"), LIST);
    return ParticipantLinker.link(
        world.engine(),
        world.catalog(),
        world.work(),
        ParticipantFile.read(list, SNAPSHOT),
        LinkageSettings.usual());
  }

  private static String told(ParticipantLinks links) {
    return links.rows().stream()
        .map(
            link ->
                String.format(
                        Locale.ROOT,
                        "%d %s %s %s",
                        link.row(),
                        link.rule(),
                        link.pncId(),
                        link.whyNot())
                    .replace(" null", ""))
        .collect(Collectors.joining("\n"));
  }

  @Test
  void theFirstRuleThatFindsSomebodyDecides() {
    assertThat(told(links))
        .isEqualTo(
            String.join(
                "\n",
                "1 PNC_ID " + ASHDOWN,
                "2 NOMS_NUMBER " + BRACKENBURY,
                "3 NAME_DOB " + QUILLFEATHER,
                "4 SCORED " + ASHDOWN,
                "5 SCORED " + DUNSTERVILLE,
                "6 UNLINKED TAKEN",
                "7 UNLINKED BELOW_THRESHOLD",
                "8 UNLINKED NOT_CLEAR",
                "9 PNC_ID " + ASHDOWN,
                "10 UNLINKED NO_CANDIDATE",
                "11 UNLINKED BELOW_THRESHOLD",
                "13 SCORED " + QUILLFEATHER,
                "14 SCORED " + BRACKENBURY));
  }

  @Test
  void aLinkHasThePersonsKeyAndAWeightWhereItWasScored() {
    ParticipantLink byId = links.rows().get(0);
    assertThat(byId.personKey()).isEqualTo(LinkedWorld.KEY.keyOf(ASHDOWN));
    assertThat(byId.weight()).isNull();
    ParticipantLink scored = links.rows().get(3);
    assertThat(scored.personNo()).isEqualTo(byId.personNo());
    assertThat(scored.personKey()).isEqualTo(byId.personKey());
    assertThat(scored.weight()).isGreaterThanOrEqualTo(2);
    assertThat(scored.margin()).isGreaterThanOrEqualTo(3);
    assertThat(links.countsByRule())
        .isEqualTo(
            Map.of(
                LinkRule.PNC_ID, 2,
                LinkRule.NOMS_NUMBER, 1,
                LinkRule.NAME_DOB, 1,
                LinkRule.SCORED, 4,
                LinkRule.UNLINKED, 5));
  }

  @Test
  void anIdThatBelongsToSomebodyElseIsWarnedOf() {
    assertThat(links.warnings())
        .extracting(RowFault::row, RowFault::reference, RowFault::field, RowFault::code)
        .containsExactly(
            tuple(7, "conflict", "pnc_id", ValidationCode.ID_CONFLICT),
            tuple(13, "married", "pnc_id", ValidationCode.ID_CONFLICT));
  }

  @Test
  void anyPairCanBeExplained() {
    assertThat(links.waterfall(5).orElseThrow())
        .isEqualTo(links.waterfall(5, DUNSTERVILLE).orElseThrow());
    assertThat(String.join("\n", links.waterfall(5, DUNSTERVILLE).orElseThrow().lines()))
        .contains("surname: exact", "date of birth: day and month exchanged");
    assertThat(links.waterfall(5, ASHDOWN).orElseThrow().total()).isLessThan(0);
    assertThat(String.join("\n", links.waterfall(13).orElseThrow().lines()))
        .contains("surname: different", "PNC id: equal");
    assertThat(String.join("\n", links.waterfall(14).orElseThrow().lines()))
        .contains("forenames: neutral", "PNC id: one character different");
    assertThat(links.waterfall(12)).isEmpty();
    assertThat(links.waterfall(5, "1999/0000001A")).isEmpty();
  }

  @Test
  void adviceNamesFieldsByTheProvidersReferenceAndNothingOfTheRecords() throws IOException {
    Path sheet = folder.resolve("unlinked.csv");
    UnlinkedSheet.write(links, sheet);
    assertThat(sheet)
        .hasContent(
            """
            row,line,reference,reason,field,advice
            6,7,again,TAKEN,,Another row fits the same person better: check whether both are one person.
            7,8,conflict,ID_CONFLICT,pnc_id,"Check the id, then the surname and the date of birth."
            7,8,conflict,BELOW_THRESHOLD,,Check both names and the date of birth; add the PNC id or the prison number where it is known.
            8,9,twin,NOT_CLEAR,,More than one person may be meant: write all forenames in full; add the PNC id or the prison number where it is known.
            10,11,stranger,NO_CANDIDATE,,Check both names and the date of birth; add the PNC id or the prison number where it is known.
            11,12,relative,BELOW_THRESHOLD,forenames,Check the forenames; add the PNC id or the prison number where it is known.
            12,13,unusable,MISSING_REQUIRED,surname,Fill it in.
            12,13,unusable,MISSING_REQUIRED,forenames,Fill it in.
            """);
  }

  @Test
  void theSheetOfMatchesHasEveryLinkAndIsItsOwnersAlone() throws IOException {
    Path sheet = folder.resolve("matches.csv");
    LinkSheet.write(links, sheet);
    List<String> lines = Files.readAllLines(sheet);
    assertThat(lines).hasSize(9);
    assertThat(lines.get(0)).isEqualTo("row,reference,pnc_id,person_key,link_rule,weight,margin");
    assertThat(lines.get(1))
        .isEqualTo("1,id,%s,%s,PNC_ID,,".formatted(ASHDOWN, LinkedWorld.KEY.keyOf(ASHDOWN)));
    assertThat(lines.get(4))
        .matches("4,score,%s,[0-9a-f]{64},SCORED,\\d+\\.\\d{4},\\d+\\.\\d{4}".formatted(ASHDOWN));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sheet)))
        .isEqualTo("rw-------");
  }

  @Test
  void nothingPersonalIsLeftInTheWorkFolder() throws IOException {
    try (var files = Files.walk(world.work())) {
      assertThat(files.filter(Files::isRegularFile)).isEmpty();
    }
  }

  @Test
  void theDocumentShowsHowThePairOfRowFourWasWeighed() {
    assertThat(ProjectFolder.file("docs", "linking.md"))
        .content()
        .contains(
            links.waterfall(4).orElseThrow().lines().stream()
                .map(String::stripTrailing)
                .collect(Collectors.joining("\n")));
  }

  @Test
  @Tag("spark")
  void sparkFindsTheSame() throws IOException {
    try (SparkEngine spark = SparkEngine.start("local[2]", 1);
        LinkedWorld onSpark = world.on(spark)) {
      ParticipantLinks same = linkIn(onSpark);
      assertThat(told(same)).isEqualTo(told(links));
      assertThat(same.rows())
          .extracting(ParticipantLink::weight)
          .isEqualTo(links.rows().stream().map(ParticipantLink::weight).toList());
      assertThat(same.rows())
          .extracting(ParticipantLink::personKey)
          .isEqualTo(links.rows().stream().map(ParticipantLink::personKey).toList());
      assertThat(same.warnings()).isEqualTo(links.warnings());
    }
  }
}
