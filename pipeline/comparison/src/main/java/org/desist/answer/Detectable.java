// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

/**
 * What could be seen at all: worked out before any outcome is read.
 *
 * @param treated participants that would be analysed
 * @param comparison people in the comparison group
 * @param expectedRate their expected one-year rate from their history alone, 0 to 1
 * @param points smallest difference of the one-year rate, in percentage points, that is found
 *     significant with a probability of 80%
 */
public record Detectable(int treated, int comparison, double expectedRate, double points) {}
