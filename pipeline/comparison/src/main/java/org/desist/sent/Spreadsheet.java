// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.sent;

import com.github.miachm.sods.OdsOptionParameters;
import com.github.miachm.sods.Range;
import com.github.miachm.sods.SpreadSheet;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.xml.stream.XMLStreamException;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.DateUtil;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.sent.SentTable.SentRow;

/**
 * Takes the values out of a spreadsheet: Office Open XML (xlsx) with Apache POI, OpenDocument (ods)
 * with SODS. Formulas are never calculated: the value stored beside one is read. Macros and links
 * are never looked at, DTDs and entities never resolved.
 */
final class Spreadsheet {
  /** What a library says of a file may repeat what is in it. */
  private static final Logger SILENT = Logger.getAnonymousLogger();

  static {
    SILENT.setLevel(Level.OFF);
  }

  private Spreadsheet() {}

  /**
   * One sheet.
   *
   * @param kind xlsx or ods
   * @param rows those with a value, in order; a line end within a cell is a blank
   * @param formulas cells with one
   * @param errors cells with an error in place of a value
   * @param hidden lines that the sender's program does not show
   * @param merged lines in which a cell stretches over others
   */
  record Sheet(
      String kind,
      List<SentRow> rows,
      int formulas,
      int errors,
      Set<Long> hidden,
      Set<Long> merged) {}

  /**
   * Whether a file is one, by its first bytes.
   *
   * @throws DesistException UNREADABLE for the format before 2007, or one with a password
   */
  static boolean isOne(Path file, byte[] bytes) {
    FileMagic magic = FileMagic.valueOf(bytes);
    if (magic == FileMagic.OLE2) {
      throw refusal(
          file,
          "it is an Excel file of the form before 2007, or has a password",
          "Save it as a workbook (xlsx) without a password, or as CSV");
    }
    return magic == FileMagic.OOXML;
  }

  static DesistException refusal(Path file, String what, String advice) {
    return new DesistException(
        ErrorCode.UNREADABLE, "Cannot read %s: %s. %s.".formatted(file, what, advice));
  }

  /** Its sheets in order. */
  static List<Sheet> read(Path file, byte[] bytes) {
    try {
      ZippedParts parts = ZippedParts.of(file, bytes);
      if (parts.has("xl/workbook.xml")) {
        return ofWorkbook(bytes);
      }
      if (parts.isOpenDocument()) {
        List<Sheet> sheets = ofOpenDocument(parts.openDocument());
        if (!sheets.isEmpty()) {
          return sheets;
        }
        throw new IOException("no sheet");
      }
      throw refusal(
          file,
          "it is an archive and no spreadsheet (xlsx or ods)",
          "Put the list itself beside the request");
    } catch (DesistException e) {
      throw e;
    } catch (IOException | XMLStreamException | RuntimeException e) {
      // The message of a parser may repeat what it read.
      throw refusal(
          file,
          "it is a spreadsheet that is damaged, has a password, or is of a rare form (a strict workbook)",
          "Open it, save it again as a workbook (xlsx) without a password, and try again");
    }
  }

  private static List<Sheet> ofWorkbook(byte[] bytes) throws IOException {
    List<Sheet> sheets = new ArrayList<>();
    try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(bytes))) {
      for (org.apache.poi.ss.usermodel.Sheet sheet : book) {
        Rows rows = new Rows();
        for (Row row : sheet) {
          for (Cell cell : row) {
            put(cell, rows);
          }
          rows.end(row.getRowNum() + 1L, row.getZeroHeight());
        }
        for (CellRangeAddress merged : sheet.getMergedRegions()) {
          rows.merged.add(merged.getFirstRow() + 1L);
        }
        sheets.add(rows.sheet("xlsx"));
      }
    }
    return sheets;
  }

  private static void put(Cell cell, Rows rows) {
    boolean isFormula = cell.getCellType() == CellType.FORMULA;
    rows.formulas += isFormula ? 1 : 0;
    int column = cell.getColumnIndex();
    switch (isFormula ? cell.getCachedFormulaResultType() : cell.getCellType()) {
      case STRING -> rows.put(column, cell.getStringCellValue());
      case BOOLEAN -> rows.put(column, Boolean.toString(cell.getBooleanCellValue()));
      case ERROR -> rows.errors++;
      case NUMERIC -> {
        double value = cell.getNumericCellValue();
        // Below one it is a time of day.
        if (value >= 1 && DateUtil.isCellDateFormatted(cell)) {
          rows.put(column, cell.getLocalDateTimeCellValue());
        } else {
          rows.put(column, value);
        }
      }
      case BLANK, FORMULA, _NONE -> {}
    }
  }

  private static List<Sheet> ofOpenDocument(byte[] bytes) throws IOException {
    OdsOptionParameters options = new OdsOptionParameters();
    options.setLoadStyles(false);
    options.setLoadImages(false);
    options.setLoadGraphs(false);
    options.setLogger(SILENT);
    List<Sheet> sheets = new ArrayList<>();
    for (com.github.miachm.sods.Sheet sheet :
        new SpreadSheet(new ByteArrayInputStream(bytes), options).getSheets()) {
      sheets.add(sheet.getMaxColumns() == 0 ? new Rows().sheet("ods") : sheet(sheet));
    }
    return sheets;
  }

  /** From its last row, which is taken away: only that one is found without a search. */
  private static Sheet sheet(com.github.miachm.sods.Sheet sheet) {
    Rows rows = new Rows();
    Set<List<Integer>> covered = covered(sheet, rows.merged);
    for (int row = sheet.getMaxRows() - 1; row >= 0; row--) {
      Range range = sheet.getRange(row, 0, 1, sheet.getMaxColumns());
      Object[] values = range.getValues()[0];
      String[] formulas = range.getFormulas()[0];
      for (int column = 0; column < values.length; column++) {
        Object value = covered.contains(List.of(row, column)) ? null : values[column];
        boolean isFormula = formulas[column] != null;
        rows.formulas += isFormula ? 1 : 0;
        // An error has no type of its own: its sign is the text.
        if (isFormula && value instanceof String text && text.matches("#.*|Err:.*")) {
          rows.errors++;
        } else if (value != null) {
          rows.put(column, value);
        }
      }
      rows.end(row + 1L, sheet.rowIsHidden(row));
      sheet.deleteRow(row);
    }
    Collections.reverse(rows.rows);
    return rows.sheet("ods");
  }

  /** Cells below another that stretches over them; the library gives its value for each. */
  private static Set<List<Integer>> covered(
      com.github.miachm.sods.Sheet sheet, Set<Long> mergedLines) {
    Set<List<Integer>> covered = new HashSet<>();
    for (Range merged : sheet.getDataRange().getMergedCells()) {
      mergedLines.add(merged.getRow() + 1L);
      for (int row = merged.getRow(); row <= merged.getLastRow(); row++) {
        for (int column = merged.getColumn(); column <= merged.getLastColumn(); column++) {
          covered.add(List.of(row, column));
        }
      }
      covered.remove(List.of(merged.getRow(), merged.getColumn()));
    }
    return covered;
  }

  /** Gathers the rows of one sheet. */
  private static final class Rows {
    private final List<SentRow> rows = new ArrayList<>();
    private final List<String> values = new ArrayList<>();
    private final Set<Integer> days = new HashSet<>();
    private final Set<Long> hidden = new TreeSet<>();
    private final Set<Long> merged = new TreeSet<>();
    private int formulas;
    private int errors;

    void put(int column, Object value) {
      LocalDate day =
          value instanceof LocalDateTime time
              ? time.toLocalDate()
              : value instanceof LocalDate date ? date : null;
      String text =
          day != null
              ? day.toString()
              : value instanceof Double number
                  ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                  : value.toString().replaceAll("\\R", " ");
      if (!text.isEmpty()) {
        while (values.size() <= column) {
          values.add("");
        }
        values.set(column, text);
        if (day != null) {
          days.add(column);
        }
      }
    }

    void end(long line, boolean isHidden) {
      if (!values.isEmpty()) {
        rows.add(new SentRow(line, values, days, false));
        if (isHidden) {
          hidden.add(line);
        }
      }
      values.clear();
      days.clear();
    }

    Sheet sheet(String kind) {
      return new Sheet(kind, List.copyOf(rows), formulas, errors, hidden, merged);
    }
  }
}
