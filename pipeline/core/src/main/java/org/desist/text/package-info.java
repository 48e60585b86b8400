// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Text of others: which of its characters a reader cannot see, and how to show them. */
package org.desist.text;
