// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.util.List;
import java.util.function.UnaryOperator;
import org.desist.run.RunSettings;
import org.desist.run.Stage;
import org.desist.run.StageFactory;
import org.desist.run.Stages;
import org.desist.stage.Pipeline;

/** The real stages, one of them with something around it. */
record WrappedStages(String stage, UnaryOperator<Stage> wrap) implements StageFactory {
  @Override
  public String methodFingerprint(RunSettings settings) {
    return new Pipeline().methodFingerprint(settings);
  }

  @Override
  public String contractsFingerprint(RunSettings settings) {
    return new Pipeline().contractsFingerprint(settings);
  }

  @Override
  public Stages open(RunSettings settings) {
    Stages real = new Pipeline().open(settings);
    List<Stage> list =
        real.list().stream().map(one -> one.name().equals(stage) ? wrap.apply(one) : one).toList();
    return new Stages() {
      @Override
      public List<Stage> list() {
        return list;
      }

      @Override
      public void close() {
        real.close();
      }
    };
  }
}
