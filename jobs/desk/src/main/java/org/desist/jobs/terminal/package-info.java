// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** The way to a terminal: what is printed, tables and paragraphs in plain text. */
package org.desist.jobs.terminal;
