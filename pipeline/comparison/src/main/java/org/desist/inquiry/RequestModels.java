// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.desist.answer.Answer.AttritionStep.Reason;
import org.desist.engine.DuckDbEngine;
import org.desist.engine.Engine;
import org.desist.engine.EngineRoom;
import org.desist.engine.SmallTable;
import org.desist.inquiry.MeasuredOutcome.Reoffending;
import org.desist.model.ModelCatalog;
import org.desist.model.ModelRunner;
import org.desist.model.ModelStage;
import org.desist.model.SqlModel;
import org.desist.run.ProgressListener;

/**
 * Runs the models of a request, in two halves: who is compared, then what happened next. Models of
 * a nightly run that work index event by index event are run again, for those of the request.
 */
final class RequestModels {
  /** The models of {@code 40_measure} that say who somebody was on the index date. */
  private static final Set<String> TRAITS =
      Set.of("provider_region", "attribution", "ogrs3", "need_at_index");

  /** Those that say what happened next. */
  private static final Set<String> OUTCOMES = Set.of("index_reoffence");

  private static final String SPILL = "spill";

  private final Engine engine;
  private final ModelCatalog catalog;
  private final Path work;
  private final ProgressListener progress;

  RequestModels(Engine engine, ModelCatalog catalog, Path work, ProgressListener progress) {
    this.engine = engine;
    this.catalog = catalog;
    this.work = work;
    this.progress = progress;
  }

  /** Everybody who may be in one of the two groups. No outcome is read. */
  Units units() {
    run(ModelStage.CANDIDATE);
    engine.view("index_event", "select * from comparison_index");
    recompute(TRAITS, ModelStage.COMPARISON);
    run(ModelStage.COMPARISON);
    return UnitColumnsReader.units(
        folder(ModelStage.COMPARISON, "comparison_unit"), work.resolve(SPILL));
  }

  /** Keys of some persons among the units, sorted. */
  List<String> keys(long[] persons) {
    engine.hold(
        new SmallTable(
            "analysed_person",
            List.of(new SmallTable.Column("person_no", "bigint")),
            Arrays.stream(persons).mapToObj(List::<Object>of).toList()));
    return engine
        .rows(
            "select distinct person_key from comparison_unit semi join analysed_person using (person_no) order by person_key")
        .stream()
        .map(row -> (String) row.get("person_key"))
        .toList();
  }

  /** Why rows of participants are not among the units. */
  Attrition attrition() {
    Map<Reason, Integer> left = new EnumMap<>(Reason.class);
    int submitted = 0;
    for (Map<String, Object> row :
        engine.rows("select reason, count(*) as n from participant_attrition group by reason")) {
      int people = ((Number) row.get("n")).intValue();
      submitted += people;
      if (row.get("reason") != null) {
        left.put(Reason.valueOf((String) row.get("reason")), people);
      }
    }
    return new Attrition(submitted, left);
  }

  /** What happened next, in the order of the units. */
  Reoffending outcomes() {
    engine.view(
        "index_event",
        "select i.* from comparison_index as i semi join comparison_unit using (person_no, index_date)");
    recompute(OUTCOMES, ModelStage.OUTCOME);
    run(ModelStage.OUTCOME);
    return UnitColumnsReader.reoffending(
        folder(ModelStage.OUTCOME, "comparison_outcome"), work.resolve(SPILL));
  }

  private void recompute(Set<String> names, ModelStage into) {
    run(
        catalog.of(ModelStage.MEASURE).stream().filter(m -> names.contains(m.name())).toList(),
        into);
  }

  private void run(ModelStage stage) {
    progress.started(stage.label(), catalog.of(stage).size(), "tables");
    run(catalog.of(stage), stage);
    progress.finished(stage.label(), catalog.of(stage).size() + " tables");
  }

  private void run(List<SqlModel> models, ModelStage into) {
    new ModelRunner(engine).run(models, work.resolve(into.label()), (model, rows) -> {});
  }

  private Path folder(ModelStage stage, String table) {
    return work.resolve(stage.label()).resolve(table);
  }

  /**
   * Reads what models wrote into columns of primitive values: too many rows for rows of objects.
   */
  static final class UnitColumnsReader {

    private UnitColumnsReader() {}

    /**
     * The units of a folder of {@code comparison_unit}, by key.
     *
     * @param spill folder for what does not fit in memory; it need not exist
     */
    static Units units(Path folder, Path spill) {
      String traits = Trait.ALL.stream().map(Trait::name).collect(Collectors.joining(", "));
      try (DuckDbEngine reader = mounted(folder, spill)) {
        int size = count(reader);
        boolean[] treated = new boolean[size];
        boolean[] hasEnd = new boolean[size];
        int[] days = new int[size];
        boolean[] startedAfter = new boolean[size];
        boolean[] endedAfter = new boolean[size];
        double[][] earlier = new double[Trait.YEARS_BEFORE][size];
        long[] persons = new long[size];
        Map<String, double[]> numbers = new LinkedHashMap<>();
        Map<String, String[]> texts = new LinkedHashMap<>();
        for (Trait trait : Trait.ALL) {
          if (trait.isText()) {
            texts.put(trait.name(), new String[size]);
          } else {
            numbers.put(trait.name(), new double[size]);
          }
        }
        Map<String, String> known = new HashMap<>();
        int[] next = {0};
        reader.each(
            "select is_participant, has_end, coalesce(days, -1), person_no, is_started_after,"
                + " is_ended_after, earlier_offences_1, earlier_offences_2, earlier_offences_3, "
                + traits
                + " from units order by person_key, index_date",
            row -> {
              int unit = next[0]++;
              treated[unit] = row.getBoolean(1);
              hasEnd[unit] = row.getBoolean(2);
              days[unit] = row.getInt(3);
              persons[unit] = row.getLong(4);
              startedAfter[unit] = row.getBoolean(5);
              endedAfter[unit] = row.getBoolean(6);
              for (int year = 0; year < earlier.length; year++) {
                earlier[year][unit] = row.getDouble(7 + year);
              }
              for (int i = 0; i < Trait.ALL.size(); i++) {
                Trait trait = Trait.ALL.get(i);
                if (trait.isText()) {
                  String text = row.getString(i + 10);
                  texts.get(trait.name())[unit] =
                      text == null ? null : known.computeIfAbsent(text, same -> same);
                } else {
                  double number = row.getDouble(i + 10);
                  numbers.get(trait.name())[unit] = row.wasNull() ? Double.NaN : number;
                }
              }
            });
        int[] places = new int[size];
        Arrays.setAll(places, place -> place);
        return new Units(
            places,
            persons,
            treated,
            hasEnd,
            days,
            startedAfter,
            endedAfter,
            earlier,
            numbers,
            texts);
      }
    }

    /** What happened next, in the order of {@link #units}. */
    static Reoffending reoffending(Path folder, Path spill) {
      try (DuckDbEngine reader = mounted(folder, spill)) {
        Reoffending reoffending = new Reoffending(count(reader));
        int[] next = {0};
        reader.each(
            "select reoffences, days_to_first_reoffence, first_reoffence_court_mode,"
                + " custodial_reoffences, indictable_only, either_way, summary"
                + " from units order by person_key, index_date",
            row -> {
              double days = row.getDouble(2);
              boolean isNone = row.wasNull();
              reoffending.put(
                  next[0]++,
                  row.getDouble(1),
                  isNone ? Double.NaN : days,
                  row.getString(3),
                  row.getDouble(4),
                  new double[] {row.getDouble(5), row.getDouble(6), row.getDouble(7)});
            });
        return reoffending;
      }
    }

    /** Whatever engine made the files, DuckDB hands their rows over without holding them. */
    private static DuckDbEngine mounted(Path folder, Path spill) {
      DuckDbEngine reader = EngineRoom.STREAMING.open(spill);
      reader.mount("units", folder);
      return reader;
    }

    private static int count(DuckDbEngine reader) {
      return ((Number) reader.rows("select count(*) as n from units").get(0).get("n")).intValue();
    }
  }
}
