// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.explain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.desist.engine.Engine;
import org.desist.engine.Resources;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.WindowKind;

/** Asks an engine, in which a run's tables are readable, for one person's path. */
public final class PersonPaths {
  private final Engine engine;

  public PersonPaths(Engine engine) {
    this.engine = engine;
  }

  /**
   * The path of the person behind a key.
   *
   * @throws DesistException UNKNOWN_PERSON when the run has no such person
   */
  public PersonPath of(String personKey, WindowKind window, LocalDate start) {
    engine.hold(
        new SmallTable(
            "explain_key",
            List.of(new Column("person_key", "string")),
            List.of(List.of(personKey))));
    List<Map<String, Object>> person = engine.rows(Resources.text("sql/query/explain/person.sql"));
    if (person.isEmpty()) {
      throw new DesistException(
          ErrorCode.UNKNOWN_PERSON,
          "Cannot explain: no accepted PNC record in this run has that id. Check the id, and that"
              + " --key-file is the key the run was made with.");
    }
    engine.hold(
        new SmallTable(
            "explain_request",
            List.of(
                new Column("person_no", "bigint"),
                new Column("cohort_window", "string"),
                new Column("cohort_start", "date")),
            List.of(List.of(person.get(0).get("person_no"), window.label(), start))));
    return new PersonPath(entryEvents(), laterOffences());
  }

  private List<PersonPath.EntryEvent> entryEvents() {
    List<PersonPath.EntryEvent> events = new ArrayList<>();
    for (Map<String, Object> row :
        engine.rows(Resources.text("sql/query/explain/entry_events.sql"))) {
      String verdict = (String) row.get("verdict");
      events.add(
          new PersonPath.EntryEvent(
              (LocalDate) row.get("index_date"),
              (String) row.get("entry_type"),
              (String) row.get("id"),
              verdict,
              Reasons.ofEntry(verdict, (String) row.get("exclusion"))));
    }
    for (Map<String, Object> row :
        engine.rows(Resources.text("sql/query/explain/other_events.sql"))) {
      events.add(
          new PersonPath.EntryEvent(
              (LocalDate) row.get("event_date"),
              (String) row.get("event_type"),
              (String) row.get("id"),
              "NO_ENTRY",
              Reasons.ofOther((String) row.get("reason"))));
    }
    events.sort(
        Comparator.comparing(PersonPath.EntryEvent::date)
            .thenComparing(PersonPath.EntryEvent::type)
            .thenComparing(PersonPath.EntryEvent::id, Comparator.nullsFirst(String::compareTo)));
    return events;
  }

  private List<PersonPath.LaterOffence> laterOffences() {
    List<PersonPath.LaterOffence> offences = new ArrayList<>();
    for (Map<String, Object> row :
        engine.rows(Resources.text("sql/query/explain/later_offences.sql"))) {
      String verdict = (String) row.get("verdict");
      offences.add(
          new PersonPath.LaterOffence(
              (LocalDate) row.get("index_date"),
              (String) row.get("offence_id"),
              (LocalDate) row.get("offence_date"),
              (LocalDate) row.get("event_date"),
              (String) row.get("ho_code"),
              (String) row.get("offence_class"),
              verdict.equals("COUNTED") ? verdict : "NOT_COUNTED",
              Reasons.ofOffence(verdict)));
    }
    return offences;
  }
}
