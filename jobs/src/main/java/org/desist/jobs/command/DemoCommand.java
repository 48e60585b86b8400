// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Set;
import org.desist.identity.KeyFile;
import org.desist.run.RunSettings;
import org.desist.run.WindowKind;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code desist demo}. */
@Command(
    name = "demo",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Runs the whole way on invented people and shows what came out.",
    footer = {
      "",
      "Examples:",
      "  desist demo",
      "  desist demo --engine spark",
      "  desist demo --world small --out var/small"
    })
final class DemoCommand implements Runnable {
  @Option(
      names = "--world",
      paramLabel = "generated|small",
      defaultValue = "generated",
      description = "Five thousand generated people, or some forty made by hand.")
  SampleWorld world;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      defaultValue = "var/demo",
      description = "Folder of the demo's runs (default: ${DEFAULT-VALUE}).")
  Path out;

  @Option(names = "--again", description = "Redo a demo that has been done.")
  boolean again;

  @Mixin EngineOptions engineOptions;

  private final Console console;
  private final Services services;

  DemoCommand(Console console, Services services) {
    this.console = console;
    this.services = services;
  }

  @Override
  public void run() {
    RunSettings settings = settings();
    RunAction action = new RunAction(console, services);
    if (again) {
      action.runAgain(settings);
    } else {
      action.demonstrate(settings);
    }
  }

  private RunSettings settings() {
    return new RunSettings(
        world.extracts(console.home()),
        world.snapshot(),
        out,
        engineOptions.engine.name(),
        engineOptions.master,
        EnumSet.allOf(WindowKind.class),
        null,
        null,
        null,
        world.contracts(console.home()),
        key(),
        Set.of(),
        engineOptions.memoryMb(),
        engineOptions.threads());
  }

  /** The people are invented, so the demo may make its own key. */
  private Path key() {
    Path key = out.resolve("demo.key").toAbsolutePath().normalize();
    if (!Files.exists(key)) {
      KeyFile.create(key);
    }
    return key;
  }
}
