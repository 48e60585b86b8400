// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * A second, independent calculation of the method: slow, plain Java over lists, written from the
 * text of the method alone. The SQL is the product; this package exists so that the two can
 * disagree. Nothing here may be derived from the SQL.
 */
package org.desist.oracle;
