// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.recipe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;
import org.apache.spark.deploy.SparkSubmitArguments;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.Terminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import scala.jdk.javaapi.CollectionConverters;

/** What a shell makes of a recipe, Spark itself understands. */
class RecipeTest {
  private static final List<String> COMMAND =
      List.of(
          "run",
          "--extracts",
          "/srv/it's here",
          "--snapshot",
          "2019-06-30",
          "--out",
          "/srv/desist");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource({
    "standalone, spark://master:7077, client",
    "yarn, , client",
    "yarn, , cluster",
    "kubernetes, k8s://https://host:6443, cluster"
  })
  void sparkUnderstandsTheCommand(ClusterKind kind, String master, Recipe.Deploy deploy)
      throws Exception {
    Map<String, String> files = recipe(kind, master, deploy, COMMAND).files();

    SparkSubmitArguments parsed = parsed(submitted(files));

    assertThat(parsed.mainClass()).isEqualTo("org.desist.jobs.Main");
    assertThat(parsed.maybeMaster().get()).isEqualTo(master == null ? "yarn" : master);
    assertThat(parsed.deployMode()).isEqualTo(deploy.name());
    assertThat(parsed.primaryResource()).endsWith("/desist.jar");
    assertThat(parsed.driverMemory()).isEqualTo("2g");
    assertThat(parsed.executorMemory()).isEqualTo("6g");
    assertThat(parsed.executorCores()).isEqualTo("3");
    assertThat(parsed.sparkProperties().get("spark.speculation").get()).isEqualTo("true");
    assertThat(parsed.sparkProperties().get("spark.authenticate").get()).isEqualTo("true");
    List<String> words = new ArrayList<>(COMMAND);
    words.addAll(List.of("--engine", "spark", "--threads", "15"));
    assertThat(CollectionConverters.asJava(parsed.childArgs())).isEqualTo(words);
    switch (kind) {
      case standalone -> {
        assertThat(parsed.totalExecutorCores()).isEqualTo("15");
        assertThat(parsed.sparkProperties().get("spark.desist.secretFile").get())
            .isEqualTo("/etc/desist/spark.secret");
      }
      case yarn -> {
        assertThat(parsed.queue()).isEqualTo("nightly");
        assertThat(parsed.numExecutors()).isEqualTo("5");
      }
      case kubernetes ->
          assertThat(parsed.sparkProperties().get("spark.kubernetes.container.image").get())
              .isEqualTo("registry.example/desist:0.1.0");
    }
  }

  @Test
  void onYarnTheLibrariesTravelAsAnArchive() throws Exception {
    Map<String, String> files =
        recipe(ClusterKind.yarn, null, Recipe.Deploy.cluster, COMMAND).files();

    SparkSubmitArguments parsed = parsed(submitted(files));

    assertThat(parsed.archives()).endsWith("/lib.zip#lib");
    try (ZipFile archive = new ZipFile(folder.resolve("application/lib.zip").toFile())) {
      assertThat(archive.getEntry("of-now.jar")).as("the libraries of now").isNotNull();
    }
    assertThat(parsed.sparkProperties().get("spark.yarn.maxAppAttempts").get()).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({"driver.yaml, desist-driver", "executor.yaml, desist-executor"})
  void aPodTemplateIsAPodWithTheContainerThatSparkIsTold(String file, String container)
      throws Exception {
    Map<String, String> files =
        recipe(ClusterKind.kubernetes, "k8s://https://host:6443", Recipe.Deploy.client, COMMAND)
            .files();

    JsonNode pod = yaml(files.get(file));

    assertThat(pod.path("apiVersion").asText()).isEqualTo("v1");
    assertThat(pod.path("kind").asText()).isEqualTo("Pod");
    JsonNode described = pod.path("spec").path("containers").path(0);
    assertThat(described.path("name").asText()).isEqualTo(container);
    assertThat(described.path("image").asText()).isEqualTo("registry.example/desist:0.1.0");
    List<String> mounted = new ArrayList<>(described.path("volumeMounts").findValuesAsText("name"));
    mounted.addAll(pod.path("spec").path("initContainers").findValuesAsText("name"));
    mounted.removeIf(Set.of("desist-key")::contains);
    assertThat(Set.copyOf(mounted))
        .isEqualTo(Set.copyOf(pod.path("spec").path("volumes").findValuesAsText("name")));
    assertThat(files.get("submit.sh")).contains("podTemplateContainerName=" + container);
    assertThat(files.get("executor.yaml")).doesNotContain("desist-key", "PASSWORD");
  }

  @Test
  void noPasswordGetsIntoARecipe() {
    List<String> command = new ArrayList<>(COMMAND);
    command.addAll(List.of("--jobs", "jdbc:postgresql://db/nights?user=a&password=b"));

    assertThatThrownBy(() -> standalone(command))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_ARGUMENT))
        .hasMessageStartingWith("Cannot write a password into a recipe")
        .hasMessageNotContaining("nights");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "spark.hadoop.hadoop.security.credential.provider.path=jceks://file/srv/keys.jceks",
        "spark.hadoop.fs.s3a.aws.credentials.provider=org.example.Provider",
        "spark.kubernetes.driver.secrets.desist=/etc/desist"
      })
  void whereASecretIsKeptMayBeSaid(String setting) {
    assertThat(of(ClusterKind.standalone, Recipe.Deploy.client, null, setting).files())
        .containsKey("submit.sh");
  }

  @Test
  void aSecretAmongTheSettingsIsRefused() {
    assertThatThrownBy(
            () ->
                of(
                    ClusterKind.standalone,
                    Recipe.Deploy.client,
                    null,
                    "spark.hadoop.fs.s3a.secret.key=abc"))
        .hasMessageStartingWith("Cannot write a password into a recipe")
        .hasMessageNotContaining("abc");
  }

  @Test
  void whatAClusterDoesNotHaveIsRefused() {
    assertThatThrownBy(() -> of(ClusterKind.kubernetes, Recipe.Deploy.cluster, "nights"))
        .hasMessage("Cannot use --queue with kubernetes: it is YARN's. Leave it out.");
    assertThatThrownBy(() -> of(ClusterKind.standalone, Recipe.Deploy.cluster, null))
        .hasMessage(
            "Cannot use --deploy cluster with standalone: the driver runs where it is typed.");
  }

  private static Recipe of(
      ClusterKind kind, Recipe.Deploy deploy, String queue, String... settings) {
    Recipe.Means means =
        new Recipe.Means(
            "spark://host:7077",
            "/opt/desist",
            "4g",
            2,
            2,
            "8g",
            queue,
            deploy,
            "desist:latest",
            "default",
            List.of(settings));
    return new Recipe(kind, means, COMMAND);
  }

  @Test
  void theMasterIsSaidOnce() {
    assertThatThrownBy(() -> standalone(List.of("run", "--master", "spark://other:7077")))
        .hasMessage(
            "Cannot give the command a master: spark-submit says it. Leave out its --master.");
  }

  @Test
  void theCommandShowsOrWritesIt() {
    Terminal terminal = new Terminal(folder, Map.of());
    Path to = folder.resolve("recipe");

    terminal.type(
        "recipe",
        "kubernetes",
        "--master",
        "k8s://https://host:6443",
        "--to-folder",
        to.toString(),
        "--",
        "resume",
        "2019-06-30-0001",
        "--out",
        "/srv/desist");

    assertThat(terminal.exit()).as(terminal.err()).isZero();
    assertThat(to.toFile().list())
        .containsExactlyInAnyOrder("Dockerfile", "driver.yaml", "executor.yaml", "submit.sh");
    terminal.type("recipe", "standalone", "--", "run");
    assertThat(terminal.exit()).isEqualTo(2);
    assertThat(terminal.err()).contains("name it with --master");
  }

  private static Recipe standalone(List<String> command) {
    return recipe(ClusterKind.standalone, "spark://master:7077", Recipe.Deploy.client, command);
  }

  private static Recipe recipe(
      ClusterKind kind, String master, Recipe.Deploy deploy, List<String> command) {
    return new Recipe(
        kind,
        new Recipe.Means(
            master,
            "/opt/desist",
            "2g",
            5,
            3,
            "6g",
            kind == ClusterKind.yarn ? "nightly" : null,
            deploy,
            "registry.example/desist:0.1.0",
            "figures",
            List.of("spark.speculation=true")),
        command);
  }

  /** Runs the script with a spark-submit that only says what it was given. */
  private List<String> submitted(Map<String, String> files) throws Exception {
    Path bin = Files.createDirectories(folder.resolve("spark").resolve("bin"));
    Path submit =
        Files.writeString(bin.resolve("spark-submit"), "#!/bin/sh\nprintf '%s\\0' \"$@\"\n");
    assertThat(submit.toFile().setExecutable(true)).isTrue();
    Path application = Files.createDirectories(folder.resolve("application"));
    Path lib = Files.createDirectories(application.resolve("lib"));
    Files.writeString(lib.resolve("of-now.jar"), "new");
    Files.writeString(application.resolve("lib.zip"), "of before an upgrade");
    Path script =
        Files.writeString(
            folder.resolve("submit.sh"),
            files
                .get("submit.sh")
                .replace("/opt/desist/lib", application + "/lib")
                .replace("archive=/opt/desist", "archive=" + application));
    ProcessBuilder builder = new ProcessBuilder("sh", "-u", script.toString());
    builder.environment().put("SPARK_HOME", folder.resolve("spark").toString());
    builder.environment().put("DESIST_SPARK_SECRET_FILE", "/etc/desist/spark.secret");
    builder.environment().put("DESIST_JOBS", "jdbc:postgresql://db/nights");
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    String[] words = said.split("\0", -1);
    return List.of(words).subList(0, words.length - 1);
  }

  private static SparkSubmitArguments parsed(List<String> words) {
    return new SparkSubmitArguments(
        CollectionConverters.asScala(words).toSeq(),
        scala.collection.immutable.Map$.MODULE$.from(
            CollectionConverters.asScala(Map.of("HADOOP_CONF_DIR", "/etc/hadoop/conf"))));
  }

  private static JsonNode yaml(String text) {
    Object content = new Yaml().load(text);
    return new ObjectMapper().valueToTree(content);
  }
}
