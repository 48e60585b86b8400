// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.disclosure;

/**
 * What an attacker learns of the withheld counts of one kind.
 *
 * @param mart the mart that withholds them
 * @param placeType the kind of area or body
 * @param count the count, with its family
 * @param withheld how many are withheld, each from 1 to the largest that is
 * @param exact how many of them can be worked out
 * @param narrow how many others can be told to within fewer values than the width
 */
public record AttackFinding(
    String mart, String placeType, String count, long withheld, long exact, long narrow) {}
