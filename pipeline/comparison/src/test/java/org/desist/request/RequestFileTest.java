// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestFileTest {
  private static final String NEEDED =
      """
      request: R-2019-001
      organisation: The Second Start Trust
      programme: Mentoring
      participants: participants.csv
      """;

  @TempDir Path folder;

  private Path given(String yaml) {
    try {
      Files.writeString(folder.resolve("participants.csv"), "surname,forenames\n");
      return Files.writeString(folder.resolve("request.yaml"), yaml);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void whatIsNotSaidIsLeftToTheMethod() {
    given(NEEDED + "scope: national\n");
    Request request = RequestFile.read(folder).request();
    assertThat(request.scope().region()).isEmpty();
    assertThat(request.filters()).isEqualTo(Request.Filters.NONE);
    assertThat(request.method()).isEqualTo(Request.Matching.UNSAID);
    assertThat(request.outcomes()).isEmpty();
    assertThat(request.retentionUntil()).isNull();
  }

  @Test
  void everyKeyIsRead() {
    given(
        NEEDED
            + """
            scope: {region: J}
            filters: {sex: [F], age_from: 18, age_to: 24, index_category: [CUSTODY]}
            method: {matching: nearest, ratio: 2, replacement: false, caliper: 0.2, caliper_scale: sd-logit, exact: [sex], interactions: [[sex, age_band]]}
            thresholds: {minimum_analysed: 50}
            outcomes: [rate, frequency]
            retention_until: 2021-12-31
            """);
    Request request = RequestFile.read(folder.resolve("request.yaml")).request();
    assertThat(request.scope().region()).contains("J");
    assertThat(request.filters().ageTo()).isEqualTo(24);
    assertThat(request.method().ratio()).isEqualTo(2);
    assertThat(request.method().width().orElseThrow()).isEqualByComparingTo("0.2");
    assertThat(request.thresholds().minimumAnalysed()).isEqualTo(50);
    assertThat(request.outcomes()).containsExactly("rate", "frequency");
    assertThat(request.retentionUntil()).isEqualTo(LocalDate.of(2021, 12, 31));
  }

  @Test
  void theHashIsOfWhatIsSaidAndOfWhoTookPart() throws IOException {
    given(NEEDED + "scope: national\n");
    String hash = RequestFile.read(folder).hash();
    given("# a comment\n" + NEEDED + "scope:   national\n");
    assertThat(RequestFile.read(folder).hash()).isEqualTo(hash);
    given(NEEDED + "scope: {region: J}\n");
    assertThat(RequestFile.read(folder).hash()).isNotEqualTo(hash);
    given(NEEDED + "scope: national\n");
    Files.writeString(folder.resolve("participants.csv"), "surname,forenames\nSmith,Ann\n");
    assertThat(RequestFile.read(folder).hash()).isNotEqualTo(hash);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "scope: everywhere | line 5, scope = everywhere",
        "scope: {region: Z} | line 5",
        "scope: national/filters: {sex: [X]} | line 6, filters.sex[0] = X: it must be one of M, F",
        "scope: national/filters: {age_from: 30, age_to: 20} | line 6, filters.age_to = 20: it is below age_from",
        "scope: national/method: {caliper: 0} | line 6, method.caliper = 0",
        "scope: national/method: {caliper: wide} | line 6, method.caliper = wide: it must be auto or a number",
        "scope: national/method: {caliper: auto, caliper_scale: sd} | line 6, method.caliper_scale = sd: only a caliper with a number has it",
        "scope: national/method: {caliper_scale: sd} | line 6, method.caliper_scale = sd: only a caliper with a number has it",
        "scope: national/method: {ratio: 2} | line 6, method.ratio = 2: only nearest has it",
        "scope: national/thresholds: {minimum_analysed: 10} | line 6, thresholds.minimum_analysed = 10: it must be at least 30",
        "scope: national/retention_until: 2021-02-30 | line 6, retention_until: there is no such day",
        "scope: national/colour: red | line 6, colour = red: there is no such key here",
        "outcomes: [rate] | line 1: the key scope is missing",
        "scope: national/filters:/  index_offence_group: [theft] | line 7, filters.index_offence_group[0] = theft: there is no such group of offences, Theft is the nearest: it must be one of Theft, ",
        "scope: national/filters: {index_offence_group: [Theft, Witchcraft]} | line 6, filters.index_offence_group[1] = Witchcraft: there is no such group of offences: it must be one of ",
        "scope: national/filters: {region: [North West]} | line 6, filters.region[0] = North West: there is no such region, B (North West) is the nearest",
        "scope: {region: j} | line 5, scope.region = j: there is no such region, J (",
        "scope: {region: J}/filters: {region: [A]} | line 6, filters.region: the region of the scope, J, is not among them",
        "scope: national/filters: {index_category: [custody]} | line 6, filters.index_category[0] = custody: it must be one of CUSTODY (the nearest), ",
        "scope: national/method: {exact: [age]} | line 6, method.exact[0] = age: it must be one of ",
        "scope: national/outcomes: [rates] | line 6, outcomes[0] = rates: it must be one of rate (the nearest), ",
        "scope: national/method: {interactions: [[sex, sex]]} | line 6, method.interactions[0]: sex stands in it twice",
        "scope: national/method: {caliper: 1.5} | line 6, method.caliper = 1.5: it must be at most 1",
        "scope: national/method: {caliper: 1e400, caliper_scale: sd} | at most 10",
        "scope: national/thresholds: {link_weight: 1e400} | at most 100"
      })
  void aFaultIsNamedWithItsLine(String rest, String message) {
    given(NEEDED + rest.replace("/", "\n") + "\n");
    assertThatThrownBy(() -> RequestFile.read(folder))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_REQUEST))
        .hasMessageContaining("request.yaml")
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource({
    "2021-12-31, it is past",
    "0017-12-31, it is past",
    "2999-12-31, it is more than 100 years away: check the year"
  })
  void aRetentionThatCannotBeIsRefusedOnTheDayOfAsking(String until, String message) {
    given(NEEDED + "scope: national\nretention_until: " + until + "\n");
    assertThatThrownBy(() -> RequestFile.read(folder, LocalDate.of(2022, 1, 1)))
        .hasMessageContaining("line 6, retention_until = %s: %s".formatted(until, message));
  }

  @Test
  void aRequestIsKeptUntilTheEndOfItsLastDay() {
    given(NEEDED + "scope: national\nretention_until: 2022-01-01\n");
    assertThat(RequestFile.read(folder, LocalDate.of(2022, 1, 1)).request().retentionUntil())
        .isEqualTo("2022-01-01");
  }

  @ParameterizedTest
  @CsvSource({
    "other.csv, there is no such file beside the request",
    "../x.csv, it must be the name of a file beside the request"
  })
  void theParticipantsLieBesideTheRequest(String file, String message) {
    given(NEEDED.replace("participants.csv", file) + "scope: national\n");
    assertThatThrownBy(() -> RequestFile.read(folder))
        .hasMessageContaining("line 4, participants = " + file + ": " + message);
  }

  @Test
  void withoutARequestThereIsNothingToRead() {
    assertThatThrownBy(() -> RequestFile.read(folder))
        .hasMessageContaining("Cannot read the request")
        .hasMessageContaining("Name a folder with a request.yaml in it");
  }
}
