// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.desist.comparison.Covariate;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Reads a table of units twice: once to see which covariates are numbers, once for their values.
 * Nothing else is kept, so that a large table fits.
 */
final class UnitReader {
  private static final int MOST_LEVELS = 500;

  private final Path file;
  private final MatchColumns columns;
  private final UnitRows rows;
  private final Map<String, Kind> kinds = new LinkedHashMap<>();
  private final List<String> notes = new ArrayList<>();
  private int units;

  UnitReader(Path file, MatchColumns columns) {
    this.file = file;
    this.columns = columns;
    rows = UnitRows.open(file, wanted());
    for (String name : wanted()) {
      if (!rows.columns().contains(name)) {
        throw new DesistException(
            ErrorCode.MISSING_COLUMN,
            "Cannot use %s: it has no column '%s'. Its columns are: %s."
                .formatted(file, name, String.join(", ", rows.columns())));
      }
    }
  }

  private List<String> wanted() {
    Set<String> wanted = new LinkedHashSet<>();
    wanted.add(columns.treatment());
    wanted.addAll(columns.outcomes());
    wanted.addAll(columns.covariates());
    wanted.addAll(columns.exact());
    if (columns.id() != null) {
      wanted.add(columns.id());
    }
    return List.copyOf(wanted);
  }

  UnitTable table() {
    judgeKinds();
    List<String> wanted = wanted();
    List<UnitColumn> read =
        wanted.stream().map(name -> new UnitColumn(units, isNumber(name))).toList();
    int[] unit = {0};
    rows.read(
        wanted,
        (place, values) -> {
          for (int i = 0; i < values.length; i++) {
            read.get(i).put(unit[0], value(wanted.get(i), place, values[i]));
          }
          unit[0]++;
        });
    Map<String, UnitColumn> byName = new HashMap<>();
    for (int i = 0; i < wanted.size(); i++) {
      byName.put(wanted.get(i), read.get(i));
    }
    return ordered(byName);
  }

  private boolean isNumber(String name) {
    Kind kind = kinds.get(name);
    boolean isResult = name.equals(columns.treatment()) || columns.outcomes().contains(name);
    return isResult || (kind != null && kind.isNumber() && !name.equals(columns.id()));
  }

  private void judgeKinds() {
    Set<String> described = new LinkedHashSet<>(columns.covariates());
    described.addAll(columns.exact());
    described.forEach(name -> kinds.put(name, new Kind()));
    List<String> wanted = List.copyOf(described);
    List<Kind> found = List.copyOf(kinds.values());
    rows.read(
        wanted,
        (place, values) -> {
          for (int i = 0; i < values.length; i++) {
            found.get(i).see(place, values[i]);
          }
          units++;
        });
    if (units == 0) {
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot use %s: it has no rows. Give it some units.".formatted(file));
    }
    kinds.forEach(this::check);
  }

  private void check(String name, Kind kind) {
    if (columns.covariates().contains(name) && kind.levels.size() > MOST_LEVELS) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot use covariate %s of %s: it has more than %d different texts, the first at %s %d. Group them, mend what should be a number, or leave it out."
              .formatted(name, file, MOST_LEVELS, rows.placeName(), kind.firstText));
    }
    if (!kind.isNumber() && kind.numbers > 0) {
      notes.add(
          "%s was read as text: %s %d is no number. Each of its values became a level."
              .formatted(name, rows.placeName(), kind.firstText));
    }
  }

  /** The value as it is kept, or the fault that stops the reading. */
  private String value(String name, long place, String text) {
    boolean isMissing = UnitValue.isMissing(text);
    if (name.equals(columns.treatment())) {
      if (isMissing) {
        throw fault(place, name, "the treatment is missing. Give 0 or 1");
      }
      double value = UnitValue.numberOrFlag(text);
      if (value != 0 && value != 1) {
        throw fault(
            place,
            name,
            "%s stands where 0, 1, true or false belongs. Correct it"
                .formatted(UnitValue.masked(text)));
      }
    } else if (columns.outcomes().contains(name)) {
      if (!isMissing && Double.isNaN(UnitValue.numberOrFlag(text))) {
        throw fault(
            place,
            name,
            "%s stands where a number belongs. Correct it".formatted(UnitValue.masked(text)));
      }
    } else if (name.equals(columns.id()) && isMissing) {
      throw fault(place, name, "the id is missing. Give every unit its own");
    }
    return isMissing ? null : text;
  }

  private DesistException fault(long place, String column, String what) {
    return new DesistException(
        ErrorCode.UNREADABLE,
        "Cannot use %s: %s %d, column %s: %s."
            .formatted(file, rows.placeName(), place, column, what));
  }

  private UnitTable ordered(Map<String, UnitColumn> byName) {
    List<String> fileKeys =
        columns.id() == null
            ? IntStream.rangeClosed(1, units).mapToObj(Integer::toString).toList()
            : byName.get(columns.id()).texts();
    Integer[] order = IntStream.range(0, units).boxed().toArray(Integer[]::new);
    if (columns.id() != null) {
      Arrays.sort(
          order, (left, right) -> UnitKeys.compare(fileKeys.get(left), fileKeys.get(right)));
      refuseRepeats(fileKeys, order);
    }
    int[] fileOrder = new int[units];
    for (int unit = 0; unit < units; unit++) {
      fileOrder[order[unit]] = unit;
    }
    double[] treatment = byName.get(columns.treatment()).numbers(order);
    boolean[] treated = new boolean[units];
    for (int unit = 0; unit < units; unit++) {
      treated[unit] = treatment[unit] == 1;
    }
    return new UnitTable(
        Arrays.stream(order).map(fileKeys::get).toList(),
        treated,
        covariates(columns.covariates(), byName, order),
        covariates(columns.exact(), byName, order),
        columns.outcomes().stream()
            .map(name -> new Outcome(name, byName.get(name).numbers(order)))
            .toList(),
        fileOrder,
        notes);
  }

  private void refuseRepeats(List<String> keys, Integer[] order) {
    for (int i = 1; i < order.length; i++) {
      if (keys.get(order[i]).equals(keys.get(order[i - 1]))) {
        throw new DesistException(
            ErrorCode.UNREADABLE,
            "Cannot use %s: rows %d and %d have the same %s. Give every unit its own."
                .formatted(file, order[i - 1] + 1, order[i] + 1, columns.id()));
      }
    }
  }

  private List<Covariate> covariates(
      List<String> names, Map<String, UnitColumn> byName, Integer[] order) {
    return names.stream()
        .map(
            name ->
                isNumber(name)
                    ? Covariate.number(name, byName.get(name).numbers(order))
                    : Covariate.text(name, byName.get(name).texts(order)))
        .toList();
  }

  /** What a covariate looks like after the first reading. */
  private static final class Kind {
    private final Set<String> levels = new LinkedHashSet<>();
    private long numbers;
    private long firstText;

    void see(long place, String text) {
      if (UnitValue.isMissing(text)) {
        return;
      }
      boolean isNumber = !Double.isNaN(UnitValue.number(text));
      numbers += isNumber ? 1 : 0;
      if (!isNumber && firstText == 0) {
        firstText = place;
      }
      if (!isNumber && levels.size() <= MOST_LEVELS) {
        levels.add(text);
      }
    }

    boolean isNumber() {
      return firstText == 0;
    }
  }
}
