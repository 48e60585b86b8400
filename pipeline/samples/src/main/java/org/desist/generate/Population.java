// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.desist.generate.Draws.WeightedChoice;
import org.desist.generate.WrittenIdentity.WrittenPncId;

/** Invents people: who they are and when they first come to notice. */
final class Population {
  static final LocalDate FIRST_DAY = LocalDate.of(1990, 1, 1);

  /** Nobody comes to notice for the first time after this day, whatever the snapshot's date. */
  static final LocalDate LAST_FIRST_OFFENCE = LocalDate.of(2021, 11, 30);

  /** Prime, so that a multiple of the person's number modulo it meets every serial once. */
  private static final long SERIALS = 9_999_991;

  private static final long SERIAL_STEP = 3_812_951;

  private record Background(String name, double weight, List<Integer> ethnicity) {}

  private record Speciality(String name, double men, double women) {}

  private record Year(int year, double weight) {}

  private static final WeightedChoice<Background> BACKGROUNDS =
      WeightedChoice.of(
          List.of(
              new Background("british", 76, List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 2)),
              new Background("black", 9, List.of(3)),
              new Background("south_asian", 7, List.of(4)),
              new Background("european", 5.5, List.of(1, 2)),
              new Background("other", 2.5, List.of(5, 6))),
          Background::weight);

  private static final List<Speciality> SPECIALITIES =
      List.of(
          new Speciality("acquisitive", 5, 9),
          new Speciality("violent", 19, 20),
          new Speciality("drugs", 10, 6),
          new Speciality("motoring", 36, 37),
          new Speciality("disorder", 25, 27.5),
          new Speciality("sexual", 5, 0.5));
  private static final WeightedChoice<Speciality> MEN =
      WeightedChoice.of(SPECIALITIES, Speciality::men);
  private static final WeightedChoice<Speciality> WOMEN =
      WeightedChoice.of(SPECIALITIES, Speciality::women);

  /** First-time entrants rose to the middle of the 2000s and have fallen since. */
  private static final WeightedChoice<Year> YEARS =
      WeightedChoice.of(
          IntStream.rangeClosed(1990, 2021)
              .mapToObj(year -> new Year(year, year < 2000 ? 0.9 : year < 2009 ? 1.25 : 0.72))
              .toList(),
          Year::weight);

  private final long seed;
  private final NameTables names;
  private final Places places;

  Population(long seed, NameTables names, Places places) {
    this.seed = seed;
    this.names = names;
    this.places = places;
  }

  Person draw(int number) {
    Draws draws = Draws.of(seed, number, 0, 0);
    String sex = draws.chance(0.81) ? "M" : "F";
    Background background = BACKGROUNDS.draw(draws);
    LocalDate firstOffence = firstOffence(draws);
    LocalDate birth = firstOffence.minusDays(onsetAge(draws, sex));
    String surname = names.surname(draws, background.name());
    String forenames = names.forenames(draws, background.name(), sex);
    String nationality = nationality(draws, background);
    double lifeDays = 365.25 * Math.max(19, Math.min(100, 71 + 14 * draws.normal()));
    LocalDate death = birth.plusDays((long) lifeDays);
    if (death.isBefore(firstOffence.plusDays(400))) {
      death = firstOffence.plusDays(400 + draws.between(0, 6000));
    }
    Speciality speciality = (sex.equals("M") ? MEN : WOMEN).draw(draws);
    Integer ethnicity =
        draws.chance(0.03)
            ? null
            : draws.chance(0.02)
                ? Integer.valueOf(0)
                : background.ethnicity().get(draws.between(0, background.ethnicity().size() - 1));
    int serial = (int) (number * SERIAL_STEP % SERIALS) + 1;
    return new Person(
        number,
        !draws.chance(0.008),
        new WrittenPncId(firstOffence.getYear(), serial),
        surname,
        forenames,
        birth,
        sex,
        ethnicity,
        nationality,
        death,
        firstOffence,
        risk(draws),
        speciality.name(),
        places.draw(draws));
  }

  /** About standard normal, with the few in whom offending sets in for good. */
  private static double risk(Draws draws) {
    double usual = draws.normal();
    return draws.chance(0.06) ? usual + 1.8 : usual - 0.1;
  }

  private static LocalDate firstOffence(Draws draws) {
    int year = YEARS.draw(draws).year();
    LocalDate day = LocalDate.ofYearDay(year, draws.between(1, 365));
    return day.isAfter(LAST_FIRST_OFFENCE) ? LAST_FIRST_OFFENCE.minusDays(30) : day;
  }

  /** The age-crime curve: a steep rise to the late teens, then a long tail. Days. */
  private static long onsetAge(Draws draws, String sex) {
    double shift = sex.equals("F") ? 1.5 : 0;
    double group = draws.unit();
    double years;
    if (group < 0.27) {
      years = 15.6 + shift / 2 + 2.1 * draws.normal();
    } else if (group < 0.64) {
      years = 18 + shift + draws.exponential(4.5);
    } else {
      years = 24 + shift + draws.exponential(11);
    }
    return (long) (365.25 * Math.max(10.02, Math.min(82, years)));
  }

  private static String nationality(Draws draws, Background background) {
    return switch (background.name()) {
      case "european" ->
          draws.chance(0.9) ? draws.any("POL", "ROU", "LTU", "LVA", "PRT", "ALB") : "GBR";
      case "other" -> draws.chance(0.5) ? draws.any("VNM", "CHN", "IRN", "TUR", "BRA") : "GBR";
      case "black" -> draws.chance(0.15) ? draws.any("JAM", "NGA", "GHA", "SOM") : "GBR";
      case "south_asian" -> draws.chance(0.12) ? draws.any("PAK", "IND", "BGD") : "GBR";
      default -> draws.chance(0.02) ? "IRL" : "GBR";
    };
  }

  /** Surnames and forenames by background; whoever bears one of the pairs is invented. */
  static final class NameTables {
    private record Name(String text, double weight) {}

    private final Map<String, WeightedChoice<Name>> surnames;
    private final Map<String, WeightedChoice<Name>> forenames;

    private NameTables(
        Map<String, WeightedChoice<Name>> surnames, Map<String, WeightedChoice<Name>> forenames) {
      this.surnames = surnames;
      this.forenames = forenames;
    }

    static NameTables load() {
      Map<String, List<Name>> surnames = new HashMap<>();
      ResourceTable.own("surnames").forEach(row -> add(surnames, row.getField("background"), row));
      Map<String, List<Name>> forenames = new HashMap<>();
      ResourceTable.own("forenames")
          .forEach(row -> add(forenames, row.getField("background") + row.getField("sex"), row));
      return new NameTables(choices(surnames), choices(forenames));
    }

    String surname(Draws draws, String background) {
      return surnames.get(background).draw(draws).text();
    }

    /** One or two given names. */
    String forenames(Draws draws, String background, String sex) {
      WeightedChoice<Name> choice = forenames.get(background + sex);
      String first = choice.draw(draws).text();
      if (!draws.chance(0.45)) {
        return first;
      }
      String second = choice.draw(draws).text();
      return second.equals(first) ? first : first + " " + second;
    }

    private static void add(Map<String, List<Name>> names, String key, NamedCsvRecord row) {
      names
          .computeIfAbsent(key, missing -> new ArrayList<>())
          .add(new Name(row.getField("name"), Double.parseDouble(row.getField("weight"))));
    }

    private static Map<String, WeightedChoice<Name>> choices(Map<String, List<Name>> names) {
      Map<String, WeightedChoice<Name>> choices = new HashMap<>();
      names.forEach((key, values) -> choices.put(key, WeightedChoice.of(values, Name::weight)));
      return choices;
    }
  }
}
