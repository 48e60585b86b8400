// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Answers to {@code desist lineage}: where a column of a mart comes from. */
package org.desist.jobs.lineage;
