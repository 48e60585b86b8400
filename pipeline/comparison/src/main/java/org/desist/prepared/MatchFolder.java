// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.CovariateBalance;
import org.desist.comparison.Exclusion;
import org.desist.comparison.LogisticFit.Collinearity;
import org.desist.comparison.MatchSettings;
import org.desist.comparison.Term;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** The folder that a matching is written to: as a whole or not at all. */
public final class MatchFolder {
  private static final String MARK = "match.json";
  private static final String ERRORS = "errors.log";
  private static final Set<String> OWN =
      Set.of(
          MARK,
          ERRORS,
          "coefficients.csv",
          "scores.csv",
          "weights.csv",
          "pairs.csv",
          "balance.csv",
          "effects.csv");

  private final Path folder;

  /**
   * Takes a folder that is absent, empty, or from an earlier matching.
   *
   * @throws DesistException BAD_ARGUMENT when it holds anything else
   */
  public MatchFolder(Path folder) {
    this.folder = folder.toAbsolutePath().normalize();
    refuseOthers();
  }

  private void refuseOthers() {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot write to %s: it is a file. Name a folder with --out.".formatted(folder));
    }
    Set<String> names = names();
    boolean isOwn = names.contains(MARK) && OWN.containsAll(names);
    if (!isOwn && !Set.of(ERRORS).containsAll(names)) {
      names.removeAll(names.contains(MARK) ? OWN : Set.of(ERRORS));
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot write to %s: it holds %s, which no matching wrote. Name another folder with --out."
              .formatted(folder, names.iterator().next()));
    }
  }

  private Set<String> names() {
    if (!Files.exists(folder)) {
      return new TreeSet<>();
    }
    try (Stream<Path> entries = Files.list(folder)) {
      Set<String> names = new TreeSet<>();
      entries.forEach(entry -> names.add(entry.getFileName().toString()));
      return names;
    } catch (IOException e) {
      throw storage(e);
    }
  }

  /**
   * Writes the files, in place of those of an earlier matching.
   *
   * @throws DesistException STORAGE when the disk does not take them; the folder is then as it was
   */
  public void write(PreparedMatch match) {
    refuseOthers();
    Path draft = null;
    try {
      Files.createDirectories(folder.getParent());
      draft = Files.createTempDirectory(folder.getParent(), "." + folder.getFileName() + "-");
      fill(draft, match);
      swap(draft);
    } catch (IOException e) {
      delete(draft);
      throw storage(e);
    } catch (UncheckedIOException e) {
      delete(draft);
      throw storage(e.getCause());
    }
  }

  private static void fill(Path draft, PreparedMatch match) throws IOException {
    MatchTables tables = new MatchTables(match);
    tables.coefficients(draft.resolve("coefficients.csv"));
    tables.scores(draft.resolve("scores.csv"));
    tables.weights(draft.resolve("weights.csv"));
    if (match.settings().method() == MatchSettings.Method.NEAREST) {
      tables.pairs(draft.resolve("pairs.csv"));
    }
    tables.balance(draft.resolve("balance.csv"));
    tables.effects(draft.resolve("effects.csv"));
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(draft.resolve(MARK).toFile(), description(match));
  }

  private static Map<String, Object> description(PreparedMatch match) {
    MatchSettings settings = match.settings();
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("method", lower(settings.method()));
    map.put("caliper", finite(settings.caliper().width()));
    map.put("caliper_scale", lower(settings.caliper().scale()));
    map.put("caliper_width", finite(match.matching().width()));
    map.put("common_support", lower(settings.support()));
    if (settings.method() == MatchSettings.Method.NEAREST) {
      map.put("ratio", settings.ratio());
      map.put("replacement", lower(settings.replacement()));
      map.put("order", lower(settings.order()));
    }
    map.put("units", match.units().size());
    map.put("treated_matched", match.matching().treatedMatched());
    map.put("treated_unmatched", match.matching().treatedUnmatched());
    map.put("comparison_used", match.matching().comparisonUsed());
    map.put("comparison_effective", finite(match.balance().effectiveComparison()));
    map.put(
        "no_common_support", match.exclusions().stream().map(MatchFolder::description).toList());
    map.put("never_varies", match.constants());
    map.put("determined_by_others", Collinearity.words(match.fit().collinear()));
    match.targetFall().ifPresent(percent -> map.put("target_fall_percent", percent));
    map.put("balance", lower(match.balance().verdict()));
    map.put("red", titles(match.balance().with(BalanceLight.RED)));
    map.put("not_evaluated", titles(match.balance().with(BalanceLight.NOT_EVALUATED)));
    map.put("is_sealed", match.isSealed());
    map.put("notes", match.units().notes());
    return map;
  }

  private static Map<String, Object> description(Exclusion exclusion) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("cause", lower(exclusion.cause()));
    map.put("terms", exclusion.terms().stream().map(Term::name).toList());
    map.put("treated", exclusion.treated());
    map.put("untreated", exclusion.untreated());
    return map;
  }

  private static List<String> titles(List<CovariateBalance> rows) {
    return rows.stream().map(row -> row.term().title()).toList();
  }

  private static String lower(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  /** JSON has no other numbers. */
  private static Double finite(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private void swap(Path draft) throws IOException {
    if (!Files.exists(folder)) {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
      return;
    }
    Path earlier = draft.resolveSibling(draft.getFileName() + "-earlier");
    Files.move(folder, earlier, StandardCopyOption.ATOMIC_MOVE);
    try {
      Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      Files.move(earlier, folder, StandardCopyOption.ATOMIC_MOVE);
      throw e;
    }
    delete(earlier);
  }

  /** Deletes a folder of files; what cannot be deleted stays, and harms nobody. */
  private static void delete(Path flat) {
    if (flat == null) {
      return;
    }
    try (Stream<Path> entries = Files.list(flat)) {
      for (Path entry : entries.toList()) {
        Files.delete(entry);
      }
      Files.delete(flat);
    } catch (IOException e) {
      flat.toFile().deleteOnExit();
    }
  }

  private DesistException storage(IOException cause) {
    return new DesistException(
        ErrorCode.STORAGE,
        "Cannot write %s: %s. Check that the disk is writable and has room, then try again."
            .formatted(folder, cause.getMessage()),
        cause);
  }
}
