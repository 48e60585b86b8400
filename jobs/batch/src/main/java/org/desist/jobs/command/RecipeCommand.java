// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.desist.jobs.page.Pages;
import org.desist.jobs.recipe.ClusterKind;
import org.desist.jobs.recipe.Recipe;
import org.desist.run.Folders;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code desist recipe}. */
@Command(
    name = "recipe",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Writes a complete spark-submit command for a cluster, with what goes with it.",
      "Nothing is started, and no secret is in it."
    },
    footer = {
      "",
      "Examples:",
      "  desist recipe standalone --master spark://master:7077 -- run --extracts"
          + " /srv/extracts/2019-06-30 --snapshot 2019-06-30 --out /srv/desist",
      "  desist recipe yarn --queue nightly --deploy cluster -- resume 2019-06-30-0001 --out"
          + " hdfs:///desist",
      "  desist recipe kubernetes --master k8s://https://host:6443 --image registry/desist:0.1.0"
          + " --to-folder recipe -- run --extracts /srv/extracts/2019-06-30 --snapshot 2019-06-30 --out"
          + " /srv/desist"
    })
final class RecipeCommand implements Runnable {
  @Parameters(
      index = "0",
      paramLabel = "standalone|yarn|kubernetes",
      description = "What manages the cluster.")
  ClusterKind kind;

  @Parameters(index = "1..*", paramLabel = "COMMAND", description = "The command, behind --.")
  List<String> command = List.of();

  @Option(names = "--master", paramLabel = "URL", description = "Spark master of the cluster.")
  String master;

  @Option(
      names = "--app",
      paramLabel = "DIR",
      defaultValue = "/opt/desist",
      description = "Folder of desist.jar and lib/ (default: ${DEFAULT-VALUE}).")
  String application;

  @Option(
      names = "--executors",
      paramLabel = "N",
      defaultValue = "4",
      description = "Executors (default: ${DEFAULT-VALUE}).")
  int executors;

  @Option(
      names = "--cores",
      paramLabel = "N",
      defaultValue = "4",
      description = "Cores of each (default: ${DEFAULT-VALUE}).")
  int cores;

  @Option(
      names = "--executor-memory",
      paramLabel = "SIZE",
      defaultValue = "8g",
      description = "Memory of each (default: ${DEFAULT-VALUE}).")
  String memory;

  @Option(
      names = "--driver-memory",
      paramLabel = "SIZE",
      defaultValue = "4g",
      description = "Memory of the driver (default: ${DEFAULT-VALUE}).")
  String driverMemory;

  @Option(names = "--queue", paramLabel = "NAME", description = "Queue of YARN.")
  String queue;

  @Option(
      names = "--deploy",
      paramLabel = "client|cluster",
      defaultValue = "client",
      description = "Where the driver runs on YARN (default: ${DEFAULT-VALUE}).")
  Recipe.Deploy deploy;

  @Option(
      names = "--image",
      paramLabel = "NAME",
      defaultValue = "desist:latest",
      description = "Image of Kubernetes (default: ${DEFAULT-VALUE}).")
  String image;

  @Option(
      names = "--namespace",
      paramLabel = "NAME",
      defaultValue = "default",
      description = "Namespace of Kubernetes (default: ${DEFAULT-VALUE}).")
  String namespace;

  @Option(names = "--conf", paramLabel = "NAME=VALUE", description = "A setting of Spark.")
  List<String> settings = List.of();

  @Option(
      names = "--to-folder",
      paramLabel = "DIR",
      description = "Folder to write the files to (default: show them).")
  Path toFolder;

  private final Console console;

  RecipeCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Recipe.Means means =
        new Recipe.Means(
            master,
            application,
            driverMemory,
            executors,
            cores,
            memory,
            queue,
            deploy,
            image,
            namespace,
            settings);
    Map<String, String> files = new Recipe(kind, means, command).files();
    if (toFolder == null) {
      show(files);
    } else {
      Folders.create(toFolder);
      files.forEach((name, text) -> Pages.write("recipe", text, toFolder.resolve(name)));
      console
          .out()
          .println(
              "Written to " + toFolder + ". Start it with: sh " + toFolder.resolve("submit.sh"));
    }
  }

  private void show(Map<String, String> files) {
    files.forEach(
        (name, text) -> {
          if (files.size() > 1) {
            console.out().println("# ---- " + name);
          }
          console.out().print(text);
        });
  }
}
