// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.observe.openlineage;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Posts events to an endpoint from a thread of its own, so that a run never waits for it but for a
 * moment at its end. After the first event that does not arrive no other is tried.
 */
final class HttpSink implements EventSink {
  private static final Duration PATIENCE = Duration.ofSeconds(2);
  private static final int REFUSED = 300;

  private final URI endpoint;
  private final String apiKey;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final ExecutorService sender = Executors.newSingleThreadExecutor(HttpSink::thread);
  private final AtomicInteger open = new AtomicInteger();
  private volatile boolean isDown;

  HttpSink(URI endpoint, String apiKey) {
    this.endpoint = endpoint;
    this.apiKey = apiKey;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "openlineage");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void send(String event) {
    open.incrementAndGet();
    try {
      sender.execute(() -> post(event));
    } catch (RejectedExecutionException e) {
      isDown = true;
    }
  }

  private void post(String event) {
    if (isDown) {
      return;
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(endpoint)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(event));
    if (apiKey != null) {
      request.header("Authorization", "Bearer " + apiKey);
    }
    try {
      HttpResponse<Void> response = client.send(request.build(), BodyHandlers.discarding());
      if (response.statusCode() < REFUSED) {
        open.decrementAndGet();
      } else {
        isDown = true;
      }
    } catch (IOException e) {
      isDown = true;
    } catch (InterruptedException e) {
      isDown = true;
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    sender.shutdown();
    try {
      if (!sender.awaitTermination(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
        sender.shutdownNow();
      }
    } catch (InterruptedException e) {
      sender.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public int lost() {
    return open.get();
  }
}
