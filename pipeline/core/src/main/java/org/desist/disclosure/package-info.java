// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** What follows from the published marts: withheld counts as an attacker would work them out. */
package org.desist.disclosure;
