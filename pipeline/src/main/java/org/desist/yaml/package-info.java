// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** YAML that people write: read with its lines, held against a schema, every fault named. */
package org.desist.yaml;
