// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.diff;

/**
 * A figure that moved.
 *
 * @param measure column of the mart
 * @param place the row's key, its values in their order
 * @param before what it was
 * @param after what it is
 */
public record Change(String measure, String place, double before, double after) {}
