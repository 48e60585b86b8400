// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * The page of a run, written whatever becomes of it: one model, shown on a terminal, as HTML and as
 * JSON. It lies outside the versions and holds nothing that could not stand in a published mart.
 */
package org.desist.jobs.runpage;
