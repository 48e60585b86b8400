// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

/**
 * Somebody who took part in something.
 *
 * @param ordinal of the referral among the person's own, from 0
 * @param imprisoned whether there is a prison number to know
 */
record Participation(Person person, Referral referral, int ordinal, boolean imprisoned) {}
