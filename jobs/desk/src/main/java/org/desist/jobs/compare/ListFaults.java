// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.participant.Participant.RowFault;
import org.desist.participant.ParticipantLinks;
import org.desist.participant.ParticipantLinks.WhyNot;
import org.desist.participant.UnlinkedSheet.LinkAdvice;
import org.desist.text.FigureText;

/**
 * What is wrong with a list, grouped by column and kind, for whoever sent it. Rows are named by the
 * provider's own reference; no value of the list is repeated, so the words of the fault itself are
 * not used.
 *
 * @param refused faults that keep rows from being looked up
 * @param warned faults of rows that are used all the same
 * @param notFound why rows were not found
 */
record ListFaults(List<Group> refused, List<Group> warned, List<Group> notFound) {
  /** As many references as a reader takes in at a glance; longer lists are folded. */
  private static final int GLANCE = 12;

  /**
   * Rows with the same fault.
   *
   * @param column its name in the list; "the whole row" where none is at fault
   * @param what is wrong
   * @param advice what the sender does
   * @param rows how many, as text
   * @param references of all of them, in the order of the list
   * @param isLong whether there are too many references to read at a glance
   */
  public record Group(
      String column, String what, String advice, String rows, String references, boolean isLong) {}

  static ListFaults of(ParticipantLinks links) {
    List<RowFault> faults =
        Stream.concat(links.participants().faults().stream(), links.warnings().stream()).toList();
    List<String> reasons = Arrays.stream(WhyNot.values()).map(WhyNot::name).toList();
    return new ListFaults(
        ofRows(links, faults.stream().filter(RowFault::isRefusal).toList()),
        ofRows(links, faults.stream().filter(fault -> !fault.isRefusal()).toList()),
        grouped(
            LinkAdvice.of(links).stream()
                .filter(advice -> reasons.contains(advice.reason()))
                .toList(),
            advice -> new Kind(column(links, advice.field()), words(advice), advice.advice()),
            advice -> name(advice.reference(), advice.row())));
  }

  private static List<Group> ofRows(ParticipantLinks links, List<RowFault> faults) {
    return grouped(
        faults,
        fault -> new Kind(column(links, fault.field()), words(fault), fault.advice() + "."),
        fault -> name(fault.reference(), fault.row()));
  }

  private static String column(ParticipantLinks links, String field) {
    return field == null ? "the whole row" : links.participants().heading(field);
  }

  /** Two rows of one kind are mended alike. */
  private record Kind(String column, String what, String advice) {}

  /** The largest group first. */
  private static <T> List<Group> grouped(
      List<T> all, Function<T, Kind> kind, Function<T, String> name) {
    Map<Kind, List<String>> names =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    kind, LinkedHashMap::new, Collectors.mapping(name, Collectors.toList())));
    List<Map.Entry<Kind, List<String>>> sorted = new ArrayList<>(names.entrySet());
    sorted.sort(Comparator.comparingInt(entry -> -entry.getValue().size()));
    return sorted.stream().map(entry -> group(entry.getKey(), entry.getValue())).toList();
  }

  private static Group group(Kind kind, List<String> names) {
    return new Group(
        kind.column(),
        kind.what(),
        kind.advice(),
        FigureText.count(names.size()),
        String.join(", ", names),
        names.size() > GLANCE);
  }

  private static String name(String reference, int row) {
    return reference == null ? FigureText.text("row %d", row) : reference;
  }

  private static String words(RowFault fault) {
    return switch (fault.code()) {
      case PARSE -> "The row does not have one value for each heading.";
      case MISSING_REQUIRED -> "Nothing is filled in.";
      case BAD_TYPE -> "It is not a day in a form that is known.";
      case BAD_PATTERN -> "It does not have the form that it must have.";
      case NOT_IN_ENUM -> "It is not one of the values that are allowed.";
      case BAD_CHECK_LETTER ->
          "The letter at its end does not fit the number: one of them is wrong.";
      case DATE_ORDER -> "The day cannot be: it contradicts another, or lies outside the records.";
      case IMPLAUSIBLE_DATE -> "Nobody on the list can have been born on that day.";
      case ID_CONFLICT -> "Surname and date of birth are not those that go with this id.";
      default -> fault.code().meaning();
    };
  }

  private static String words(LinkAdvice advice) {
    return switch (WhyNot.valueOf(advice.reason())) {
      case NO_CANDIDATE -> "Nobody in the records is like this person.";
      case BELOW_THRESHOLD -> "Nobody in the records is like enough to this person.";
      case NOT_CLEAR -> "Two people in the records are about equally like this person.";
      case TAKEN -> "Another row of the list fits the same person better.";
    };
  }
}
