// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.desist.answer.Answer;
import org.desist.answer.AnswerFile;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.ErrorType;
import org.desist.inquiry.RequestFolder;
import org.desist.jobs.intake.IntakeLook.Turn;
import org.desist.request.RequestFile;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;
import org.desist.run.Shell;
import org.desist.text.FigureText;

/**
 * The folder that requests arrive in, one folder each. Looking at it reads files and writes
 * nothing; the state of a request follows from its files, its answer and what was said of the same
 * files before.
 *
 * @param folder that holds a folder per request
 * @param out the output folder, where answers lie
 * @param clock for today, and for how long ago a file was written
 * @param settle files written within this time may still be arriving; zero for none
 */
public record IntakeFolder(Path folder, Path out, Clock clock, Duration settle) {
  private static final Set<IntakeState> DONE =
      EnumSet.of(IntakeState.ANSWERED, IntakeState.WITHDRAWN);
  private static final String NO_REQUEST =
      "There is no request.yaml in it. Fill one in with the request form, and send it with the list.";
  private static final String LINK =
      "The folder is a link. Send the files themselves, in a folder of their own.";

  /**
   * Nobody may think that nothing has arrived where a disk is not mounted.
   *
   * @throws DesistException BAD_ARGUMENT when there is no such folder
   */
  public IntakeFolder {
    if (!Files.isDirectory(folder)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot take in requests: there is no folder %s. Name the one that holds a folder for each request."
              .formatted(folder));
    }
  }

  /**
   * Every request, those that were sent first before the others, and at the end those whose folder
   * has gone since the last time without an answer.
   *
   * @param isAgain whether what has not changed is judged as well, unless it has been answered
   */
  public List<IntakeLook> looks(IntakeJournal journal, boolean isAgain) {
    Map<String, String> owners = new HashMap<>();
    for (IntakeEntry entry : journal.latest()) {
      if (entry.request() != null && Files.isDirectory(folder.resolve(entry.folder()))) {
        owners.putIfAbsent(RequestFolder.name(entry.request()), entry.folder());
      }
    }
    List<String> names = Folders.names(folder);
    List<IntakeLook> looks = new ArrayList<>();
    names.stream()
        .map(name -> arrived(name, journal))
        .sorted(Comparator.comparing(IntakeEntry::sent).thenComparing(IntakeEntry::folder))
        .forEach(entry -> looks.add(safely(entry, journal, owners, isAgain)));
    for (IntakeEntry last : journal.latest()) {
      if (!names.contains(last.folder()) && !DONE.contains(last.state())) {
        looks.add(known(last.in(IntakeState.WITHDRAWN, last.run(), now(), List.of()), null));
      }
    }
    return looks;
  }

  /** What is known of a folder before its files are read. */
  private IntakeEntry arrived(String name, IntakeJournal journal) {
    Optional<IntakeEntry> last = journal.latest(name);
    return new IntakeEntry(
        now(),
        journal.inbox(),
        name,
        null,
        null,
        last.map(IntakeEntry::organisation).orElse(null),
        written(folder.resolve(name)).truncatedTo(ChronoUnit.SECONDS).toString(),
        "",
        IntakeState.NOT_JUDGED,
        null,
        null,
        null,
        List.of());
  }

  /** One folder that cannot be read leaves the others alone. */
  private IntakeLook safely(
      IntakeEntry bare, IntakeJournal journal, Map<String, String> owners, boolean isAgain) {
    try {
      return look(bare, journal, owners, isAgain);
    } catch (DesistException e) {
      IntakeEntry left =
          bare.in(IntakeState.NOT_JUDGED, null, now(), words(e, folder.resolve(bare.folder())));
      return new IntakeLook(left, null, Turn.LEFT, e);
    }
  }

  private IntakeLook look(
      IntakeEntry bare, IntakeJournal journal, Map<String, String> owners, boolean isAgain) {
    Path place = folder.resolve(bare.folder());
    if (Files.isSymbolicLink(place)) {
      return known(bare.in(IntakeState.WAITING, null, now(), List.of(LINK)), null);
    }
    Duration age = Duration.between(Instant.parse(bare.sent()), clock.instant()).abs();
    if (age.compareTo(settle) < 0) {
      String why =
          FigureText.text(
              "A file was written %,d seconds ago, so more may be on the way; the next intake looks again.",
              age.toSeconds());
      return new IntakeLook(
          bare.in(IntakeState.NOT_JUDGED, null, now(), List.of(why)), null, Turn.LEFT, null);
    }
    String hash = Fingerprint.ofFolder(place);
    if (!Files.exists(place.resolve("request.yaml"), LinkOption.NOFOLLOW_LINKS)) {
      return known(faulty(bare, hash, List.of(NO_REQUEST)), null);
    }
    RequestFile file;
    IntakeEntry named;
    try {
      // An answer that was given stays given, also when the day until which it is kept is past.
      file = RequestFile.read(place);
      named = named(bare, hash, file);
      Optional<Answer> answer = answer(file);
      if (answer.isPresent()) {
        owners.putIfAbsent(RequestFolder.name(named.request()), named.folder());
        // What the clinic counted stays beside it.
        IntakeEntry before = journal.judged(named.folder(), hash).orElse(named);
        return known(answered(before, answer.get()), file);
      }
      Optional<IntakeEntry> given =
          journal.judged(named.folder(), hash).filter(e -> e.state() == IntakeState.ANSWERED);
      if (given.isPresent()) {
        return known(given.get(), file);
      }
      file = RequestFile.read(place, LocalDate.now(clock));
    } catch (DesistException e) {
      if (!isOfSender(e)) {
        throw e;
      }
      return known(faulty(bare, hash, words(e, place)), null);
    }
    String owner = owners.computeIfAbsent(RequestFolder.name(named.request()), n -> bare.folder());
    if (!owner.equals(bare.folder())) {
      String why =
          "The folder %s has a request of the same name, %s. Give this one another name under request."
              .formatted(owner, named.request());
      return known(named.in(IntakeState.WAITING, null, now(), List.of(why)), file);
    }
    return judgedBefore(named, file, journal, isAgain);
  }

  private IntakeLook judgedBefore(
      IntakeEntry named, RequestFile file, IntakeJournal journal, boolean isAgain) {
    Optional<IntakeEntry> judged = journal.judged(named.folder(), named.hash());
    if (judged.isPresent() && !isAgain) {
      return known(judged.get(), file);
    }
    boolean isNew = journal.latest(named.folder()).isEmpty();
    Turn turn = judged.isPresent() ? Turn.AGAIN : isNew ? Turn.NEW : Turn.CHANGED;
    return new IntakeLook(
        named.in(IntakeState.NOT_JUDGED, null, now(), List.of(turn.words())), file, turn, null);
  }

  private static IntakeLook known(IntakeEntry entry, RequestFile file) {
    return new IntakeLook(entry, file, Turn.KNOWN, null);
  }

  private static IntakeEntry named(IntakeEntry bare, String hash, RequestFile file) {
    return new IntakeEntry(
        bare.at(),
        bare.inbox(),
        bare.folder(),
        file.request().request(),
        file.request().programme(),
        file.request().organisation(),
        bare.sent(),
        hash,
        bare.state(),
        null,
        null,
        null,
        List.of());
  }

  private IntakeEntry faulty(IntakeEntry bare, String hash, List<String> why) {
    return new IntakeEntry(
        bare.at(),
        bare.inbox(),
        bare.folder(),
        null,
        null,
        RequestFile.sender(folder.resolve(bare.folder())).orElse(bare.organisation()),
        bare.sent(),
        hash,
        IntakeState.WAITING,
        null,
        null,
        null,
        why);
  }

  /** Whether an error is for the sender of a request to mend. */
  public static boolean isOfSender(DesistException fault) {
    return fault.code() == ErrorCode.BAD_REQUEST || fault.code().type() == ErrorType.DATA;
  }

  /**
   * An error as its sender is told it: its lines, with the names of files and no folders, and
   * without those that name a command of ours, which a sender does not have.
   */
  public static List<String> words(DesistException fault, Path place) {
    String message = fault.getMessage().replace(place + place.getFileSystem().getSeparator(), "");
    List<String> lines =
        message.replace(place.toString(), "the folder").lines().map(String::strip).toList();
    return lines.stream()
        .filter(line -> line.equals(lines.get(0)) || !line.contains(Shell.COMMAND + " "))
        .distinct()
        .toList();
  }

  private Optional<Answer> answer(RequestFile file) {
    Path answer = RequestFolder.of(out, file.request().request()).answer().resolve("answer.json");
    if (!Files.exists(answer)) {
      return Optional.empty();
    }
    try {
      return Optional.of(AnswerFile.read(answer)).filter(made -> made.protocol().isOf(file.hash()));
    } catch (DesistException e) {
      if (e.code() == ErrorCode.UNREADABLE) {
        // Of another release, or damaged: no answer to this request, and no fault of its sender.
        return Optional.empty();
      }
      throw e;
    }
  }

  /** The entry of a request that has this answer. */
  public IntakeEntry answered(IntakeEntry entry, Answer answer) {
    String words =
        switch (answer.state()) {
          case OPEN -> "The answer has a result.";
          case SEALED -> "The answer is sealed: the groups are not alike.";
          case TOO_CLOSE -> "The answer is sealed: others are about nearly the same people.";
          case TOO_FEW -> "The answer says that there are too few people.";
          case NOT_ESTIMABLE -> "The answer says that no comparison group can be made.";
        };
    return entry.in(IntakeState.ANSWERED, answer.protocol().runId(), now(), List.of(words));
  }

  /** Its address, however it was typed: requests of one inbox are not those of another. */
  public String inbox() {
    try {
      return folder.toRealPath().toString();
    } catch (IOException e) {
      throw unlistable(folder, e);
    }
  }

  /** An instant of UTC, to the second. */
  public String now() {
    return clock.instant().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** When the newest file was written; the folder itself where it has none. */
  private static Instant written(Path place) {
    try (Stream<Path> walk = Files.walk(place)) {
      Instant newest = null;
      for (Path file : walk.filter(path -> Fingerprint.isPlain(place, path)).toList()) {
        Instant at = Files.getLastModifiedTime(file).toInstant();
        newest = newest == null || at.isAfter(newest) ? at : newest;
      }
      return newest == null ? Files.getLastModifiedTime(place).toInstant() : newest;
    } catch (IOException e) {
      throw unlistable(place, e);
    }
  }

  private static DesistException unlistable(Path place, IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot list %s: %s. Check that the folder is readable, then try again."
            .formatted(place, cause.getMessage()),
        cause);
  }
}
