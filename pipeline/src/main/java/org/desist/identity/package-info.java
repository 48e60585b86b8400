// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Identifiers: how they are written, checked, and replaced by keys. */
package org.desist.identity;
