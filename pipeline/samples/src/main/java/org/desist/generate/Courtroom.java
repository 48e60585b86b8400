// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desist.generate.Draws.WeightedChoice;
import org.desist.generate.History.Disposal;
import org.desist.generate.History.JusticeEvent;
import org.desist.generate.History.Offence;
import org.desist.generate.Places.Place;
import org.desist.generate.Sentencing.Sentence;
import org.desist.generate.WrittenIdentity.WrittenPncId;

/** Turns offending into events: what was proven, where, and what was done about it. */
final class Courtroom {
  private static final LocalDate WARNINGS_BEGIN = LocalDate.of(2000, 6, 1);
  private static final LocalDate WARNINGS_END = LocalDate.of(2013, 4, 8);

  /**
   * An event, and what matters for what follows.
   *
   * @param sentence null out of court
   * @param lead code of the most serious offence
   */
  record Outcome(JusticeEvent event, Sentence sentence, String lead) {}

  private static final int MOST_OTHERS = 17;

  private final OffenceMix mix;

  Courtroom(OffenceMix mix) {
    this.mix = mix;
  }

  /**
   * The event at which an offence, and those committed with it, is proven.
   *
   * @param previous earlier sanctions
   */
  Outcome prove(
      Draws draws, Person person, Place place, LocalDate first, LocalDate day, int previous) {
    List<OffenceMix.Kind> kinds = new ArrayList<>();
    int count = 1 + draws.geometric(single(person), MOST_OTHERS);
    int principal = 0;
    for (int i = 0; i < count; i++) {
      kinds.add(mix.draw(draws, person.speciality()));
      if (kinds.get(i).seriousness() > kinds.get(principal).seriousness()) {
        principal = i;
      }
    }
    int seriousness = kinds.get(principal).seriousness();
    boolean outOfCourt = draws.chance(outOfCourt(person, day, previous, seriousness));
    Sentence sentence =
        outOfCourt ? null : Sentencing.of(draws, person, day, seriousness, previous);
    List<Offence> offences = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<Disposal> disposals =
          outOfCourt
              ? caution(draws, day)
              : i == principal ? sentence.disposals() : lesser(draws, sentence);
      LocalDate start = i == 0 || draws.chance(0.55) ? first : draws.day(first, day);
      offences.add(offence(draws, kinds.get(i), start, day, place, disposals));
    }
    if (!outOfCourt && draws.chance(0.025)) {
      addConsiderations(draws, offences, first, place);
    }
    if (!outOfCourt && draws.chance(0.03)) {
      offences.add(breach(draws, day, draws.any("1087", "1057", "1029")));
    }
    String type = outOfCourt ? outOfCourtType(person, day, previous) : "CONVICTION";
    return new Outcome(
        new JusticeEvent(type, day, where(draws, place, outOfCourt), offences),
        sentence,
        kinds.get(principal).code());
  }

  /** The chance that there is no further offence: those who offend most do it more at a time. */
  private static double single(Person person) {
    return Math.max(0.2, Math.min(0.75, 0.39 - 0.09 * person.risk()));
  }

  /** An offence of breaking an order: on the record, but not offending of its own. */
  Offence breach(Draws draws, LocalDate day, String disposal) {
    String code = draws.any("19556", "19566", "19555", "19560", "08300");
    return new Offence(
        code,
        day.minusDays(draws.between(3, 60)),
        null,
        null,
        "OTHER",
        false,
        List.of(Disposal.of(disposal)));
  }

  private static double outOfCourt(Person person, LocalDate day, int previous, int seriousness) {
    if (seriousness >= 4) {
      return seriousness == 4 ? 0.05 : 0;
    }
    boolean youth = person.ageOn(day) < 18;
    double start =
        youth
            ? (previous == 0 ? 0.72 : previous == 1 ? 0.5 : 0.12)
            : (previous == 0 ? 0.5 : previous < 3 ? 0.26 : 0.09);
    double era = day.getYear() < 2010 ? 1 : day.getYear() < 2015 ? 0.85 : 0.62;
    double kind = seriousness == 1 ? 1.1 : seriousness == 2 ? 1 : 0.6;
    return start * kind * (youth ? 1 : era);
  }

  private static String outOfCourtType(Person person, LocalDate day, int previous) {
    boolean warned =
        person.ageOn(day) < 18 && !day.isBefore(WARNINGS_BEGIN) && day.isBefore(WARNINGS_END);
    if (!warned) {
      return "CAUTION";
    }
    return previous == 0 ? "REPRIMAND" : "WARNING";
  }

  /** Simple and youth cautions carry no disposal row; conditional ones do. */
  private static List<Disposal> caution(Draws draws, LocalDate day) {
    boolean conditional = day.getYear() >= 2005 && draws.chance(0.1);
    return conditional ? List.of(Disposal.of("1117")) : List.of();
  }

  private static List<Disposal> lesser(Draws draws, Sentence sentence) {
    double choice = draws.unit();
    if (choice < 0.45) {
      return List.of(Disposal.of("1057"));
    }
    if (choice < 0.6 && sentence.isCustody()) {
      return sentence.disposals();
    }
    if (choice < 0.9) {
      return List.of(Disposal.fine(draws.between(4, 30) * 10));
    }
    if (choice < 0.93) {
      return List.of();
    }
    return List.of(
        Disposal.of(draws.any("1020", "1021", "1029", "1030", "4028", "1111", "3223", "1177")));
  }

  private static Offence offence(
      Draws draws,
      OffenceMix.Kind kind,
      LocalDate start,
      LocalDate day,
      Place place,
      List<Disposal> disposals) {
    boolean period = draws.chance(kind.seriousness() >= 4 ? 0.15 : 0.05);
    List<Disposal> all = disposals;
    if (!disposals.isEmpty() && draws.chance(0.05)) {
      all = new ArrayList<>(disposals);
      all.add(Disposal.of(draws.any("1177", "1179", "1085", "1175", "1057")));
    }
    return new Offence(
        kind.code(),
        start,
        period ? draws.day(start, day) : null,
        force(draws, place),
        draws.chance(kind.otherProsecutor())
            ? "OTHER"
            : draws.chance(0.01) ? null : draws.chance(0.015) ? "OTHER" : "POLICE",
        draws.chance(0.01) ? null : Boolean.FALSE,
        all);
  }

  private static String force(Draws draws, Place place) {
    double choice = draws.unit();
    if (choice < 0.955) {
      return place.force();
    }
    if (choice < 0.98) {
      return draws.any("01", "06", "13", "20", "43", "44", "46", "62");
    }
    if (choice < 0.99) {
      return "93";
    }
    return choice < 0.993 ? draws.any("74", "76", "70", "98", "97", "57") : null;
  }

  private static void addConsiderations(
      Draws draws, List<Offence> offences, LocalDate first, Place place) {
    int count = 1 + draws.geometric(0.35, 15);
    for (int i = 0; i < count; i++) {
      String code = draws.any("04600", "04500", "02800", "03000", "04910");
      LocalDate start = first.minusDays(draws.between(0, 90));
      offences.add(new Offence(code, start, null, place.force(), "POLICE", true, List.of()));
    }
  }

  private static String where(Draws draws, Place place, boolean outOfCourt) {
    return outOfCourt ? place.force() : WrittenPncId.padded(draws.between(1000, 2999), 4);
  }

  /**
   * Which offences people of a speciality commit, how often, and how seriously courts take them.
   */
  static final class OffenceMix {
    /**
     * One offence of a mix.
     *
     * @param seriousness 1 (a fine) to 5 (years in prison)
     * @param otherProsecutor the share brought by someone other than the police
     */
    record Kind(
        String speciality, String code, double weight, int seriousness, double otherProsecutor) {}

    private final Map<String, WeightedChoice<Kind>> bySpeciality;
    private final WeightedChoice<Kind> common;

    private OffenceMix(
        Map<String, WeightedChoice<Kind>> bySpeciality, WeightedChoice<Kind> common) {
      this.bySpeciality = bySpeciality;
      this.common = common;
    }

    static OffenceMix load() {
      List<Kind> common = new ArrayList<>();
      Map<String, List<Kind>> kinds = new HashMap<>();
      for (NamedCsvRecord row : ResourceTable.own("offence_mix")) {
        Kind kind =
            new Kind(
                row.getField("speciality"),
                row.getField("ho_code"),
                Double.parseDouble(row.getField("weight")),
                Integer.parseInt(row.getField("seriousness")),
                Double.parseDouble(row.getField("prosecutor_other")));
        kinds.computeIfAbsent(kind.speciality(), key -> new ArrayList<>()).add(kind);
        if (!kind.speciality().equals("sexual")) {
          common.add(kind);
        }
      }
      Map<String, WeightedChoice<Kind>> choices = new HashMap<>();
      kinds.forEach((key, values) -> choices.put(key, WeightedChoice.of(values, Kind::weight)));
      return new OffenceMix(choices, WeightedChoice.of(common, Kind::weight));
    }

    /** An offence: two in three are of the person's speciality, the rest of the common run. */
    Kind draw(Draws draws, String speciality) {
      return (draws.chance(0.66) ? bySpeciality.get(speciality) : common).draw(draws);
    }
  }
}
