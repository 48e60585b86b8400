// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.desist.ingest.KnownCodes;
import org.desist.payment.Contract.Band;
import org.desist.payment.Contract.Rate;
import org.desist.payment.Contract.Result;
import org.desist.payment.Contract.ServiceCredit;
import org.desist.payment.Contract.Step;
import org.desist.payment.Contract.Year;
import org.desist.yaml.YamlFault;
import org.desist.yaml.YamlTree;

/** What a contract must keep to beyond the form of its values. */
final class ContractRules {
  private static final int FIRST_YEAR = 2000;
  private static final int LAST_YEAR = 2100;

  private final String file;
  private final YamlTree tree;
  private final Contract contract;
  private final List<YamlFault> faults = new ArrayList<>();

  ContractRules(String file, YamlTree tree, Contract contract) {
    this.file = file;
    this.tree = tree;
    this.contract = contract;
  }

  List<YamlFault> faults() {
    checkPlace("/provider", "provider", contract.provider());
    checkCompared();
    checkYears();
    // The others ask the years for their months.
    if (faults.isEmpty()) {
      checkBands();
      checkResults();
      checkCredits();
      checkUse();
    }
    return faults;
  }

  private void checkPlace(String pointer, String type, String code) {
    KnownCodes.faultOfPlace(type, code).ifPresent(fault -> fault(pointer, fault));
  }

  /** Left out, the code is the provider's own. */
  private void checkCompared() {
    if (contract.compare() == null) {
      return;
    }
    String type = contract.compare().typeOrDefault();
    String code = contract.compare().code();
    if (code != null) {
      checkPlace("/compare/code", type, code);
    } else if (faults.isEmpty()) {
      KnownCodes.faultOfPlace(type, contract.provider())
          .ifPresent(fault -> fault("/compare", fault + "; say type: provider, or give the code"));
    }
  }

  private void checkYears() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < contract.years().size(); i++) {
      Year year = contract.years().get(i);
      String at = "/years/" + i;
      if (!names.add(year.name())) {
        fault(at + "/name", "another year has this name: give each its own");
      }
      if (year.from().getDayOfMonth() != 1) {
        fault(at + "/from", "a contract year begins on the first day of a month");
      }
      if (year.from().getYear() < FIRST_YEAR || year.to().getYear() > LAST_YEAR) {
        fault(at + "/from", "no contract is of that time: correct the year");
      }
      if (!year.to().isAfter(year.from())) {
        fault(at + "/to", "the year ends before it begins: swap or correct the days");
      } else if (year.to().plusDays(1).getDayOfMonth() != 1) {
        fault(at + "/to", "a contract year ends on the last day of a month");
      } else if (year.from().plusMonths(12).isBefore(year.to())) {
        fault(at + "/to", "a contract year has at most twelve months: divide it");
      }
      if (i > 0 && !year.from().isAfter(contract.years().get(i - 1).to())) {
        fault(
            at + "/from",
            "the year before has not ended: put the years in order, one after another");
      }
    }
  }

  private void checkBands() {
    if (contract.feeForService() == null) {
      return;
    }
    Set<String> names = new HashSet<>();
    Set<String> types = new HashSet<>();
    List<Band> bands = contract.feeForService().bands();
    for (int i = 0; i < bands.size(); i++) {
      Band band = bands.get(i);
      String at = "/fee_for_service/bands/" + i;
      if (!names.add(band.name())) {
        fault(at + "/name", "another band has this name: give each its own");
      }
      for (int t = 0; t < band.sentenceTypes().size(); t++) {
        if (!types.add(band.sentenceTypes().get(t))) {
          fault(at + "/sentence_types/" + t, "it is listed before: a start belongs to one band");
        }
      }
      checkForecast(band, at + "/forecast_per_month");
      checkSteps(band.prices(), at + "/prices");
    }
  }

  private void checkForecast(Band band, String at) {
    var given = band.forecastPerMonth();
    if (!given.isObject()) {
      contract.years().forEach(year -> checkMonths(given.isArray() ? given.size() : -1, year, at));
      return;
    }
    Set<String> unknown = new TreeSet<>();
    given.fieldNames().forEachRemaining(unknown::add);
    for (Year year : contract.years()) {
      if (unknown.remove(year.name())) {
        var months = given.get(year.name());
        checkMonths(months.isArray() ? months.size() : -1, year, at + "/" + year.name());
      } else {
        fault(at, "there is no forecast for the year " + year.name() + ": add one");
      }
    }
    unknown.forEach(name -> fault(at + "/" + name, "no contract year has this name: correct it"));
  }

  private void checkMonths(int months, Year year, String at) {
    int wanted = year.months().size();
    if (months >= 0 && months != wanted) {
      fault(
          at,
          String.format(
              Locale.ROOT,
              "there are %d months and the year %s has %d: give one number for each, or one for all",
              months,
              year.name(),
              wanted));
    }
  }

  private void checkSteps(List<Step> steps, String at) {
    for (int i = 0; i < steps.size(); i++) {
      Integer upTo = steps.get(i).upTo();
      Integer before = i == 0 ? Integer.valueOf(-1) : steps.get(i - 1).upTo();
      if (i == steps.size() - 1 && upTo != null) {
        fault(
            at + "/" + i + "/up_to",
            "the last price has no upper edge: take up_to out, or add a price for more");
      } else if (i < steps.size() - 1 && upTo == null) {
        fault(at + "/" + i, "only the last price may be without up_to: add it");
      } else if (upTo != null && before != null && upTo <= before) {
        fault(
            at + "/" + i + "/up_to",
            "the edge is not above the one before: put them in rising order");
      }
    }
  }

  private void checkResults() {
    if (!contract.results().isEmpty() && contract.compare() == null) {
      fault(
          "/payment_by_results",
          "nothing says what results are compared with: add compare with a baseline");
    }
    for (Result result : contract.results()) {
      for (Year year : contract.years()) {
        if (result.cohortsOf(year).isEmpty()) {
          fault(
              "/payment_by_results/" + result.measure().toLowerCase(Locale.ROOT) + "/cohorts",
              "no such cohort lies wholly in the year %s: choose other cohorts, or years that begin with a quarter"
                  .formatted(year.name()));
        }
      }
    }
  }

  private void checkCredits() {
    Set<String> names = new HashSet<>();
    for (int i = 0; i < contract.serviceCredits().size(); i++) {
      ServiceCredit credit = contract.serviceCredits().get(i);
      String at = "/service_credits/" + i;
      if (!names.add(credit.measure())) {
        fault(at + "/measure", "the measure has a credit already: one each");
      }
      if ((credit.perPoint() == null) == (credit.perBreach() == null)) {
        fault(at, "give either per_point or per_breach");
      }
      BigDecimal threshold = credit.thresholdOrAgreed();
      if (threshold.compareTo(credit.agreedPercent()) > 0) {
        fault(at + "/threshold_percent", "the threshold is above the agreed level: lower it");
      }
    }
  }

  private void checkUse() {
    if (contract.feeForUse() == null) {
      return;
    }
    Set<String> items = new HashSet<>();
    List<Rate> prices = contract.feeForUse().prices();
    for (int i = 0; i < prices.size(); i++) {
      Rate rate = prices.get(i);
      String at = "/fee_for_use/prices/" + i;
      if ((rate.serviceType() == null) == (rate.serviceName() == null)) {
        fault(at, "give either service_type or service_name");
      } else if (!items.add(
          Objects.requireNonNullElse(rate.serviceType(), "") + "|" + rate.serviceName())) {
        fault(at, "it has a price already: one each");
      }
    }
    checkOnce(contract.feeForUse().suppliers(), "/fee_for_use/suppliers");
    List<String> purchasers = contract.feeForUse().purchasers();
    checkOnce(purchasers, "/fee_for_use/purchasers");
    for (int i = 0; i < purchasers.size(); i++) {
      checkPlace("/fee_for_use/purchasers/" + i, "provider", purchasers.get(i));
    }
  }

  private void checkOnce(List<String> values, String at) {
    for (int i = 0; i < values.size(); i++) {
      if (values.indexOf(values.get(i)) < i) {
        fault(at + "/" + i, "it is listed before: once is enough");
      }
    }
  }

  private void fault(String pointer, String advice) {
    faults.add(
        new YamlFault(
            file, tree.line(pointer), YamlTree.key(pointer), tree.value(pointer), advice));
  }
}
