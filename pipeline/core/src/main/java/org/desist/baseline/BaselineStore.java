// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.baseline;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.method.Method;
import org.desist.run.Fingerprint;
import org.desist.run.Folders;
import org.desist.storage.Locations;

/**
 * The frozen baselines of an output folder: {@code OUT/baselines/NAME/VERSION/} with {@code
 * baseline.csv} and {@code manifest.json}. A version never changes; the same name with another
 * content is the next version. They hold counts that publication would withhold: only their owner
 * may enter the folder.
 */
public final class BaselineStore {
  static final String DATA = "baseline.csv";
  private static final String MANIFEST = "manifest.json";
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");
  private static final Pattern REFERENCE =
      Pattern.compile("(" + NAME.pattern() + ")(?:@([0-9]{1,6}))?");
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private final Path folder;

  private BaselineStore(Path folder) {
    this.folder = folder;
  }

  /** The baselines below {@code out}; nothing is created. */
  public static BaselineStore below(Path out) {
    return new BaselineStore(out.resolve("baselines"));
  }

  /** Every version of every baseline, by name and version. */
  public List<BaselineManifest> list() {
    List<BaselineManifest> found = new ArrayList<>();
    for (String name : Folders.names(folder)) {
      versions(name).forEach(version -> found.add(manifest(name, version)));
    }
    return found;
  }

  /**
   * The baseline of a reference, {@code NAME} for the latest version or {@code NAME@VERSION}.
   *
   * @throws DesistException BAD_ARGUMENT when it is not of that form; BAD_BASELINE when its files
   *     are not what was frozen
   */
  public Optional<BaselineManifest> find(String reference) {
    Matcher matcher = REFERENCE.matcher(reference);
    if (!matcher.matches()) {
      throw badName(reference);
    }
    List<Integer> versions = versions(matcher.group(1));
    if (versions.isEmpty()) {
      return Optional.empty();
    }
    int wanted =
        matcher.group(2) == null
            ? versions.get(versions.size() - 1)
            : Integer.parseInt(matcher.group(2));
    return versions.contains(wanted)
        ? Optional.of(manifest(matcher.group(1), wanted))
        : Optional.empty();
  }

  /**
   * The baseline that runs of a method are compared with: of a bare name the latest version that
   * counts and scores as the method does, else the latest.
   */
  Optional<BaselineManifest> find(String reference, Method method) {
    Optional<BaselineManifest> latest = find(reference);
    if (reference.indexOf('@') >= 0 || latest.isEmpty()) {
      return latest;
    }
    return versions(reference).stream()
        .map(version -> manifest(reference, version))
        .filter(manifest -> manifest.isAlike(method))
        .reduce((earlier, later) -> later)
        .or(() -> latest);
  }

  /** The rows of a baseline, after checking that they are those that were frozen. */
  Baseline read(BaselineManifest manifest) {
    Path data = place(manifest.name(), manifest.version()).resolve(DATA);
    if (!Fingerprint.ofFile(data).equals(manifest.contentHash())) {
      throw new DesistException(
          ErrorCode.BAD_BASELINE,
          "Cannot use the baseline %s: %s is not the file that was frozen. Bring back the original, or freeze it again under the next version."
              .formatted(manifest.reference(), data));
    }
    return new Baseline(manifest, BaselineFile.read(data));
  }

  /**
   * A baseline's quarters added up, by geography and category.
   *
   * @throws DesistException BAD_BASELINE when its files are not what was frozen
   */
  public List<BaselineTotal> totals(BaselineManifest manifest) {
    return BaselineTotal.of(read(manifest), folder.resolve(".spill"));
  }

  /**
   * The manifest beside a file, when with it the file is what was frozen from the figures of a run.
   */
  static Optional<BaselineManifest> built(Path data) {
    Path manifest = data.resolveSibling(MANIFEST);
    return Optional.of(manifest)
        .filter(Files::isRegularFile)
        .map(BaselineStore::manifest)
        .filter(frozen -> "built".equals(frozen.origin()))
        .filter(frozen -> Fingerprint.ofFile(data).equals(frozen.contentHash()));
  }

  /** Where a baseline lies. */
  public Path place(BaselineManifest manifest) {
    return place(manifest.name(), manifest.version());
  }

  /**
   * Freezes rows under a name. When the latest version of that name says the same, by the same
   * score, it is kept and returned.
   *
   * @param draft what is known of the baseline; version, rows and hash are filled in
   */
  BaselineManifest freeze(BaselineManifest draft, List<BaselineRow> rows) {
    if (!NAME.matcher(draft.name()).matches()) {
      throw badName(draft.name());
    }
    String text = BaselineFile.text(rows);
    String hash = Fingerprint.ofText(text);
    List<Integer> versions = versions(draft.name());
    int latest = versions.isEmpty() ? 0 : versions.get(versions.size() - 1);
    if (latest > 0) {
      BaselineManifest last = manifest(draft.name(), latest);
      if (last.contentHash().equals(hash) && last.score().equals(draft.score())) {
        return last;
      }
    }
    BaselineManifest frozen =
        new BaselineManifest(
            draft.name(),
            latest + 1,
            draft.from(),
            draft.to(),
            draft.origin(),
            draft.run(),
            draft.snapshot(),
            draft.method(),
            draft.methodHash(),
            draft.measure(),
            draft.score(),
            draft.source(),
            rows.size(),
            hash,
            draft.frozenOn(),
            draft.software());
    Folders.createPrivate(folder);
    try {
      Path place = place(frozen);
      // Where nothing is renamed in one act the manifest, written last, makes it a version.
      boolean renames = Locations.renamesInOneAct(place);
      Path writing = renames ? place.resolveSibling("." + place.getFileName() + ".draft") : place;
      Files.createDirectories(writing);
      Files.writeString(writing.resolve(DATA), text);
      Files.writeString(writing.resolve(MANIFEST), JSON.writeValueAsString(frozen) + "\n");
      if (renames) {
        Folders.move(writing, place);
      }
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot freeze the baseline %s: %s. Check that the disk is writable and has room."
              .formatted(frozen.reference(), e.getMessage()),
          e);
    }
    return frozen;
  }

  private List<Integer> versions(String name) {
    return Folders.names(folder.resolve(name)).stream()
        .filter(version -> version.matches("[0-9]{1,6}"))
        .filter(version -> Files.exists(folder.resolve(name).resolve(version).resolve(MANIFEST)))
        .map(Integer::valueOf)
        .sorted()
        .toList();
  }

  private BaselineManifest manifest(String name, int version) {
    return manifest(place(name, version).resolve(MANIFEST));
  }

  private static BaselineManifest manifest(Path file) {
    try {
      return JSON.readValue(Files.readString(file), BaselineManifest.class);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_BASELINE,
          "Cannot read %s: %s. Bring back the original file.".formatted(file, e.getMessage()),
          e);
    }
  }

  private Path place(String name, int version) {
    return folder.resolve(name).resolve(Integer.toString(version));
  }

  private static DesistException badName(String name) {
    return new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot use '%s' as the name of a baseline: it is up to 64 letters, digits, dots, dashes and underscores, such as 2011; one version of it is 2011@1."
            .formatted(name));
  }
}
