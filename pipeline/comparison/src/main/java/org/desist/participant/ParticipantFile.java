// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.contract.DataPackageReader;
import org.desist.contract.Resource;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.JudgedCsv;
import org.desist.participant.Participant.RowFault;

/** Reads a list of participants: who took part, as a provider sends it. */
public final class ParticipantFile {
  private static final String CONTRACT = "contract/participants.resource.json";

  private ParticipantFile() {}

  /** What a row of the file must look like. */
  public static Resource contract() {
    return DataPackageReader.resourceOfClasspath(CONTRACT);
  }

  /**
   * Reads a file. A row that cannot be used is kept with its faults and refuses nothing but itself;
   * a row without any value is passed over, but counted in the numbers of the rows.
   *
   * @param snapshot day of the records; decides the century of two-digit years in PNC ids, and no
   *     birth or start can lie after it
   * @throws DesistException MISSING_COLUMN when a required column is absent, UNREADABLE when the
   *     file cannot be recognised, leaves open what it means, or has no rows
   */
  public static Participants read(Path file, LocalDate snapshot) {
    return read(file, ListHints.NONE, snapshot);
  }

  /**
   * The same of a list that a request says more about.
   *
   * @param hints which column is which, and in which form dates are
   */
  public static Participants read(Path file, ListHints hints, LocalDate snapshot) {
    SentList sent = SentList.read(file, hints, snapshot);
    JudgedCsv csv = sent.csv();
    List<Participant> rows = new ArrayList<>();
    for (int i = 0; i < csv.rows().size(); i++) {
      JudgedCsv.Row row = csv.rows().get(i);
      if (!RowJudge.isBlank(row)) {
        rows.add(RowJudge.judge(i + 1, row, snapshot));
      }
    }
    if (rows.isEmpty()) {
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot use %s: it has a header and no rows. Write a row for every person who took part."
              .formatted(file));
    }
    return new Participants(
        file,
        rows,
        sent.headings(),
        sent.assumptions(),
        notes(csv, csv.rows().size() - rows.size()));
  }

  private static List<String> notes(JudgedCsv csv, int blank) {
    List<String> notes = new ArrayList<>();
    if (!csv.unknownColumns().isEmpty()) {
      notes.add(
          "Columns that are not used: %s.".formatted(String.join(", ", csv.unknownColumns())));
    }
    if (blank > 0) {
      notes.add(
          String.format(Locale.ROOT, "Rows without any value that were passed over: %d.", blank));
    }
    return notes;
  }

  /** By field, the headings of lists that are known for it; capitals and blanks do not matter. */
  public static Map<String, List<String>> headings() {
    return ListHeadings.table();
  }

  /**
   * A file of participants as it was read.
   *
   * @param file where it lies
   * @param rows every row that says anything, in the order of the file
   * @param headings by field, its heading in the file where that is another
   * @param assumptions what was recognised that is not in the form of the contract, one sentence
   *     each, without a value of anybody
   * @param notes about the file as a whole, one sentence each
   */
  public record Participants(
      Path file,
      List<Participant> rows,
      Map<String, String> headings,
      List<String> assumptions,
      List<String> notes) {
    public Participants {
      rows = List.copyOf(rows);
      headings = Map.copyOf(headings);
      assumptions = List.copyOf(assumptions);
      notes = List.copyOf(notes);
    }

    /** A column by the name that the file has for it. */
    public String heading(String field) {
      return headings.getOrDefault(field, field);
    }

    /** The rows that can be looked up. */
    public List<Participant> usable() {
      return rows.stream().filter(Participant::isUsable).toList();
    }

    /** What is wrong with all rows, warnings among it. */
    public List<RowFault> faults() {
      return rows.stream().flatMap(row -> row.faults().stream()).toList();
    }
  }
}
