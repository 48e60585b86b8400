// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

/**
 * What a cell counts in one version.
 *
 * @param cohortStatus {@code final}, {@code provisional} or {@code incomplete}
 * @param offenders members, 1 or more
 * @param reoffenders members with a reoffence
 * @param reoffences all reoffences
 */
public record Counts(String cohortStatus, long offenders, long reoffenders, long reoffences) {}
