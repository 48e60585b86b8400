// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.desist.generate.ExtractSink.CsvBytes;
import org.desist.generate.GeneratorSettings.ParticipantListSettings;
import org.desist.generate.History.Referral;
import org.desist.generate.Services.Service;
import org.desist.generate.WrittenIdentity.WrittenPncId;

/**
 * Lists of participants as the services of a generated world would send them, with who was meant
 * beside each. Everybody was truly referred but for a few who were never in the world; a few come
 * twice. The draws are streams of their own, so the world is the same with lists or without.
 */
final class ParticipantLists {
  private static final List<String> HEADER =
      List.of(
          "reference",
          "surname",
          "forenames",
          "date_of_birth",
          "sex",
          "pnc_id",
          "noms_number",
          "intervention_start",
          "intervention_end",
          "area");

  private static final double TWICE = 0.02;
  private static final double STRANGERS = 0.02;
  private static final double KNOWS_PNC_ID = 0.3;
  private static final double KNOWS_PRISON_NUMBER = 0.5;
  private static final double FIRST_FORENAME_ONLY = 0.15;
  private static final double CAPITALS = 0.1;
  private static final double NO_BIRTH_DATE = 0.003;

  /** People nobody has seen have numbers beyond those of the world, apart by service. */
  private static final int STRANGERS_APART = 20_000;

  private final GeneratorSettings settings;
  private final ParticipantListSettings lists;
  private final Population people;
  private final Map<String, List<Participation>> byService = new TreeMap<>();

  /** One row to write: who, how the row came about, and when it was. */
  private record Entry(Person person, Referral referral, long stream, boolean imprisoned) {}

  ParticipantLists(GeneratorSettings settings, ParticipantListSettings lists, Population people) {
    this.settings = settings;
    this.lists = lists;
    this.people = people;
    for (Service service : Service.all()) {
      if (lists.asksFor(service)) {
        byService.put(service.name(), new ArrayList<>());
      }
    }
  }

  void add(Batch batch) {
    for (Participation one : batch.participations()) {
      List<Participation> list = byService.get(one.referral().service().name());
      if (list != null) {
        list.add(one);
      }
    }
  }

  /** Writes two files a service; nothing when no list is asked for. */
  void write() throws IOException {
    if (byService.isEmpty()) {
      return;
    }
    Path folder = Files.createDirectories(settings.participantFolder());
    int number = 0;
    for (Map.Entry<String, List<Participation>> list : byService.entrySet()) {
      String name = "participants-" + ParticipantListSettings.shortName(list.getKey());
      List<String[]> rows = new ArrayList<>();
      List<String[]> truth = new ArrayList<>();
      rows.add(HEADER.toArray(new String[0]));
      truth.add(new String[] {"row", "pnc_id"});
      for (Entry entry : entries(list.getValue(), number++)) {
        int row = rows.size();
        rows.add(row(entry, row));
        truth.add(new String[] {Integer.toString(row), truth(entry)});
      }
      Files.write(folder.resolve(name + ".csv"), CsvBytes.records(rows));
      Files.write(folder.resolve(name + "-truth.csv"), CsvBytes.records(truth));
    }
  }

  private List<Entry> entries(List<Participation> list, int service) {
    List<Entry> entries = new ArrayList<>();
    for (Participation one : list) {
      long stream = stream(one.referral().service(), one.ordinal());
      entries.add(new Entry(one.person(), one.referral(), stream, one.imprisoned()));
      if (draws(one.person(), stream - 1).chance(TWICE)) {
        entries.add(new Entry(one.person(), one.referral(), stream + 1, one.imprisoned()));
      }
    }
    int strangers = list.isEmpty() ? 0 : (int) Math.ceil(STRANGERS * list.size());
    for (int i = 0; i < strangers; i++) {
      int number = settings.persons() + 1 + service * STRANGERS_APART + i;
      Referral like = list.get((int) ((long) i * list.size() / strangers)).referral();
      entries.add(new Entry(people.draw(number), like, stream(like.service(), 0), false));
    }
    entries.sort(
        Comparator.comparing((Entry entry) -> entry.referral().start())
            .thenComparing(entry -> entry.person().number())
            .thenComparing(Entry::stream));
    return entries;
  }

  /** Three in a row: whether a referral is written twice, the row, and the second one. */
  private static long stream(Service service, int ordinal) {
    return service.name().hashCode() * 10_000L + ordinal * 3L + 1;
  }

  private Draws draws(Person person, long stream) {
    return Draws.of(settings.seed(), person.number(), "participants".hashCode(), stream);
  }

  private String truth(Entry entry) {
    boolean isKnown = entry.person().recorded() && entry.person().number() <= settings.persons();
    return isKnown ? entry.person().pncId().longForm() : "";
  }

  private String[] row(Entry entry, int number) {
    Person person = entry.person();
    Draws draws = draws(person, entry.stream());
    TypingErrors typing = new TypingErrors(draws);
    LocalDate end = entry.referral().end();
    return new String[] {
      "P" + WrittenPncId.padded(number, 5),
      surname(draws, typing, person),
      forenames(draws, typing, person),
      birth(draws, typing, person),
      sex(draws, person),
      pncId(draws, typing, person),
      prisonNumber(draws, typing, entry),
      entry.referral().start().toString(),
      end.isAfter(settings.snapshotDate()) ? "" : end.toString(),
      person.home().authority()
    };
  }

  private boolean slips(Draws draws) {
    return draws.chance(lists.typingErrors());
  }

  private String surname(Draws draws, TypingErrors typing, Person person) {
    String written = slips(draws) ? typing.name(person.surname()) : person.surname();
    return draws.chance(CAPITALS) ? written.toUpperCase(Locale.ROOT) : written;
  }

  private String forenames(Draws draws, TypingErrors typing, Person person) {
    int blank = person.forenames().indexOf(' ');
    boolean isShort = draws.chance(FIRST_FORENAME_ONLY) && blank > 0;
    String known = isShort ? person.forenames().substring(0, blank) : person.forenames();
    return slips(draws) ? typing.name(known) : known;
  }

  private String birth(Draws draws, TypingErrors typing, Person person) {
    if (draws.chance(NO_BIRTH_DATE)) {
      return "";
    }
    return (slips(draws) ? typing.day(person.birth()) : person.birth()).toString();
  }

  /** A cross in the wrong box is rarer than a slip of the fingers. */
  private String sex(Draws draws, Person person) {
    boolean isWrong = draws.chance(lists.typingErrors() / 10);
    return person.isFemale() == isWrong ? "M" : "F";
  }

  private String pncId(Draws draws, TypingErrors typing, Person person) {
    if (!draws.chance(KNOWS_PNC_ID) || !person.recorded()) {
      return "";
    }
    String written = person.pncId().written(draws);
    return slips(draws) ? typing.id(written) : written;
  }

  private String prisonNumber(Draws draws, TypingErrors typing, Entry entry) {
    if (!draws.chance(KNOWS_PRISON_NUMBER) || !entry.imprisoned()) {
      return "";
    }
    String written = entry.person().prisonNumber();
    return slips(draws) ? typing.id(written) : written;
  }

  /**
   * Somebody who took part in something.
   *
   * @param ordinal of the referral among the person's own, from 0
   * @param imprisoned whether there is a prison number to know
   */
  record Participation(Person person, Referral referral, int ordinal, boolean imprisoned) {}
}
