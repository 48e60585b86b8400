// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinksTest {
  private static final String OTHER = "2008/0056560Z";

  @Test
  void aPncIdLinksWhenSurnameOrBirthDateAgrees() {
    assertThat(link(persons().release(release("surname", "O BRIEN"))))
        .containsEntry("link_rule", "PNC_ID");
    assertThat(link(persons().release(release("date_of_birth", "1980-01-01"))))
        .containsEntry("link_rule", "PNC_ID");
  }

  @Test
  void aPncIdOfSomebodyElseIsAConflictAndOtherRulesGoOn() {
    World.Builder world =
        persons()
            .release(
                release(
                    "surname", "Straße",
                    "date_of_birth", "1990-05-05",
                    "forenames", "élodie",
                    "sex", "F"));
    assertThat(link(world))
        .containsEntry("id_conflict", true)
        .containsEntry("link_rule", "NAME_DOB")
        .containsEntry("pnc_id", OTHER);
  }

  @Test
  void missingNamesAndDatesAgreeWithNothing() {
    assertThat(link(persons().release(release())))
        .containsEntry("link_rule", null)
        .containsEntry("id_conflict", true);
    assertThat(link(persons().release(release("surname", "--")))).containsEntry("link_rule", null);
  }

  @Test
  void aPrisonNumberLinksThroughAnotherRow() {
    World.Builder world =
        persons()
            .release(release("pnc_id", "2003/0011985Y", "surname", "Obrien"))
            .probationCase(supervision("surname", "OBRIEN"));
    assertThat(link(world))
        .containsEntry("link_rule", "NOMS_NUMBER")
        .containsEntry("id_conflict", false);
  }

  @Test
  void aPrisonNumberOfTwoPeopleLinksNobody() {
    World.Builder world =
        persons()
            .release(release("pnc_id", "", "surname", "Obrien"))
            .probationCase(supervision("surname", "OBRIEN"))
            .probationCase(supervision("pnc_id", OTHER, "surname", "STRASSE", "case_id", "C2"));
    assertThat(link(world)).containsEntry("link_rule", null);
  }

  @ParameterizedTest
  @CsvSource({
    "E, 1990-05-05, F, NAME_DOB",
    "A, 1990-05-05, F,",
    "E, 1990-05-06, F,",
    "E, 1990-05-05, U,"
  })
  void aNameLinksOnlyWhenAllFourAgree(String forenames, String birth, String sex, String rule) {
    World.Builder world =
        persons()
            .release(
                release(
                    "pnc_id", "",
                    "surname", "Strasse",
                    "forenames", forenames,
                    "date_of_birth", birth,
                    "sex", sex));
    assertThat(link(world)).containsEntry("link_rule", rule);
  }

  @Test
  void aNameOfTwoPeopleLinksNobody() {
    World.Builder world =
        persons()
            .person(
                "pnc_id", "2003/1" + PncId.letter(3, 1),
                "surname", "Strasse",
                "forenames", "Emma",
                "date_of_birth", "1990-05-05",
                "sex", "F")
            .release(
                release(
                    "pnc_id", "",
                    "surname", "Strasse",
                    "forenames", "E",
                    "date_of_birth", "1990-05-05",
                    "sex", "F"));
    assertThat(link(world)).containsEntry("link_rule", null);
  }

  private static World.Builder persons() {
    return World.on("2019-12-31")
        .person(
            "pnc_id", Scene.PERSON,
            "surname", "Ó'Brien",
            "forenames", "Ann",
            "date_of_birth", "1980-01-01",
            "sex", "F")
        .person(
            "pnc_id", OTHER,
            "surname", "Straße",
            "forenames", "Élodie",
            "date_of_birth", "1990-05-05",
            "sex", "F");
  }

  private static String[] release(String... fields) {
    return join(
        fields,
        "release_id",
        "R1",
        "pnc_id",
        Scene.PERSON,
        "noms_number",
        "A1234AA",
        "establishment_code",
        "ACI",
        "release_date",
        "2016-01-01",
        "release_type",
        "LICENCE");
  }

  private static String[] supervision(String... fields) {
    return join(
        fields,
        "case_id",
        "C1",
        "pnc_id",
        Scene.PERSON,
        "noms_number",
        "A1234AA",
        "crn",
        "X123456",
        "sentence_type",
        "LICENCE",
        "start_date",
        "2016-01-01",
        "provider_code",
        "N07");
  }

  private static String[] join(String[] fields, String... usual) {
    String[] all = java.util.Arrays.copyOf(usual, usual.length + fields.length);
    System.arraycopy(fields, 0, all, usual.length, fields.length);
    return all;
  }

  private static Map<String, Object> link(World.Builder world) {
    return Oracle.of(world.build(), Settings.between("2016-01-01", "2016-01-01")).links().get(0);
  }
}
