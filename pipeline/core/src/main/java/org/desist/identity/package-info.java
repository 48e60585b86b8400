// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Identifiers: PNC ids and names as they compare, and the key that stands for a person. */
package org.desist.identity;
