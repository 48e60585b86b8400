// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;
import org.desist.payment.Contract.Band;
import org.desist.payment.Contract.Compare;
import org.desist.payment.Contract.FeeForService;
import org.desist.payment.Contract.PaymentByResults;
import org.desist.payment.Contract.Rate;
import org.desist.payment.Contract.Result;
import org.desist.payment.Contract.ServiceCredit;
import org.desist.payment.Contract.Step;
import org.desist.payment.Contract.Year;

/**
 * Contracts as tables, which is how models read them. Each row names the provider and the contract
 * year; prices and sums are pounds, shares are billionths.
 */
final class ContractTables {
  private final List<List<Object>> years = new ArrayList<>();
  private final List<List<Object>> bands = new ArrayList<>();
  private final List<List<Object>> sentences = new ArrayList<>();
  private final List<List<Object>> forecasts = new ArrayList<>();
  private final List<List<Object>> prices = new ArrayList<>();
  private final List<List<Object>> results = new ArrayList<>();
  private final List<List<Object>> credits = new ArrayList<>();
  private final List<List<Object>> uses = new ArrayList<>();
  private final List<List<Object>> suppliers = new ArrayList<>();
  private final List<List<Object>> purchasers = new ArrayList<>();

  private ContractTables() {}

  static List<SmallTable> of(List<Contract> contracts) {
    ContractTables tables = new ContractTables();
    for (Contract contract : contracts) {
      contract.years().forEach(year -> tables.add(contract, year));
    }
    return tables.tables();
  }

  private void add(Contract contract, Year year) {
    addYear(contract, year);
    if (contract.feeForService() != null) {
      addBands(contract, year);
    }
    for (Result result : contract.results()) {
      addResult(contract, year, result);
    }
    for (int i = 0; i < contract.serviceCredits().size(); i++) {
      addCredit(contract, year, i + 1, contract.serviceCredits().get(i));
    }
    if (contract.feeForUse() != null) {
      addUse(contract, year);
    }
  }

  private void addYear(Contract contract, Year year) {
    Compare compare = contract.compare();
    FeeForService fee = contract.feeForService();
    PaymentByResults pay = contract.paymentByResults();
    row(
        years,
        contract,
        year,
        contract.title(),
        year.from(),
        year.to(),
        compare == null ? null : compare.baseline(),
        compare == null ? null : compare.typeOrDefault(),
        compare == null ? null : Objects.requireNonNullElse(compare.code(), contract.provider()),
        compare == null ? null : compare.limits(),
        fee == null || fee.tolerancePercent() == null ? null : share(fee.tolerancePercent()),
        pay == null ? null : pay.maximumPayment(),
        pay == null ? null : pay.maximumDeduction());
  }

  private void addBands(Contract contract, Year year) {
    List<Band> all = contract.feeForService().bands();
    List<LocalDate> months = year.months();
    for (int i = 0; i < all.size(); i++) {
      Band band = all.get(i);
      int number = i + 1;
      row(bands, contract, year, number, band.name());
      band.sentenceTypes().forEach(type -> row(sentences, contract, year, number, type));
      List<Integer> forecast = band.forecast(year);
      for (int month = 0; month < months.size(); month++) {
        LocalDate first = months.get(month);
        LocalDate last = first.plusMonths(1).minusDays(1);
        row(forecasts, contract, year, number, first, last, (long) forecast.get(month));
      }
      long from = 0;
      for (Step step : band.prices()) {
        Long to = step.upTo() == null ? null : Long.valueOf(step.upTo());
        row(prices, contract, year, number, from, to, step.price());
        from = to == null ? from : to + 1;
      }
    }
  }

  private void addResult(Contract contract, Year year, Result result) {
    for (LocalDate start : result.cohortsOf(year)) {
      row(
          results,
          contract,
          year,
          result.measure(),
          result.window().label(),
          start,
          result.end(start),
          result.price(),
          result.deductionOrPrice());
    }
  }

  private void addCredit(Contract contract, Year year, int number, ServiceCredit credit) {
    row(
        credits,
        contract,
        year,
        number,
        credit.measure(),
        share(credit.agreedPercent()),
        share(credit.thresholdOrAgreed()),
        credit.perPoint() == null ? "BREACH" : "POINT",
        credit.perPoint() == null ? credit.perBreach() : credit.perPoint(),
        credit.maximum());
  }

  private void addUse(Contract contract, Year year) {
    List<Rate> rates = contract.feeForUse().prices();
    for (int i = 0; i < rates.size(); i++) {
      Rate rate = rates.get(i);
      row(uses, contract, year, i + 1, rate.serviceType(), rate.serviceName(), rate.price());
    }
    contract.feeForUse().suppliers().forEach(name -> row(suppliers, contract, year, name));
    contract.feeForUse().purchasers().forEach(code -> row(purchasers, contract, year, code));
  }

  /** Percent as billionths of one. */
  private static long share(BigDecimal percent) {
    return percent.movePointRight(7).setScale(0, RoundingMode.UNNECESSARY).longValueExact();
  }

  private static void row(List<List<Object>> rows, Contract contract, Year year, Object... values) {
    List<Object> row = new ArrayList<>(List.of(contract.provider(), year.name()));
    for (Object value : values) {
      // Money has two decimals, however the file writes it.
      row.add(value instanceof BigDecimal money ? money.setScale(2) : value);
    }
    rows.add(row);
  }

  private List<SmallTable> tables() {
    return List.of(
        table(
            "contract_year",
            years,
            "contract string",
            "year_start date",
            "year_end date",
            "baseline string",
            "geography_type string",
            "geography_code string",
            "limits string",
            "tolerance_billionths bigint",
            "maximum_payment " + SmallTable.MONEY,
            "maximum_deduction " + SmallTable.MONEY),
        table("contract_band", bands, "band_no int", "band string"),
        table("contract_sentence", sentences, "band_no int", "sentence_type string"),
        table(
            "contract_forecast",
            forecasts,
            "band_no int",
            "month_start date",
            "month_end date",
            "forecast_starts bigint"),
        table(
            "contract_price",
            prices,
            "band_no int",
            "from_starts bigint",
            "to_starts bigint",
            "price " + SmallTable.MONEY),
        table(
            "contract_result",
            results,
            "measure string",
            "cohort_window string",
            "cohort_start date",
            "cohort_end date",
            "price " + SmallTable.MONEY,
            "deduction " + SmallTable.MONEY),
        table(
            "contract_credit",
            credits,
            "credit_no int",
            "measure string",
            "agreed_billionths bigint",
            "threshold_billionths bigint",
            "basis string",
            "deduction " + SmallTable.MONEY,
            "maximum " + SmallTable.MONEY),
        table(
            "contract_use",
            uses,
            "use_no int",
            "service_type string",
            "service_name string",
            "price " + SmallTable.MONEY),
        table("contract_supplier", suppliers, "supplier string"),
        table("contract_purchaser", purchasers, "purchaser string"));
  }

  private static SmallTable table(String name, List<List<Object>> rows, String... columns) {
    List<Column> typed = new ArrayList<>();
    typed.add(new Column("provider_code", "string"));
    typed.add(new Column("contract_year", "string"));
    Arrays.stream(columns)
        .map(column -> column.split(" ", 2))
        .forEach(part -> typed.add(new Column(part[0], part[1])));
    return new SmallTable(name, typed, rows);
  }
}
