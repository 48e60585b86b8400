// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.page.Pages;
import org.desist.run.Shell;

/**
 * A command on a cluster.
 *
 * @param kind what manages the cluster
 * @param means where it is and what of it may be used
 * @param command the command and its arguments, such as {@code run --extracts DIR ...}
 */
public record Recipe(ClusterKind kind, Means means, List<String> command) {
  private static final String TEMPLATES = "org/desist/jobs/recipe/";
  private static final Pattern SECRET =
      Pattern.compile("(?i).*(password|secret|credential|access.?key|token).*=.*");

  // They say where a secret is kept, not what it is.
  private static final Pattern PLACE_OF_SECRET =
      Pattern.compile(
          "(?i)[^=]*(credentials?\\.provider(\\.path)?|kubernetes\\.(driver|executor)\\.secrets\\.[^=]+)=.*");
  private static final List<String> ENGINE = List.of("run", "demo", "compare", "intake");

  /**
   * Where the cluster is and what of it may be used.
   *
   * @param master its URL, or null for YARN, which Hadoop's settings tell
   * @param application folder of desist.jar and lib/, where the command is started
   * @param driverMemory such as 4g
   * @param executors how many
   * @param cores of each
   * @param memory of each, such as 8g
   * @param queue of YARN, or null
   * @param deploy where the driver runs on YARN
   * @param image of Kubernetes
   * @param namespace of Kubernetes
   * @param settings more of Spark, each NAME=VALUE
   */
  public record Means(
      String master,
      String application,
      String driverMemory,
      int executors,
      int cores,
      String memory,
      String queue,
      Deploy deploy,
      String image,
      String namespace,
      List<String> settings) {
    public Means {
      settings = List.copyOf(settings);
    }
  }

  /** Where the driver runs. */
  public enum Deploy {
    client,
    cluster
  }

  /**
   * Checked.
   *
   * @throws DesistException BAD_ARGUMENT for a command that a cluster cannot be given
   */
  public Recipe {
    command = List.copyOf(command);
    if (command.isEmpty()) {
      throw bad("Cannot write a recipe: name the command behind --, such as -- run --snapshot ...");
    }
    if (command.contains("--master")) {
      throw bad("Cannot give the command a master: spark-submit says it. Leave out its --master.");
    }
    if (means.cores() < 1 || means.executors() < 1) {
      throw bad("Cannot use no executors or no cores: both must be 1 or more.");
    }
    List<String> words = new ArrayList<>(command);
    words.addAll(means.settings());
    if (words.stream().anyMatch(Recipe::isSecret)) {
      throw bad(
          "Cannot write a password into a recipe: files like this are copied and shown. Give it in"
              + " the environment; docs/cluster.md says how.");
    }
    if (kind != ClusterKind.yarn && means.queue() != null) {
      throw bad("Cannot use --queue with %s: it is YARN's. Leave it out.".formatted(kind));
    }
    if (kind == ClusterKind.standalone && means.deploy() == Deploy.cluster) {
      throw bad("Cannot use --deploy cluster with standalone: the driver runs where it is typed.");
    }
    if (means.settings().stream().anyMatch(setting -> setting.indexOf('=') < 1)) {
      throw bad("Cannot read a setting of Spark: write --conf NAME=VALUE.");
    }
  }

  private static boolean isSecret(String word) {
    return SECRET.matcher(word).matches() && !PLACE_OF_SECRET.matcher(word).matches();
  }

  /** The files by name, in the order in which they are needed. */
  public Map<String, String> files() {
    Map<String, String> files = new LinkedHashMap<>();
    for (String file : kind.files()) {
      files.put(file, Pages.filled(TEMPLATES + kind + "/" + file, values()));
    }
    return files;
  }

  private Map<String, Object> values() {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("master", master());
    values.put("application", Shell.quoted(means.application()));
    values.put("driverMemory", Shell.quoted(means.driverMemory()));
    values.put("executors", means.executors());
    values.put("cores", means.cores());
    values.put("allCores", means.executors() * means.cores());
    values.put("memory", Shell.quoted(means.memory()));
    values.put("queue", means.queue() == null ? "" : Shell.quoted(means.queue()));
    values.put("isCluster", means.deploy() == Deploy.cluster);
    values.put("image", means.image());
    values.put("namespace", Shell.quoted(means.namespace()));
    values.put("settings", means.settings().stream().map(Shell::quoted).toList());
    values.put("command", String.join(" ", words().stream().map(Shell::quoted).toList()));
    return values;
  }

  private String master() {
    if (means.master() != null) {
      return Shell.quoted(means.master());
    }
    return switch (kind) {
      case yarn -> "yarn";
      case standalone, kubernetes ->
          throw bad(
              "Cannot write a recipe for %s without its master: name it with --master."
                  .formatted(kind));
    };
  }

  /** With the engine and the number of cores, where the command leaves them out. */
  private List<String> words() {
    List<String> words = new ArrayList<>(command);
    if (ENGINE.contains(command.get(0))) {
      addMissing(words, "--engine", "spark");
      addMissing(words, "--threads", Integer.toString(means.executors() * means.cores()));
    }
    return words;
  }

  private static void addMissing(List<String> words, String option, String value) {
    if (words.stream().noneMatch(word -> word.equals(option) || word.startsWith(option + "="))) {
      words.add(option);
      words.add(value);
    }
  }

  private static DesistException bad(String message) {
    return new DesistException(ErrorCode.BAD_ARGUMENT, message);
  }
}
