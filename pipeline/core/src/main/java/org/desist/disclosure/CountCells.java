// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.yaml.YamlDocument;

/**
 * How the counts of the published marts hang together, as {@code sql/disclosure/cells.yaml} says.
 *
 * @param apart what does not add up to its whole
 * @param orders pairs of counts, of which the first is a part of the second
 * @param blocks the counts of the marts
 */
record CountCells(Apart apart, List<List<String>> orders, List<Block> blocks) {
  private static final String PLACE = "sql/disclosure/cells.yaml";

  /** More than any count: a reader knows no bound. */
  static final long UNBOUNDED = 1L << 40;

  private static final String NONE = "''";

  CountCells {
    orders = List.copyOf(orders);
    blocks = List.copyOf(blocks);
  }

  /** Kinds of places and of categories to which not everybody belongs. */
  record Apart(List<String> places, List<String> dimensions) {
    Apart {
      places = List.copyOf(places);
      dimensions = List.copyOf(dimensions);
    }

    List<String> all() {
      return Stream.concat(places.stream(), dimensions.stream()).toList();
    }
  }

  /**
   * Counts of a mart that are cells of one family.
   *
   * @param mart the published mart
   * @param of the family
   * @param cohort window and first day; columns, or constants in quotes, as in what follows
   * @param place kind and code
   * @param by kind and value of each dimension, at most two
   * @param month column of the month up to which is counted, or null
   * @param counts columns
   * @param adds whether parts add up to their whole; null for yes
   */
  record Block(
      String mart,
      String of,
      List<String> cohort,
      List<String> place,
      List<List<String>> by,
      String month,
      List<String> counts,
      Boolean adds) {
    Block {
      cohort = List.copyOf(cohort);
      place = List.copyOf(place);
      by = by.stream().map(List::copyOf).toList();
      counts = List.copyOf(counts);
    }

    /**
     * Its counts, a row each: see {@code sql/disclosure/cell.sql} for the columns.
     *
     * @param smallest the smallest count that is not withheld, at least 1
     */
    String select(int smallest) {
      return counts.stream()
          .map(count -> select(count, smallest))
          .collect(Collectors.joining("\nunion all\n"));
    }

    private String select(String count, int smallest) {
      String isWithheld = "%s is null and count_status = 'suppressed'".formatted(count);
      String quantity = "'%s.%s'".formatted(of, count);
      return """
      select '%s' as mart, %s as quantity, %s as cohort_window, %s as cohort_start,
        %s as place_type, %s as place,
        %s as dimension_1, %s as value_1, %s as dimension_2, %s as value_2,
        %s as adds, %s as is_withheld,
        coalesce(%s, case when %s then 1 else 0 end) as least,
        coalesce(%s, case when %s then %s else %s end) as most
      from %s"""
          .formatted(
              mart,
              month == null ? quantity : quantity + " || ' by month ' || " + month,
              cohort.get(0),
              cohort.get(1),
              place.get(0),
              place.get(1),
              kind(0),
              value(0),
              kind(1),
              value(1),
              adds == null || adds,
              isWithheld,
              count,
              isWithheld,
              count,
              isWithheld,
              smallest - 1,
              UNBOUNDED,
              mart);
    }

    private String kind(int dimension) {
      return by.size() <= dimension ? NONE : withoutTotal(by.get(dimension).get(0), dimension);
    }

    private String value(int dimension) {
      return by.size() <= dimension ? NONE : withoutTotal(by.get(dimension).get(1), dimension);
    }

    /** A total has no dimension. */
    private String withoutTotal(String value, int dimension) {
      return "case when %s = 'total' then '' else %s end"
          .formatted(by.get(dimension).get(0), value);
    }
  }

  /** What is packaged with the library. */
  static CountCells read() {
    try {
      return YamlDocument.packaged(PLACE, CountCells.class);
    } catch (JsonProcessingException e) {
      throw new DesistException(
          ErrorCode.BAD_CONTRACT,
          "Cannot use %s: %s. Correct the file.".formatted(PLACE, e.getOriginalMessage()),
          e);
    }
  }
}
