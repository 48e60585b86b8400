// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** What {@code desist compare} shows before there is an answer. */
package org.desist.jobs.compare;
