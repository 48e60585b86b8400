// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/**
 * Linking by score (Fellegi and Sunter 1969): which person of a long list is meant by an entry of a
 * short one, when no single field can be trusted.
 *
 * <p>Blocking rules find the pairs worth looking at, {@link org.desist.linkage.FieldComparison}s
 * grade how far a pair agrees, an estimation without labels learns what each grade is worth, {@link
 * org.desist.linkage.Linkage} adds the grades up and decides, and a {@link
 * org.desist.linkage.Waterfall} explains any pair without repeating a name. Start at {@link
 * org.desist.linkage.Linker}.
 */
package org.desist.linkage;
