// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.bridge;

import java.nio.file.Path;
import org.desist.run.RunFolder;

/**
 * One of the two versions.
 *
 * @param runId the run that published it
 * @param version its folder
 * @param folder what the run's stages left
 */
public record Side(String runId, Path version, RunFolder folder) {}
