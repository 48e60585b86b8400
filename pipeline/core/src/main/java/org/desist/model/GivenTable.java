// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.util.List;
import java.util.Locale;
import org.desist.engine.SmallTable;
import org.desist.engine.SmallTable.Column;

/**
 * A table that the models of a comparison request read and that no model makes: whoever answers the
 * request gives its rows.
 */
public enum GivenTable {
  /** The rows of {@code participants.csv} that can be looked up. */
  PARTICIPANT,
  /** Whom the score of the fourth rule found, by row. */
  PARTICIPANT_SCORED,
  /** The request's numbers, in one row. */
  REQUEST,
  /** Every filter of the request and a value that it lets pass. */
  REQUEST_VALUE,
  /** Every row of {@code participants.csv} with the person found, its dates and days. */
  REQUEST_PARTICIPANT;

  /**
   * The table with rows in it.
   *
   * @param rows a value per column each, in the order of the columns
   */
  public SmallTable of(List<List<Object>> rows) {
    return new SmallTable(name().toLowerCase(Locale.ROOT), columns(), rows);
  }

  private List<Column> columns() {
    return switch (this) {
      case PARTICIPANT ->
          List.of(
              new Column("row_no", "int"),
              new Column("pnc_id", "string"),
              new Column("noms_number", "string"),
              new Column("surname_key", "string"),
              new Column("initial", "string"),
              new Column("sex", "string"),
              new Column("date_of_birth", "date"));
      case PARTICIPANT_SCORED ->
          List.of(new Column("row_no", "int"), new Column("pnc_id", "string"));
      case REQUEST ->
          List.of(
              new Column("has_index_category", "boolean"),
              new Column("has_index_offence_group", "boolean"),
              new Column("has_sex", "boolean"),
              new Column("has_region", "boolean"),
              new Column("age_from", "int"),
              new Column("age_to", "int"),
              new Column("index_months", "int"));
      case REQUEST_VALUE ->
          List.of(new Column("filter", "string"), new Column("allowed", "string"));
      case REQUEST_PARTICIPANT ->
          List.of(
              new Column("participant_row", "int"),
              new Column("person_no", "bigint"),
              new Column("is_usable", "boolean"),
              new Column("anchor_date", "date"),
              new Column("index_date", "date"),
              new Column("conviction_date", "date"),
              new Column("has_end", "boolean"),
              new Column("days", "int"),
              new Column("start_date", "date"),
              new Column("end_date", "date"));
    };
  }
}
