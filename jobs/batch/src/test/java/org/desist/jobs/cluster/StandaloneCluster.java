// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.desist.jobs.Child;
import org.desist.run.Folders;

/**
 * A Spark master with two workers, each a process on 127.0.0.1. They run from a folder that holds
 * what a Spark installation holds: the packaged libraries without those of the application, so that
 * what tasks need must be brought by the application itself.
 */
final class StandaloneCluster implements AutoCloseable {
  /**
   * For every process: they live too short for the optimising compiler to pay. Without it Java
   * reserves room for less code than Spark makes, and would go on uncompiled.
   */
  static final List<String> JAVA =
      List.of("-XX:TieredStopAtLevel=1", "-XX:ReservedCodeCacheSize=256m", "-XX:+UseSerialGC");

  private static final String HOST = "127.0.0.1";
  private static final String WORKER = "org.apache.spark.deploy.worker.Worker";
  private static final int WORKERS = 2;
  private static final Pattern APPLICATION =
      Pattern.compile(
          "(desist|fastcsv|duckdb|h2-|postgresql|spring|micrometer|picocli|progressbar|ascii-table|hipparchus).*");

  private final Path folder;
  private final Path home;
  private final String url;
  private final Child master;
  private int started;
  private final Deque<Child> workers = new ArrayDeque<>();

  private StandaloneCluster(Path folder, Path lib) throws InterruptedException {
    this.folder = folder;
    this.home = install(folder.resolve("spark"), lib);
    makeSecret(folder);
    int port = freePort();
    this.url = "spark://" + HOST + ":" + port;
    this.master =
        java(
            "master.log",
            "org.apache.spark.deploy.master.Master",
            server("--port", Integer.toString(port)));
    try {
      master.await("it was elected", () -> master.log().contains("New state: ALIVE"));
      for (int i = 0; i < WORKERS; i++) {
        addWorker();
      }
    } catch (Throwable e) {
      close();
      throw e;
    }
  }

  /**
   * Starts the servers and waits until they know each other.
   *
   * @param folder for their files
   * @param lib the libraries of the packaged application
   */
  static StandaloneCluster start(Path folder, Path lib) throws InterruptedException {
    return new StandaloneCluster(folder, lib);
  }

  /** One more, and waits until the master knows it. */
  void addWorker() throws InterruptedException {
    started++;
    String work = folder.resolve("work-" + started).toString();
    Child worker =
        java(
            "worker-" + started + ".log",
            WORKER,
            server("--cores", "1", "--memory", "1g", "--work-dir", work, url));
    workers.push(worker);
    worker.await("it was registered", () -> worker.log().contains("Successfully registered"));
  }

  /** The words of a server that lets in who knows the secret. */
  private List<String> server(String... more) {
    List<String> words = new ArrayList<>(List.of("--host", HOST, "--webui-port", "0"));
    words.addAll(List.of("--properties-file", folder.resolve("servers.conf").toString()));
    words.addAll(List.of(more));
    return words;
  }

  /** What a driver needs to be let in, as settings of Spark. */
  List<String> credentials() {
    return List.of(
        "spark.authenticate=true", "spark.desist.secretFile=" + folder.resolve("spark.secret"));
  }

  /** One for the servers, and the secret alone for the drivers. */
  private static void makeSecret(Path folder) {
    byte[] bytes = new byte[32];
    new SecureRandom().nextBytes(bytes);
    String secret = HexFormat.of().formatHex(bytes);
    write(folder.resolve("spark.secret"), secret + "\n");
    write(
        folder.resolve("servers.conf"),
        "spark.authenticate true\nspark.authenticate.secret " + secret + "\n");
  }

  private static void write(Path file, String text) {
    try {
      Folders.createPrivateFile(file);
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Kills the newest worker with its executors, as when a machine is lost. */
  void loseWorker() {
    workers.pop().close();
  }

  /** Such as {@code spark://127.0.0.1:7077}. */
  String url() {
    return url;
  }

  /** Starts Java with the installation's own jars and nothing else, as spark-submit does. */
  Child java(String log, String main, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(Child.javaCommand()));
    command.addAll(JAVA);
    command.addAll(List.of(JavaModuleOptions.defaultModuleOptionArray()));
    command.addAll(List.of("-cp", home.resolve("jars") + "/*", main));
    command.addAll(arguments);
    return Child.start(folder.resolve(log), command, environment());
  }

  /** What the processes of a cluster on one machine must find in their environment. */
  Map<String, String> environment() {
    return Map.of(
        "SPARK_HOME", home.toString(), "SPARK_LOCAL_IP", HOST, "SPARK_SCALA_VERSION", "2.13");
  }

  private static Path install(Path home, Path lib) {
    try (Stream<Path> jars = Files.list(lib)) {
      Path target = Files.createDirectories(home.resolve("jars"));
      for (Path jar : jars.sorted().toList()) {
        String name = jar.getFileName().toString();
        if (!APPLICATION.matcher(name).matches()) {
          Files.createSymbolicLink(target.resolve(name), jar.toAbsolutePath());
        }
      }
      return home;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static int freePort() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    workers.forEach(Child::close);
    master.close();
  }
}
