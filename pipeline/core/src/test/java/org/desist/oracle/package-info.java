// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * A second, independent calculation of the method: slow, plain Java over lists, written from the
 * text of the method alone. The SQL is the product; this package exists so that the two can
 * disagree. Nothing here may be derived from the SQL.
 *
 * <p>A comparison writes a world as extracts, runs the pipeline on it and holds the marts against
 * the oracle:
 *
 * <pre>{@code
 * World world = Histories.crowd(1, 250);
 * WorldFiles.write(world, folder);
 * Oracle oracle = Oracle.of(world, Histories.settings());
 * Rows.differences(oracle.rates(), rowsOfTheMart, Rows.RATE_KEY); // empty when they agree
 * }</pre>
 */
package org.desist.oracle;
