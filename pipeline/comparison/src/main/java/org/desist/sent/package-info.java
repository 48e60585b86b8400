// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * Tables as people send them: spreadsheets, other encodings and separators, titles above the
 * header. Nothing is guessed: what cannot be recognised is refused with what was found.
 */
package org.desist.sent;
