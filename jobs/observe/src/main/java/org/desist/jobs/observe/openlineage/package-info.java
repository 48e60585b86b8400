// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/**
 * OpenLineage events of a run: one job for the run, one for each stage below it, and the tables
 * they read and write with the lineage of their columns.
 */
package org.desist.jobs.observe.openlineage;
