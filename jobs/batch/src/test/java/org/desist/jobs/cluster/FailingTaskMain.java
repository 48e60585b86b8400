// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.cluster;

import org.desist.engine.SparkEngine;
import org.desist.engine.Task;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Sends a cluster a task that fails with an error of its own, and ends as a command would. */
public final class FailingTaskMain {
  private FailingTaskMain() {}

  public static void main(String[] arguments) {
    try (SparkEngine engine = SparkEngine.start(null, 1)) {
      engine.run(new Failing());
    } catch (DesistException e) {
      System.err.println("error " + e.code() + ": " + e.getMessage());
      System.exit(e.code().type().exitCode());
    }
  }

  /** A task that finds a file unreadable. */
  record Failing() implements Task<String> {
    @Override
    public String call() {
      throw new DesistException(ErrorCode.UNREADABLE, "Cannot read persons.csv: line 7. Mend it.");
    }
  }
}
