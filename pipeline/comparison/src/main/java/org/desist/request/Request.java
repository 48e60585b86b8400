// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.request;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a provider asks for: the protocol of a comparison, fixed before any outcome is read.
 *
 * @param request its own name
 * @param organisation who asks
 * @param programme what was done with the participants
 * @param participants name of the file of participants, beside the request
 * @param columns by field, its heading in that file; none where the headings are known
 * @param dates by field, the form of its dates; none where the dates say it themselves
 * @param scope where the comparison group comes from
 * @param filters participants outside them are out of scope
 * @param method how the comparison group is matched
 * @param thresholds below which there is no answer
 * @param outcomes names of the outcomes to be tested; empty for all
 * @param retentionUntil last day on which it is kept, or null
 */
public record Request(
    String request,
    String organisation,
    String programme,
    String participants,
    Map<String, String> columns,
    Map<String, String> dates,
    Scope scope,
    Filters filters,
    Matching method,
    Thresholds thresholds,
    List<String> outcomes,
    LocalDate retentionUntil) {
  public Request {
    columns = columns == null ? Map.of() : Map.copyOf(columns);
    dates = dates == null ? Map.of() : Map.copyOf(dates);
    filters = Objects.requireNonNullElse(filters, Filters.NONE);
    method = Objects.requireNonNullElse(method, Matching.UNSAID);
    thresholds = Objects.requireNonNullElse(thresholds, Thresholds.UNSAID);
    outcomes = list(outcomes);
  }

  private static <T> List<T> list(List<T> given) {
    return given == null ? List.of() : List.copyOf(given);
  }

  /**
   * Where the comparison group comes from.
   *
   * @param region letter of a region of 2021; empty for the whole nation
   */
  public record Scope(Optional<String> region) {
    @JsonCreator
    static Scope of(Object written) {
      return new Scope(
          written instanceof Map<?, ?> place
              ? Optional.of((String) place.get("region"))
              : Optional.empty());
    }
  }

  /** Values a participant's index event may have; an empty list, or null, lets every value pass. */
  public record Filters(
      List<String> indexCategory,
      List<String> indexOffenceGroup,
      List<String> region,
      List<String> sex,
      Integer ageFrom,
      Integer ageTo) {
    static final Filters NONE = new Filters(null, null, null, null, null, null);

    public Filters {
      indexCategory = list(indexCategory);
      indexOffenceGroup = list(indexOffenceGroup);
      region = list(region);
      sex = list(sex);
    }

    /** In words; {@code none} where every value passes. */
    public String words() {
      List<String> words = new ArrayList<>();
      add(words, "index disposal ", indexCategory);
      add(words, "index offence ", indexOffenceGroup);
      add(words, "region ", region);
      add(words, "sex ", sex);
      if (ageFrom != null) {
        words.add("aged " + ageFrom + " or over");
      }
      if (ageTo != null) {
        words.add("aged " + ageTo + " or under");
      }
      return words.isEmpty() ? "none" : String.join("; ", words);
    }

    private static void add(List<String> words, String what, List<String> values) {
      if (!values.isEmpty()) {
        words.add(what + String.join(" or ", values));
      }
    }
  }

  /**
   * How the comparison group is matched; null for the method's own choice.
   *
   * @param matching {@code radius} or {@code nearest}
   * @param caliper {@code auto}, or the greatest distance, above 0, in units of the scale
   * @param caliperScale {@code score}, {@code sd} or {@code sd-logit}; of a number only
   * @param ratio members of the comparison group for each participant, nearest only
   * @param replacement whether one may stand for several, nearest only
   * @param exact covariates that must be equal
   * @param interactions pairs of covariates whose products enter the propensity model
   */
  public record Matching(
      String matching,
      String caliper,
      String caliperScale,
      Integer ratio,
      Boolean replacement,
      List<String> exact,
      List<List<String>> interactions) {
    /** The caliper that the data on who took part choose. */
    public static final String AUTO = "auto";

    static final Matching UNSAID = new Matching(null, null, null, null, null, null, null);

    public Matching {
      exact = list(exact);
      interactions = list(interactions);
    }

    /** The width of a caliper that is fixed; empty where the method's list is tried. */
    public Optional<BigDecimal> width() {
      return caliper == null || caliper.equals(AUTO)
          ? Optional.empty()
          : Optional.of(new BigDecimal(caliper));
    }
  }

  /**
   * Thresholds of a request; null for the method's own. Counts can only be stricter than the
   * method's, weights of links may be either: the report says which were used.
   */
  public record Thresholds(
      Integer minimumSubmitted,
      Integer minimumAnalysed,
      BigDecimal linkWeight,
      BigDecimal linkMargin) {
    static final Thresholds UNSAID = new Thresholds(null, null, null, null);
  }
}
