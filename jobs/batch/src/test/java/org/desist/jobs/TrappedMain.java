// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.desist.jobs.command.Desist;
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
    Path sign = Path.of(arguments[1]);
    StageFactory trapped = new WrappedStages(arguments[0], real -> new TrappedStage(real, sign));
    String[] command = Arrays.copyOfRange(arguments, 2, arguments.length);
    System.exit(Desist.run(Surroundings.ofProcess(), Services.ofLibrary().with(trapped), command));
  }

  private static final class TrappedStage implements Stage.Parted {
    private final Stage real;
    private final ProgressListener trap;

    private TrappedStage(Stage real, Path sign) {
      this.real = real;
      this.trap = new Trap(sign, new AtomicInteger());
    }

    @Override
    public String name() {
      return real.name();
    }

    @Override
    public List<Part> parts(RunContext context) {
      return real instanceof Parted parted
          ? parted.parts(trapped(context)).stream().<Part>map(TrappedPart::new).toList()
          : List.of();
    }

    @Override
    public int partsAtOnce(RunContext context) {
      // One after another: the first is whole when the second stops for good.
      return 1;
    }

    @Override
    public void run(RunContext context) {
      real.run(trapped(context));
    }

    private RunContext trapped(RunContext context) {
      return new RunContext(context.settings(), context.runId(), context.folder(), trap);
    }

    private final class TrappedPart implements Part {
      private final Part part;

      private TrappedPart(Part part) {
        this.part = part;
      }

      @Override
      public String name() {
        return part.name();
      }

      @Override
      public boolean work(RunContext context) {
        return part.work(trapped(context));
      }
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
