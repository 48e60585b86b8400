// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Questions to what has been published, answered by DuckDB. */
package org.desist.jobs.query;
