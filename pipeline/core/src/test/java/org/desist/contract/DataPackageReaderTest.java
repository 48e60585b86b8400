// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import org.desist.contract.Resource.ForeignKey;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataPackageReaderTest {
  @Test
  void contractOfTheExtractsIsRead() {
    DataPackage contract = DataPackage.extracts();

    assertThat(contract.resources())
        .extracting(Resource::name)
        .containsExactly(
            "pnc_person",
            "pnc_event",
            "pnc_offence",
            "pnc_disposal",
            "prison_release",
            "probation_case",
            "assessment",
            "intervention",
            "performance_measure",
            "requirement",
            "contact",
            "iom_nomination");
    assertThat(contract.resources().stream().filter(Resource::optional).map(Resource::name))
        .containsExactly(
            "assessment",
            "intervention",
            "performance_measure",
            "requirement",
            "contact",
            "iom_nomination");
    Resource disposal = contract.resource("pnc_disposal").orElseThrow();
    assertThat(disposal.primaryKey()).containsExactly("offence_id", "disposal_seq");
    assertThat(disposal.missingValues()).containsExactly("", "NULL");
    assertThat(disposal.foreignKeys())
        .containsExactly(
            new ForeignKey(List.of("offence_id"), "pnc_offence", List.of("offence_id")));
    assertThat(disposal.field("disposal_seq").orElseThrow())
        .isEqualTo(
            new Field(
                "disposal_seq",
                FieldType.INTEGER,
                "1 for the first",
                true,
                false,
                null,
                List.of(),
                BigDecimal.ONE,
                null,
                false,
                Semantic.NONE,
                null));
  }

  @Test
  void aColumnWithoutADayIsRequiredAlwaysAndOneWithADayFromItOn() {
    assertThat(required(LocalDate.of(2021, 6, 25), "funding")).isFalse();
    assertThat(required(LocalDate.of(2021, 6, 26), "funding")).isTrue();
    assertThat(required(LocalDate.of(1999, 1, 1), "due_date")).isTrue();
  }

  private static boolean required(LocalDate snapshot, String field) {
    Resource requirement = DataPackage.extracts().resource("requirement").orElseThrow();
    return requirement.on(snapshot).field(field).orElseThrow().required();
  }

  @Test
  void everyPncIdAndNameIsMarkedAndPersonal() {
    for (Resource resource : DataPackage.extracts().resources()) {
      for (Field field : resource.fields()) {
        Semantic expected =
            switch (field.name()) {
              case "pnc_id" -> Semantic.PNC_ID;
              case "surname", "forenames" -> Semantic.NAME;
              case "date_of_birth" -> Semantic.BIRTH_DATE;
              default -> Semantic.NONE;
            };
        assertThat(field.semantic()).as(field.name()).isEqualTo(expected);
        assertThat(expected != Semantic.NONE && !field.personal()).as(field.name()).isFalse();
      }
    }
  }

  @Test
  void missingValuesAreEmptyTextUnlessTheContractSaysMore() {
    DataPackage contract = read(fields("{'name': 'a'}"));

    assertThat(contract.resources().get(0).missingValues()).containsExactly("");
    assertThat(contract.resources().get(0).fields().get(0).type()).isEqualTo(FieldType.STRING);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{'name': 'a', 'type': 'geopoint'}; field a of r: this version does not know the type geo",
        "{'name': 'a', 'constraints': {'minLength': 2}}; does not know the constraint minLength",
        "{'name': 'a', 'semantic': 'iban'}; this version does not know the semantic iban",
        "{'name': 'a', 'constraints': {'pattern': '('}}; its pattern is not a regular expression",
        "{'name': 'a', 'constraints': {'minimum': 1}}; minimum and maximum need the type integer",
        "{'name': 'a', 'type': 'date', 'constraints': {'enum': ['1']}}; need the type string",
        "{'name': 'a', 'type': 'integer', 'constraints': {'minimum': 'x'}}; a bound is not a number",
        "{'name': 'a'}, {'name': 'a'}; field a of r: it is described twice",
        "{'type': 'string'}; a field of r has no name",
        "; r has no fields",
      })
  void fieldThatCannotBeHonouredIsRefused(String fields, String part) {
    assertBad(fields(fields == null ? "" : fields), part);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "{}; it has no list of resources",
        "{'resources': [{}]}; a resource has no name",
        "nonsense; it is not valid JSON",
      })
  void packageOfAnotherFormIsRefused(String json, String part) {
    assertBad(json, part);
  }

  @Test
  void keysMustNameFieldsAndResources() {
    assertBad(
        resource("'fields': [{'name': 'a'}], 'primaryKey': 'b'"),
        "the primary key of r names the unknown field b");
    assertBad(
        resource(
            "'fields': [{'name': 'a'}], 'foreignKeys': [{'fields': 'a', 'reference':"
                + " {'resource': 's', 'fields': 'a'}}]"),
        "a foreign key of r names the unknown resource s");
    assertBad(
        resource(
            "'fields': [{'name': 'a'}], 'foreignKeys': [{'fields': 'a', 'reference':"
                + " {'resource': 'r', 'fields': 'c'}}]"),
        "the foreign key target of r names the unknown field c");
  }

  private static String fields(String fields) {
    return resource("'fields': [" + fields + "]");
  }

  private static String resource(String schema) {
    return "{'name': 'p', 'resources': [{'name': 'r', 'schema': {" + schema + "}}]}";
  }

  private static DataPackage read(String json) {
    byte[] bytes = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
    return DataPackageReader.read(new ByteArrayInputStream(bytes), "test.json");
  }

  private static void assertBad(String json, String part) {
    assertThatThrownBy(() -> read(json))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_CONTRACT))
        .hasMessageContaining("test.json")
        .hasMessageContaining(part);
  }
}
