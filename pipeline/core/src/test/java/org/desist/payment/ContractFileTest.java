// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.desist.ProjectFolder;
import org.desist.engine.SmallTable;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.yaml.YamlFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContractFileTest {
  private static final String GOOD =
      """
      provider: C02
      title: North
      years:
        - {name: one, from: 2016-04-01, to: 2017-03-31}
        - {name: two, from: 2017-04-01, to: 2018-03-31}
      compare:
        baseline: "2011"
      fee_for_service:
        tolerance_percent: 2.5
        bands:
          - name: Orders
            sentence_types: [COMMUNITY_ORDER]
            forecast_per_month:
              one: 3
              two: [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]
            prices:
              - {up_to: 10, price: 100}
              - {price: 99.5}
      payment_by_results:
        maximum_payment: 1000
        binary:
          cohorts: year
          price_per_point: 10
        frequency:
          cohorts: quarter
          price_per_reoffence: 5
          deduction_per_reoffence: 2.5
      service_credits:
        - measure: Plans
          agreed_percent: 97
          per_point: 5
      fee_for_use:
        suppliers: [Larkfield]
        purchasers: [N01]
        prices:
          - {service_type: ACCOMMODATION, price: 7}
      """;

  @TempDir Path folder;

  private static List<String> faults(String text) {
    return ContractFile.parse("x.yaml", text).faults().stream().map(YamlFault::sentence).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "provider: C02 | provider: c2 | line 1, provider = c2: it must be the code of a provider",
        "provider: C02 | provider: C99 | line 1, provider = C99: no provider has the code C99: the nearest is C09",
        "provider: C02 | provider: N01 | line 6, compare: no contract_area has the code N01",
        "baseline: \"2011\" | {baseline: \"2011\", code: C23} | line 7, compare.code = C23: no contract_area has the code C23: the nearest is C03",
        "baseline: \"2011\" | {baseline: \"2011\", code: C02, type: region} | it must be one of contract_area, provider",
        "baseline: \"2011\" | {baseline: \"2011\", limits: known} | compare.limits = known: it must be one of two_sample, known_baseline",
        "purchasers: [N01] | purchasers: [N01, N99] | fee_for_use.purchasers[1] = N99: no provider has the code N99: the nearest is N29",
        "title: North | titel: North | line 2, titel = North: there is no such key here",
        "title: North | titel: North | line 1: the key title is missing: add it",
        "to: 2017-03-31 | to: 2017-02-30 | line 4, years[0].to: there is no such day",
        "to: 2017-03-31 | to: 31.3.2017 | line 4, years[0].to = 31.3.2017: it must be a day written like",
        "to: 2017-03-31 | to: 2017-03-30 | line 4, years[0].to = 2017-03-30: a contract year ends on the last",
        "from: 2017-04-01 | from: 2017-03-01 | line 5, years[1].from = 2017-03-01: the year before has not ended",
        "to: 2018-03-31 | to: 2018-04-30 | line 5, years[1].to = 2018-04-30: a contract year has at most twelve",
        "from: 2016-04-01, to: 2017-03-31 | from: 0016-04-01, to: 0017-03-31 | line 4, years[0].from = 0016-04-01: no contract is of that time",
        "name: two | name: one | line 5, years[1].name = one: another year has this name",
        "tolerance_percent: 2.5 | tolerance_percent: 101 | line 9, fee_for_service.tolerance_percent = 101: it must be at most 100",
        "[COMMUNITY_ORDER] | [COMUNITY_ORDER] | line 12, fee_for_service.bands[0].sentence_types[0] = COMUNITY_ORDER: it must be one of COMMUNITY_ORDER",
        "[COMMUNITY_ORDER] | [] | line 12, fee_for_service.bands[0].sentence_types: the list is empty",
        "one: 3 | on: 3 | line 14, fee_for_service.bands[0].forecast_per_month.on = 3: no contract year has this name",
        "one: 3 | on: 3 | line 13, fee_for_service.bands[0].forecast_per_month: there is no forecast for the year one",
        "10, 11, 12] | 10, 11] | line 15, fee_for_service.bands[0].forecast_per_month.two: there are 11 months and the year two has 12",
        "price: 99.5 | price: -5 | line 18, fee_for_service.bands[0].prices[1].price = -5: it must be at least 0",
        "price: 99.5 | price: 99.555 | line 18, fee_for_service.bands[0].prices[1].price = 99.555: it has too many decimals",
        "price: 99.5 | price: cheap | line 18, fee_for_service.bands[0].prices[1].price = cheap: it must be a number",
        "{price: 99.5} | {up_to: 10, price: 9} | line 18, fee_for_service.bands[0].prices[1].up_to = 10: the last price has no upper edge",
        "{up_to: 10, price: 100} | {price: 100} | line 17, fee_for_service.bands[0].prices[0]: only the last price may be without up_to",
        "cohorts: quarter | cohorts: month | line 25, payment_by_results.frequency.cohorts = month: it must be one of quarter, year, four_quarters",
        "per_point: 5 | maximum: 5 | line 29, service_credits[0]: give either per_point or per_breach",
        "per_point: 5 | {a: 1, a: 2} | this is not YAML",
        "agreed_percent: 97 | {a: [ | this is not YAML",
        "purchasers: [N01] | purchasers: [C01] | line 34, fee_for_use.purchasers[0] = C01: it must be the code of a National Probation Service division",
      })
  void aFaultSaysWhereItIsAndWhatToDo(String good, String bad, String sentence) {
    assertThat(GOOD).contains(good);
    assertThat(faults(GOOD.replace(good, bad))).anyMatch(fault -> fault.contains(sentence.strip()));
  }

  @Test
  void allFaultsOfAFileAreNamedAtOnce() {
    String bad = GOOD.replace("C02", "2").replace("price: 7", "price: x").replace("97", "197");

    assertThat(faults(bad))
        .extracting(fault -> fault.substring(0, fault.indexOf(',')))
        .containsExactlyInAnyOrder("x.yaml line 1", "x.yaml line 30", "x.yaml line 36");
  }

  @Test
  void edgesMustRise() {
    String bad = GOOD.replace("- {price: 99.5}", "- {up_to: 10, price: 99}\n        - {price: 98}");

    assertThat(faults(bad))
        .containsExactly(
            "x.yaml line 18, fee_for_service.bands[0].prices[1].up_to = 10: the edge is not above"
                + " the one before: put them in rising order");
  }

  @Test
  void resultsNeedABaselineAndCohortsThatFit() {
    String bare = GOOD.replace("compare:\n  baseline: \"2011\"\n", "");
    String late = GOOD.replace("from: 2016-04-01", "from: 2016-05-01");

    assertThat(faults(bare)).anyMatch(fault -> fault.contains("add compare with a baseline"));
    assertThat(faults(late.replace("one: 3", "one: 4")))
        .anyMatch(
            fault ->
                fault.contains(
                    "line 22, payment_by_results.binary.cohorts = year: no such cohort lies wholly"
                        + " in the year one"));
  }

  @Test
  void twoContractsOfAProviderMayNotPayForTheSameTime() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), GOOD);
    Files.writeString(
        folder.resolve("b.yaml"),
        GOOD.replace("name: one", "name: three")
            .replace("one: 3", "three: 3")
            .replace("name: two", "name: four")
            .replace("two: [", "four: [")
            .replace("2017-04-01, to: 2018-03-31", "2018-04-01, to: 2019-03-31"));

    assertThatThrownBy(() -> Contracts.read(folder))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining(
            "b.yaml line 4, years[0].name = three: the year one of a.yaml pays the same provider"
                + " C02 for the same time: keep one")
        .hasMessageContaining("one thing is wrong")
        .extracting(e -> ((DesistException) e).code().type().exitCode())
        .isEqualTo(4);
  }

  @Test
  void noUseIsPaidTwice() throws IOException {
    Files.writeString(folder.resolve("a.yaml"), GOOD);
    Files.writeString(folder.resolve("b.yaml"), GOOD.replace("C02", "C01"));

    assertThatThrownBy(() -> Contracts.read(folder))
        .hasMessageContaining("a.yaml has a supplier and a purchaser of this contract");
  }

  @Test
  void aFolderWithoutContractsIsAWrongArgument() {
    assertThatThrownBy(() -> Contracts.read(folder))
        .hasMessageContaining("no file in it ends in .yaml")
        .extracting(e -> ((DesistException) e).code())
        .isEqualTo(ErrorCode.BAD_ARGUMENT);
    assertThatThrownBy(() -> Contracts.read(folder.resolve("none")))
        .hasMessageContaining("there is no such folder");
  }

  @Test
  void commentsAndLayoutDoNotMakeAnotherContract() throws IOException {
    Path one = Files.createDirectories(folder.resolve("one"));
    Path two = Files.createDirectories(folder.resolve("two"));
    Path other = Files.createDirectories(folder.resolve("other"));
    Files.writeString(one.resolve("a.yaml"), GOOD);
    Files.writeString(two.resolve("b.yaml"), "# Signed.\n" + GOOD.replace("[N01]", "\n    - N01"));
    Files.writeString(other.resolve("a.yaml"), GOOD.replace("price: 7", "price: 8"));

    assertThat(Contracts.read(two).fingerprint()).isEqualTo(Contracts.read(one).fingerprint());
    assertThat(Contracts.read(other).fingerprint()).isNotEqualTo(Contracts.read(one).fingerprint());
  }

  @Test
  void tablesHaveARowForEachYearAndStep() {
    List<SmallTable> tables =
        ContractTables.of(List.of(ContractFile.parse("x.yaml", GOOD).contract()));

    assertThat(rows(tables, "contract_forecast")).hasSize(24);
    assertThat(rows(tables, "contract_price")).hasSize(4);
    assertThat(rows(tables, "contract_price").get(1).toString())
        .isEqualTo("[C02, one, 1, 11, null, 99.50]");
    assertThat(rows(tables, "contract_result")).hasSize(10);
    assertThat(rows(tables, "contract_result").get(0).toString())
        .isEqualTo("[C02, one, BINARY, year, 2016-04-01, 2017-03-31, 10.00, 10.00]");
    assertThat(rows(tables, "contract_result").get(4).toString())
        .isEqualTo("[C02, one, FREQUENCY, quarter, 2017-01-01, 2017-03-31, 5.00, 2.50]");
    assertThat(rows(tables, "contract_year").get(0).toString())
        .isEqualTo(
            "[C02, one, North, 2016-04-01, 2017-03-31, 2011, contract_area, C02, null,"
                + " 25000000, 1000.00, null]");
  }

  @Test
  void aContractSaysWhetherItTakesItsBaselineAsKnown() {
    String known =
        GOOD.replace("baseline: \"2011\"", "baseline: \"2011\"\n  limits: known_baseline");
    List<SmallTable> tables =
        ContractTables.of(List.of(ContractFile.parse("x.yaml", known).contract()));

    assertThat(rows(tables, "contract_year"))
        .hasSize(2)
        .allMatch(r -> r.contains("known_baseline"));
  }

  private static List<List<Object>> rows(List<SmallTable> tables, String name) {
    return tables.stream().filter(table -> table.name().equals(name)).findFirst().get().rows();
  }

  @Test
  void theSampleContractsAreRight() {
    assertThat(Contracts.read(ProjectFolder.file("data-samples", "contracts")).fingerprint())
        .hasSize(64);
  }
}
