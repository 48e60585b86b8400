// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * Comparison groups on prepared data: design matrix, logistic regression, matching on a score,
 * balance and effects. Units are rows of arrays, in the order of their keys; nothing here reads
 * files or knows an engine.
 */
package org.desist.comparison;
