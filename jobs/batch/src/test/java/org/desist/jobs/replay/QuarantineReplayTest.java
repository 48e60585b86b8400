// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.desist.correction.Judgement;
import org.desist.jobs.SmallWorld;
import org.desist.jobs.Terminal;
import org.desist.jobs.reoffending.RunHistory;
import org.desist.jobs.repository.JobsPlace;
import org.desist.publish.VersionManifest;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;
import org.desist.run.Versions;
import org.desist.stage.QuarantineReplay;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Refused rows of the small world come again corrected. */
class QuarantineReplayTest {
  /** By table: what was delivered, and what is right. */
  private static final Map<String, Map<String, String>> RIGHT =
      Map.of(
          // A wrong check letter, on which an event, an offence and a disposal hang; two contents
          // of one person.
          "pnc_person",
          Map.of("2010/0000160F,", "2010/0000160A,", ",Otherface,", ",Twofaced,"),
          "pnc_event",
          Map.of(
              "2017-02-30", "2017-02-28",
              "CONVICTON", "CONVICTION",
              "2019-07-01", "2019-06-28",
              "2010/0000170R", "2010/0000170L"),
          "pnc_offence",
          Map.of(
              "O170X1,E17000,4600", "O170X1,E17000,04600",
              "E17000,04600,2004-02-01", "E17000,04600,2004-01-01",
              "E17000,,2004-01-01,,01,CPS", "E17000,04600,2004-01-01,,01,POLICE"));

  /** The quarter in which the corrected people are. */
  private static final String QUARTER = "2017-07-01";

  private static final List<String> TOLD_OF_CORRECTIONS =
      List.of(
          "published/run",
          "published/data_quality",
          "restricted/quarantine_closed",
          "restricted/guard");

  @TempDir Path folder;

  @Test
  void aChainOfReplaysEndsAsExtractsThatWereRightFromTheStart() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = folder.resolve("out");
    world.type(world.run(out, QUARTER));

    Terminal persons = replay(world, out, SmallWorld.FIRST, "pnc_person");
    assertThat(persons.exit()).as(persons.err()).isZero();
    assertThat(persons.out())
        .containsPattern("rows that pass +3\\R")
        .containsPattern("freed because they refer to them +5\\R")
        .doesNotContain("Otherface", "0000160");
    assertThat(persons.err())
        .contains("3 corrected rows read, the others as run " + SmallWorld.FIRST);
    // From the first run again, which knows nothing of the persons.
    Terminal events = replay(world, out, SmallWorld.FIRST, "pnc_event");
    assertThat(events.out())
        .containsPattern("rows that pass +4\\R")
        .containsPattern("before +11\\R");
    Terminal offences = replay(world, out, "2019-06-30-0003", "pnc_offence");
    assertThat(offences.out())
        .containsPattern("rows that pass +3\\R")
        .containsPattern("quarantine after +4\\R");

    assertThat(Versions.below(out).current()).contains("2019-06-30-0004");
    Map<String, String> replayed = hashes(out);
    Map<String, String> right = hashes(right(world));
    TOLD_OF_CORRECTIONS.forEach(
        mart -> {
          replayed.remove(mart);
          right.remove(mart);
        });
    assertThat(replayed)
        .containsKeys("restricted/quarantine", "published/arrival")
        .isEqualTo(right);
    Terminal closed =
        world.type(
            List.of(
                "query",
                "--out",
                out.toString(),
                "--restricted",
                "--format",
                "csv",
                "select q.resource, count(distinct q.line) as rows, (select sum(d.rows) from published.data_quality as d where d.level = 'closed' and d.resource = q.resource) as counted from quarantine_closed as q group by all order by all"));
    // An offence had two reasons and counts under each.
    assertThat(closed.out())
        .isEqualToNormalizingNewlines(
            "resource,rows,counted\npnc_event,4,4\npnc_offence,3,4\npnc_person,3,3\n");
  }

  @Test
  @Tag("spark")
  void onSparkTheSameRowsArePublished() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = folder.resolve("out");
    Terminal first =
        world.type(
            world.run(
                out,
                SmallWorld.extracts(),
                "2019-06-30",
                "--from",
                "2017-04-01",
                "--to",
                "2017-04-01",
                "--engine",
                "spark"));
    assertThat(first.exit()).as(first.err()).isZero();
    Path onDuckDb = world.publishFirst("duckdb");

    for (Path each : List.of(out, onDuckDb)) {
      Terminal persons = replay(world, each, SmallWorld.FIRST, "pnc_person");
      assertThat(persons.exit()).as(persons.err()).isZero();
    }

    Map<String, String> spark = hashes(out);
    Map<String, String> duckdb = hashes(onDuckDb);
    for (String own : List.of("published/run", "restricted/guard")) {
      spark.remove(own);
      duckdb.remove(own);
    }
    assertThat(spark).isEqualTo(duckdb);
  }

  @Test
  void theSameFileTwiceDoesNothing() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    Path file = corrected(world, out, SmallWorld.FIRST, "pnc_event");
    world.type(replay(out, SmallWorld.FIRST, file));

    Terminal again = world.type(replay(out, SmallWorld.FIRST, file));

    assertThat(again.exit()).isZero();
    assertThat(again.err())
        .contains("are closed already: correction 1 of this snapshot")
        .contains("Nothing to do: run " + SmallWorld.SECOND);
    assertThat(Versions.below(out).names()).containsExactly(SmallWorld.FIRST, SmallWorld.SECOND);
  }

  @Test
  void killedAfterClosingTheSameCommandOrTheNextRunPublishes() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    Path file = corrected(world, out, SmallWorld.FIRST, "pnc_event");
    RunHistory history = RunHistory.read(JobsPlace.below(out), out);
    RunSettings settings = history.run(SmallWorld.FIRST).settings();
    QuarantineReplay replay =
        new QuarantineReplay(
            settings, SmallWorld.FIRST, history.extractsFingerprint(SmallWorld.FIRST));
    Judgement judgement = replay.judge("pnc_event", file);
    replay.close(file, judgement);

    Terminal next = world.type(world.run(out, "2017-04-01"));

    assertThat(next.exit()).as(next.err()).isZero();
    assertThat(Versions.below(out).current()).contains(SmallWorld.SECOND);
    assertThat(next.err()).contains("4 corrected rows read");
  }

  @Test
  void correctionsOutliveTheRunTheyAnswered() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    replay(world, out, SmallWorld.FIRST, "pnc_event");
    String before =
        VersionManifest.read(Versions.below(out).folder(SmallWorld.SECOND)).contentHash();
    RunFolder.of(out, SmallWorld.FIRST).remove();
    List<String> again = new ArrayList<>(world.run(out, "2017-04-01"));
    again.add("--again");

    Terminal third = world.type(again);

    assertThat(third.err()).contains("4 corrected rows read, the others as delivered");
    assertThat(VersionManifest.read(Versions.below(out).folder("2019-06-30-0003")).contentHash())
        .isEqualTo(before);
  }

  @Test
  void whatFailsAgainIsToldByCodeFieldAndLineAndNothingElse() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    Path file = folder.resolve("pnc_person-again.csv");
    Files.writeString(
        file,
        """
        _file,_line,pnc_id,surname,forenames,date_of_birth,sex
        pnc_person.csv,59,2010/0000160G,Letter,Chuck,1984-06-09,M
        pnc_person.csv,60,2010/0000161B,Licate,Dupe,1984-06-10,M
        ,,2010/0000160A,Letter,Chuck,1984-06-09,M
        pnc_person.csv,62,2010/0000162C,Thirdface,Twyla,1984-06-11,F
        pnc_person.csv,62,2010/0000162C,Fourthface,Twyla,1984-06-11,F
        """);

    Terminal terminal = world.type(replay(out, SmallWorld.FIRST, file));

    assertThat(terminal.exit()).isEqualTo(3);
    assertThat(terminal.err())
        .contains("NOTHING_CLOSED", "each of its 5 rows fails", "by code, field and line");
    assertThat(terminal.out())
        .containsPattern("2 +pnc_person.csv line 59 +BAD_CHECK_LETTER +pnc_id")
        .containsPattern("3 +pnc_person.csv line 60 +NOT_IN_QUARANTINE")
        .containsPattern("4 +NO_PLACE")
        .containsPattern("5 +pnc_person.csv line 62 +DUPLICATE_KEY")
        .containsPattern("6 +pnc_person.csv line 62 +ANSWERED_TWICE")
        .doesNotContain("Letter", "Thirdface", "2010/");
    assertThat(Versions.below(out).names()).containsExactly(SmallWorld.FIRST);
    assertThat(out.resolve("corrections")).doesNotExist();
  }

  @Test
  void aRowCanNameTheOneItAnswersByItsKey() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path out = world.publishFirst("out");
    Path file = folder.resolve("events.csv");
    Files.writeString(
        file,
        """
        event_id,pnc_id,event_type,event_date,court_or_force_code
        E170X1,2010/0000170L,CONVICTION,2017-02-28,2571
        """);
    List<String> command = new ArrayList<>(replay(out, SmallWorld.FIRST, file));
    command.addAll(List.of("--resource", "pnc_event", "--plan"));

    Terminal plan = world.type(command);

    assertThat(plan.exit()).as(plan.err()).isZero();
    assertThat(plan.out()).containsPattern("rows that pass +1\\R");
    assertThat(plan.err()).contains("Nothing was changed.");
    assertThat(out.resolve("corrections")).doesNotExist();
  }

  @Test
  void filesThatHaveChangedSinceAreRefused() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path extracts = SmallWorld.copy(SmallWorld.extracts(), folder.resolve("extracts"));
    Path out = folder.resolve("out");
    world.type(
        world.run(out, extracts, "2019-06-30", "--from", "2017-04-01", "--to", "2017-04-01"));
    Path file = corrected(world, out, SmallWorld.FIRST, "pnc_event");
    Files.delete(extracts.resolve("control.csv"));

    Terminal terminal = world.type(replay(out, SmallWorld.FIRST, file));

    assertThat(terminal.exit()).isEqualTo(2);
    assertThat(terminal.err())
        .contains("BAD_ARGUMENT: Cannot replay the quarantine of " + SmallWorld.FIRST)
        .contains("does not hold the files that it read");
  }

  @Test
  void aTemplateIsHarmlessInASpreadsheetAndReadBackExactly() throws IOException {
    SmallWorld world = SmallWorld.in(folder);
    Path extracts = SmallWorld.copy(SmallWorld.extracts(), folder.resolve("extracts"));
    Files.delete(extracts.resolve("control.csv"));
    Path persons = extracts.resolve("pnc_person.csv");
    Files.writeString(
        persons, Files.readString(persons).replace(",Letter,Chuck,", ",=Letter(1),'=Chuck,"));
    Path out = folder.resolve("out");
    world.type(
        world.run(out, extracts, "2019-06-30", "--from", "2017-04-01", "--to", "2017-04-01"));

    Path file = corrected(world, out, SmallWorld.FIRST, "pnc_person");
    assertThat(Files.readString(file)).contains(",'=Letter(1),''=Chuck,");
    Terminal closed = world.type(replay(out, SmallWorld.FIRST, file));

    assertThat(closed.exit()).as(closed.err()).isZero();
    assertThat(closed.out()).containsPattern("rows that pass +3\\R");
    try (Stream<Path> files = Files.walk(out.resolve("corrections"))) {
      Path rows = files.filter(path -> path.endsWith("rows.csv")).findFirst().orElseThrow();
      assertThat(Files.readString(rows)).contains(",=Letter(1),'=Chuck,");
    }
  }

  private Terminal replay(SmallWorld world, Path out, String run, String resource)
      throws IOException {
    return world.type(replay(out, run, corrected(world, out, run, resource)));
  }

  private static List<String> replay(Path out, String run, Path file) {
    return List.of("replay", "--quarantine", run, file.toString(), "--out", out.toString());
  }

  /** The template with the rows that are known, corrected, and without the others. */
  private Path corrected(SmallWorld world, Path out, String run, String resource)
      throws IOException {
    Path file = Files.createTempDirectory(folder, "template").resolve(resource + "-corrected.csv");
    Terminal terminal =
        world.type(
            List.of(
                "replay",
                "--quarantine",
                run,
                "--template",
                resource,
                "--to-file",
                file.toString(),
                "--out",
                out.toString()));
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(Files.getPosixFilePermissions(file)).hasSize(2);
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      String mended = line;
      for (Map.Entry<String, String> right : RIGHT.get(resource).entrySet()) {
        mended = mended.replace(right.getKey(), right.getValue());
      }
      boolean isTwin = line.contains("Twofaced");
      if (lines.isEmpty() || !mended.equals(line) || isTwin) {
        lines.add(mended);
      }
    }
    Files.write(file, lines);
    return file;
  }

  /** A version of extracts in which the same rows were right from the start. */
  private Path right(SmallWorld world) throws IOException {
    Path extracts = SmallWorld.copy(SmallWorld.extracts(), folder.resolve("right"));
    Files.delete(extracts.resolve("control.csv"));
    for (Map.Entry<String, Map<String, String>> table : RIGHT.entrySet()) {
      Path file = extracts.resolve(table.getKey() + ".csv");
      String text = Files.readString(file);
      for (Map.Entry<String, String> right : table.getValue().entrySet()) {
        text = text.replace(right.getKey(), right.getValue());
      }
      Files.writeString(file, text);
    }
    Path out = folder.resolve("right-out");
    Terminal terminal =
        world.type(world.run(out, extracts, "2019-06-30", "--from", QUARTER, "--to", QUARTER));
    assertThat(terminal.exit()).as(terminal.err()).isZero();
    return out;
  }

  private static Map<String, String> hashes(Path out) {
    Versions versions = Versions.below(out);
    Map<String, String> hashes = new TreeMap<>();
    VersionManifest.read(versions.folder(versions.current().orElseThrow()))
        .marts()
        .forEach(mart -> hashes.put(mart.folder(), mart.hash()));
    return hashes;
  }
}
