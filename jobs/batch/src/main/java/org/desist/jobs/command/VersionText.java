// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import picocli.CommandLine.IVersionProvider;

/** The version in the application's manifest. */
final class VersionText implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String version = VersionText.class.getPackage().getImplementationVersion();
    return new String[] {"desist " + (version == null ? "(not packaged)" : version)};
  }
}
