// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** A trace of a run in OpenTelemetry's form: a span for the attempt, and one for each stage. */
package org.desist.jobs.observe.tracing;
