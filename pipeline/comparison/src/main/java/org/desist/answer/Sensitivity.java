// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

/**
 * How strong a cause that was not measured would have to be to explain the difference of the
 * one-year rates away (VanderWeele and Ding 2017).
 *
 * @param riskRatio participants by comparison group
 * @param eValue by how many times that cause would have to raise or lower both the chance of taking
 *     part and the chance of reoffending; 1 when nothing is to be explained
 * @param limitEValue the same for the limit of the interval that is nearer to no difference; 1 when
 *     the interval has no difference in it
 */
public record Sensitivity(double riskRatio, double eValue, double limitEValue) {}
