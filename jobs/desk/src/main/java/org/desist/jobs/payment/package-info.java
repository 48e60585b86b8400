// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** The calculation sheet of a provider and a contract year, as text and as a page. */
package org.desist.jobs.payment;
