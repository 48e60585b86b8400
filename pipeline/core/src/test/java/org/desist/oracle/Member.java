// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A member of a cohort. In {@code four_quarters} a person may be in up to four times, each time
 * with another index date.
 *
 * @param observed whether the time to offend, to prove and to load has passed by the snapshot
 */
record Member(
    Window window,
    String pncId,
    Profile profile,
    Risk ogrs3,
    Risk ogrs4g,
    String score,
    Place place,
    Outcome outcome,
    List<Reoffence> reoffences,
    boolean observed) {

  static Member of(
      Window window, Entry entry, World world, Settings settings, Reference reference) {
    Profile profile = Profile.of(entry, reference);
    List<Reoffence> reoffences = Reoffence.of(entry, settings);
    LocalDate loaded = entry.date().plusMonths(settings.proofMonths() + settings.lagMonths());
    return new Member(
        window,
        entry.career().pncId(),
        profile,
        Ogrs3.of(entry, profile.sex(), profile.previousSanctions()),
        Ogrs4g.of(entry, profile.sex(), profile.previousSanctions()),
        settings.score(),
        Place.of(entry, settings, reference),
        Outcome.of(reoffences),
        reoffences,
        !world.snapshotDate().isBefore(loaded));
  }

  /** What the score says by which the calculation goes. */
  Risk risk() {
    return score.equals("ogrs4g") ? ogrs4g : ogrs3;
  }

  /** A row of {@code cohort_member}, with {@code pnc_id} in the place of {@code person_key}. */
  Map<String, Object> row() {
    Map<String, Object> row = key();
    row.putAll(Columns.row(profile));
    row.put("ogrs3_one_year", ogrs3.oneYear());
    row.put("ogrs3_two_year", ogrs3.twoYear());
    row.put("ogrs_missing", ogrs3.missing());
    row.put("ogrs4g_one_year", ogrs4g.oneYear());
    row.put("ogrs4g_two_year", ogrs4g.twoYear());
    row.put("ogrs4g_missing", ogrs4g.missing());
    row.put("ogrs_band", risk().band());
    row.put("score", score);
    row.putAll(Columns.row(place));
    row.putAll(Columns.row(outcome));
    row.put("observed", observed);
    return Collections.unmodifiableMap(row);
  }

  /** Rows of {@code reoffence}. */
  List<Map<String, Object>> reoffenceRows() {
    return reoffences.stream().map(this::reoffenceRow).toList();
  }

  private Map<String, Object> reoffenceRow(Reoffence reoffence) {
    Map<String, Object> row = key();
    row.put("index_date", profile.indexDate());
    row.putAll(Columns.row(reoffence));
    row.remove("severity_rank");
    return Collections.unmodifiableMap(row);
  }

  private Map<String, Object> key() {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("cohort_window", window.kind().code());
    row.put("cohort_start", window.start());
    row.put("pnc_id", pncId);
    return row;
  }

  /** Codes by geography type; a geography that does not apply is left out. */
  Map<String, String> geographies() {
    Map<String, String> codes = everyGeography();
    codes.values().removeIf(code -> code == null);
    return codes;
  }

  /** Codes by geography type; null for a geography that does not apply. */
  Map<String, String> everyGeography() {
    Map<String, String> codes = new LinkedHashMap<>();
    codes.put("national", "EW");
    codes.put("region", place.region());
    codes.put("region_draft_2019", place.regionDraft2019());
    codes.put("provider", place.provider());
    codes.put("provider_type", place.providerType());
    codes.put("delivery_unit", place.deliveryUnit());
    codes.put("police_force", place.policeForce());
    codes.put("local_authority", place.localAuthority());
    codes.put("prison", place.prison());
    // What is told of a prison stands in the reference tables, not with the member.
    codes.put("resettlement_area", ofPrison(Reference.load()::resettlementArea));
    codes.put("prison_operator", ofPrison(Reference.load()::prisonOperator));
    return codes;
  }

  /** Only who entered by a release was in a prison. */
  private String ofPrison(UnaryOperator<String> told) {
    return place.prison() == null ? null : told.apply(place.prison());
  }

  /** Categories by breakdown; a breakdown that does not apply is left out. */
  Map<String, String> breakdowns() {
    Map<String, String> categories = everyBreakdown();
    categories.values().removeIf(category -> category == null);
    return categories;
  }

  /** Categories by breakdown; null for a breakdown that does not apply. */
  Map<String, String> everyBreakdown() {
    Map<String, String> categories = new LinkedHashMap<>();
    categories.put("total", "total");
    categories.put("adult_juvenile", profile.adultJuvenile());
    categories.put("sex", profile.sex());
    categories.put("age_band", profile.ageBand());
    categories.put("ethnicity", profile.ethnicity());
    categories.put("index_category", profile.indexCategory());
    categories.put("index_offence_group", profile.indexOffenceGroup());
    categories.put("previous_offences_band", profile.previousOffencesBand());
    categories.put("sentence_length_band", profile.sentenceLengthBand());
    categories.put("ogrs_band", risk().band());
    categories.put("segment", profile.segment());
    return categories;
  }
}
