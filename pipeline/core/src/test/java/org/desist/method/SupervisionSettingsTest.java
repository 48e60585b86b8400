// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.desist.ProjectFolder;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a method file says of supervision and of the measure. */
class SupervisionSettingsTest {
  @TempDir private Path folder;

  private Method read(String yaml) throws IOException {
    return MethodFile.read(Files.writeString(folder.resolve("method.yaml"), yaml));
  }

  @Test
  void theBuiltInMethodCountsConvictionsAndCautions() {
    assertThat(MethodFile.read(null).measure()).isEqualTo(Measure.REOFFENDING);
  }

  @Test
  void theMeasureIsNamedAsTheOutputsNameIt() throws IOException {
    assertThat(read("measure: reconviction").measure().label()).isEqualTo("reconviction");
  }

  @Test
  void aLocalCriterionNeedsNoOffence() throws IOException {
    Method method = read("iom: {local: [{force_code: \"06\", percent: 60}]}");

    assertThat(method.iom().local())
        .containsExactly(new Method.Iom.Local(null, "06", 60, List.of(), null, null, null, null));
  }

  @Test
  void theSampleWritesTheCriteriaOfABoroughAndNothingInItContradictsItself() {
    Path file = ProjectFolder.file("data-samples", "local-criteria", "method.yaml");

    assertThat(MethodFile.read(file).iom().local())
        .extracting(Method.Iom.Local::name)
        .containsExactly("11 to 25", "Women", "Under 18", "Gang flag", "Named");
    assertThat(MethodLint.of(file)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "measure: recidivism | it must be one of reoffending, reconviction",
        "'caseload: {allocation_working_days: -1}' | at least 0 and at most",
        "'local_adult: {months: 0}' | at least 1 and at most 12",
        "'local_adult: {months: 13}' | at most 12 and at least 1",
        "'local_adult: {proof_months: -1}' | at least 0 and at most",
        "'iom: {percent: 100}' | at most 99 and at least 1",
        "'iom: {offence_percent: 0}' | at least 1 and at most 99",
        "'iom: {offence_percent: 80}' | cannot be more than iom.percent, 75",
        "'iom: {local: [{percent: 60}]}' | needs the code of a police force",
        "'iom: {local: [{force_code: \"06\", percent: 0}]}' | at least 1 and at most 99",
        "'iom: {local: [{force_code: \"06\"}]}' | says more than a police force",
        "'iom: {local: [{force_code: \"06\", age_from: 26, age_to: 25}]}' | cannot be more than age_to, 25",
        "'iom: {local: [{force_code: \"06\", sex: X}]}' | F",
        "'iom: {local: [{force_code: \"06\", nominated: OTHER}]}' | GANG",
        "'iom: {local: [{force_code: \"06\", name: ANY, sex: F}]}' | outputs use it for something else",
        "'iom: {local: [{force: \"06\", percent: 60}]}' | force",
      })
  void whatCannotBeIsRefused(String yaml, String message) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_METHOD))
        .hasMessageStartingWith("Cannot use the method file")
        .hasMessageContaining(message);
  }
}
