// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.desist.jobs.Child;

/** An object store on 127.0.0.1 that forgets all it holds when it ends: moto's. */
final class MotoServer implements AutoCloseable {
  /** The bucket that is there. */
  static final String BUCKET = "ministry";

  private static final String HOST = "127.0.0.1";
  private static final String PREFIX = "spark.hadoop.fs.s3a.";

  private final Child server;
  private final String url;

  private MotoServer(Child server, String url) {
    this.server = server;
    this.url = url;
  }

  /**
   * Starts the server that the variable DESIST_MOTO names, makes a bucket, and has this process
   * reach it.
   *
   * @param folder for its log
   */
  static MotoServer start(Path folder) throws Exception {
    String executable = System.getenv("DESIST_MOTO");
    assertThat(executable)
        .as("DESIST_MOTO, the path of moto_server: .ci/objectstore installs one and names it")
        .isNotNull();
    int port = freePort();
    List<String> command = List.of(executable, "-H", HOST, "-p", Integer.toString(port));
    Child server = Child.start(folder.resolve("moto.log"), command, Map.of());
    MotoServer moto = new MotoServer(server, "http://" + HOST + ":" + port);
    try {
      server.await("it listened", () -> listens(port));
      moto.put("/" + BUCKET);
      moto.settings().forEach(System::setProperty);
      return moto;
    } catch (Throwable e) {
      moto.close();
      throw e;
    }
  }

  /** As properties of Java: where the store is and who asks. */
  Map<String, String> settings() {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(PREFIX + "endpoint", url);
    settings.put(PREFIX + "endpoint.region", "us-east-1");
    settings.put(PREFIX + "path.style.access", "true");
    settings.put(PREFIX + "access.key", "anyone");
    settings.put(PREFIX + "secret.key", "anything");
    return settings;
  }

  private void put(String path) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + path))
            .PUT(HttpRequest.BodyPublishers.noBody())
            // The host is unknown to it, so that this says what service is meant.
            .header(
                "Authorization",
                "AWS4-HMAC-SHA256 Credential=anyone/20190630/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=0")
            .build();
    HttpResponse<String> response =
        HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response::body).isEqualTo(200);
  }

  /** The uploads below the bucket that have begun and are no objects yet. */
  String openUploads() throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(url + "/" + BUCKET + "?uploads")).GET().build();
    return HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  private static boolean listens(int port) {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
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
    settings().keySet().forEach(System::clearProperty);
    server.close();
  }
}
