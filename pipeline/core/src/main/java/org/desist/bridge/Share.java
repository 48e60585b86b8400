// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import org.hipparchus.fraction.BigFraction;

/**
 * What one cause adds to the movement of a figure.
 *
 * @param cause the cause
 * @param people how many people changed for it; a person of four quarters may have several causes
 * @param points exactly what they add, in the measure's own unit: percentage points for a rate
 */
public record Share(Cause cause, long people, BigFraction points) {}
