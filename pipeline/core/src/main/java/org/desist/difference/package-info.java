// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Two versions of the same tables side by side: which rows and columns differ. */
package org.desist.difference;
