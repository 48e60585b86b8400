// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.reoffending;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.identity.KeyFile;
import org.desist.jobs.Worlds;
import org.desist.jobs.repository.JobDatabase;
import org.desist.jobs.repository.JobsPlace;
import org.desist.run.ProgressListener;
import org.desist.run.RunContext;
import org.desist.run.RunFolder;
import org.desist.run.RunObserver;
import org.desist.run.RunSettings;
import org.desist.run.Stage;
import org.desist.run.Stages;
import org.desist.stage.Pipeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.batch.core.job.flow.FlowJob;

/** The drawing in the job's README has the steps of the job, in their order. */
class JobFlowTest {
  private static final Path README =
      Path.of("src", "main", "java", "org", "desist", "jobs", "reoffending", "README.md");
  private static final Pattern DRAWING = Pattern.compile("```mermaid\n(.*?)```", Pattern.DOTALL);
  private static final Pattern NODE = Pattern.compile("[a-z]+");

  @TempDir Path folder;

  @Test
  void theReadmeDrawsTheStepsOfTheJobInTheirOrder() throws IOException {
    Matcher drawing = DRAWING.matcher(Files.readString(README));
    assertThat(drawing.find()).isTrue();
    List<String> lines = drawing.group(1).lines().map(String::strip).toList();

    List<String> steps = steps();

    assertThat(nodes(line(lines, "ingest -->")))
        .containsExactlyElementsOf(with(steps, "published"));
    assertThat(nodes(line(lines, "-. ")))
        .containsExactlyElementsOf(with(steps.subList(0, steps.size() - 1), "paused"));
    assertThat(nodes(line(lines, StageStep.REFUSED))).containsExactly("guard", "refused");
    assertThat(nodes(line(lines, "[["))).containsExactly("ingest");
  }

  private List<String> steps() {
    Path key = folder.resolve("person.key");
    KeyFile.create(key);
    Path out = folder.resolve("out");
    RunSettings settings =
        Worlds.settings(Worlds.extracts(folder.resolve("extracts"), "person\n"), out)
            .with(RunSettings.NamedFiles.key(key));
    RunContext context =
        new RunContext(settings, "run", RunFolder.of(out, "run"), ProgressListener.silent());
    try (JobDatabase database = JobDatabase.open(JobsPlace.below(out), out);
        Stages stages = new Pipeline().open(settings)) {
      List<String> names = stages.list().stream().map(Stage::name).toList();
      FlowJob job =
          (FlowJob)
              new ReoffendingJob(database, new RunObserver() {}, Clock.systemUTC())
                  .build(stages.list(), context);
      assertThat(job.getStepNames()).containsExactlyInAnyOrderElementsOf(names);
      return names;
    }
  }

  private static String line(List<String> lines, String mark) {
    List<String> found = lines.stream().filter(line -> line.contains(mark)).toList();
    assertThat(found).as(mark).hasSize(1);
    return found.get(0);
  }

  /** The nodes of a line of the drawing; words in brackets and quotes are labels. */
  private static List<String> nodes(String line) {
    String bare = line.replaceAll("\"[^\"]*\"", "").replaceAll("[\\[(]+[^\\])]*[\\])]+", "");
    return NODE.matcher(bare).results().map(found -> found.group()).toList();
  }

  private static List<String> with(List<String> names, String last) {
    return java.util.stream.Stream.concat(names.stream(), Arrays.asList(last).stream()).toList();
  }
}
