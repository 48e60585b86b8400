// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.nio.file.Path;
import java.util.Map;

/**
 * What was written.
 *
 * @param snapshot the folder of the extracts
 * @param truth the folder of the truth
 * @param rows rows by resource, in the contract's order
 * @param bytes bytes of the extracts
 */
public record Generated(Path snapshot, Path truth, Map<String, Long> rows, long bytes) {}
