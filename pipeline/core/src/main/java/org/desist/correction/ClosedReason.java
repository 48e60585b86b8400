// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.correction;

/**
 * A reason for which a row had been in quarantine before it was put right.
 *
 * @param file below the extracts folder
 * @param line on which the row begins, the header's being 1
 * @param key primary key of the row, or null when it is personal or could not be read
 * @param code what was wrong
 * @param field the field at fault, or null when it was the row
 * @param message in words, without personal values
 */
public record ClosedReason(
    String file, long line, String key, String code, String field, String message) {}
