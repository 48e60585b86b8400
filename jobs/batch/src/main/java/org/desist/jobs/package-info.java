// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Jobs and the command line. */
package org.desist.jobs;
