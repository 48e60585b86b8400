// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.desist.contract.ValidationCode;
import org.desist.linkage.Waterfall;
import org.desist.participant.Participant.RowFault;
import org.desist.participant.ParticipantLinks.ParticipantLink;
import org.desist.participant.ParticipantLinks.WhyNot;
import org.desist.run.Sheet;

/** Writes {@code unlinked.csv}: the rows that were not found, and what to mend. */
public final class UnlinkedSheet {
  private static final List<String> HEADER =
      List.of("row", "line", "reference", "reason", "field", "advice");

  private UnlinkedSheet() {}

  /**
   * Writes a line for each piece of advice, in the order of the file. It holds nothing personal but
   * the provider's own references. Only the owner may read the file.
   *
   * @param file is replaced when it exists
   */
  public static void write(ParticipantLinks links, Path file) {
    List<List<String>> rows = new ArrayList<>();
    for (LinkAdvice mending : LinkAdvice.of(links)) {
      rows.add(
          Arrays.asList(
              Integer.toString(mending.row()),
              Long.toString(mending.line()),
              mending.reference(),
              mending.reason(),
              mending.field(),
              mending.advice()));
    }
    Sheet.write(file, HEADER, rows);
  }

  /**
   * What a provider may mend so that more rows are found: one piece of advice for each thing that
   * keeps a row from being looked up or linked. It names fields, never what stands in the police
   * records and never by how much a field differs: who sends a guess must not learn how good it
   * was.
   *
   * @param row number of the row in the file, from 1
   * @param line on which it begins
   * @param reference the provider's own, or null
   * @param reason a {@link ValidationCode}, or {@link WhyNot}
   * @param field to look at, or null when there is none in particular
   * @param advice what to do, in words
   */
  public record LinkAdvice(
      int row, long line, String reference, String reason, String field, String advice) {
    /**
     * So far below the threshold the best candidate is a stranger, and says nothing about the row.
     */
    private static final double STRANGER_BITS = 12;

    private static final String ADD_AN_ID = "add the PNC id or the prison number where it is known";

    private static final Map<String, String> FIELDS =
        Map.of(
            "surname", "surname",
            "forenames", "forenames",
            "date of birth", "date_of_birth",
            "sex", "sex",
            "pnc id", "pnc_id",
            "prison number", "noms_number");

    /**
     * Advice on every row that cannot be used, is not linked, or has a day that cannot be, in the
     * order of the file.
     */
    public static List<LinkAdvice> of(ParticipantLinks links) {
      Map<Integer, ParticipantLink> byRow = new HashMap<>();
      links.rows().forEach(link -> byRow.put(link.row(), link));
      List<LinkAdvice> advice = new ArrayList<>();
      for (Participant participant : links.participants().rows()) {
        ParticipantLink link = byRow.get(participant.row());
        boolean isFound = link != null && link.isLinked();
        // A wrong year keeps whoever was found from being compared.
        participant.faults().stream()
            .filter(fault -> !isFound || fault.code() == ValidationCode.DATE_ORDER)
            .forEach(fault -> advice.add(of(fault)));
        if (link != null && !link.isLinked()) {
          links.warnings().stream()
              .filter(warning -> warning.row() == participant.row())
              .forEach(warning -> advice.add(of(warning)));
          advice.add(of(participant, link, links));
        }
      }
      return advice;
    }

    private static LinkAdvice of(RowFault fault) {
      return new LinkAdvice(
          fault.row(),
          fault.line(),
          fault.reference(),
          fault.code().name(),
          fault.field(),
          fault.advice() + ".");
    }

    private static LinkAdvice of(
        Participant participant, ParticipantLink link, ParticipantLinks links) {
      String field = null;
      String advice =
          switch (link.whyNot()) {
            case NO_CANDIDATE -> "Check both names and the date of birth; " + ADD_AN_ID + ".";
            case NOT_CLEAR ->
                "More than one person may be meant: write all forenames in full; "
                    + ADD_AN_ID
                    + ".";
            case TAKEN ->
                "Another row fits the same person better: check whether both are one person.";
            case BELOW_THRESHOLD -> "";
          };
      if (link.whyNot() == WhyNot.BELOW_THRESHOLD) {
        field = suspect(link, links).orElse(null);
        advice =
            field == null
                ? "Check both names and the date of birth; " + ADD_AN_ID + "."
                : "Check the %s; %s.".formatted(words(field), ADD_AN_ID);
      }
      return new LinkAdvice(
          participant.row(),
          participant.line(),
          participant.reference(),
          link.whyNot().name(),
          field,
          advice);
    }

    private static String words(String field) {
      return switch (field) {
        case "pnc_id" -> "PNC id";
        case "noms_number" -> "prison number";
        default -> field.replace('_', ' ');
      };
    }

    /** The field that speaks most against the best candidate, where there is a likely one. */
    private static Optional<String> suspect(ParticipantLink link, ParticipantLinks links) {
      if (link.weight() == null || link.weight() < links.settings().threshold() - STRANGER_BITS) {
        return Optional.empty();
      }
      return links
          .waterfall(link.row())
          .flatMap(
              waterfall ->
                  waterfall.steps().stream()
                      .filter(step -> !step.level().equals("neutral"))
                      .min(Comparator.comparingDouble(Waterfall.Step::weight)))
          .map(step -> FIELDS.get(step.comparison().toLowerCase(Locale.ROOT)));
    }

    /** Names nobody. */
    @Override
    public String toString() {
      return "LinkAdvice[row=" + row + ", reason=" + reason + ", field=" + field + "]";
    }
  }
}
