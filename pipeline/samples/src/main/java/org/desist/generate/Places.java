// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desist.generate.Draws.WeightedChoice;

/** The local authorities with what belongs to them, by how many known offenders live there. */
final class Places {
  private record Weighted(Place place, double weight) {}

  private final WeightedChoice<Weighted> all;

  private Places(WeightedChoice<Weighted> all) {
    this.all = all;
  }

  static Places load() {
    Map<String, NamedCsvRecord> forces = new HashMap<>();
    ResourceTable.own("force_provider").forEach(row -> forces.put(row.getField("force_code"), row));
    Map<String, Integer> authoritiesOf = new HashMap<>();
    List<NamedCsvRecord> authorities = ResourceTable.reference("local_authority");
    authorities.forEach(row -> authoritiesOf.merge(row.getField("force_code"), 1, Integer::sum));
    Map<String, List<String>> units = deliveryUnits();
    Map<String, String> regionProviders = new HashMap<>();
    ResourceTable.reference("region")
        .forEach(
            row -> regionProviders.put(row.getField("region_code"), row.getField("delius_code")));

    List<Weighted> places = new ArrayList<>();
    for (NamedCsvRecord row : authorities) {
      String region = row.getField("region_code");
      NamedCsvRecord force = forces.get(row.getField("force_code"));
      List<String> regionUnits = units.get(region);
      Place place =
          new Place(
              row.getField("local_authority_code"),
              force.getField("force_code"),
              region,
              regionUnits.get(places.size() % regionUnits.size()),
              force.getField("trust"),
              force.getField("community_company"),
              force.getField("service_division"),
              regionProviders.get(region));
      double weight =
          Double.parseDouble(force.getField("weight")) / authoritiesOf.get(place.force());
      places.add(new Weighted(place, weight));
    }
    return new Places(WeightedChoice.of(places, Weighted::weight));
  }

  Place draw(Draws draws) {
    return all.draw(draws).place();
  }

  private static Map<String, List<String>> deliveryUnits() {
    Map<String, List<String>> units = new HashMap<>();
    for (NamedCsvRecord row : ResourceTable.reference("delivery_unit")) {
      units
          .computeIfAbsent(row.getField("region_code"), region -> new ArrayList<>())
          .add(row.getField("delivery_unit_code"));
    }
    return units;
  }

  /**
   * Where a person lives, in the codes of each service.
   *
   * @param authority ONS local authority
   * @param force the police force there
   * @param region one of the twelve probation regions of 2021
   * @param deliveryUnit a delivery unit of that region
   * @param trust, company, division the probation provider before and after 1 June 2014
   * @param regionProvider the provider from 26 June 2021
   */
  record Place(
      String authority,
      String force,
      String region,
      String deliveryUnit,
      String trust,
      String company,
      String division,
      String regionProvider) {}
}
