// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** What the libraries' own log says of the run it is about. */
package org.desist.jobs.observe.logs;
