// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** The state of the last run in Prometheus's text form. */
package org.desist.jobs.observe.metrics;
