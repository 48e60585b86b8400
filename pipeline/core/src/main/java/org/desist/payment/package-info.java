// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** What providers are paid: contract files, and the tables that models read them as. */
package org.desist.payment;
