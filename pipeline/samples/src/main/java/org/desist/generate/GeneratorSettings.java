// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.generate.Services.Service;

/**
 * What to generate. Everything but {@code out} and {@code threads} decides the content.
 *
 * @param persons 1 to 9,000,000 people who come to notice by the end of 2021
 * @param seed any number; another seed is another world
 * @param format how the files are written
 * @param snapshotDate the day whose knowledge the snapshot holds: 2000-01-01 to 2029-12-31. The
 *     same seed with an earlier day gives the same people with what came later left out
 * @param out the folder in which {@code snapshot-DATE/} and {@code truth-DATE/} are made
 * @param threads how many threads work; the content does not depend on it
 */
public record GeneratorSettings(
    int persons, long seed, GeneratorFormat format, LocalDate snapshotDate, Path out, int threads) {

  /** The snapshot's day where none is given. */
  public static final LocalDate DEFAULT_SNAPSHOT = LocalDate.of(2021, 12, 31);

  private static final int MOST_PERSONS = 9_000_000;
  private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);
  private static final LocalDate LATEST = LocalDate.of(2029, 12, 31);

  /**
   * Checks the settings.
   *
   * @throws DesistException BAD_ARGUMENT when a number or a day is out of range
   */
  public GeneratorSettings {
    if (persons < 1 || persons > MOST_PERSONS) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot generate " + persons + " persons: give a number from 1 to " + MOST_PERSONS + ".");
    }
    if (snapshotDate.isBefore(EARLIEST) || snapshotDate.isAfter(LATEST)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot generate a snapshot of %s: give a date from %s to %s."
              .formatted(snapshotDate, EARLIEST, LATEST));
    }
    if (threads < 1) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT, "Cannot generate with " + threads + " threads: give 1 or more.");
    }
  }

  /** CSV as of 31 December 2021, on all cores. */
  public static GeneratorSettings of(int persons, long seed, Path out) {
    return new GeneratorSettings(
        persons,
        seed,
        GeneratorFormat.CSV,
        DEFAULT_SNAPSHOT,
        out,
        Runtime.getRuntime().availableProcessors());
  }

  /** The same in another format. */
  public GeneratorSettings as(GeneratorFormat other) {
    return new GeneratorSettings(persons, seed, other, snapshotDate, out, threads);
  }

  /** The same world as it was known on another day. */
  public GeneratorSettings on(LocalDate day) {
    return new GeneratorSettings(persons, seed, format, day, out, threads);
  }

  /** The same content made by another number of threads. */
  public GeneratorSettings using(int otherThreads) {
    return new GeneratorSettings(persons, seed, format, snapshotDate, out, otherThreads);
  }

  /** The folder of the extracts: what {@code desist run --extracts} is pointed at. */
  public Path snapshotFolder() {
    return out.resolve("snapshot-" + snapshotDate);
  }

  /** The folder of what is true but not delivered. */
  public Path truthFolder() {
    return out.resolve("truth-" + snapshotDate);
  }

  /** The folder of the lists of participants, where they are asked for. */
  public Path participantFolder() {
    return out.resolve("participants-" + snapshotDate);
  }

  /** How a snapshot's files are written. */
  public enum GeneratorFormat {
    /** UTF-8 text, one file per resource. */
    CSV(".csv"),
    /** The same text, compressed. */
    CSV_GZIP(".csv.gz"),
    /** Typed columns; faults that a typed column cannot hold are left out. */
    PARQUET(".parquet");

    private final String suffix;

    GeneratorFormat(String suffix) {
      this.suffix = suffix;
    }

    /** What follows a resource's name in its file's name. */
    public String suffix() {
      return suffix;
    }
  }

  /**
   * Which lists of participants to write beside a generated world, and how carelessly.
   *
   * @param services their names as in the extracts, or in the short form of a file name such as
   *     {@code wren-house}; {@code all} stands for every one
   * @param typingErrors the chance that a name, a date of birth or an id is mistyped, 0 to 1
   */
  public record ParticipantListSettings(List<String> services, double typingErrors) {
    /** One field in twenty. */
    public static final double USUAL_TYPING_ERRORS = 0.05;

    private static final String ALL = "all";

    /**
     * Checks the settings.
     *
     * @throws DesistException BAD_ARGUMENT when there is no service of that name, or the chance is
     *     none
     */
    public ParticipantListSettings {
      services = List.copyOf(services);
      if (!(typingErrors >= 0 && typingErrors <= 1)) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot mistype a share of %s: give a number from 0 to 1.".formatted(typingErrors));
      }
      for (String name : services) {
        if (!name.equals(ALL) && Service.all().stream().noneMatch(s -> isNamed(s, name))) {
          throw new DesistException(
              ErrorCode.BAD_ARGUMENT,
              "Cannot list the participants of %s: there is no such service. Name one of %s, or all."
                  .formatted(
                      name,
                      String.join(
                          ", ", Service.all().stream().map(s -> shortName(s.name())).toList())));
        }
      }
    }

    /** Whether a list of the service is asked for. */
    boolean asksFor(Service service) {
      return services.stream().anyMatch(name -> name.equals(ALL) || isNamed(service, name));
    }

    /** {@code wren-house} for {@code Wren House}. */
    static String shortName(String service) {
      return service.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
    }

    private static boolean isNamed(Service service, String name) {
      return service.name().equals(name) || shortName(service.name()).equals(shortName(name));
    }
  }
}
