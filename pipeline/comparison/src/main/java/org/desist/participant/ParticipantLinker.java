// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.desist.contract.ValidationCode;
import org.desist.contract.ValidationCode.Level;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.desist.engine.EngineRoom;
import org.desist.engine.SmallTable;
import org.desist.identity.NameNormaliser;
import org.desist.linkage.Linkage.LinkDecision;
import org.desist.linkage.LinkageSettings;
import org.desist.linkage.PersonList;
import org.desist.linkage.PersonList.Identifiers;
import org.desist.method.Method;
import org.desist.model.GivenTable;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelRunner;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;
import org.desist.participant.Participant.RowFault;
import org.desist.participant.ParticipantFile.Participants;
import org.desist.participant.ParticipantLinks.LinkRule;
import org.desist.participant.ParticipantLinks.ParticipantLink;
import org.desist.participant.ParticipantLinks.WhyNot;
import org.desist.request.Request;
import org.desist.run.Folders;

/**
 * Links participants to persons of the police records by the four rules of METHOD 14: PNC id,
 * prison number, name and date of birth, score. The first that finds somebody decides.
 *
 * <p>Rules 1 to 3 are SQL and run on the engine; rule 4 is Java on columns, the same on either.
 * Among the rows that rule 4 links nobody is found twice; a person whom an earlier rule found for
 * another row may be found again, because that row is a duplicate and is counted as one.
 */
public final class ParticipantLinker {
  private static final String NAMED_PERSON = "named_person";
  private static final String SCORED = "participant_scored";

  private final Engine engine;
  private final Path work;
  private final ModelRunner runner;
  private final List<SqlModel> models;

  private ParticipantLinker(Engine engine, ModelCatalog catalog, Path work) {
    this.engine = engine;
    this.models = catalog.of(ModelStage.PARTICIPANT);
    this.work = work;
    this.runner = new ModelRunner(engine);
  }

  /**
   * Links.
   *
   * @param engine with the tables of the stages ingest, store and link, and {@code person_key}
   * @param catalog with the models of {@code sql/model/60_participant}
   * @param work a folder of its own for personal data, which is deleted in the end; it need not
   *     exist
   * @param settings the threshold and the margin of rule 4
   */
  public static ParticipantLinks link(
      Engine engine,
      ModelCatalog catalog,
      Path work,
      Participants participants,
      LinkageSettings settings) {
    return new ParticipantLinker(engine, catalog, work).link(participants, settings);
  }

  /** Weighs every row by rule 4 alone, whatever the other rules find. */
  static Scoring score(
      Engine engine,
      ModelCatalog catalog,
      Path work,
      List<Participant> usable,
      LinkageSettings settings) {
    return new ParticipantLinker(engine, catalog, work).score(usable, settings);
  }

  private ParticipantLinks link(Participants participants, LinkageSettings settings) {
    List<Participant> usable = participants.usable();
    engine.hold(ParticipantTables.participants(usable));
    define(SCORED, false);
    Set<Integer> open = new HashSet<>();
    for (Map<String, Object> row :
        engine.rows("select row_no from participant_by_rule where person_no is null")) {
      open.add(number(row));
    }
    Scoring scoring = open.isEmpty() ? null : score(usable, settings);
    Map<Integer, LinkDecision> decisions =
        open.isEmpty() ? Map.of() : scoring.decide(settings, open::contains);
    engine.hold(
        ParticipantTables.scored(
            decisions.values().stream()
                .filter(LinkDecision::linked)
                .map(d -> new ParticipantTables.ScoredLink(Integer.parseInt(d.id()), d.candidate()))
                .toList()));
    define(SCORED, true);
    return links(participants, usable, settings, decisions, scoring);
  }

  /** Defines the views that do, or do not, read a table. */
  private void define(String table, boolean doesRead) {
    runner.run(
        models.stream()
            .filter(model -> model.isView() && model.reads().contains(table) == doesRead)
            .toList(),
        work,
        (model, rows) -> {});
  }

  private Scoring score(List<Participant> usable, LinkageSettings settings) {
    Folders.createPrivate(work);
    try {
      runner.run(
          models.stream().filter(model -> model.name().equals(NAMED_PERSON)).toList(),
          work,
          (model, rows) -> {});
      PersonList persons = NamedPersons.read(work.resolve(NAMED_PERSON), work.resolve("spill"));
      return Scoring.of(usable, persons, settings);
    } finally {
      // Names and birth dates of everybody: they are not to lie about longer than needed.
      Folders.delete(work.resolve(NAMED_PERSON));
    }
  }

  private ParticipantLinks links(
      Participants participants,
      List<Participant> usable,
      LinkageSettings settings,
      Map<Integer, LinkDecision> decisions,
      Scoring scoring) {
    Map<Integer, Participant> byRow = new HashMap<>();
    usable.forEach(participant -> byRow.put(participant.row(), participant));
    List<ParticipantLink> links = new ArrayList<>();
    List<RowFault> warnings = new ArrayList<>();
    for (Map<String, Object> row : engine.rows("select * from participant_link order by row_no")) {
      int number = number(row);
      links.add(link(row, decisions.get(number)));
      if (Boolean.TRUE.equals(row.get("is_id_conflict"))) {
        warnings.add(conflict(byRow.get(number)));
      }
    }
    return new ParticipantLinks(participants, settings, links, warnings, scoring);
  }

  private static ParticipantLink link(Map<String, Object> row, LinkDecision decision) {
    LinkRule rule = LinkRule.valueOf((String) row.get("link_rule"));
    boolean hasWeight = decision != null && !Double.isNaN(decision.weight());
    return new ParticipantLink(
        number(row),
        (Long) row.get("person_no"),
        (String) row.get("pnc_id"),
        (String) row.get("person_key"),
        rule,
        hasWeight ? decision.weight() : null,
        hasWeight ? decision.margin() : null,
        rule == LinkRule.UNLINKED ? WhyNot.valueOf(decision.outcome().name()) : null);
  }

  private static RowFault conflict(Participant participant) {
    return new RowFault(
        participant.row(),
        participant.line(),
        participant.reference(),
        "pnc_id",
        ValidationCode.ID_CONFLICT,
        Level.WARNING,
        "The id is known, but neither surname nor date of birth agrees with it; it makes no link by itself",
        "Check the id, then the surname and the date of birth");
  }

  private static int number(Map<String, Object> row) {
    return ((Number) row.get("row_no")).intValue();
  }

  /** What rule 4 asks of a link: the method says, and a request may say otherwise. */
  public static final class LinkThresholds {
    private LinkThresholds() {}

    /** The settings of one request. */
    public static LinkageSettings of(Method.Linking method, Request.Thresholds request) {
      return LinkageSettings.usual()
          .at(
              value(request.linkWeight(), method.threshold()),
              value(request.linkMargin(), method.margin()));
    }

    private static double value(BigDecimal asked, double usual) {
      return asked == null ? usual : asked.doubleValue();
    }
  }

  /**
   * Streams the persons of the police records into columns. Whatever engine made the files, DuckDB
   * reads them: it hands a million rows over in a few seconds without holding them.
   */
  static final class NamedPersons {

    private NamedPersons() {}

    /**
     * Reads every person, by PNC id: the draws of the estimation depend on the order.
     *
     * @param folder of the table {@code named_person}
     * @param spill folder for what does not fit in memory; it need not exist
     */
    static PersonList read(Path folder, Path spill) {
      PersonList.Builder people = new PersonList.Builder();
      try (DuckDbEngine reader = EngineRoom.STREAMING.open(spill)) {
        reader.mount("named_person", folder);
        reader.each(
            "select pnc_id, surname, forenames, sex, date_of_birth - date '1970-01-01' as birth,"
                + " noms_number from named_person order by pnc_id",
            row ->
                people.add(
                    new Identifiers(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        birth(row.getLong(5), row.wasNull()),
                        row.getString(4),
                        Arrays.asList(null, row.getString(6)))));
      }
      return people.build();
    }

    private static LocalDate birth(long day, boolean isMissing) {
      return isMissing ? null : LocalDate.ofEpochDay(day);
    }
  }

  /** What the models of {@code sql/model/60_participant} are given beside the stages of a run. */
  static final class ParticipantTables {
    private ParticipantTables() {}

    /**
     * The table {@code participant}: names in comparable form, and the initial of the first
     * forename.
     *
     * @param usable rows that can be looked up
     */
    static SmallTable participants(List<Participant> usable) {
      List<List<Object>> rows = new ArrayList<>();
      for (Participant participant : usable) {
        String forenames = NameNormaliser.normalise(participant.forenames());
        rows.add(
            Arrays.asList(
                participant.row(),
                participant.pncId(),
                participant.nomsNumber(),
                NameNormaliser.normalise(participant.surname()),
                forenames == null ? null : initial(forenames),
                participant.sex(),
                participant.birth()));
      }
      return GivenTable.PARTICIPANT.of(rows);
    }

    /** The first letter, which may take two characters; both engines count letters. */
    private static String initial(String name) {
      return name.substring(0, name.offsetByCodePoints(0, 1));
    }

    /** The table {@code participant_scored}: links of rule 4. */
    static SmallTable scored(List<ScoredLink> links) {
      return GivenTable.PARTICIPANT_SCORED.of(
          links.stream().map(link -> List.<Object>of(link.row(), link.pncId())).toList());
    }

    /** A link of rule 4. */
    record ScoredLink(int row, String pncId) {}
  }
}
