// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode;
import org.desist.error.Nearest;
import org.desist.text.Visible;

/** The column names of a file, compared with the contract. */
final class Header {
  private final List<String> names;

  private Header(List<String> names) {
    this.names = List.copyOf(names);
  }

  /** Checks the names; a missing required column, or one name twice, refuses the file. */
  static Header of(List<String> names, long line, Resource resource, String file) {
    check(names, line, file);
    List<String> missing = new ArrayList<>();
    for (Field field : resource.fields()) {
      if (field.required() && !names.contains(field.name())) {
        missing.add(field.name());
      }
    }
    if (!missing.isEmpty()) {
      String separator = separator(names);
      throw new RefusedFileException(
          ValidationCode.MISSING_COLUMN,
          separator == null
              ? String.format(
                  Locale.ROOT,
                  "Cannot use %s: line %d lacks the required %s %s.%s Ask the sender for it, or for its exact name.",
                  file,
                  line,
                  missing.size() == 1 ? "column" : "columns",
                  String.join(", ", missing),
                  meant(missing, names, resource))
              : String.format(
                  Locale.ROOT,
                  "Cannot use %s: in line %d the names of the columns stand between %s, not commas. Save it as CSV with commas, in UTF-8 (in Excel: CSV UTF-8), and try again.",
                  file,
                  line,
                  separator));
    }
    return new Header(names);
  }

  /** The names that stand there in the place of those that are missing, as a question. */
  private static String meant(List<String> missing, List<String> names, Resource resource) {
    List<String> strange = names.stream().filter(n -> resource.field(n).isEmpty()).toList();
    List<String> nearest = new ArrayList<>();
    missing.forEach(field -> Nearest.to(field, strange).ifPresent(nearest::add));
    return nearest.isEmpty()
        ? ""
        : " Is it " + Visible.line(String.join(", ", nearest)) + "? Names are exact.";
  }

  /**
   * Refuses a header that has one name twice. One column without a name is a column that nobody
   * knows; of several nobody could say which is which.
   */
  static void check(List<String> names, long line, String file) {
    Map<String, List<Integer>> places = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      places.computeIfAbsent(names.get(i).strip(), name -> new ArrayList<>()).add(i + 1);
    }
    List<Integer> unnamed = places.getOrDefault("", List.of());
    if (unnamed.size() > 1) {
      throw new RefusedFileException(
          ValidationCode.UNREADABLE,
          String.format(
              Locale.ROOT,
              "Cannot read %s: columns %s of line %d have no name. Name them, or delete them.",
              file,
              list(unnamed),
              line));
    }
    Map<String, Integer> seen = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      Integer before = seen.putIfAbsent(names.get(i), i + 1);
      if (before != null) {
        throw new RefusedFileException(
            ValidationCode.UNREADABLE,
            String.format(
                Locale.ROOT,
                "Cannot read %s: line %d names the column %s twice. They are columns %d and %d: ask the sender for a file with one column of that name.",
                file,
                line,
                names.get(i),
                before,
                i + 1));
      }
    }
  }

  private static String list(List<Integer> places) {
    int last = places.size() - 1;
    return places.subList(0, last).stream().map(String::valueOf).collect(Collectors.joining(", "))
        + " and "
        + places.get(last);
  }

  /** What a spreadsheet put in the place of commas, or null when it did not. */
  static String separator(List<String> names) {
    if (names.size() != 1) {
      return null;
    }
    return names.get(0).contains(";") ? "semicolons" : names.get(0).contains("\t") ? "tabs" : null;
  }

  List<String> names() {
    return names;
  }

  /** The columns that the contract does not have. */
  List<String> unknown(Resource resource) {
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      if (resource.field(names.get(i)).isEmpty()) {
        unknown.add(
            names.get(i).isBlank()
                ? String.format(Locale.ROOT, "column %d, without a name", i + 1)
                : names.get(i));
      }
    }
    return unknown;
  }

  /** The fields that the file does not have. */
  List<Field> absent(Resource resource) {
    return resource.fields().stream().filter(field -> !names.contains(field.name())).toList();
  }
}
