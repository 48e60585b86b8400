// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** How to start a command on a cluster: complete spark-submit commands, rendered from templates. */
package org.desist.jobs.recipe;
