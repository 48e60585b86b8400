// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** What a run is made of: its settings, its stages, its folders and what it publishes. */
package org.desist.run;
