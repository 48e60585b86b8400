// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkContext;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.network.TransportContext;
import org.apache.spark.network.buffer.ManagedBuffer;
import org.apache.spark.network.client.ChunkReceivedCallback;
import org.apache.spark.network.client.TransportClient;
import org.apache.spark.network.client.TransportClientFactory;
import org.apache.spark.network.server.NoOpRpcHandler;
import org.apache.spark.network.shuffle.protocol.BlockTransferMessage;
import org.apache.spark.network.shuffle.protocol.OpenBlocks;
import org.apache.spark.network.shuffle.protocol.StreamHandle;
import org.apache.spark.network.util.MapConfigProvider;
import org.apache.spark.network.util.TransportConf;
import org.apache.spark.sql.SparkSession;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What another account on the machine gets of a local run's memory by its ports: nothing. */
@Tag("spark")
class SparkExposureTest {
  private static final String PERSON = "2010/0000101L";
  private static final Path SOCKETS = Path.of("/proc/self/net");
  private static final String LISTENING = "0A";
  private static final int PATIENCE_MILLIS = 5_000;

  // As the kernel writes 127.0.0.1, the same in IPv6, and ::1.
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "0000000000000000FFFF00000100007F", "00000000000000000000000001000000");

  /** A socket of this process that waits for others. */
  private record Listening(String address, int port) {}

  @Test
  void aClientWithoutTheSecretGetsNoBlock() {
    assumeTrue(Files.isDirectory(SOCKETS), "only Linux shows a process's sockets in /proc");
    List<Listening> before = listening();
    try (SparkEngine engine = SparkEngine.start("local[1]", 1)) {
      assertThat(engine.name()).isEqualTo("spark");
      SparkContext context = SparkSession.active().sparkContext();
      JavaRDD<String> held =
          JavaSparkContext.fromSparkContext(context).parallelize(List.of(PERSON), 1).cache();
      assertThat(held.count()).isOne();
      String block = String.format(Locale.ROOT, "rdd_%d_0", held.id());
      List<Listening> ports = listening();
      ports.removeAll(before);

      assertThat(ports).as("Spark's ports").isNotEmpty();
      assertThat(ports).allSatisfy(port -> assertThat(port.address()).isIn(LOOPBACK));
      assertThat(ports).allSatisfy(port -> assertThat(fetch(context, port, block)).isEmpty());
      assertThat(context.getConf().contains("spark.authenticate.secret")).isFalse();
    }
  }

  /** A block as Spark's own protocol brings it, without logging in. */
  private static Optional<String> fetch(SparkContext context, Listening port, String block) {
    TransportConf conf = new TransportConf("shuffle", MapConfigProvider.EMPTY);
    try (TransportContext transport = new TransportContext(conf, new NoOpRpcHandler());
        TransportClientFactory clients = transport.createClientFactory();
        TransportClient client = clients.createUnmanagedClient("127.0.0.1", port.port())) {
      OpenBlocks open = new OpenBlocks(context.applicationId(), "driver", new String[] {block});
      ByteBuffer answer = client.sendRpcSync(open.toByteBuffer(), PATIENCE_MILLIS);
      StreamHandle handle = (StreamHandle) BlockTransferMessage.Decoder.fromByteBuffer(answer);
      CompletableFuture<String> content = new CompletableFuture<>();
      client.fetchChunk(handle.streamId, 0, new Received(content));
      return Optional.of(content.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
    } catch (Exception refused) {
      return Optional.empty();
    }
  }

  private record Received(CompletableFuture<String> content) implements ChunkReceivedCallback {
    @Override
    public void onSuccess(int chunk, ManagedBuffer buffer) {
      try {
        content.complete(StandardCharsets.ISO_8859_1.decode(buffer.nioByteBuffer()).toString());
      } catch (IOException e) {
        content.completeExceptionally(e);
      }
    }

    @Override
    public void onFailure(int chunk, Throwable e) {
      content.completeExceptionally(e);
    }
  }

  private static List<Listening> listening() {
    Set<String> own = ownSockets();
    List<Listening> found = new ArrayList<>();
    for (String table : List.of("tcp", "tcp6")) {
      for (String line : lines(SOCKETS.resolve(table))) {
        List<String> fields = List.of(line.strip().split("\\s+", -1));
        if (fields.get(3).equals(LISTENING) && own.contains(fields.get(9))) {
          int colon = fields.get(1).indexOf(':');
          found.add(
              new Listening(
                  fields.get(1).substring(0, colon),
                  Integer.parseInt(fields.get(1).substring(colon + 1), 16)));
        }
      }
    }
    return found;
  }

  private static List<String> lines(Path table) {
    try {
      return Files.exists(table) ? Files.readAllLines(table).stream().skip(1).toList() : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The numbers of the sockets that this process has open. */
  private static Set<String> ownSockets() {
    try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
      return open.map(SparkExposureTest::target)
          .filter(name -> name.startsWith("socket:["))
          .map(name -> name.replaceAll("\\D", ""))
          .collect(Collectors.toSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closed) {
      return "";
    }
  }
}
