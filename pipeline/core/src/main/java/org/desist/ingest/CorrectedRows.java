// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.desist.contract.Field;
import org.desist.contract.FieldType;
import org.desist.contract.Resource;
import org.desist.contract.Semantic;
import org.desist.contract.ValidationCode.Level;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Reads a file of corrected rows as any file of a snapshot, but under the numbers of the rows that
 * they answer. What it writes lies in the folder of the ingest under names that begin with {@link
 * #PREFIX}: rows in {@code correction_RESOURCE/}, and warnings among those of the delivery.
 */
public final class CorrectedRows {
  /** How the name of everything begins that is read from a correction and not from the delivery. */
  public static final String PREFIX = "correction_";

  /** File and line of the row that a corrected one answers, as columns of its file. */
  public static final String FILE_COLUMN = "_file";

  /** See {@link #FILE_COLUMN}. */
  public static final String LINE_COLUMN = "_line";

  private CorrectedRows() {}

  /**
   * The columns of a resource, then the two that say which row is answered; either may be empty.
   */
  public static Resource columns(Resource resource) {
    List<Field> fields = new ArrayList<>(resource.fields());
    fields.add(column(FILE_COLUMN, FieldType.STRING, "File of the refused row"));
    fields.add(column(LINE_COLUMN, FieldType.INTEGER, "Line of the refused row"));
    return new Resource(
        resource.name(),
        resource.description(),
        resource.grain(),
        resource.optional(),
        fields,
        resource.primaryKey(),
        resource.foreignKeys(),
        resource.missingValues());
  }

  private static Field column(String name, FieldType type, String description) {
    return new Field(
        name,
        type,
        description,
        false,
        false,
        null,
        List.of(),
        null,
        null,
        false,
        Semantic.NONE,
        null);
  }

  /**
   * Reads one file.
   *
   * @param file rows with the columns of {@link #columns}
   * @param correction the number of the correction whose rows they are
   * @param answered the number in the resource of each row to be answered; others are passed over
   * @param folder of the ingest
   * @return the rows that are answered: all of them, but for those whose answers no longer meet the
   *     contract
   * @throws DesistException STORAGE when the file does not hold a row for each of them
   */
  public static Set<RowPlace> read(
      Resource resource,
      Path file,
      int correction,
      Map<RowPlace, Long> answered,
      LocalDate snapshot,
      Path folder) {
    RowParser parser = new RowParser(columns(resource), snapshot);
    PartSource source =
        new PartSource(
            resource, correction, file.toString(), file.toString(), PartSource.FileForm.CSV, 0);
    try (Answers answers = new Answers(source, parser, answered, folder)) {
      new NamedCsv(file)
          .read(content -> new CsvRows(file.toString(), parser).read(content, answers));
      if (answers.found.size() < answered.size()) {
        throw damaged(
            String.format(
                Locale.ROOT,
                "%s has %,d of the %,d rows that it should have.",
                file,
                answers.found.size(),
                answered.size()),
            null);
      }
      return answers.good;
    } catch (DesistException e) {
      throw e.code() == ErrorCode.STORAGE ? e : damaged(e.getMessage(), e);
    }
  }

  private static DesistException damaged(String problem, DesistException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot read the corrected rows: %s Bring the file back from its backup: later corrections rest on it."
            .formatted(problem),
        cause);
  }

  /** Writes the rows that answer. */
  private static final class Answers extends PartWriter {
    private final Map<RowPlace, Long> answered;
    private final Set<RowPlace> found = new HashSet<>();
    private final Set<RowPlace> good = new HashSet<>();

    Answers(PartSource source, RowParser parser, Map<RowPlace, Long> answered, Path folder) {
      super(new PartOutput(folder, PREFIX), source, parser, Long.MAX_VALUE);
      this.answered = answered;
    }

    @Override
    public void row(long line, RowParser row) {
      RowPlace place = place(row);
      if (!answered.containsKey(place)) {
        return;
      }
      found.add(place);
      // After an update the contract may ask more than when the row came in force.
      if (row.faults().stream().noneMatch(fault -> fault.level() == Level.ROW)) {
        good.add(place);
        super.row(line, row);
      }
    }

    @Override
    long number(long line, RowParser row) {
      return answered.get(place(row));
    }

    private static RowPlace place(RowParser row) {
      ValueSlot file = row.parser(FILE_COLUMN).slot();
      ValueSlot line = row.parser(LINE_COLUMN).slot();
      return file.isPresent() && line.isPresent() ? new RowPlace(file.text(), line.number()) : null;
    }
  }
}
