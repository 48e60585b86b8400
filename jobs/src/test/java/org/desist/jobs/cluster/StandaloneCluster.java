// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.spark.launcher.JavaModuleOptions;
import org.desist.jobs.Child;

/**
 * A Spark master with a worker, each a process on 127.0.0.1. They run from a folder that holds what
 * a Spark installation holds: the packaged libraries without those of the application, so that what
 * tasks need must be brought by the application itself.
 */
final class StandaloneCluster implements AutoCloseable {
  /** For every process: they live too short for the optimising compiler to pay. */
  static final List<String> JAVA = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

  private static final String HOST = "127.0.0.1";
  private static final Pattern APPLICATION =
      Pattern.compile(
          "(desist|fastcsv|duckdb|h2-|spring|micrometer|picocli|progressbar|ascii-table|hipparchus).*");

  private final Path folder;
  private final Path home;
  private final String url;
  private final Child master;
  private final Child worker;

  private StandaloneCluster(Path folder, Path lib) throws InterruptedException {
    this.folder = folder;
    this.home = install(folder.resolve("spark"), lib);
    int port = freePort();
    this.url = "spark://" + HOST + ":" + port;
    List<String> where = List.of("--host", HOST, "--webui-port", "0");
    this.master = server("master.Master", where, "--port", Integer.toString(port));
    try {
      master.await("it was elected", () -> master.log().contains("New state: ALIVE"));
      String work = folder.resolve("work").toString();
      this.worker =
          server("worker.Worker", where, "--cores", "2", "--memory", "1g", "--work-dir", work, url);
    } catch (Throwable e) {
      master.close();
      throw e;
    }
    try {
      worker.await("it was registered", () -> worker.log().contains("Successfully registered"));
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

  private Child server(String name, List<String> where, String... more) {
    List<String> arguments = new ArrayList<>(where);
    arguments.addAll(List.of(more));
    return java(name + ".log", "org.apache.spark.deploy." + name, arguments);
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
    worker.close();
    master.close();
  }
}
