// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

/**
 * Something wrong with what is published.
 *
 * @param version the run whose version it is in, or empty when it lies beside the versions
 * @param mart the mart's folder in the version, or the file
 * @param problem what is wrong
 * @param remedy what to do
 */
public record Damage(String version, String mart, String problem, String remedy) {}
