// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.contract.Field;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.participant.Participant;
import org.desist.participant.ParticipantFile;
import org.desist.participant.ParticipantFile.Participants;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RequestTemplateTest {
  @TempDir Path folder;

  @Test
  void theTemplateIsARequestThatCanBeUsed() throws IOException {
    Path made = folder.resolve("mine");
    RequestTemplate.write(made);
    RequestFile file = RequestFile.read(made);
    assertThat(file.request().participants()).isEqualTo("participants.csv");
    Participants participants =
        ParticipantFile.read(file.participants(), LocalDate.of(2021, 12, 31));
    assertThat(participants.rows()).hasSize(2).allMatch(Participant::isUsable);
    assertThat(participants.faults()).isEmpty();
    assertThat(participants.notes()).isEmpty();
    assertThat(Files.readAllLines(file.participants()).get(0).split(",", -1))
        .containsExactly(
            ParticipantFile.contract().fields().stream().map(Field::name).toArray(String[]::new));
  }

  /** With every key that is commented out put in force. */
  @Test
  void whatTheTemplateExplainsIsAllowedAndNothingIsLeftOut() throws IOException {
    RequestTemplate.write(folder.resolve("mine"));
    Path yaml = folder.resolve("mine").resolve("request.yaml");
    List<String> lines = new ArrayList<>();
    for (String line : Files.readAllLines(yaml)) {
      boolean isKey = line.matches("# [a-z_]+:( \\S+( \\S+\\])?)?");
      boolean isPart = line.matches("#   [a-z_]+: (\\S+|\\[.*\\])");
      lines.add(isKey || isPart ? line.substring(2) : line);
    }
    Files.write(yaml, lines);
    assertThat(RequestFile.read(yaml).request().filters().ageTo()).isEqualTo(24);
    JsonNode schema = new ObjectMapper().readTree(Resources.text("contract/request.schema.json"));
    schema
        .at("/properties")
        .properties()
        .forEach(
            key -> {
              assertThat(lines).anyMatch(line -> line.startsWith(key.getKey() + ":"));
              key.getValue()
                  .path("properties")
                  .fieldNames()
                  .forEachRemaining(
                      part ->
                          assertThat(String.join("\n", lines))
                              .as(key.getKey())
                              .containsPattern("[ ;]" + part + "\\b"));
            });
  }

  @Test
  void aFolderThatHoldsSomethingIsNotTouched() throws IOException {
    Path note = Files.writeString(folder.resolve("note.txt"), "keep");
    for (Path taken : List.of(folder, note)) {
      assertThatThrownBy(() -> RequestTemplate.write(taken))
          .isInstanceOfSatisfying(
              DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
          .hasMessage(
              "Cannot write a template to %s: it is not an empty folder. Name one that does not exist yet."
                  .formatted(taken));
    }
    assertThat(folder).isDirectoryContaining(note::equals);
  }
}
