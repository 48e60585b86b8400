// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.desist.comparison.DesignMatrix;
import org.desist.comparison.Term;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.sent.Spreadsheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the columns of an analyst's table are taken for. */
class UnitTableTest {
  @TempDir Path folder;

  private static MatchColumns columns(List<String> categories, List<String> quantities) {
    return new MatchColumns(
        null, "t", List.of("x"), List.of(), List.of(), List.of("y"), categories, quantities);
  }

  private UnitTable read(List<String> values, List<String> categories, List<String> quantities)
      throws IOException {
    List<String> lines = new ArrayList<>(List.of("t,x,y"));
    for (int i = 0; i < values.size(); i++) {
      lines.add(String.format(Locale.ROOT, "%d,%s,%d", i % 2, values.get(i), i / 2 % 2));
    }
    return UnitTable.read(
        Files.write(folder.resolve("units.csv"), lines), columns(categories, quantities));
  }

  private UnitTable read(String values) throws IOException {
    return read(List.of(values.split(";", -1)), List.of(), List.of());
  }

  /** Names of the columns that a covariate becomes. */
  private static String terms(UnitTable table) {
    return String.join(
        " ", DesignMatrix.of(table.covariates()).terms().stream().map(Term::name).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "20;31.5;-7;1e+05;1.5E-3 | x",
        "0;-0;5;7 | x",
        "20;NULL;NA;NaN;nan;35 | x x_missing",
        // Codes by their looks, and texts that would become one number.
        "01;02;02;62 | x02 x62",
        "007;7;7;12 | x12 x7",
        "1;1.0;2;2 | x1.0 x2",
        "1e3;1000;2000;2000 | x1e3 x2000",
        "+5;5;6;6 | x5 x6",
        "0x1A;26;27;27 | x26 x27",
        "12345678901234567;12345678901234568;3;3 | x12345678901234568 x3",
        // Anything else that is no number.
        "20;unknown;31;45 | x31 x45 xunknown",
        "1,5;2;3;4 | "
      })
  void aColumnIsANumberOnlyWhenNothingIsLost(String values, String terms) throws IOException {
    if (terms == null) {
      assertThatThrownBy(() -> read(values))
          .hasMessageContaining("line 2: The row has 4 values where the header has 3");
      return;
    }
    assertThat(terms(read(values))).isEqualTo("(Intercept) " + terms);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "20;31;unknown;45 | x was read as text: line 4 is no number ('unknown'; 3 of its 4 values are).",
        "20;31;Smith;45 | x was read as text: line 4 is no number (a text of 5 characters; 3 of its 4 values are).",
        "11;01;02;03 | x was read as text: line 3 has '01', which is a code by its look.",
        "1;2;3;1.0 | x was read as text: line 2 has '1' and line 5 has '1.0', which would become one number.",
        "M;F;M ;F | x: 1 value has blanks or unseen characters at its ends, in line 4. It was read without.",
        "M;F;\u00a0M;F\u200b | x: 2 values have blanks or unseen characters at their ends, the first in line 4.",
        "M;F;m;F | x: 2 of its values look alike and are different: 'M' (line 2), 'm' (line 4).",
        "M;F;\u041c;F | x: 2 of its values look alike and are different: 'M' (line 2), '\\u041C' (line 4).",
        "1;2;3;1 | CHECK x: it was read as a quantity and has only 3 different values, all of them whole numbers.",
        "1;2;2;1 | CHECK x: it was read as a quantity and has only 2 different values"
      })
  void whatIsReadOtherwiseIsNotedWithItsFirstLine(String values, String note) throws IOException {
    assertThat(read(values).notes()).hasSize(1).first().asString().startsWith(note);
  }

  @ParameterizedTest
  @CsvSource({"0;1;1;0", "1.5;2;3;4", "a;b;c;d", "0;1;NULL;1"})
  void whatIsPlainIsNotNoted(String values) throws IOException {
    assertThat(read(values).notes()).isEmpty();
  }

  @Test
  void blanksAtTheEndsMakeNoLevels() throws IOException {
    assertThat(terms(read("M;F;M ;F\t;\u00a0F;M"))).isEqualTo("(Intercept) xM");
  }

  @Test
  void aDeclaredColumnIsWhatItIsSaidToBe() throws IOException {
    List<String> codes = List.of("1", "2", "3", "1");
    UnitTable category = read(codes, List.of("x"), List.of());
    assertThat(terms(category)).isEqualTo("(Intercept) x2 x3");
    assertThat(category.notes()).isEmpty();
    UnitTable quantity = read(codes, List.of(), List.of("x"));
    assertThat(terms(quantity)).isEqualTo("(Intercept) x");
    assertThat(quantity.notes()).isEmpty();
    assertThat(terms(read(List.of("01", "1", "+7", "9"), List.of(), List.of("x"))))
        .isEqualTo("(Intercept) x");
    assertThatThrownBy(() -> read(List.of("20", "old", "7", "9"), List.of(), List.of("x")))
        .hasMessageContaining("line 3, column x: a text of 3 characters stands where a number");
  }

  @ParameterizedTest
  @CsvSource({
    "ages,,Cannot use --category ages: it is not among the covariates or exact columns. Is it age?",
    "colour,,Name it there too, or leave it out.",
    ",y2,Cannot use --number y2: it is not among the covariates",
    "age,age,Cannot take age for a category and for a number."
  })
  void aDeclarationOfWhatIsNotThereIsRefused(String category, String number, String message) {
    assertThatThrownBy(
            () ->
                new MatchColumns(
                    null,
                    "t",
                    List.of("age"),
                    List.of(),
                    List.of(),
                    List.of("reoffended"),
                    category == null ? List.of() : List.of(category),
                    number == null ? List.of() : List.of(number)))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "1e308, '1e308' is farther from 0 than 1.0E15",
    "-1e308, '-1e308' is farther from 0",
    "1e400, '1e400' is farther from 0",
    "Infinity, 'Infinity' is farther from 0",
    "-inf, '-inf' is farther from 0"
  })
  void numbersThatCannotBeReckonedWithAreRefusedWithTheirLine(String value, String message)
      throws IOException {
    assertThatThrownBy(() -> read("1.5;2;%s;4".formatted(value)))
        .hasMessageContaining("line 4, column x: " + message);
    Path units = folder.resolve("units.csv");
    Files.writeString(units, "t,x,y\n0,1.5,1\n1,2,%s\n".formatted(value));
    assertThatThrownBy(() -> UnitTable.read(units, columns(List.of(), List.of())))
        .hasMessageContaining("line 3, column y: " + message);
  }

  @Test
  void anOutcomeOfTwoOtherValuesIsAmbiguous() throws IOException {
    Path units = folder.resolve("units.csv");
    Files.writeString(units, "t,x,y\n0,1.5,1\n1,2,2\n0,3,2\n");
    assertThatThrownBy(() -> UnitTable.read(units, columns(List.of(), List.of())))
        .hasMessageContaining(
            "it has two values, '1', '2', and it cannot be known which is a yes. Write 1 and 0, or say --number y");
    assertThat(UnitTable.read(units, columns(List.of(), List.of("y"))).outcomes()).hasSize(1);
    Files.writeString(units, "t,x,y\n0,1.5,1\n1,2,0\n0,3,9\n");
    assertThat(UnitTable.read(units, columns(List.of(), List.of())).notes())
        .first()
        .asString()
        .startsWith("CHECK y: besides 0 and 1 it has one other value");
  }

  @Test
  void aFileWithoutAHeaderKeepsItsFirstRow() throws IOException {
    Path units = folder.resolve("units.csv");
    Files.writeString(units, "Smith,1984-02-03,1\nBrown,1971-02-03,0\n");
    assertThatThrownBy(() -> UnitTable.read(units, columns(List.of(), List.of())))
        .hasMessageContaining("None of the columns asked for is there")
        .hasMessageNotContainingAny("Smith", "1984");
    Files.writeString(units, "t;X;Y\n0;1;1\n");
    assertThatThrownBy(() -> UnitTable.read(units, columns(List.of(), List.of())))
        .hasMessageContaining("Its names stand between semicolons, not commas");
    Files.writeString(units, "t,X1,y\n0,1,1\n");
    assertThatThrownBy(() -> UnitTable.read(units, columns(List.of(), List.of())))
        .hasMessageContaining("it has no column 'x'. Is it 'X1'? Its columns are: t, X1, y.");
  }

  /** The headings are the user's own; form, encoding and titles are recognised. */
  @Test
  void aTableIsReadFromASpreadsheetAndFromTextsOfOtherForms() throws IOException {
    List<List<Object>> rows =
        List.of(
            List.of("Title"),
            List.of("t", "x", "y"),
            List.of(0, 1.5, 1),
            List.of(1, "é", 0),
            List.of(0, 3, "x"));
    Path sheet = Spreadsheets.xlsx(folder.resolve("units.csv"), rows.subList(0, 4));
    UnitTable table = UnitTable.read(sheet, columns(List.of("x"), List.of()));
    assertThat(terms(table)).isEqualTo("(Intercept) xé");
    assertThat(table.notes().get(0)).startsWith("The list is a spreadsheet (xlsx):");
    assertThatThrownBy(
            () ->
                UnitTable.read(
                    Spreadsheets.ods(folder.resolve("units.ods"), rows),
                    columns(List.of("x"), List.of())))
        .hasMessageContaining("row 5, column y");
    Path text = folder.resolve("units.txt");
    Files.write(text, "Title\nt;x;y\n0;1,5;1\n1;é;0\n".getBytes("windows-1252"));
    UnitTable other = UnitTable.read(text, columns(List.of("x"), List.of()));
    assertThat(terms(other)).isEqualTo("(Intercept) xé");
    assertThat(other.notes()).hasSizeGreaterThan(2);
  }

  @Test
  void aPlainTableMayHaveMoreRowsThanAreHeldInMemory() throws IOException {
    Path file =
        Files.writeString(folder.resolve("many.csv"), "t,x,y\n" + "1,2,0\n".repeat(500_001));
    assertThat(UnitRows.open(file, List.of("t", "x", "y")).columns())
        .containsExactly("t", "x", "y");
  }

  @Test
  void theTypesOfAParquetFileCount() throws SQLException {
    assertThat(parquet("(i % 3)::int")).isEqualTo("(Intercept) x");
    assertThat(parquet("(i / 4)::decimal(9, 2)")).isEqualTo("(Intercept) x");
    assertThat(parquet("case when i = 1 then 'NaN'::double else -0.0 + i end"))
        .isEqualTo("(Intercept) x x_missing");
    assertThat(parquet("i > 2")).isEqualTo("(Intercept) xtrue");
    assertThat(parquet("case when i > 2 then '01' else '1' end")).isEqualTo("(Intercept) x1");
    assertThatThrownBy(() -> parquet("date '2016-01-01' + i::int"))
        .hasMessageContaining("it holds dates or times. Make a number or a few groups of it");
    assertThatThrownBy(() -> parquet("[i]")).hasMessageContaining("it holds lists, records or");
    assertThatThrownBy(() -> parquet("{'a': i}")).hasMessageContaining("it holds lists, records");
    assertThatThrownBy(() -> parquet("'inf'::double"))
        .hasMessageContaining("row 1, column x: 'inf' is farther from 0");
    assertThatThrownBy(() -> parquet("12345678901234567 + i"))
        .hasMessageContaining("say --category x if it is a code");
  }

  private String parquet(String x) throws SQLException {
    Path file = folder.resolve("units.parquet");
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:");
        Statement statement = connection.createStatement()) {
      statement.execute(
          "copy (select i %% 2 as t, %s as x, i // 3 as y from range(1, 5) as r(i)) to '%s' (format parquet)"
              .formatted(x, file));
    }
    return terms(UnitTable.read(file, columns(List.of(), List.of())));
  }
}
