// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.prepared;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.desist.comparison.Covariate;
import org.desist.comparison.VisibleText;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.Nearest;
import org.desist.ingest.CsvText;
import org.desist.prepared.UnitTable.UnitKeys;
import org.desist.prepared.UnitTable.UnitOutcome;

/**
 * Reads a table of units twice: once to see what its columns are, once for their values. Nothing
 * else is kept, so that a large table fits.
 */
final class UnitReader {
  private static final int MOST_NAMES = 30;

  private final Path file;
  private final MatchColumns columns;
  private final UnitRows rows;
  private final Map<String, UnitContent> contents = new LinkedHashMap<>();
  private final UnitNotes.Writer notes;
  private int units;

  UnitReader(Path file, MatchColumns columns) {
    this.file = file;
    this.columns = columns;
    List<String> wanted = wanted();
    rows = UnitRows.open(file, wanted);
    notes = new UnitNotes.Writer(columns, rows.placeName(), rows.notes());
    for (String name : wanted) {
      if (!rows.columns().contains(name)) {
        throw new DesistException(
            ErrorCode.MISSING_COLUMN,
            "Cannot use %s: it has no column '%s'. %s"
                .formatted(file, name, columnsThereAre(name, wanted)));
      }
    }
    wanted.forEach(this::checkType);
  }

  /**
   * A first line with no name that was asked for may be no header: then it is somebody's values.
   */
  private String columnsThereAre(String wrong, List<String> wanted) {
    Optional<String> other = CsvText.otherSeparator(rows.columns());
    if (other.isPresent()) {
      return "Its names stand between %s, not commas: save it as CSV with commas, in UTF-8."
          .formatted(other.get());
    }
    Optional<String> nearest = Nearest.to(wrong, rows.columns());
    if (nearest.isEmpty() && wanted.stream().noneMatch(rows.columns()::contains)) {
      return "None of the columns asked for is there: give the file a first line with the names.";
    }
    int more = rows.columns().size() - MOST_NAMES;
    String names =
        String.join(
            ", ",
            rows.columns().stream()
                .limit(MOST_NAMES)
                .map(name -> VisibleText.isPlain(name) ? name : VisibleText.quoted(name))
                .toList());
    return "%sIts columns are: %s%s."
        .formatted(
            nearest.map(name -> "Is it " + VisibleText.quoted(name) + "? ").orElse(""),
            names,
            more > 0 ? String.format(Locale.ROOT, " and %d more", more) : "");
  }

  private void checkType(String name) {
    UnitRows.Type type = rows.type(name);
    boolean isMeasured =
        columns.covariates().contains(name) && !columns.categories().contains(name);
    boolean isResult = name.equals(columns.treatment()) || columns.outcomes().contains(name);
    if (type == UnitRows.Type.OTHER || (type == UnitRows.Type.TIME && (isMeasured || isResult))) {
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot use column %s of %s: it holds %s. %s."
              .formatted(
                  name,
                  file,
                  type == UnitRows.Type.TIME ? "dates or times" : "lists, records or bytes",
                  isMeasured && type == UnitRows.Type.TIME
                      ? "Make a number or a few groups of it, such as an age in years, or say --category "
                          + name
                      : "Make numbers or texts of it"));
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
    List<String> wanted = wanted();
    judge(wanted);
    List<UnitColumn> read =
        wanted.stream().map(name -> new UnitColumn(units, isNumber(name))).toList();
    int[] unit = {0};
    rows.read(
        wanted,
        (place, values) -> {
          for (int i = 0; i < values.length; i++) {
            read.get(i).put(unit[0], value(wanted.get(i), place, UnitValue.trimmed(values[i])));
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
    if (name.equals(columns.treatment()) || columns.outcomes().contains(name)) {
      return true;
    }
    return !name.equals(columns.id())
        && !columns.categories().contains(name)
        && (columns.quantities().contains(name) || contents.get(name).isNumber());
  }

  private void judge(List<String> wanted) {
    wanted.forEach(
        name -> contents.put(name, new UnitContent(rows.type(name) == UnitRows.Type.NUMBER)));
    List<UnitContent> found = List.copyOf(contents.values());
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
    contents.forEach(
        (name, content) -> {
          notes.column(name, content);
          if (columns.outcomes().contains(name)) {
            checkOutcome(name, content);
            notes.outcome(name, content);
          } else if (columns.covariates().contains(name) || columns.exact().contains(name)) {
            checkLevels(name, content);
            notes.trait(name, content, isNumber(name));
          }
        });
  }

  /** Of 1 and 2 nobody can tell which is a yes. */
  private void checkOutcome(String name, UnitContent content) {
    List<String> whole = content.whole();
    if (whole.size() == 2 && !content.isFlag() && !columns.quantities().contains(name)) {
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot use outcome %s of %s: it has two values, %s, and it cannot be known which is a yes. Write 1 and 0, or say --number %s if they are amounts."
              .formatted(name, file, UnitValue.masked(whole), name));
    }
  }

  private void checkLevels(String name, UnitContent content) {
    if (columns.covariates().contains(name) && !isNumber(name) && content.isNoCategory()) {
      String why = content.whyText(rows.placeName());
      boolean isDoubtful = !why.isEmpty() && !columns.categories().contains(name);
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          String.format(
              Locale.ROOT,
              "Cannot use covariate %s of %s: %sit has more than %d different texts%s. Group them, mend what should be a number, or leave it out.",
              name,
              file,
              isDoubtful ? notes.readAsText(name, content) + " As text " : "",
              UnitContent.MOST_LEVELS,
              content.text() == null
                  ? ""
                  : String.format(
                      Locale.ROOT,
                      ", the first at %s %d",
                      rows.placeName(),
                      content.text().place())));
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
    } else if (name.equals(columns.id()) && isMissing) {
      throw fault(place, name, "the id is missing. Give every unit its own");
    } else if (!isMissing && isNumber(name)) {
      checkNumber(name, place, text);
    }
    return isMissing ? null : text;
  }

  private void checkNumber(String name, long place, String text) {
    boolean isOutcome = columns.outcomes().contains(name);
    double number = isOutcome ? UnitValue.numberOrFlag(text) : UnitValue.number(text);
    if (Double.isNaN(number)) {
      throw fault(
          place,
          name,
          "%s stands where a number belongs. Correct it".formatted(UnitValue.masked(text)));
    }
    if (Math.abs(number) > UnitValue.GREATEST) {
      throw fault(
          place,
          name,
          "%s is farther from 0 than %s, the most that can be reckoned with. Correct it, give it in a larger unit%s"
              .formatted(
                  UnitValue.masked(text),
                  UnitValue.GREATEST,
                  isOutcome ? "" : ", or say --category " + name + " if it is a code"));
    }
  }

  private DesistException fault(long place, String column, String what) {
    return new DesistException(
        ErrorCode.UNREADABLE,
        String.format(
            Locale.ROOT,
            "Cannot use %s: %s %d, column %s: %s.",
            file,
            rows.placeName(),
            place,
            column,
            what));
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
            .map(name -> new UnitOutcome(name, byName.get(name).numbers(order)))
            .toList(),
        fileOrder,
        notes.notes());
  }

  private void refuseRepeats(List<String> keys, Integer[] order) {
    for (int i = 1; i < order.length; i++) {
      if (keys.get(order[i]).equals(keys.get(order[i - 1]))) {
        throw new DesistException(
            ErrorCode.UNREADABLE,
            String.format(
                Locale.ROOT,
                "Cannot use %s: rows %d and %d have the same %s. Give every unit its own.",
                file,
                order[i - 1] + 1,
                order[i] + 1,
                columns.id()));
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

  /** The values of a column, by row of the file. */
  static final class UnitColumn {
    private final double[] numbers;
    private final String[] texts;
    private final Map<String, String> known = new HashMap<>();

    UnitColumn(int units, boolean isNumber) {
      numbers = isNumber ? new double[units] : new double[0];
      texts = isNumber ? new String[0] : new String[units];
    }

    /** Keeps a value; null for none. */
    void put(int unit, String text) {
      if (texts.length == 0) {
        numbers[unit] = text == null ? Double.NaN : UnitValue.numberOrFlag(text);
      } else if (text != null) {
        // A level is kept once, however many units have it.
        texts[unit] = known.computeIfAbsent(text, level -> level);
      }
    }

    double[] numbers(Integer[] order) {
      return Arrays.stream(order).mapToDouble(row -> numbers[row]).toArray();
    }

    List<String> texts(Integer[] order) {
      return Arrays.asList(Arrays.stream(order).map(row -> texts[row]).toArray(String[]::new));
    }

    List<String> texts() {
      return Arrays.asList(texts);
    }
  }
}
