// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

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
