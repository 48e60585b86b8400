// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.desist.jobs.report.HtmlReport;
import org.desist.jobs.report.SampleAnswers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text of others in pages. */
class ForeignTextTest {
  @Test
  void aTextIsSetApartAsAWhole() {
    assertThat(ForeignText.isolated("Ready & Hands")).isEqualTo("<bdi>Ready &amp; Hands</bdi>");
    assertThat(ForeignText.isolated("34,043 (-2.5)")).isEqualTo("34,043 (-2.5)");
    assertThat(ForeignText.isolated("")).isEmpty();
  }

  @Test
  void eachRunFromRightToLeftIsSetApartFromTheFiguresBesideIt() {
    assertThat(ForeignText.isolated("برنامج")).isEqualTo("<bdi>برنامج</bdi>");
    assertThat(ForeignText.isolated("Of 34 in ידיים מוכנות 43 did"))
        .isEqualTo("<bdi>Of 34 in <bdi>ידיים מוכנות</bdi> 43 did</bdi>");
    assertThat(ForeignText.isolated("אב 1 and גד 2"))
        .isEqualTo("<bdi><bdi>אב</bdi> 1 and <bdi>גד</bdi> 2</bdi>");
    assertThat(ForeignText.drawn("אב 34"))
        .isEqualTo("<tspan direction=\"rtl\" unicode-bidi=\"isolate\">אב</tspan> 34");
    assertThat(ForeignText.drawn("plain < 5")).isEqualTo("plain &lt; 5");
  }

  @Test
  void hiddenCharactersAreShown() {
    assertThat(ForeignText.isolated("\u202e43\u200b")).isEqualTo("<bdi>\\u202e43\\u200b</bdi>");
    assertThat(ForeignText.escaped("a\u2066\"b")).isEqualTo("a\\u2066&quot;b");
  }

  @Test
  void longWordsCanBreakAndHashesCannot() {
    assertThat(ForeignText.isolated("x".repeat(41)))
        .isEqualTo("<bdi>" + "x".repeat(20) + "<wbr>" + "x".repeat(20) + "<wbr>x</bdi>");
    assertThat(ForeignText.isolated("x".repeat(40))).doesNotContain("wbr");
    assertThat(ForeignText.isolated("0a".repeat(32))).doesNotContain("wbr");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<script>alert(1)</script>",
        "\"><img src=x onerror=alert(1)>",
        "' onmouseover='alert(1)",
        "</style><style>*{display:none}</style>",
        "</title><h1>SIGNIFICANT</h1>",
        "<a href=\"javascript:alert(1)\">x</a>",
        "<bdo dir=rtl>34</bdo>",
        "</bdi></h1><p>43",
        "{{ report.protocol }}",
        "<meta charset=\"utf-8\">\n",
        "<!-- ",
        "&#x202e;43",
      })
  void aNameIsNeverMarkup(String name) throws Exception {
    String page = HtmlReport.render(SampleAnswers.named(name));
    String plain = HtmlReport.render(SampleAnswers.named("NAME"));

    assertThat(tags(page)).isEqualTo(tags(plain));
    assertThat(page).contains(ForeignText.escaped(name));
    assertThat(policy(page)).isEqualTo(policy(plain)).contains("sha256-" + hash(style(page)));
  }

  @Test
  void aPageMayShowItselfAndNothingElse() throws Exception {
    String page = HtmlReport.render(SampleAnswers.normal());

    assertThat(policy(page))
        .isEqualTo(
            "default-src 'none'; style-src 'sha256-"
                + hash(style(page))
                + "'; img-src data:; base-uri 'none'; form-action 'none'");
    // A style beside the sheet would not be applied.
    assertThat(page).doesNotContain(" style=", "<script").doesNotContainPattern("<[^>]* on[a-z]+=");
  }

  /** Every page is made of these, so what holds for one holds for all. */
  @Test
  void templatesEscapeAttributesAndHaveNoStyleOrScriptOfTheirOwn() throws IOException {
    Path templates = Path.of("src", "main", "resources");
    try (Stream<Path> files = Files.walk(templates)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
        String text = Files.readString(file);
        assertThat(text).as(file.toString()).doesNotContain(" style=", "<script", "autoescape");
        for (String printed : all("=\"[^\"{]*\\{\\{.*?\\}\\}|<title>.*?</title>", text)) {
          assertThat(count(printed, "escape(\"attribute\")"))
              .as(file + ": " + printed)
              .isEqualTo(count(printed, "{{"));
        }
        assertThat(all("\\{\\{[^}]*\\| raw \\}\\}", text))
            .as("only drawings are markup")
            .allMatch(printed -> printed.matches(".*([cC]hart|curve|love|before|after) \\| raw.*"));
      }
    }
  }

  private static int count(String text, String part) {
    return text.split(Pattern.quote(part), -1).length - 1;
  }

  private static List<String> all(String pattern, String text) {
    List<String> all = new ArrayList<>();
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    while (matcher.find()) {
      all.add(matcher.group());
    }
    return all;
  }

  /** Names and attributes of elements, without places to break words at. */
  private static List<String> tags(String page) {
    String body = page.substring(page.indexOf("<body>")).replace("<wbr>", "");
    return all("<[^>]*>", body).stream()
        .map(tag -> tag.replaceAll("(aria-label|viewBox|height|y\\d?|x\\d?|d)=\"[^\"]*\"", "$1"))
        .filter(tag -> !tag.matches("</?text.*|<line.*|<(rect|path|circle).*|</?bdi>"))
        .toList();
  }

  private static String policy(String page) {
    return all("(?<=Security-Policy\" content=\")[^\"]*", page).get(0);
  }

  private static String style(String page) {
    return page.substring(page.indexOf("<style>") + 7, page.indexOf("</style>"));
  }

  private static String hash(String text) throws Exception {
    return Base64.getEncoder()
        .encodeToString(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }
}
