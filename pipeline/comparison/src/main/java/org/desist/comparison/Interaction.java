// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

/**
 * A product of two covariates in a model: each column of the one times each column of the other,
 * without reference levels, named as R's glm does: {@code raceblack:age}.
 *
 * @param first name of a covariate
 * @param second name of another
 */
public record Interaction(String first, String second) {}
