// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Column lineage worked out from the models by Spark's analyser, and compared with the file. */
package org.desist.lineage;
