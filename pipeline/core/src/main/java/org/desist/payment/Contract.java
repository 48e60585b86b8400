// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.desist.run.WindowKind;

/**
 * A contract as its file says. Prices are pounds with two decimals, percents lie between 0 and 100.
 * What the file leaves out is an empty list or null.
 *
 * @param provider code of the provider
 * @param title what people call the contract
 * @param years the contract years, in order, without overlap
 * @param compare whose rate is compared with which baseline; null when nothing is paid by results
 * @param feeForService null when there is none
 * @param paymentByResults null when there is none
 * @param serviceCredits measures with an agreed level
 * @param feeForUse null when there is none
 */
record Contract(
    String provider,
    String title,
    List<Year> years,
    Compare compare,
    FeeForService feeForService,
    PaymentByResults paymentByResults,
    List<ServiceCredit> serviceCredits,
    FeeForUse feeForUse) {
  Contract {
    years = List.copyOf(years);
    serviceCredits = listed(serviceCredits);
  }

  private static <T> List<T> listed(List<T> items) {
    return items == null ? List.of() : List.copyOf(items);
  }

  /** A contract year: both days included, from the first of a month to the last of one. */
  record Year(String name, LocalDate from, LocalDate to) {
    /** First days of its months. */
    List<LocalDate> months() {
      List<LocalDate> months = new ArrayList<>();
      for (LocalDate month = from; !month.isAfter(to); month = month.plusMonths(1)) {
        months.add(month);
      }
      return months;
    }

    boolean overlaps(Year other) {
      return !from.isAfter(other.to) && !to.isBefore(other.from);
    }
  }

  /**
   * The place whose rate counts: by default the contract area that has the provider's code.
   *
   * @param limits between which chance alone would leave the rate; null for those of the comparison
   */
  record Compare(String type, String code, String baseline, String limits) {
    String typeOrDefault() {
      return Optional.ofNullable(type).orElse("contract_area");
    }
  }

  /** Tolerance in percent of the forecast, or null: every difference is adjusted. */
  record FeeForService(BigDecimal tolerancePercent, List<Band> bands) {
    FeeForService {
      bands = List.copyOf(bands);
    }
  }

  /** Sentences that share a forecast and a price. */
  record Band(
      String name, List<String> sentenceTypes, JsonNode forecastPerMonth, List<Step> prices) {
    Band {
      sentenceTypes = List.copyOf(sentenceTypes);
      prices = List.copyOf(prices);
    }

    /** Starts forecast for each month of a year. */
    List<Integer> forecast(Year year) {
      JsonNode given =
          forecastPerMonth.isObject() ? forecastPerMonth.get(year.name()) : forecastPerMonth;
      List<Integer> months = new ArrayList<>();
      for (int month = 0; month < year.months().size(); month++) {
        months.add((given.isArray() ? given.get(month) : given).intValue());
      }
      return months;
    }
  }

  /** The price of every start when the year has up to so many; null for the last step. */
  record Step(Integer upTo, BigDecimal price) {}

  /** Maxima of a year in pounds, or null. */
  record PaymentByResults(
      BigDecimal maximumPayment, BigDecimal maximumDeduction, Binary binary, Frequency frequency) {}

  /** Pounds for each percentage point; a deduction that is left out equals the price. */
  record Binary(String cohorts, BigDecimal pricePerPoint, BigDecimal deductionPerPoint) {
    Result result() {
      return new Result("BINARY", cohorts, pricePerPoint, deductionPerPoint);
    }
  }

  /** Pounds for each reoffence; a deduction that is left out equals the price. */
  record Frequency(String cohorts, BigDecimal pricePerReoffence, BigDecimal deductionPerReoffence) {
    Result result() {
      return new Result("FREQUENCY", cohorts, pricePerReoffence, deductionPerReoffence);
    }
  }

  /** A measure paid by results. */
  record Result(String measure, String cohorts, BigDecimal price, BigDecimal deduction) {
    BigDecimal deductionOrPrice() {
      return deduction == null ? price : deduction;
    }

    WindowKind window() {
      return WindowKind.of(cohorts);
    }

    /** First days of the cohorts that lie wholly in a year. */
    List<LocalDate> cohortsOf(Year year) {
      List<LocalDate> starts = new ArrayList<>();
      for (LocalDate month : year.months()) {
        if (month.getMonthValue() % 3 == 1 && !end(month).isAfter(year.to())) {
          starts.add(month);
        }
      }
      return starts;
    }

    LocalDate end(LocalDate start) {
      return start.plusMonths(window() == WindowKind.QUARTER ? 3 : 12).minusDays(1);
    }
  }

  /**
   * A deduction for a measure below its level: pounds for each point below, or for each period in
   * breach.
   *
   * @param thresholdPercent below it the deduction bites; null for the agreed level itself
   * @param maximum of a year in pounds, or null
   */
  record ServiceCredit(
      String measure,
      BigDecimal agreedPercent,
      BigDecimal thresholdPercent,
      BigDecimal perPoint,
      BigDecimal perBreach,
      BigDecimal maximum) {
    BigDecimal thresholdOrAgreed() {
      return thresholdPercent == null ? agreedPercent : thresholdPercent;
    }
  }

  /**
   * What the National Probation Service buys from the provider.
   *
   * @param suppliers names under which interventions are recorded that the provider delivers
   * @param purchasers codes of the divisions that buy
   */
  record FeeForUse(List<String> suppliers, List<String> purchasers, List<Rate> prices) {
    FeeForUse {
      suppliers = List.copyOf(suppliers);
      purchasers = List.copyOf(purchasers);
      prices = List.copyOf(prices);
    }
  }

  /** The price of one use: of a service by name, or of every other service of a type. */
  record Rate(String serviceType, String serviceName, BigDecimal price) {}

  /** The measures that are paid by results. */
  List<Result> results() {
    List<Result> results = new ArrayList<>();
    if (paymentByResults != null && paymentByResults.binary() != null) {
      results.add(paymentByResults.binary().result());
    }
    if (paymentByResults != null && paymentByResults.frequency() != null) {
      results.add(paymentByResults.frequency().result());
    }
    return results;
  }
}
