// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The prisons of 2014 against the numbers that the papers give: 89 resettlement prisons, 106 public
 * prisons and 14 under contract. What the table lacks of them is counted.
 */
class PrisonTableTest extends ReferenceQuestions {
  /** Second rows of prisons that published lists have once. */
  private static final String ONE_ENTRY =
      "establishment_code not in ('FYI', 'PYI', 'PFI', 'SPI', 'UPI')";

  /** The prisons of a written answer to Parliament of 20 March 2015 (227750), without Wolds. */
  @Test
  void fourteenPrisonsWereUnderContract() {
    assertThat(
            rows(
                """
                select split_part(name, ' (', 1) as name
                from ref_prison
                where operator = 'CONTRACTED' and operator_basis = 'verified' and
                """
                    + ONE_ENTRY))
        .extracting(row -> row.get("name"))
        .containsExactlyInAnyOrder(
            "Altcourse",
            "Ashfield",
            "Birmingham",
            "Bronzefield",
            "Doncaster",
            "Dovegate",
            "Forest Bank",
            "Lowdham Grange",
            "Northumberland",
            "Oakwood",
            "Parc",
            "Peterborough",
            "Rye Hill",
            "Thameside");
  }

  /** The list of November 2016, in which Berwyn was not yet. */
  @Test
  void aHundredAndSixWereRunPublicly() {
    assertThat(
            rows(
                """
                select count(*) as prisons
                from ref_prison
                where operator = 'PUBLIC' and operator_basis = 'verified'
                    and establishment_code <> 'BWI' and
                """
                    + ONE_ENTRY))
        .containsExactly(Map.of("prisons", 106L));
  }

  @Test
  void ofThe89ResettlementPrisonsOneIsNotKnown() {
    assertThat(
            rows(
                """
                select count(*) filter (where resettlement_basis = 'verified') as listed,
                    count(*) filter (where resettlement_basis = 'memory') as remembered,
                    89 - count(*) as missing
                from ref_prison
                where resettlement_area is not null and
                """
                    + ONE_ENTRY))
        .containsExactly(Map.of("listed", 87L, "remembered", 1L, "missing", 1L));
  }

  /** A contract area of 2014, and no other organisation; each had a prison to release from. */
  @Test
  void everyContractAreaHasAResettlementPrison() {
    assertThat(
            rows(
                """
                select a.organisation_code, p.resettlement_area
                from (select * from ref_organisation where kind = 'CRC') as a
                full join (
                    select distinct resettlement_area
                    from ref_prison
                    where resettlement_area is not null
                ) as p on a.organisation_code = p.resettlement_area
                where a.organisation_code is null or p.resettlement_area is null
                """))
        .isEmpty();
  }

  @Test
  void whatIsSaidHasABasis() {
    assertThat(
            rows(
                """
                select establishment_code
                from ref_prison
                where (resettlement_area is null) <> (resettlement_basis is null)
                    or (operator is null) <> (operator_basis is null)
                """))
        .isEmpty();
  }
}
