// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chaos;

import java.io.IOException;
import java.io.InputStream;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Puts the clock of a process forward or back by whole days: an agent that changes what every now()
 * of java.time begins with, for our code and for libraries alike.
 */
public final class SteppedClock {
  private SteppedClock() {}

  /** Called by Java before the program. */
  public static void premain(String argument, Instrumentation instrumentation) {
    new AgentBuilder.Default()
        .disableClassFormatChanges()
        .with(AgentBuilder.RedefinitionStrategy.RETRANSFORMATION)
        .ignore(ElementMatchers.none())
        .type(ElementMatchers.named("java.time.Clock"))
        .transform(
            (builder, type, loader, module, domain) ->
                builder.visit(Advice.to(Step.class).on(ElementMatchers.named("currentInstant"))))
        .installOn(instrumentation);
  }

  /** The agent as a file. */
  static Path agent(Path jar) throws Exception {
    Path library =
        Path.of(ByteBuddy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Manifest manifest = new Manifest();
    Attributes attributes = manifest.getMainAttributes();
    attributes.put(Attributes.Name.MANIFEST_VERSION, "1.0");
    attributes.putValue("Premain-Class", SteppedClock.class.getName());
    attributes.putValue("Can-Retransform-Classes", "true");
    attributes.put(Attributes.Name.CLASS_PATH, library.toUri().toString());
    try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar), manifest)) {
      for (Class<?> type : List.of(SteppedClock.class, Step.class)) {
        add(out, type);
      }
    }
    return jar;
  }

  /** The options of a process whose clock is so many days ahead, or behind when negative. */
  static List<String> options(Path agent, int days) {
    return List.of("-javaagent:" + agent, "-Ddesist.clock.days=" + days);
  }

  private static void add(JarOutputStream out, Class<?> type) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    out.putNextEntry(new JarEntry(name));
    try (InputStream content = type.getClassLoader().getResourceAsStream(name)) {
      content.transferTo(out);
    }
  }

  /** Copied into java.time.Clock, so it calls nothing but Java. */
  static final class Step {
    private Step() {}

    @Advice.OnMethodExit
    @SuppressWarnings("UnusedVariable")
    static void step(@Advice.Return(readOnly = false) Instant now) {
      now = now.plusSeconds(86_400L * Integer.getInteger("desist.clock.days", 0));
    }
  }
}
