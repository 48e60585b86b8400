// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.desist.identity.KeyFile;
import org.desist.jobs.Terminal;
import org.desist.jobs.Worlds;
import org.desist.jobs.command.Settings.Name;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typed goes before the environment, that before desist.yaml, that before the default. */
class SettingsTest {
  private static final String FIRST = "2019-06-30-0001";

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void nameTheFile() {
    file = folder.resolve("desist.yaml");
  }

  @Test
  void theNearestFileAboveTheWorkingFolderHolds() throws IOException {
    write("out: above\nengine: spark\n");
    Path below = Files.createDirectories(folder.resolve("a").resolve("b"));

    Settings above = Settings.in(Map.of(), below);
    assertThat(above.all().get(Name.OUT))
        .isEqualTo(new Settings.Value(folder.resolve("above").toString(), file + ":1"));
    assertThat(above.all().get(Name.ENGINE)).isEqualTo(new Settings.Value("spark", file + ":2"));
    assertThat(above.all().get(Name.METHOD))
        .isEqualTo(new Settings.Value("moj-2017", Settings.DEFAULT));

    // Files do not add up: who reads the nearest has read all.
    Path nearer = Files.writeString(folder.resolve("a").resolve("desist.yaml"), "out: nearer\n");
    Settings near = Settings.in(Map.of(), below);
    assertThat(near.all().get(Name.OUT).origin()).isEqualTo(nearer + ":1");
    assertThat(near.all().get(Name.ENGINE).origin()).isEqualTo(Settings.DEFAULT);
  }

  @Test
  void aVariableNamesTheFileOrNone() throws IOException {
    write("out: above\n");
    Path other = Files.writeString(folder.resolve("other.yaml"), "out: other\n");

    assertThat(Settings.in(Map.of("DESIST_CONFIG", "other.yaml"), folder).all().get(Name.OUT))
        .isEqualTo(new Settings.Value(folder.resolve("other").toString(), other + ":1"));
    assertThat(Settings.in(Map.of("DESIST_CONFIG", ""), folder).all().get(Name.OUT))
        .isEqualTo(new Settings.Value("var", Settings.DEFAULT));
    assertThat(Settings.in(Map.of("DESIST_CONFIG", "absent.yaml"), folder).fault())
        .hasValueSatisfying(fault -> assertThat(fault).hasMessageContaining("absent.yaml"));
  }

  @Test
  void pathsBelongToTheFilesFolderAndNamesToNone() throws IOException {
    Files.createDirectories(folder.resolve("config"));
    Path config =
        Files.writeString(
            folder.resolve("config").resolve("desist.yaml"),
            "out: ../results\nkey-file: person.key\nmethod: own.yaml\njobs: history\n");

    Map<Name, Settings.Value> own = Settings.in(named(config), folder).all();
    assertThat(own.get(Name.OUT).text()).isEqualTo(folder.resolve("results").toString());
    assertThat(own.get(Name.KEY_FILE).text())
        .isEqualTo(folder.resolve("config").resolve("person.key").toString());
    assertThat(own.get(Name.METHOD).text())
        .isEqualTo(folder.resolve("config").resolve("own.yaml").toString());

    Files.writeString(
        config,
        """
        out: s3a://bucket/desist
        method: moj-2017-ogrs4g
        jobs: jdbc:postgresql://db/nights?user=me&password=secret
        """);
    Map<Name, Settings.Value> remote = Settings.in(named(config), folder).all();
    assertThat(remote.get(Name.OUT).text()).isEqualTo("s3a://bucket/desist");
    assertThat(remote.get(Name.METHOD).text()).isEqualTo("moj-2017-ogrs4g");
    assertThat(remote.get(Name.JOBS).text()).isEqualTo("jdbc:postgresql://db:5432/nights");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keyfile: a.key | the nearest is key-file",
        "engin: spark | the nearest is engine",
        "engine: sparks | spark (the nearest)",
        "method: [a] | it must be text",
      })
  void whatTheFileMayNotHoldIsNamedWithItsLine(String line, String advice) throws IOException {
    write("out: results\n" + line + "\n");
    Terminal terminal = new Terminal(folder, named(file));

    assertThat(terminal.type("runs")).isEqualTo(4);
    assertThat(terminal.err())
        .contains("BAD_SETTINGS", file.toString(), "line 2", advice)
        .contains(line.substring(0, line.indexOf(':')));

    // Help needs no settings, and tells how to write them.
    assertThat(terminal.type("run", "--help")).isZero();
  }

  @Test
  void aFileThatOthersCanChangeIsTakenOnlyWhenItIsNamed() throws IOException {
    write("out: results\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-rw-rw-"));

    assertThat(Settings.in(Map.of(), folder).fault())
        .hasValueSatisfying(
            fault -> assertThat(fault).hasMessageContaining("another account can change it"));
    assertThat(Settings.in(named(file), folder).all().get(Name.OUT).origin())
        .isEqualTo(file + ":1");
  }

  @Test
  void typedBeforeVariableBeforeFileBeforeDefault() throws IOException {
    Terminal plain = new Terminal(folder, Map.of());
    plain.type("run", "--help");
    assertThat(unbroken(plain)).contains("(default: var)", "(default: duckdb)", "(default: none)");

    write("out: of-file\n");
    Terminal filed = new Terminal(folder, named(file));
    filed.type("run", "--help");
    assertThat(unbroken(filed).replace(" ", ""))
        .contains("(default:" + folder.resolve("of-file") + ",from" + file + ":1)");

    Map<String, String> environment = new HashMap<>(named(file));
    environment.put("DESIST_OUT", folder.resolve("of-variable").toString());
    Terminal varied = new Terminal(folder, environment);
    varied.type("run", "--help");
    assertThat(unbroken(varied)).contains("from DESIST_OUT");
    varied.type("query", "select 1");
    assertThat(varied.err()).contains("of-variable").doesNotContain("of-file");

    varied.type("query", "select 1", "--out", folder.resolve("of-hand").toString());
    assertThat(varied.err()).contains("of-hand").doesNotContain("of-variable");

    // Where invented people would stand among others.
    varied.type("demo", "--help");
    assertThat(unbroken(varied)).contains("(default: var/demo)");
  }

  @Test
  void aVariableThatCannotBeUsedIsNamed() {
    Terminal terminal = new Terminal(folder, Map.of("DESIST_ENGINE", "sparks"));

    assertThat(terminal.type("run", "--extracts", "x", "--snapshot", "2019-06-30")).isEqualTo(2);
    assertThat(terminal.err()).contains("sparks", "The value comes from DESIST_ENGINE.");
  }

  @Test
  void aRunTellsWhereItsSettingsCameFromAndResumesWhenTheyHaveChanged() throws IOException {
    KeyFile.create(folder.resolve("person.key"));
    Path method = Files.writeString(folder.resolve("own.yaml"), "method: own\n");
    write("out: results\nkey-file: person.key\nmethod: own.yaml\n");
    Terminal terminal = new Terminal(folder, named(file));

    assertThat(run(terminal, "--until", "ingest", "--engine", "duckdb"))
        .as(terminal.err())
        .isZero();
    write("engine: spark\nout: results\n");
    assertThat(terminal.type("resume", FIRST)).as(terminal.err()).isZero();

    assertThat(terminal.type("show", FIRST)).isZero();
    assertThat(terminal.out())
        .containsPattern("method +" + method + " +" + file + ":3")
        .containsPattern("engine +duckdb +typed")
        .containsPattern("output folder +" + folder.resolve("results") + " +" + file + ":1")
        .containsPattern("key file +" + folder.resolve("person.key") + " +" + file + ":2")
        .containsPattern("history +\\S+ +default");
    terminal.type("show", FIRST, "--format", "json");
    assertThat(terminal.out()).contains("\"from\" : \"" + file + ":3\"");
    terminal.type("show", FIRST, "--format", "html");
    assertThat(terminal.out().replaceAll("</?(bdi|wbr)>", ""))
        .contains("(from: " + file + ":3)", "(from: typed)");

    // The same figures from elsewhere are the same run.
    Files.delete(file);
    Map<String, String> environment = Map.of("DESIST_KEY_FILE", folder + "/person.key");
    Terminal other = new Terminal(folder, environment);
    assertThat(run(other, "--method", method + "", "--out", folder + "/results")).isZero();
    assertThat(other.err()).contains("Nothing to do: run " + FIRST);
  }

  @Test
  void whatHoldsIsShownWithoutARun() throws IOException {
    write("out: results\n");
    Map<String, String> environment = new HashMap<>(named(file));
    environment.put("DESIST_JOBS", "jdbc:postgresql://db/nights?password=secret");
    Terminal terminal = new Terminal(folder, environment);

    assertThat(terminal.type("show", "--settings")).isZero();
    assertThat(terminal.out())
        .containsPattern("out +" + folder.resolve("results") + " +" + file + ":1")
        .containsPattern("engine +duckdb +default")
        .containsPattern("jobs +jdbc:postgresql://db:5432/nights +DESIST_JOBS")
        .doesNotContain("secret");
    assertThat(terminal.type("show", "--settings", "--format", "json")).isZero();
    assertThat(terminal.out()).contains("\"name\" : \"out\"", "\"from\" : \"default\"");
    assertThat(terminal.type("show", FIRST, "--settings")).isEqualTo(2);
    terminal.type("run", "--help");
    assertThat(terminal.out()).doesNotContain("secret");
  }

  private int run(Terminal terminal, String... more) {
    Path extracts = folder.resolve("extracts");
    if (!Files.exists(extracts)) {
      Worlds.extracts(extracts, "person\n");
    }
    List<String> words =
        new ArrayList<>(List.of("run", "--extracts", extracts + "", "--snapshot", "2019-06-30"));
    words.addAll(List.of(more));
    return terminal.type(words.toArray(String[]::new));
  }

  private static String unbroken(Terminal terminal) {
    return terminal.out().replaceAll("\\s+", " ");
  }

  private void write(String text) throws IOException {
    Files.writeString(file, text);
  }

  private static Map<String, String> named(Path file) {
    return Map.of("DESIST_CONFIG", file.toString());
  }
}
