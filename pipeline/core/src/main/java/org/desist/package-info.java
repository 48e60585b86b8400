// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** The library behind the figures. */
package org.desist;
