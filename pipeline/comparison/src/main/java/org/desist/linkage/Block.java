// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

/**
 * What one rule brought.
 *
 * @param rule its name
 * @param pairs how many pairs it gave, before those are dropped that another rule gave too
 * @param skipped how many it would have given in blocks that were too large to look at
 */
public record Block(String rule, long pairs, long skipped) {}
