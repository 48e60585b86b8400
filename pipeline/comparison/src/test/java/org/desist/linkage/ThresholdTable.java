// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.linkage.Linkage.LinkDecision;

/**
 * What a threshold costs in true links and saves in false ones, where the truth is known.
 *
 * @param rows in the order of the thresholds asked for
 */
public record ThresholdTable(List<Row> rows) {
  /** The quality at one threshold, in bits. */
  public record Row(double threshold, LinkQuality quality) {}

  /**
   * Decides at each threshold.
   *
   * @param truth id in the long list by id in the short one; entries without a true pair are absent
   * @param margin in bits
   */
  public static ThresholdTable of(
      Linkage linkage, Map<String, String> truth, List<Double> thresholds, double margin) {
    return new ThresholdTable(
        thresholds.stream()
            .map(at -> new Row(at, quality(linkage.decide(at, margin, row -> true), truth)))
            .toList());
  }

  /** The quality of decisions. */
  public static LinkQuality quality(List<LinkDecision> decisions, Map<String, String> truth) {
    int links = 0;
    int correct = 0;
    for (LinkDecision decision : decisions) {
      if (decision.linked()) {
        links++;
        correct += decision.candidate().equals(truth.get(decision.id())) ? 1 : 0;
      }
    }
    return new LinkQuality(links, correct, truth.size());
  }

  /** A table in Markdown. */
  public String markdown() {
    StringBuilder text = new StringBuilder("| threshold | links | precision | recall |\n");
    text.append("| ---: | ---: | ---: | ---: |\n");
    for (Row row : rows) {
      LinkQuality quality = row.quality();
      text.append(
          String.format(
              Locale.ROOT,
              "| %.0f | %d | %s | %s |\n",
              row.threshold(),
              quality.links(),
              share(quality.precision()),
              share(quality.recall())));
    }
    return text.toString();
  }

  private static String share(double share) {
    return Double.isNaN(share) ? "n/a" : String.format(Locale.ROOT, "%.4f", share);
  }
}
