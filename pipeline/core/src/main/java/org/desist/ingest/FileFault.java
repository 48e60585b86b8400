// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.Serializable;
import org.desist.contract.ValidationCode;

/**
 * Something wrong with a file as a whole: it refuses the snapshot.
 *
 * @param message a sentence that names the file and says what to do
 */
public record FileFault(ValidationCode code, String message) implements Serializable {}
