// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

/**
 * What became of a release or a case.
 *
 * @param pncId canonical id of the person; null when unlinked
 * @param linkRule the rule that hit; null when unlinked
 * @param idConflict whether its PNC id is a person's with whom neither surname nor birth date
 *     agrees
 */
record Link(String resource, String rowId, String pncId, String linkRule, boolean idConflict) {}
