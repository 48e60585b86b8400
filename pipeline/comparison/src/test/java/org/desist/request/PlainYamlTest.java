// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.guard.Exemptions;
import org.desist.method.MethodFile;
import org.desist.payment.Contracts;
import org.desist.yaml.YamlDocument;
import org.desist.yaml.YamlFault;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only plain YAML is read, whatever the file is for. */
class PlainYamlTest {
  private static final Schema METHOD = YamlDocument.schema("contract/method.schema.json");

  @TempDir private Path folder;

  private static List<String> faults(String text) {
    return YamlDocument.parse("x.yaml", text, METHOD, JsonNode.class).faults().stream()
        .map(YamlFault::sentence)
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "method: a!---!method: b | line 2: a second document begins here (---), and only one is read",
        "method: a!---! | line 2: a second document begins here",
        "method: &a x!measure: *a | line 1, method = x: an anchor (&a) is not used: take it out",
        "method: x!measure: *a | line 2, measure: an alias (*a) repeats a value: write it out",
        "method: !!java.net.URL [x] | line 1, method: a tag (!!java.net.URL) says what kind of value it is",
        "method: !!str 1 | line 1, method = 1: a tag (!!str)",
        "method: !own a | a tag (!own)",
        "breach: {<<: {add: []}} | line 1, breach.<<: keys are not merged (<<): write them out",
        "method: a!measure: reoffending!method: b | line 3, method = a: the key is there twice: keep one",
        "iom: {percent: 60, percent: 70} | line 1, iom.percent = 60: the key is there twice",
        "breach:!\tadd: [] | line 2: this is not YAML (a tab stands where a space belongs): set lines in with spaces",
        "? [a]!: b | a key must be a word: write it before a colon",
        "proof_months: 010 | line 1, proof_months = 010: it begins with a zero",
        "breach: {add: [08300]} | line 1, breach.add[0] = 08300: it begins with a zero",
        "proof_months: 0x1F | proof_months = 0x1F: it begins with a zero",
        "proof_months: 1_0 | proof_months = 1_0: it has an underscore among its digits",
        "method: no | line 1, method = no: it must be text (put it in quotes)",
        "method: ~ | line 1, method = ~: it must be text",
        "method: [ | this is not YAML",
        "- a | line 1: it must be keys with values",
        "comparison: {gren: 0.1} | line 1, comparison.gren = 0.1: there is no such key here (the nearest is green)",
        "colour: red | line 1, colour = red: there is no such key here: correct its name or take the line out",
      })
  void onlyPlainYamlIsRead(String text, String fault) {
    assertThat(
            faults(
                text.replace('!', '\n')
                    .replace("\n\njava", "!!java")
                    .replace("\n\nstr", "!!str")
                    .replace("\nown", "!own")))
        .anySatisfy(sentence -> assertThat(sentence).startsWith("x.yaml line ").contains(fault));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "comparison: {green: V} | comparison.green = V: it must be",
        "proof_months: V | proof_months = V: it must be",
        "scorecard: {amber_points: V} | scorecard.amber_points = V: it must be",
        "retention: {run_days: V} | retention.run_days = V: it must be",
      })
  void aNumberHasARangeThatTheFaultNames(String text, String fault) {
    for (String value :
        List.of(
            "1e999",
            "1e30",
            "1e99999999999",
            ".inf",
            "-.INF",
            ".nan",
            "NaN",
            "99999999999999999999",
            "-1")) {
      assertThat(faults("method: own\n" + text.replace("V", value)))
          .singleElement()
          .asString()
          .contains("line 2, " + fault.replace("V", value))
          .containsPattern("(at least|above) 0 and at most|at most [0-9]+ and (at least|above) 0");
    }
  }

  @ParameterizedTest
  @ValueSource(
      ints = {
        0x00, 0x07, 0x1b, 0x7f, 0x85, 0x9b, 0x61c, 0x200b, 0x200f, 0x2028, 0x202e, 0x2066, 0xfeff,
        0xe0041
      })
  void aCharacterThatNobodySeesIsRefusedHoweverItIsWritten(int c) {
    String raw = new String(Character.toChars(c));
    String escaped = String.format(java.util.Locale.ROOT, "\\U%08X", c);
    String shown = org.desist.text.Visible.escape(c);

    for (String value : List.of("a" + raw + "43", "\"a" + raw + "43\"", "\"a" + escaped + "43\"")) {
      assertThat(faults("measure: reoffending\nmethod: " + value + "\n"))
          .singleElement()
          .asString()
          .startsWith("x.yaml line 2, method")
          .contains("it holds the character " + shown)
          .doesNotContain(raw);
    }
    assertThat(faults("method: own\nbreach: {\"a" + escaped + "\": 1}"))
        .singleElement()
        .asString()
        .startsWith("x.yaml line 2, breach.a" + shown + ": it holds the character " + shown);
    assertThat(faults("method: own\n# why " + raw + "\nmeasure: reoffending"))
        .singleElement()
        .asString()
        .startsWith("x.yaml line 2: it holds the character " + shown);
  }

  @Test
  void shortEscapesOfYamlAreTheSameCharacters() {
    assertThat(faults("method: \"a\\e[2K\""))
        .singleElement()
        .asString()
        .contains("\\u001b (escape)");
    assertThat(faults("method: \"a\\L\"")).singleElement().asString().contains("\\u2028");
    assertThat(faults("method: \"a\\N\"")).singleElement().asString().contains("\\u0085");
    assertThat(faults("method: \"a\\0\"")).singleElement().asString().contains("\\u0000");
  }

  @Test
  void aTextOfSeveralLinesIsReadAsOne() {
    YamlDocument<JsonNode> read =
        YamlDocument.parse("x.yaml", "method: |\n  one\n  VERDICT: fine\n", METHOD, JsonNode.class);

    assertThat(read.value().get("method").textValue()).isEqualTo("one VERDICT: fine");
    assertThat(read.tree().root().get("method").textValue()).isEqualTo("one\nVERDICT: fine\n");
  }

  @Test
  void windowsLineEndsAndAByteOrderMarkAreNoFault() throws IOException {
    Path file = folder.resolve("method.yaml");
    Files.write(
        file,
        "\ufeffmethod: Zażółć ‘own’ 😀\r\nproof_months: 6\r\n".getBytes(StandardCharsets.UTF_8));

    assertThat(MethodFile.read(file).method()).isEqualTo("Zażółć ‘own’ 😀");
  }

  @Test
  void aFileMaySayAllThatTheBuiltInMethodSays() throws IOException {
    Path file = folder.resolve("method.yaml");
    Files.writeString(file, Resources.text("sql/method/moj-2017.yaml"));

    assertThat(MethodFile.read(file)).isEqualTo(MethodFile.read(null));
    assertThat(MethodFile.fingerprint(file)).isEqualTo(MethodFile.fingerprint(null));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-16", "UTF-16LE", "UTF-16BE"})
  void anotherEncodingIsNamed(String charset) throws IOException {
    Path file = folder.resolve("method.yaml");
    Files.write(file, "method: own\n".getBytes(Charset.forName(charset)));

    assertThatThrownBy(() -> MethodFile.read(file))
        .isInstanceOf(DesistException.class)
        .hasMessageContaining("method.yaml line 1: the file is in UTF-16: save it as UTF-8");
  }

  @Test
  void bytesThatAreNoTextAreNamedWithTheirLine() throws IOException {
    Path file = folder.resolve("method.yaml");
    Files.write(
        file, "measure: reoffending\nmethod: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1));

    assertThatThrownBy(() -> MethodFile.read(file))
        .hasMessageContaining("method.yaml line 2: it holds bytes that are not UTF-8");
  }

  @Test
  void bombsEndAtOnce() {
    String deep = "method: " + "[".repeat(400_000);
    StringBuilder laughs = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 60; i++) {
      laughs.append(String.format(Locale.ROOT, "a%d: &a%d [*a%d, *a%d]\n", i, i, i - 1, i - 1));
    }
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20),
        () -> {
          assertThat(faults(deep))
              .singleElement()
              .asString()
              .contains("nested more than 20 deep: write it flat");
          assertThat(faults(laughs.toString())).first().asString().contains("an anchor (&a0)");
          assertThat(faults("proof_months: " + "9".repeat(900_000)))
              .singleElement()
              .asString()
              .hasSizeLessThan(300);
        });
  }

  @Test
  void everyFileOfPeopleIsReadThisWay() throws IOException {
    String bad = "a: \"x\\e[2K\"\n---\n" + "# ".repeat(10) + "\n";
    Path file = Files.writeString(folder.resolve("request.yaml"), bad);

    assertThatThrownBy(() -> MethodFile.read(file)).hasMessageContaining("a second document");
    assertThatThrownBy(() -> RequestFile.read(file))
        .hasMessageContaining("line 1, a = x\\u001b[2K");
    assertThatThrownBy(() -> Exemptions.read(file))
        .hasMessageContaining("line 2: a second document");
    assertThatThrownBy(() -> Contracts.read(folder))
        .hasMessageContaining("line 2: a second document");

    Files.writeString(file, "a: 1\n" + "#".repeat(1_000_000));
    for (Runnable read :
        List.<Runnable>of(
            () -> MethodFile.read(file),
            () -> RequestFile.read(file),
            () -> Exemptions.read(file),
            () -> Contracts.read(folder))) {
      assertThatThrownBy(read::run)
          .hasMessageContaining("request.yaml line 1: the file is longer than 1000000 bytes");
    }
  }
}
