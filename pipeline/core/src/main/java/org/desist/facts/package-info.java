// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** What is known of a run, read once for every screen, page, metric and event that shows it. */
package org.desist.facts;
