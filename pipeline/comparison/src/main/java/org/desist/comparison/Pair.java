// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/**
 * A treated unit and one of its matches.
 *
 * @param treated number of the treated unit, from 0
 * @param comparison number of the comparison unit, from 0
 * @param rank 1 for its first match
 */
public record Pair(int treated, int comparison, int rank) {}
