// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Finds what the method's retention periods no longer keep, and deletes it. */
package org.desist.jobs.retention;
