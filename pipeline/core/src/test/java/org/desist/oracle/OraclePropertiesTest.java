// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.desist.contract.ListedValues;

/** What must hold in every world. */
class OraclePropertiesTest {
  private static final Settings SETTINGS = Histories.settings();

  /** Geographies that only members who entered by a release have. */
  private static final Set<String> OF_RELEASES =
      Set.of("prison", "resettlement_area", "prison_operator");

  @Provide
  Arbitrary<World> worlds() {
    return Histories.worlds();
  }

  @Property(tries = 200, seed = "20160229")
  void partsSumToTotals(@ForAll("worlds") World world) {
    List<Rate> rates = Oracle.of(world, SETTINGS).rateRecords();
    Map<String, Rate> totals = new TreeMap<>();
    for (Rate rate : rates) {
      if (rate.geographyType().equals("national") && rate.breakdown().equals("total")) {
        totals.put(window(rate), rate);
      }
    }
    for (ToIntFunction<Rate> count :
        List.<ToIntFunction<Rate>>of(Rate::offenders, Rate::reoffenders, Rate::reoffences)) {
      Map<String, Integer> sums =
          rates.stream()
              .filter(rate -> !OF_RELEASES.contains(rate.geographyType()))
              .filter(rate -> !rate.breakdown().equals("sentence_length_band"))
              .collect(
                  Collectors.groupingBy(
                      rate -> window(rate) + "|" + rate.geographyType() + "|" + rate.breakdown(),
                      TreeMap::new,
                      Collectors.summingInt(count)));
      // Everyone is somewhere in each of the others, and something.
      assertThat(sums)
          .hasSize(
              totals.size()
                  * (listed("geography_type").size() - OF_RELEASES.size())
                  * (listed("breakdown").size() - 1));
      sums.forEach(
          (key, sum) ->
              assertThat(sum)
                  .as(key)
                  .isEqualTo(count.applyAsInt(totals.get(key.substring(0, key.indexOf('|'))))));
    }
  }

  @Property(tries = 200, seed = "20160229")
  void sentenceBandsAndPrisonsSumToTheReleased(@ForAll("worlds") World world) {
    Map<String, Integer> sums =
        Oracle.of(world, SETTINGS).rateRecords().stream()
            .collect(
                Collectors.groupingBy(
                    rate -> window(rate) + rate.geographyType() + rate.breakdown(),
                    TreeMap::new,
                    Collectors.summingInt(Rate::offenders)));
    Oracle.of(world, SETTINGS)
        .memberRecords()
        .forEach(
            (window, members) -> {
              String key = window.kind().code() + window.start();
              int released = (int) members.stream().filter(m -> m.place().prison() != null).count();
              assertThat(sums.getOrDefault(key + "nationalsentence_length_band", 0))
                  .isEqualTo(released);
              for (String place : OF_RELEASES) {
                assertThat(sums.getOrDefault(key + place + "total", 0))
                    .as(place)
                    .isEqualTo(released);
              }
            });
  }

  @Property(tries = 200, seed = "20160229")
  void ratesAreConsistent(@ForAll("worlds") World world) {
    for (Rate rate : Oracle.of(world, SETTINGS).rateRecords()) {
      assertThat(rate.offenders()).isPositive();
      assertThat(rate.reoffenders()).isBetween(0, rate.offenders());
      assertThat(rate.reoffences()).isGreaterThanOrEqualTo(rate.reoffenders());
      assertThat(rate.reoffences() == 0).isEqualTo(rate.reoffenders() == 0);
      assertThat(rate.reoffencesPerReoffender() == null).isEqualTo(rate.reoffenders() == 0);
      assertThat(rate.rateLower()).isBetween(0.0, rate.reoffendingRate() + 1e-12);
      assertThat(rate.rateUpper()).isBetween(rate.reoffendingRate() - 1e-12, 1.0);
      assertThat(rate.shareObserved()).isBetween(0.0, 1.0);
      if (rate.cohortStatus().equals("final")) {
        assertThat(rate.shareObserved()).isEqualTo(1.0);
      }
    }
  }

  @Property(tries = 200, seed = "20160229")
  void longerFollowUpIsNeverFewer(@ForAll("worlds") World world) {
    Map<String, Set<String>> oneYear = reoffences(world, SETTINGS);
    Map<String, Set<String>> twoYears = reoffences(world, SETTINGS.following(24, 30));
    assertThat(twoYears.keySet()).isEqualTo(oneYear.keySet());
    oneYear.forEach((member, some) -> assertThat(twoYears.get(member)).containsAll(some));
  }

  @Property(tries = 200, seed = "20160229")
  void anEarlierLimitOfProofIsNeverMore(@ForAll("worlds") World world) {
    Map<String, Set<String>> late = reoffences(world, SETTINGS);
    reoffences(world, SETTINGS.following(12, 12))
        .forEach((member, some) -> assertThat(late.get(member)).containsAll(some));
  }

  @Property(tries = 200, seed = "20160229")
  void aPersonIsInOnceAndFourQuartersAreTheirSum(@ForAll("worlds") World world) {
    Map<Window, List<Member>> members = Oracle.of(world, SETTINGS).memberRecords();
    members.forEach(
        (window, some) -> {
          if (window.kind() != Window.Kind.FOUR_QUARTERS) {
            assertThat(some).extracting(Member::pncId).doesNotHaveDuplicates();
          } else if (members.keySet().containsAll(window.parts())) {
            assertThat(keys(some))
                .containsExactlyInAnyOrderElementsOf(
                    keys(window.parts().stream().flatMap(p -> members.get(p).stream()).toList()));
          }
        });
  }

  @Property(tries = 200, seed = "20160229")
  void aYearHasThePeopleOfItsQuartersAtTheirEarliest(@ForAll("worlds") World world) {
    Map<Window, List<Member>> members = Oracle.of(world, SETTINGS).memberRecords();
    members.forEach(
        (window, some) -> {
          if (window.kind() == Window.Kind.YEAR) {
            Map<String, LocalDate> earliest = new TreeMap<>();
            for (Member member :
                members.get(new Window(Window.Kind.FOUR_QUARTERS, window.start()))) {
              earliest.merge(
                  member.pncId(), member.profile().indexDate(), (a, b) -> a.isBefore(b) ? a : b);
            }
            assertThat(keys(some))
                .containsExactlyInAnyOrderElementsOf(
                    earliest.entrySet().stream().map(e -> e.getKey() + e.getValue()).toList());
          }
        });
  }

  @Property(tries = 200, seed = "20160229")
  void everyReoffenceLiesAfterTheIndexDateAndWithinItsLimits(@ForAll("worlds") World world) {
    for (Map<String, Object> row : Oracle.of(world, SETTINGS).reoffences()) {
      LocalDate index = (LocalDate) row.get("index_date");
      assertThat((LocalDate) row.get("offence_date"))
          .isAfter(index)
          .isBeforeOrEqualTo(index.plusMonths(12));
      assertThat((LocalDate) row.get("event_date"))
          .isAfter(index)
          .isBeforeOrEqualTo(index.plusMonths(18));
    }
  }

  @Property(tries = 100, seed = "20160229")
  void timeOnlyEverAddsReoffendersAndEndsAtTheRate(@ForAll("worlds") World world) {
    Oracle oracle = Oracle.of(world, SETTINGS);
    Map<String, Rate> rates = new TreeMap<>();
    for (Rate rate : oracle.rateRecords()) {
      if (List.of("total", "index_category").contains(rate.breakdown())) {
        rates.put(
            window(rate) + rate.geographyType() + rate.geographyCode() + rate.category(), rate);
      }
    }
    List<Map<String, Object>> times = oracle.timesToReoffence();
    assertThat(times).hasSize(rates.size() * 13);
    int last = 0;
    for (Map<String, Object> row : times) {
      int reoffenders = (int) row.get("reoffenders");
      if (row.get("month").equals(0)) {
        assertThat(reoffenders).isZero();
      } else {
        assertThat(reoffenders).isGreaterThanOrEqualTo(last);
      }
      if (row.get("month").equals(12)) {
        String key =
            "" + row.get("cohort_window") + row.get("cohort_start") + row.get("geography_type");
        key += "" + row.get("geography_code") + row.get("category");
        assertThat(reoffenders).isEqualTo(rates.get(key).reoffenders());
      }
      last = reoffenders;
    }
  }

  @Property(tries = 100, seed = "20160229")
  void theMatrixHoldsEveryReoffenceOnce(@ForAll("worlds") World world) {
    Oracle oracle = Oracle.of(world, SETTINGS);
    List<Map<String, Object>> matrix = oracle.reoffenceMatrix();
    assertThat(matrix.stream().mapToInt(row -> (int) row.get("reoffences")).sum())
        .isEqualTo(oracle.reoffences().size());
    assertThat(matrix)
        .allSatisfy(
            row ->
                assertThat((int) row.get("reoffenders")).isBetween(1, (int) row.get("reoffences")));
  }

  @Property(tries = 100, seed = "20160229")
  void theOrderOfRowsNeverShows(@ForAll("worlds") World world, @ForAll long seed) {
    Oracle one = Oracle.of(world, SETTINGS);
    Oracle other = Oracle.of(shuffled(world, new Random(seed)), SETTINGS);
    assertThat(other.members()).isEqualTo(one.members());
    assertThat(other.rates()).isEqualTo(one.rates());
    assertThat(other.attrition()).isEqualTo(one.attrition());
    assertThat(other.overlaps()).isEqualTo(one.overlaps());
    assertThat(other.reoffences()).containsExactlyInAnyOrderElementsOf(one.reoffences());
    assertThat(other.links()).containsExactlyInAnyOrderElementsOf(one.links());
  }

  @Property(tries = 20, seed = "20160229")
  void aWorldComesBackFromItsFiles(@ForAll("worlds") World world) throws Exception {
    Path folder = java.nio.file.Files.createTempDirectory("world");
    WorldFiles.write(world, folder);
    assertThat(WorldFiles.read(folder, world.snapshotDate())).isEqualTo(world);
    try (Stream<Path> files = java.nio.file.Files.list(folder)) {
      for (Path file : files.toList()) {
        java.nio.file.Files.delete(file);
      }
    }
    java.nio.file.Files.delete(folder);
  }

  private static World shuffled(World world, Random random) {
    return new World(
        world.snapshotDate(),
        shuffled(world.persons(), random),
        shuffled(world.events(), random),
        shuffled(world.offences(), random),
        shuffled(world.disposals(), random),
        shuffled(world.releases(), random),
        shuffled(world.cases(), random));
  }

  private static <T> List<T> shuffled(List<T> rows, Random random) {
    List<T> copy = new ArrayList<>(rows);
    Collections.shuffle(copy, random);
    return copy;
  }

  private static List<String> keys(List<Member> members) {
    return members.stream().map(m -> m.pncId() + m.profile().indexDate()).toList();
  }

  private static Map<String, Set<String>> reoffences(World world, Settings settings) {
    Map<String, Set<String>> found = new TreeMap<>();
    Oracle.of(world, settings)
        .memberRecords()
        .forEach(
            (window, members) ->
                members.forEach(
                    member ->
                        found.put(
                            window + member.pncId() + member.profile().indexDate(),
                            member.reoffences().stream()
                                .map(Reoffence::offenceId)
                                .collect(Collectors.toSet()))));
    return found;
  }

  private static List<String> listed(String column) {
    return ListedValues.ofMarts().of("published/reoffending_rate/" + column);
  }

  private static String window(Rate rate) {
    return rate.cohortWindow() + rate.cohortStart();
  }
}
