// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.contract.Resource.ForeignKey;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReferenceTablesTest {
  @TempDir private Path root;

  @Test
  void everyTableIsWrittenWithItsRowsAndTypes() {
    List<String> tables = ReferenceTables.write(root);

    assertThat(tables)
        .containsExactly(
            "ref_bank_holiday",
            "ref_delivery_unit",
            "ref_disposal",
            "ref_ethnic_appearance",
            "ref_local_authority",
            "ref_offence",
            "ref_offence_class",
            "ref_ogrs3_age_sex",
            "ref_ogrs3_offence_weight",
            "ref_ogrs4g_coefficient",
            "ref_ogrs4g_offence",
            "ref_ogrs_band",
            "ref_organisation",
            "ref_organisation_force",
            "ref_police_force",
            "ref_prison",
            "ref_provider",
            "ref_provider_region",
            "ref_region",
            "ref_region_draft_2019",
            "ref_structure",
            "ref_structure_period");
    assertThat(
            Snapshot.query(
                "select ho_code, severity_rank, is_recordable, is_breach, ogrs3_weight from "
                    + table("ref_offence")
                    + " where ho_code in ('00000', '00001', '00100') order by ho_code"))
        .containsExactly(
            "00000|24|false|false|null", "00001|24|true|true|null", "00100|1|true|false|0.0");
    assertThat(
            Snapshot.query(
                "select valid_from, valid_to from "
                    + table("ref_provider")
                    + " where provider_code = 'C01'"))
        .containsExactly("2014-06-01|2021-06-25");
    assertThat(Snapshot.query("select count(*) from " + table("ref_offence")))
        .containsExactly("3039");
  }

  @Test
  void bankHolidaysAreWeekdaysAndAtLeastEightAYear() {
    ReferenceTables.write(root);

    assertThat(
            Snapshot.query(
                "select holiday_date from "
                    + table("ref_bank_holiday")
                    + " where isodow(holiday_date) > 5"))
        .isEmpty();
    assertThat(
            Snapshot.query(
                "select year(holiday_date), count(*) from "
                    + table("ref_bank_holiday")
                    + " group by all having count(*) <> 8 order by 1"))
        .containsExactly("2011|9", "2012|9", "2022|10", "2023|9");
    assertThat(
            Snapshot.query(
                "select min(year(holiday_date)), max(year(holiday_date)), count(distinct year(holiday_date)) from "
                    + table("ref_bank_holiday")))
        .containsExactly("2010|2026|17");
  }

  @Test
  void keysOfTheTablesAreFoundWhereTheyPoint() {
    ReferenceTables.write(root);

    for (Resource resource : DataPackage.reference().resources()) {
      for (ForeignKey key : resource.foreignKeys()) {
        String field = key.fields().get(0);
        assertThat(
                Snapshot.query(
                    "select distinct "
                        + field
                        + " from "
                        + table("ref_" + resource.name())
                        + " where "
                        + field
                        + " is not null and "
                        + field
                        + " not in (select "
                        + key.referencedFields().get(0)
                        + " from "
                        + table("ref_" + key.resource())
                        + ")"))
            .as(resource.name() + "." + field)
            .isEmpty();
      }
    }
  }

  @Test
  void everyColumnIsDescribed() {
    for (Resource resource : DataPackage.reference().resources()) {
      assertThat(resource.description()).isNotBlank();
      assertThat(resource.primaryKey()).isNotEmpty();
      assertThat(resource.fields()).extracting(Field::description).doesNotContain("");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "A,North East,N54/A,North West,N51; line 3 repeats the key A",
        "A,,N54; line 2, region_name: A required value is missing",
        "A,North East; line 2: The row has 2 values where the header has 3",
      })
  void faultOfAnyRowRefusesTheTable(String rows, String part) {
    Resource region = DataPackage.reference().resource("region").orElseThrow();
    byte[] content =
        ("region_code,region_name,delius_code\n" + rows.replace('/', '\n') + "\n")
            .getBytes(StandardCharsets.UTF_8);

    assertThatThrownBy(
            () ->
                ReferenceTables.write(
                    region,
                    "region.csv",
                    new ByteArrayInputStream(content),
                    root.resolve("region.parquet")))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_CONTRACT))
        .hasMessageContaining("Cannot load the reference table region.csv: ")
        .hasMessageContaining(part);
  }

  private String table(String name) {
    return "read_parquet('" + root.resolve(name) + "/*.parquet')";
  }
}
