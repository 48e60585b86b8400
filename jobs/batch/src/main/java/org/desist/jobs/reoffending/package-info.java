// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** The job from a folder of extracts to published marts. README.md beside this file says how. */
package org.desist.jobs.reoffending;
