// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Where the history of runs is kept: an H2 file of a folder, or a PostgreSQL database. */
package org.desist.jobs.repository;
