// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "=HYPERLINK(\"http://example.org\")",
        "+44 20 7946 0000",
        "-2+3",
        "-",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\nx",
        " =1+1",
        "\u00a0\u200b=1+1",
        "\"=1+1",
        "'=1+1",
        "''=1+1",
        "\uff1d1+1",
        "\uff0b1",
        "\uff0d1",
        "\uff20A",
        "-1e5"
      })
  void whatBeginsLikeAFormulaIsMadeHarmlessAndReadBackExactly(String value) {
    assertThat(Sheet.harmless(value)).isEqualTo("'" + value);
    assertThat(Sheet.original(Sheet.harmless(value))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A-7", "-12", "-12.50", "0", "'t Hooft", "'", "a=b", "2010/0000101L"})
  void anythingElseIsWrittenAsItIs(String value) {
    assertThat(Sheet.harmless(value)).isEqualTo(value);
    assertThat(Sheet.original(value)).isEqualTo(value);
  }

  @Test
  void everyValueOfASheetIsHarmless(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("sheet.csv");
    Sheet.write(
        file,
        List.of("row", "reference"),
        List.of(Arrays.asList("-1", "=1,1"), Arrays.asList(null, "x")));
    assertThat(Files.readString(file)).isEqualTo("row,reference\n-1,\"'=1,1\"\n,x\n");
  }
}
