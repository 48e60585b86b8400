// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.desist.jobs.Child;
import org.desist.run.Folders;

/**
 * A PostgreSQL server of its own on 127.0.0.1, which asks for a password. PostgreSQL does not run
 * as root: there it runs as nobody, in a folder of nobody's.
 */
final class PostgresServer implements AutoCloseable {
  static final String USER = "desist";
  static final String PASSWORD = "not-for-any-log";

  private static final Path PROGRAMS = Path.of("/usr/lib/postgresql");
  private static final String NOBODY = "nobody";

  private final Path folder;
  private final Path programs;
  private final int port;
  private Child server;

  private PostgresServer(Path folder, Path programs, int port) {
    this.folder = folder;
    this.programs = programs;
    this.port = port;
  }

  /** Makes a server and starts it. */
  static PostgresServer start() throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("desist-postgres");
    PostgresServer server = new PostgresServer(folder, programs(), freePort());
    Path password = Files.writeString(folder.resolve("password"), PASSWORD);
    if (isRoot()) {
      server.run("chown", List.of("chown", "-R", NOBODY, folder.toString()));
    }
    server.run(
        "initdb",
        server.program(
            "initdb",
            "--auth=scram-sha-256",
            "--username=" + USER,
            "--pwfile=" + password,
            "--no-sync",
            "--encoding=UTF8",
            "--locale=C"));
    server.startAgain();
    return server;
  }

  /** Its address, with no user in it. */
  String url() {
    return String.format(Locale.ROOT, "jdbc:postgresql://127.0.0.1:%d/postgres", port);
  }

  /** The variables with which the command finds it. */
  Map<String, String> environment() {
    return Map.of("DESIST_JOBS", url(), "DESIST_JOBS_USER", USER, "DESIST_JOBS_PASSWORD", PASSWORD);
  }

  JobsPlace place() {
    return JobsPlace.of(url(), USER, PASSWORD);
  }

  /** Starts the server on the data it has. */
  void startAgain() throws InterruptedException {
    server =
        Child.start(
            folder.resolve("server.log"),
            program(
                "postgres",
                "-p",
                Integer.toString(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "fsync=off"),
            Map.of());
    server.await(
        "it takes connections",
        () -> server.log().contains("database system is ready to accept connections"));
  }

  /** Stops as at a power cut: every connection breaks off, nothing is written down. */
  void stopAtOnce() throws InterruptedException {
    run("stop", program("pg_ctl", "stop", "--mode=immediate"));
    server.exit();
  }

  private List<String> program(String name, String... arguments) {
    List<String> command = new ArrayList<>();
    if (isRoot()) {
      command.addAll(List.of("runuser", "-u", NOBODY, "--"));
    }
    command.addAll(
        List.of(programs.resolve(name).toString(), "-D", folder.resolve("data").toString()));
    command.addAll(List.of(arguments));
    return command;
  }

  private void run(String name, List<String> command) throws InterruptedException {
    try (Child child = Child.start(folder.resolve(name + ".log"), command, Map.of())) {
      assertThat(child.exit()).as(child::log).isZero();
    }
  }

  private static boolean isRoot() {
    return System.getProperty("user.name").equals("root");
  }

  private static Path programs() throws IOException {
    assertThat(PROGRAMS).as("PostgreSQL: install the Debian package postgresql").isDirectory();
    try (Stream<Path> versions = Files.list(PROGRAMS)) {
      return versions.max(Comparator.naturalOrder()).orElseThrow().resolve("bin");
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    server.close();
    Folders.delete(folder);
  }
}
