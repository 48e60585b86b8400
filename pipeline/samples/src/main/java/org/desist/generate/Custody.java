// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desist.generate.History.Release;
import org.desist.generate.Places.Place;
import org.desist.generate.Sentencing.Sentence;

/** Time in prison: how long is served, why and from where someone is released. */
final class Custody {
  /** Releases are held from the start of the prison service's present system. */
  static final LocalDate RECORDS_BEGIN = LocalDate.of(2005, 1, 1);

  /** From here on everyone who serves more than a day is released on licence. */
  static final LocalDate LICENCE_FOR_ALL = LocalDate.of(2015, 2, 1);

  private final Prisons prisons;

  Custody(Prisons prisons) {
    this.prisons = prisons;
  }

  /** The release that ends the custodial part of a sentence. */
  Release serve(Draws draws, Person person, Place place, LocalDate sentenced, Sentence sentence) {
    boolean indeterminate = sentence.kind() == Sentence.Kind.INDETERMINATE;
    int total = indeterminate ? draws.between(4 * 365, 14 * 365) : sentence.days();
    int toServe = indeterminate ? total : Math.max(1, total / 2);
    int remand = draws.chance(0.35) ? draws.between(1, Math.max(1, toServe * 2 / 3)) : 0;
    boolean curfew = !indeterminate && total >= 90 && total < 4 * 365 && draws.chance(0.17);
    int early = curfew ? Math.min(135, toServe / 3) : 0;
    LocalDate released = sentenced.plusDays(Math.max(1, toServe - remand - early));
    String type =
        curfew ? "HOME_DETENTION_CURFEW" : type(draws, person, released, total, indeterminate);
    return new Release(
        prison(draws, person, place, released),
        sentenced,
        sentenced.minusDays(remand),
        released,
        type,
        indeterminate ? "INDETERMINATE" : draws.chance(0.005) ? null : "DETERMINATE",
        indeterminate ? null : draws.chance(0.004) ? null : Integer.valueOf(total));
  }

  /** The release after a recall on the same sentence. */
  Release recall(Draws draws, Person person, Place place, Release first) {
    LocalDate back = first.date().plusDays(draws.between(10, 120));
    LocalDate released = back.plusDays(draws.any(14, 28, 28, 28, 60, 120));
    return new Release(
        prison(draws, person, place, released),
        first.sentenceDate(),
        first.reception(),
        released,
        "RECALL",
        first.kind(),
        first.lengthDays());
  }

  /** A release from remand, on the day of a court appearance that brings no custody. */
  Release remand(Draws draws, Person person, Place place, LocalDate court) {
    return new Release(
        prison(draws, person, place, court),
        null,
        court.minusDays(draws.between(5, 90)),
        court,
        "REMAND",
        null,
        null);
  }

  private String prison(Draws draws, Person person, Place place, LocalDate day) {
    return prisons.draw(draws, person.sex(), person.ageOn(day), place.region(), day);
  }

  private static String type(
      Draws draws, Person person, LocalDate released, int total, boolean indeterminate) {
    if (person.isForeign() && draws.chance(total >= 365 ? 0.4 : 0.08)) {
      return "DEPORTED";
    }
    if (draws.chance(0.004)) {
      return draws.any("DIED", "TRANSFERRED", "TRANSFERRED");
    }
    if (indeterminate) {
      return "PAROLE";
    }
    if (total < 365 && released.isBefore(LICENCE_FOR_ALL)) {
      return "CONDITIONAL";
    }
    if (draws.chance(0.02)) {
      return "SENTENCE_EXPIRY";
    }
    return total >= 4 * 365 && draws.chance(0.2) ? "PAROLE" : "LICENCE";
  }

  /** The prisons open on a day for someone of a sex and an age, nearest first. */
  static final class Prisons {
    private record Prison(
        String code, String sex, String region, LocalDate opened, LocalDate closed, boolean youth) {
      boolean openOn(LocalDate day) {
        return !day.isBefore(opened) && !day.isAfter(closed);
      }
    }

    private final Map<String, List<Prison>> byKindAndRegion;
    private final Map<String, List<Prison>> byKind;

    private Prisons(Map<String, List<Prison>> byKindAndRegion, Map<String, List<Prison>> byKind) {
      this.byKindAndRegion = byKindAndRegion;
      this.byKind = byKind;
    }

    static Prisons load() {
      Map<String, NamedCsvRecord> dated = new HashMap<>();
      List<Prison> prisons = new ArrayList<>();
      for (NamedCsvRecord row : ResourceTable.own("prison_dates")) {
        dated.put(row.getField("establishment_code"), row);
        prisons.add(
            new Prison(
                row.getField("establishment_code"),
                row.getField("sex"),
                row.getField("region_code"),
                day(row.getField("opened"), LocalDate.MIN),
                day(row.getField("closed"), LocalDate.MAX),
                Boolean.parseBoolean(row.getField("youth"))));
      }
      for (NamedCsvRecord row : ResourceTable.reference("prison")) {
        boolean usable =
            row.getField("is_active").equals("true") && !row.getField("sex").equals("X");
        if (usable && !dated.containsKey(row.getField("establishment_code"))) {
          prisons.add(
              new Prison(
                  row.getField("establishment_code"),
                  row.getField("sex"),
                  row.getField("region_code"),
                  LocalDate.MIN,
                  LocalDate.MAX,
                  false));
        }
      }
      Map<String, List<Prison>> near = new HashMap<>();
      Map<String, List<Prison>> anywhere = new HashMap<>();
      for (Prison prison : prisons) {
        for (String kind : kinds(prison)) {
          near.computeIfAbsent(kind + prison.region(), key -> new ArrayList<>()).add(prison);
          anywhere.computeIfAbsent(kind, key -> new ArrayList<>()).add(prison);
        }
      }
      return new Prisons(near, anywhere);
    }

    /** A prison open on the day; four in five people leave from one in their home region. */
    String draw(Draws draws, String sex, int age, String region, LocalDate day) {
      String kind = age < 18 ? "youth" : sex;
      boolean near = draws.chance(0.8);
      List<Prison> candidates =
          near ? open(byKindAndRegion.getOrDefault(kind + region, List.of()), day) : List.of();
      if (candidates.isEmpty()) {
        candidates = open(byKind.get(kind), day);
      }
      return candidates.get(draws.between(0, candidates.size() - 1)).code();
    }

    private static List<Prison> open(List<Prison> prisons, LocalDate day) {
      return prisons.stream().filter(prison -> prison.openOn(day)).toList();
    }

    private static List<String> kinds(Prison prison) {
      return prison.youth() ? List.of("youth") : List.of(prison.sex());
    }

    private static LocalDate day(String text, LocalDate otherwise) {
      return text.isEmpty() ? otherwise : LocalDate.parse(text);
    }
  }
}
