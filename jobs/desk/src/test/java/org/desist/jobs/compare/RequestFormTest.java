// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.desist.contract.Field;
import org.desist.engine.Resources;
import org.desist.participant.ParticipantFile;
import org.desist.storage.FileDigest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the form holds; what it does is looked at in a browser. */
class RequestFormTest {
  private static final String FORM = RequestForm.render();

  private static List<String> all(String pattern, String text) {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(text)
        .results()
        .map(found -> found.group(1))
        .toList();
  }

  @Test
  void everyKeyOfARequestIsAskedForAndExplained() throws Exception {
    JsonNode schema = new ObjectMapper().readTree(Resources.text("contract/request.schema.json"));
    schema
        .path("properties")
        .properties()
        .forEach(
            key -> {
              assertThat(key.getValue().path("description").asText()).as(key.getKey()).isNotEmpty();
              JsonNode parts = key.getValue().path("properties");
              if (parts.isMissingNode()) {
                assertThat(FORM).contains("data-path=\"" + key.getKey() + "\"");
              }
              parts
                  .properties()
                  .forEach(
                      part -> {
                        String path = key.getKey() + "." + part.getKey();
                        assertThat(FORM).contains("data-path=\"" + path + "\"");
                        assertThat(part.getValue().path("description").asText())
                            .as(path)
                            .isNotEmpty();
                      });
            });
    schema
        .findValues("enum")
        .forEach(values -> values.forEach(value -> assertThat(FORM).contains(value.textValue())));
  }

  @Test
  void everyColumnOfAListIsNamed() {
    assertThat(all("<tr data-column=\"([a-z_]+)\"", FORM))
        .containsExactlyElementsOf(
            ParticipantFile.contract().fields().stream().map(Field::name).toList());
    assertThat(all("data-column=\"([a-z_]+)\" data-required=\"true\"", FORM))
        .containsExactly("surname", "forenames", "date_of_birth", "sex");
    assertThat(all("data-column=\"([a-z_]+)\"[^>]*data-day=\"true\"", FORM))
        .contains("date_of_birth", "intervention_start")
        .doesNotContain("sex");
  }

  @Test
  void everyFieldHasALabelAndAnExplanation() {
    List<String> labelled = all("<label for=\"([^\"]+)\"", FORM);
    assertThat(
            all(
                "<(?:input|select|textarea)[^>]* id=\"([^\"]+)\"|<(?:select|textarea) id=\"([^\"]+)\"",
                FORM))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(labelled).contains(id));
    assertThat(all("aria-describedby=\"([^\"]+)\"", FORM.substring(0, FORM.indexOf("<script>"))))
        .isNotEmpty()
        .allSatisfy(id -> assertThat(FORM).contains("id=\"" + id + "\""));
    assertThat(FORM).contains("<html lang=\"en-GB\">", "role=\"alert\"", "role=\"status\"");
  }

  @Test
  void nothingLeavesThePage() {
    String script = all("<script>(.*)</script>", FORM).get(0);
    String style = all("<style>(.*)</style>", FORM).get(0);
    assertThat(all("Security-Policy\" content=\"([^\"]*)\"", FORM))
        .containsExactly(
            "default-src 'none'; style-src %s; script-src %s; img-src data:; base-uri 'none'; form-action 'none'"
                .formatted(source(style), source(script)));
    assertThat(FORM)
        .doesNotContain("http:", "https:", "src=", "url(", " style=", "{{", "<bdi><option")
        .doesNotContainPattern("<[^>]* on[a-z]+=");
    assertThat(script)
        .doesNotContain(
            "fetch", "XMLHttp", "WebSocket", "Beacon", "Storage", "cookie", "innerHTML");
  }

  private static String source(String content) {
    return "'sha256-%s'"
        .formatted(
            Base64.getEncoder()
                .encodeToString(
                    FileDigest.begin().digest(content.getBytes(StandardCharsets.UTF_8))));
  }

  @Test
  void theSameFormIsWrittenEveryTime(@TempDir Path folder) throws Exception {
    Path file = folder.resolve(RequestForm.NAME);
    RequestForm.write(file);
    assertThat(Files.readString(file)).isEqualTo(FORM).isEqualTo(RequestForm.render());
    assertThat(Files.size(file)).isLessThan(100_000);
  }
}
