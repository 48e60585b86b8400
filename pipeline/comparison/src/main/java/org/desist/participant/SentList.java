// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.desist.contract.Field;
import org.desist.contract.FieldType;
import org.desist.contract.Resource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.JudgedCsv;
import org.desist.sent.SentFile;
import org.desist.sent.SentTable;
import org.desist.sent.SentTable.SentRow;

/**
 * A list of participants as a provider has it, brought into the form of the contract. A list that
 * is in that form already is read as it is.
 *
 * @param csv the rows, judged
 * @param assumptions what was recognised, one sentence each, without a value of anybody
 * @param headings by field, its heading in the list where that is another
 */
record SentList(JudgedCsv csv, List<String> assumptions, Map<String, String> headings) {
  private static final Map<String, String> SEXES =
      Map.of(
          "m", "M", "male", "M", "man", "M", "boy", "M", "f", "F", "female", "F", "woman", "F",
          "girl", "F");

  /** Never of a person: no name and no number goes with it. */
  private static final Pattern TOTAL =
      Pattern.compile(
          "(grand |sub-?)?totals?( (number|people|participants|rows|clients))?( of [a-z]+)?[ :=]*[0-9,]*",
          Pattern.CASE_INSENSITIVE);

  /** A total may stand in any column. */
  private static final Pattern COUNT =
      Pattern.compile("([0-9,]{1,9}( (people|participants|rows|clients))?)?");

  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  /**
   * Reads a list.
   *
   * @throws DesistException as {@link ParticipantFile#read}
   */
  static SentList read(Path file, ListHints hints, LocalDate snapshot) {
    Resource contract = ParticipantFile.contract();
    ListHeadings headings = new ListHeadings(contract, hints);
    Optional<SentTable> sent = SentFile.read(file, headings::score);
    if (sent.isEmpty()) {
      return new SentList(plain(contract, file, snapshot), List.of(), Map.of());
    }
    SentTable table = sent.get();
    List<String> assumptions = new ArrayList<>(table.notes());
    SentRow header = table.rows().get(0);
    List<String> fields =
        headings.fields(header.values(), header.line(), file.toString(), assumptions);
    List<SentRow> rows = table.rows().subList(1, table.rows().size());
    rows = withoutTotal(rows, fields, assumptions);
    rows = dated(contract, file, rows, fields, hints, assumptions);
    rows = sexed(rows, fields.indexOf("sex"), assumptions);
    if (table.isPlain() && assumptions.isEmpty() && fields.equals(header.values())) {
      return new SentList(JudgedCsv.read(contract, file, snapshot), List.of(), Map.of());
    }
    List<SentRow> all = new ArrayList<>();
    all.add(new SentRow(header.line(), fields, header.days(), header.isBroken()));
    all.addAll(rows);
    byte[] csv = new SentTable(false, table.isSheet(), all, List.of()).csv();
    return new SentList(
        JudgedCsv.read(contract, file, csv, snapshot), assumptions, own(header, fields, contract));
  }

  private static Map<String, String> own(SentRow header, List<String> fields, Resource contract) {
    Map<String, String> own = new LinkedHashMap<>();
    for (int i = 0; i < fields.size(); i++) {
      if (contract.field(fields.get(i)).isPresent()) {
        own.put(fields.get(i), header.value(i));
      }
    }
    return own;
  }

  private static JudgedCsv plain(Resource contract, Path file, LocalDate snapshot) {
    try {
      return JudgedCsv.read(contract, file, snapshot);
    } catch (DesistException e) {
      if (e.code() != ErrorCode.MISSING_COLUMN) {
        throw e;
      }
      throw new DesistException(
          e.code(),
          String.format(
              Locale.ROOT,
              "Cannot use %s: in none of its first %d lines stand two headings that are known. Write the names of the columns above the rows (%s), or say in request.yaml under columns which of your headings is which.",
              file,
              SentFile.SEARCHED,
              contract.fields().stream()
                  .filter(Field::required)
                  .map(Field::name)
                  .collect(Collectors.joining(", "))),
          e);
    }
  }

  /** A last row that says total, and nothing of a person. */
  private static List<SentRow> withoutTotal(
      List<SentRow> rows, List<String> fields, List<String> assumptions) {
    int last = rows.size() - 1;
    while (last >= 0 && rows.get(last).isBlank()) {
      last--;
    }
    if (last < 0 || !isTotal(rows.get(last), fields)) {
      return rows;
    }
    assumptions.add(
        "The last row says total, and has neither a name, a date of birth nor an id: it is left out.");
    List<SentRow> left = new ArrayList<>(rows);
    left.remove(last);
    return left;
  }

  private static boolean isTotal(SentRow row, List<String> fields) {
    boolean isSaid = false;
    for (int i = 0; i < row.values().size(); i++) {
      String value = row.value(i);
      String field = i < fields.size() ? fields.get(i) : "";
      if (TOTAL.matcher(value).matches()) {
        isSaid = true;
      } else if (List.of("surname", "forenames").contains(field)
          ? LETTER.matcher(value).find()
          : List.of("date_of_birth", "pnc_id", "noms_number").contains(field)
              && !COUNT.matcher(value).matches()) {
        return false;
      }
    }
    return isSaid;
  }

  private static List<SentRow> dated(
      Resource contract,
      Path file,
      List<SentRow> rows,
      List<String> fields,
      ListHints hints,
      List<String> assumptions) {
    ListDates dates = new ListDates(hints.dates(), assumptions);
    List<SentRow> read = rows;
    for (int i = 0; i < fields.size(); i++) {
      Optional<Field> field = contract.field(fields.get(i));
      if (field.isPresent() && field.get().type() == FieldType.DATE) {
        read = dates.read(field.get().name(), i, read);
      }
    }
    if (!dates.questions().isEmpty()) {
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot use %s: it cannot be known which days its dates mean.\n%s\n%s"
              .formatted(
                  file,
                  dates.questions().entrySet().stream()
                      .map(entry -> "  %s: %s.".formatted(entry.getKey(), entry.getValue()))
                      .collect(Collectors.joining("\n")),
                  dates
                      .example()
                      .map(
                          "Whoever made the list knows: write the answer into request.yaml, such as %s, or send the dates as 2015-04-03."
                              ::formatted)
                      .orElse("Whoever made the list knows.")));
    }
    return read;
  }

  private static List<SentRow> sexed(List<SentRow> rows, int column, List<String> assumptions) {
    List<SentRow> read = new ArrayList<>();
    boolean isChanged = false;
    for (SentRow row : rows) {
      String sex = column < 0 ? null : SEXES.get(row.value(column).toLowerCase(Locale.ROOT));
      boolean isOther = sex != null && !sex.equals(row.value(column));
      isChanged |= isOther;
      read.add(isOther ? row.with(column, sex) : row);
    }
    if (isChanged) {
      assumptions.add("Words for the sex are read as M and F.");
    }
    return read;
  }
}
