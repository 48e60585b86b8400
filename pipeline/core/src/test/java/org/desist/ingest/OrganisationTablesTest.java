// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What several reference tables say of the same organisation is the same. */
class OrganisationTablesTest extends ReferenceQuestions {
  @Test
  void trustsCompaniesAndDivisionsAreTheProvidersOfThatKind() {
    assertThat(
            rows(
                """
                select coalesce(o.organisation_code, p.provider_code) as code
                from (
                    select * from ref_organisation where kind in ('TRUST', 'CRC', 'NPS_DIVISION')
                ) as o
                full join (
                    select * from ref_provider
                    where provider_type in ('TRUST', 'CRC', 'NPS_DIVISION')
                ) as p on o.organisation_code = p.provider_code and o.kind = p.provider_type
                where o.organisation_name is distinct from p.provider_name
                    or o.valid_from is distinct from p.valid_from
                    -- Two divisions went on as regions under the same code.
                    or (o.valid_to is distinct from p.valid_to and p.provider_code not in ('N03', 'N07'))
                """))
        .isEmpty();
  }

  @Test
  void anOrganisationIsInChargeWhileItsStructureIsInForceWhereItIs() {
    assertThat(
            rows(
                """
                select distinct o.organisation_code, p.region_code
                from ref_organisation as o
                inner join ref_organisation_force as f
                    on o.structure = f.structure and o.organisation_code = f.organisation_code
                inner join ref_police_force as r on f.force_code = r.force_code
                inner join ref_structure_period as p
                    on o.structure = p.structure and r.region_code = p.region_code
                where o.valid_to is distinct from p.valid_to
                    or (p.valid_from is not null and o.valid_from is distinct from p.valid_from)
                order by all
                """))
        .isEmpty();
  }

  @Test
  void theRegionsOfAProviderAreThoseOfItsPoliceAreas() {
    assertThat(
            rows(
                """
                with by_force as (
                    select distinct f.organisation_code as provider_code, r.region_code
                    from ref_organisation_force as f
                    inner join ref_organisation as o
                        on f.structure = o.structure and f.organisation_code = o.organisation_code
                    inner join ref_police_force as r on f.force_code = r.force_code
                    where o.kind in ('TRUST', 'CRC', 'NPS_DIVISION', 'REGION')
                ),

                by_list as (
                    select l.provider_code, l.region_code
                    from ref_provider_region as l
                    inner join ref_provider as p on l.provider_code = p.provider_code
                    where p.provider_type in ('TRUST', 'CRC', 'NPS_DIVISION', 'REGION')
                )

                select 'only by force' as side, * from (from by_force except from by_list)
                union all
                select 'only by list' as side, * from (from by_list except from by_force)
                order by all
                """))
        .isEmpty();
  }

  @Test
  void theTenRegionsOf2005HoldThe42AreasWhole() {
    assertThat(
            rows(
                """
                with area as (
                    select a.organisation_code, min(r.organisation_code) as region,
                        count(distinct r.organisation_code) as regions
                    from ref_organisation_force as a
                    left join ref_organisation_force as r
                        on a.force_code = r.force_code and r.structure = 'ROM_REGIONS_2005'
                    where a.structure = 'AREAS'
                    group by a.organisation_code
                )

                select count(*) as areas, count(distinct region) as regions,
                    count(*) filter (where regions <> 1) as divided,
                    count(*) filter (where region = 'W92000004') as welsh
                from area
                """))
        .containsExactly(Map.of("areas", 42L, "regions", 10L, "divided", 0L, "welsh", 4L));
  }

  /** Without dates nobody can have been with one, so that nobody is counted twice. */
  @Test
  void aRegionOf2005WasNeverInCharge() {
    assertThat(
            rows(
                """
                select structure, valid_from, valid_to
                from ref_organisation
                where kind = 'ROM_REGION' and (valid_from is not null or valid_to is not null)
                union all
                select structure, valid_from, valid_to
                from ref_structure_period
                where structure = 'ROM_REGIONS_2005'
                """))
        .isEmpty();
  }

  @Test
  void everyPoliceAreaBelongsToOneOrganisationOfEachKind() {
    assertThat(
            rows(
                """
                select r.force_code, k.structure, k.kind, count(f.force_code) as organisations
                from ref_police_force as r
                cross join (select distinct structure, kind from ref_organisation) as k
                left join (
                    select f.*, o.kind
                    from ref_organisation_force as f
                    inner join ref_organisation as o
                        on f.structure = o.structure and f.organisation_code = o.organisation_code
                ) as f
                    on r.force_code = f.force_code and k.structure = f.structure and k.kind = f.kind
                where r.region_code is not null
                group by all
                having count(f.force_code) <> 1
                """))
        .isEmpty();
  }
}
