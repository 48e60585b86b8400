// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ModelTasksTest {
  private final List<String> done = new CopyOnWriteArrayList<>();

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4})
  void aModelComesAfterAllItReads(int atOnce) {
    ModelTasks tasks = new ModelTasks(atOnce);
    for (SqlModel model :
        List.of(model("a", "extract"), model("b", "a"), model("c", "a"), model("d", "b", "c"))) {
      tasks.add(model, () -> done.add(model.name()));
    }

    tasks.run();

    assertThat(done).containsExactlyInAnyOrder("a", "b", "c", "d").startsWith("a").endsWith("d");
  }

  @Test
  void whatReadsNothingOfEachOtherIsDoneSideBySide() {
    CountDownLatch both = new CountDownLatch(2);
    ModelTasks tasks = new ModelTasks(2);
    for (String name : List.of("a", "b")) {
      tasks.add(model(name, "extract"), () -> meet(name, both));
    }

    tasks.run();

    assertThat(done).containsExactlyInAnyOrder("a", "b");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2})
  void afterAFailureNothingThatReadsItIsBegun(int atOnce) {
    ModelTasks tasks = new ModelTasks(atOnce);
    tasks.add(
        model("a", "extract"),
        () -> {
          throw new IllegalArgumentException("a is wrong");
        });
    tasks.add(model("b", "a"), () -> done.add("b"));
    tasks.add(model("c", "b"), () -> done.add("c"));

    assertThatThrownBy(tasks::run)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a is wrong");
    assertThat(done).isEmpty();
  }

  @Test
  void whatWasBegunBesideAFailureHasEndedWhenItIsThrown() {
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch failing = new CountDownLatch(1);
    ModelTasks tasks = new ModelTasks(2);
    tasks.add(
        model("a", "extract"),
        () -> {
          await(begun);
          failing.countDown();
          throw new IllegalArgumentException("a is wrong");
        });
    tasks.add(
        model("b", "extract"),
        () -> {
          begun.countDown();
          await(failing);
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
          done.add("b");
        });

    assertThatThrownBy(tasks::run).hasMessage("a is wrong");
    assertThat(done).containsExactly("b");
  }

  private void meet(String name, CountDownLatch both) {
    both.countDown();
    await(both);
    done.add(name);
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(30, TimeUnit.SECONDS)).as("the other began").isTrue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static SqlModel model(String name, String... reads) {
    return SqlModel.parse(
        name + ".sql",
        "-- table: %s\n-- grain: a row\n-- reads: %s\n-- why: a test\nselect 1"
            .formatted(name, String.join(", ", reads)));
  }
}
