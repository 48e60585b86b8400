// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.desist.explain.Explanation;
import org.desist.inquiry.Comparison;
import org.desist.jobs.command.Desist;
import org.desist.jobs.command.SampleGenerator;
import org.desist.jobs.command.Services;
import org.desist.jobs.command.Surroundings;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.Stage;
import org.desist.run.StageFactory;

/**
 * The command {@code desist} with the real stages, one of which stops for good when it tells the
 * second time how far it is: between two files, two tables or two marts. Arguments: the stage, a
 * file to make then, and those of the command.
 */
public final class TrappedMain {
  private TrappedMain() {}

  public static void main(String[] arguments) {
    StageFactory trapped = trapped(arguments[0], Path.of(arguments[1]));
    String[] command = Arrays.copyOfRange(arguments, 2, arguments.length);
    System.exit(Desist.run(Surroundings.ofProcess(), services(trapped), command));
  }

  private static StageFactory trapped(String stage, Path sign) {
    return new WrappedStages(stage, real -> new TrappedStage(real, sign));
  }

  private static Services services(StageFactory stages) {
    Services real = Services.onClassPath();
    return new Services() {
      @Override
      public StageFactory stages() {
        return stages;
      }

      @Override
      public Explanation explanation() {
        return real.explanation();
      }

      @Override
      public Comparison comparison() {
        return real.comparison();
      }

      @Override
      public SampleGenerator generator() {
        return real.generator();
      }
    };
  }

  private record TrappedStage(Stage real, Path sign) implements Stage {
    @Override
    public String name() {
      return real.name();
    }

    @Override
    public void run(RunContext context) {
      ProgressListener trap = new Trap(sign, new AtomicInteger());
      real.run(new RunContext(context.settings(), context.runId(), context.folder(), trap));
    }
  }

  private record Trap(Path sign, AtomicInteger calls) implements ProgressListener {
    @Override
    public void advanced(String stage, long done) {
      if (calls.incrementAndGet() < 2) {
        return;
      }
      try {
        Files.createFile(sign);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      while (true) {
        LockSupport.parkNanos(1_000_000_000L);
      }
    }

    @Override
    public void started(String stage, long total, String unit) {}

    @Override
    public void finished(String stage, String summary) {}

    @Override
    public void note(String text) {}
  }
}
