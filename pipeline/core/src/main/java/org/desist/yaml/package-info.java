// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** YAML that people write: read with its lines, compared with a schema, every fault named. */
package org.desist.yaml;
