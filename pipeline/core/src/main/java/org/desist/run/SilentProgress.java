// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.run;

final class SilentProgress implements ProgressListener {
  @Override
  public void started(String stage, long total, String unit) {}

  @Override
  public void advanced(String stage, long done) {}

  @Override
  public void finished(String stage, String summary) {}

  @Override
  public void note(String text) {}
}
