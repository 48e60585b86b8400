// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.contract.DataPackage;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.ingest.JudgedCsv;

/** Reads {@code participants.csv}: who took part, as a provider submits it. */
public final class ParticipantFile {
  private ParticipantFile() {}

  /**
   * Reads a file. A row that cannot be used is kept with its faults and refuses nothing but itself;
   * a row without any value is passed over, but counted in the numbers of the rows.
   *
   * @param snapshot day of the records; decides the century of two-digit years in PNC ids, and no
   *     birth or start can lie after it
   * @throws DesistException MISSING_COLUMN when a required column is absent, UNREADABLE when the
   *     file is not UTF-8 CSV or has no rows
   */
  public static Participants read(Path file, LocalDate snapshot) {
    JudgedCsv csv = judged(file, snapshot.getYear());
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
    return new Participants(file, rows, notes(csv, csv.rows().size() - rows.size()));
  }

  private static JudgedCsv judged(Path file, int snapshotYear) {
    try {
      return JudgedCsv.read(DataPackage.participants(), file, snapshotYear);
    } catch (DesistException e) {
      String separator = e.code() == ErrorCode.MISSING_COLUMN ? separator(file) : null;
      if (separator == null) {
        throw e;
      }
      throw new DesistException(
          ErrorCode.MISSING_COLUMN,
          "Cannot use %s: in line 1 the names of the columns stand between %s, not commas. Save it as CSV with commas, in UTF-8 (in Excel: CSV UTF-8), and try again."
              .formatted(file, separator),
          e);
    }
  }

  /** What a spreadsheet put in the place of commas, or null when it did not. */
  private static String separator(Path file) {
    try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      String header = reader.readLine();
      if (header == null || header.contains(",")) {
        return null;
      }
      return header.contains(";") ? "semicolons" : header.contains("\t") ? "tabs" : null;
    } catch (IOException unreadable) {
      // The header was read a moment ago: whatever this is, the first complaint is the better one.
      return null;
    }
  }

  private static List<String> notes(JudgedCsv csv, int blank) {
    List<String> notes = new ArrayList<>();
    if (!csv.unknownColumns().isEmpty()) {
      notes.add(
          "Columns that are not used: %s.".formatted(String.join(", ", csv.unknownColumns())));
    }
    if (blank > 0) {
      notes.add("Rows without any value that were passed over: %d.".formatted(blank));
    }
    return notes;
  }
}
