// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * What a finished comparison request says: one {@link org.desist.answer.Answer}, from which the
 * report, the screen, the marts and the synthesis of several requests are made.
 */
package org.desist.answer;
