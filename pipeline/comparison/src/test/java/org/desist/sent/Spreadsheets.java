// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.sent;

import com.github.miachm.sods.SpreadSheet;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/**
 * Writes spreadsheets; a value is a text, a number or a day. Those of {@code sent/} among the
 * resources were written by LibreOffice: a title over merged cells, a note, a formula, an error, a
 * hidden row, a percentage, a total.
 */
public final class Spreadsheets {
  private Spreadsheets() {}

  /** Writes Office Open XML; each sheet is a list of rows. */
  @SafeVarargs
  public static Path xlsx(Path file, List<List<Object>>... sheets) {
    List<List<List<Object>>> all = new ArrayList<>();
    for (List<List<Object>> sheet : sheets) {
      all.add(sheet);
    }
    return xlsx(file, false, all);
  }

  /** The same of one sheet, with days counted from 1904. */
  public static Path xlsxFrom1904(Path file, List<List<Object>> rows) {
    return xlsx(file, true, List.of(rows));
  }

  private static Path xlsx(Path file, boolean isFrom1904, List<List<List<Object>>> sheets) {
    try (XSSFWorkbook book = new XSSFWorkbook();
        OutputStream out = Files.newOutputStream(file)) {
      book.getCTWorkbook().addNewWorkbookPr().setDate1904(isFrom1904);
      CellStyle ofDays = book.createCellStyle();
      ofDays.setDataFormat(book.createDataFormat().getFormat("dd/mm/yyyy;@"));
      for (List<List<Object>> rows : sheets) {
        Sheet sheet = book.createSheet();
        for (int i = 0; i < rows.size(); i++) {
          Row row = sheet.createRow(i);
          for (Object value : rows.get(i)) {
            Cell cell = row.createCell(Math.max(0, row.getLastCellNum()));
            if (value instanceof LocalDate day) {
              cell.setCellValue(day);
              cell.setCellStyle(ofDays);
            } else if (value instanceof Number number) {
              cell.setCellValue(number.doubleValue());
            } else {
              cell.setCellValue(value.toString());
            }
          }
        }
      }
      book.write(out);
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an OpenDocument spreadsheet of one sheet. */
  public static Path ods(Path file, List<List<Object>> rows) {
    int width = rows.stream().mapToInt(List::size).max().orElse(1);
    com.github.miachm.sods.Sheet sheet =
        new com.github.miachm.sods.Sheet("People", rows.size(), width);
    for (int i = 0; i < rows.size(); i++) {
      for (int j = 0; j < rows.get(i).size(); j++) {
        sheet.getRange(i, j).setValue(rows.get(i).get(j));
      }
    }
    SpreadSheet book = new SpreadSheet();
    book.appendSheet(sheet);
    try {
      book.save(file.toFile());
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Writes an archive of names and contents. */
  public static Path zip(Path file, List<String> parts) {
    try (OutputStream out = Files.newOutputStream(file);
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (int i = 0; i < parts.size(); i += 2) {
        zip.putNextEntry(new ZipEntry(parts.get(i)));
        zip.write(parts.get(i + 1).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
