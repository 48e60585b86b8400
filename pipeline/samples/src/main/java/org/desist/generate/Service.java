// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.time.LocalDate;
import java.util.List;

/**
 * A programme or commissioned service, with the effect that it truly has.
 *
 * @param effect change of the probability of an offence within a year, in percentage points
 * @param sex for whom it is, empty for everyone
 * @param need the assessed need that makes a referral likelier, empty for none
 * @param share of the eligible cases that are referred, before needs are looked at
 */
record Service(
    String name,
    String type,
    String supplier,
    double effect,
    String sex,
    String need,
    LocalDate from,
    double share) {

  /** Every service there is, in file order. */
  static List<Service> all() {
    return ResourceTable.own("service").stream()
        .map(
            row ->
                new Service(
                    row.getField("service_name"),
                    row.getField("service_type"),
                    row.getField("supplier"),
                    Double.parseDouble(row.getField("effect_percentage_points")),
                    row.getField("sex"),
                    row.getField("need"),
                    LocalDate.parse(row.getField("from")),
                    Double.parseDouble(row.getField("share"))))
        .toList();
  }
}
