// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.lang.reflect.AnnotatedElement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.repository.JobsPlace;
import org.desist.method.MethodFile;
import org.desist.storage.Locations;
import org.desist.storage.SecretFile;
import org.desist.yaml.YamlDocument;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * What every command would repeat, said once: an option that is marked with {@link Of} and not
 * typed takes its value from the environment, else from {@code desist.yaml}, else its own default.
 */
final class Settings implements IDefaultValueProvider {
  static final String FILE = "desist.yaml";
  static final String TYPED = "typed";
  static final String DEFAULT = "default";
  private static final String CONFIG = "DESIST_CONFIG";
  private static final Schema SCHEMA = YamlDocument.schema("contract/settings.schema.json");

  /** The settings there are. */
  enum Name {
    OUT("var"),
    KEY_FILE("none"),
    ENGINE("duckdb"),
    METHOD("moj-2017"),
    JOBS("OUT/jobs");

    private final String usual;

    Name(String usual) {
      this.usual = usual;
    }

    /** As in the file, and in the option behind two dashes. */
    String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String variable() {
      return "DESIST_" + name();
    }

    /** A path that is written in the file belongs to the file's folder. */
    private String from(Path folder, String written) {
      boolean isPath =
          switch (this) {
            case OUT, KEY_FILE -> true;
            case METHOD -> !MethodFile.shipped().contains(written);
            case JOBS -> !written.startsWith("jdbc:");
            case ENGINE -> false;
          };
      if (!isPath || Locations.isRemote(Locations.named(written))) {
        return written;
      }
      Path here = Path.of("").toAbsolutePath();
      Path named = folder.resolve(written).normalize();
      return (named.startsWith(here) && !named.equals(here) ? here.relativize(named) : named)
          .toString();
    }
  }

  /** Marks the field of an option that takes its value from a setting. */
  @Retention(RetentionPolicy.RUNTIME)
  @Target(ElementType.FIELD)
  @interface Of {
    /** The setting. */
    Name value();
  }

  /**
   * A value and where it comes from.
   *
   * @param text null for the default
   * @param origin {@code typed}, a variable, {@code FILE:LINE}, or {@code default}
   */
  record Value(String text, String origin) {}

  private final Map<Name, Value> values;
  private final DesistException fault;

  private Settings(Map<Name, Value> values, DesistException fault) {
    this.values = values;
    this.fault = fault;
  }

  /**
   * Those that hold in a folder.
   *
   * @param environment the process's variables
   * @param folder the working folder, from which the file is searched upwards
   */
  static Settings in(Map<String, String> environment, Path folder) {
    Map<Name, Value> values = new EnumMap<>(Name.class);
    DesistException fault = null;
    try {
      Optional<Path> file = file(environment, folder.toAbsolutePath().normalize());
      if (file.isPresent()) {
        values.putAll(read(file.get()));
      }
    } catch (DesistException e) {
      // Help needs no settings: the error is raised when a command runs.
      fault = e;
    }
    for (Name name : Name.values()) {
      String variable = environment.getOrDefault(name.variable(), "");
      // An empty variable is how a shell says that there is none.
      if (!variable.isEmpty()) {
        values.put(name, new Value(variable, name.variable()));
      }
    }
    return new Settings(values, fault);
  }

  /** The file that is named, or the nearest one; an empty name is for none. */
  private static Optional<Path> file(Map<String, String> environment, Path folder) {
    String named = environment.get(CONFIG);
    if (named != null) {
      return named.isEmpty() ? Optional.empty() : Optional.of(folder.resolve(named).normalize());
    }
    for (Path at = folder; at != null; at = at.getParent()) {
      Path file = at.resolve(FILE);
      if (Files.isRegularFile(file)) {
        if (SecretFile.isOfOthers(file)) {
          throw new DesistException(
              ErrorCode.BAD_SETTINGS,
              "Cannot use the settings %s: another account can change it, and so decide where personal data is written. If that is as it should be, name it with %s=%s; to leave it out: %s="
                  .formatted(file, CONFIG, file, CONFIG));
        }
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private static Map<Name, Value> read(Path file) {
    YamlDocument<Map<?, ?>> document = document(file);
    if (document.value() == null) {
      throw new DesistException(
          ErrorCode.BAD_SETTINGS,
          "Cannot use the settings %s:\n%s\nCorrect it; docs/operations.md lists what it may hold. %s= runs without it."
              .formatted(
                  file,
                  document.faults().stream()
                      .map(wrong -> "  " + wrong.sentence())
                      .collect(Collectors.joining("\n")),
                  CONFIG));
    }
    Map<Name, Value> values = new EnumMap<>(Name.class);
    for (Name name : Name.values()) {
      if (document.value().get(name.key()) instanceof String written) {
        values.put(
            name,
            new Value(
                name.from(file.getParent(), written),
                file + ":" + document.tree().line("/" + name.key())));
      }
    }
    return values;
  }

  @SuppressWarnings("unchecked")
  private static YamlDocument<Map<?, ?>> document(Path file) {
    try {
      return (YamlDocument<Map<?, ?>>) (YamlDocument<?>) YamlDocument.read(file, SCHEMA, Map.class);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_SETTINGS,
          "Cannot read the settings %s: %s. Name a readable file in UTF-8 with %s, or none: %s="
              .formatted(file, e.getMessage(), CONFIG, CONFIG),
          e);
    }
  }

  /** BAD_SETTINGS with every fault of the file, its line and key; empty when it can be used. */
  Optional<DesistException> fault() {
    return Optional.ofNullable(fault);
  }

  @Override
  public String defaultValue(ArgSpec option) {
    return name(option).map(values::get).map(Value::text).orElse(null);
  }

  private static Optional<Name> name(ArgSpec option) {
    return option.userObject() instanceof AnnotatedElement field
            && field.isAnnotationPresent(Of.class)
        ? Optional.of(field.getAnnotation(Of.class).value())
        : Optional.empty();
  }

  /** Where a value that cannot be used comes from, when it was not typed; empty when it was. */
  Optional<String> originOf(ArgSpec option, String message) {
    return name(option)
        .map(values::get)
        .filter(value -> message.contains(value.text()))
        .map(Value::origin);
  }

  /** Where the settings of a command that has been typed come from, by key: those that it takes. */
  Map<String, String> origins(CommandSpec command) {
    Map<String, String> origins = new TreeMap<>();
    for (OptionSpec option : command.options()) {
      name(option)
          .ifPresent(
              name ->
                  origins.put(
                      name.key(),
                      command.commandLine().getParseResult().hasMatchedOption(option)
                          ? TYPED
                          : present(name).origin()));
    }
    return origins;
  }

  private Value present(Name name) {
    return values.getOrDefault(name, new Value(null, DEFAULT));
  }

  /** All settings as they are for whoever types nothing; an address without what is secret. */
  Map<Name, Value> all() {
    Map<Name, Value> all = new LinkedHashMap<>();
    for (Name name : Name.values()) {
      Value value = present(name);
      String shown = value.text() == null ? name.usual : value.text();
      if (name == Name.JOBS && value.text() != null) {
        shown = address(shown);
      }
      all.put(name, new Value(shown, value.origin()));
    }
    return all;
  }

  private static String address(String jobs) {
    try {
      return JobsPlace.of(jobs, null, null).label();
    } catch (DesistException e) {
      return "an address that cannot be used";
    }
  }

  /** For help: {@code ${bundle:setting-out:-var}} is the value and where it comes from. */
  ResourceBundle words() {
    return new ResourceBundle() {
      private static final String PREFIX = "setting-";

      @Override
      protected Object handleGetObject(String key) {
        for (Name name : values.keySet()) {
          if (key.equals(PREFIX + name.key())) {
            Value value = all().get(name);
            return value.text() + ", from " + value.origin();
          }
        }
        return null;
      }

      @Override
      public Enumeration<String> getKeys() {
        return Collections.enumeration(
            values.keySet().stream().map(name -> PREFIX + name.key()).toList());
      }
    };
  }
}
