// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * Takes a comparison request to its answer: participants are found, two groups are made and judged,
 * and only then is it read what happened next (METHOD 8). Start at {@link
 * org.desist.inquiry.Inquiry}.
 */
package org.desist.inquiry;
