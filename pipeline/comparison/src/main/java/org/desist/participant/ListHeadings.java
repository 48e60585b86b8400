// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.comparison.VisibleText;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.error.Nearest;

/**
 * Which field a heading of a list is: as the request says, by the contract's own name, or by the
 * table of headings. Capitals, blanks, punctuation and what stands in brackets do not matter.
 */
final class ListHeadings {
  private static final String TABLE = "contract/participants.headings.csv";
  private static final int AT_LEAST = 2;

  /** One of these says where in time somebody is; a list as it is kept has the first. */
  private static final List<String> DAYS =
      List.of("intervention_start", "index_date", "conviction_date");

  /** Shorter words, such as "of" and "no", say nothing. */
  private static final int LETTERS = 3;

  private static final Map<String, String> KNOWN = known();

  private final Resource contract;
  private final Map<String, String> said = new HashMap<>();

  ListHeadings(Resource contract, ListHints hints) {
    this.contract = contract;
    hints.columns().forEach((field, heading) -> said.put(folded(heading), field));
  }

  /** By field, the headings that are known for it. */
  static Map<String, List<String>> table() {
    return Resources.text(TABLE)
        .lines()
        .skip(1)
        .map(line -> line.split(",", 2))
        .collect(
            Collectors.groupingBy(
                parts -> parts[0],
                TreeMap::new,
                Collectors.mapping(parts -> parts[1], Collectors.toList())));
  }

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    table()
        .forEach(
            (field, headings) -> headings.forEach(heading -> known.put(folded(heading), field)));
    return known;
  }

  private static String folded(String heading) {
    return Normalizer.normalize(heading, Normalizer.Form.NFKC)
        .toLowerCase(Locale.ROOT)
        .replaceAll("\\([^)]*\\)|[^\\p{L}\\p{N}]", "");
  }

  /** How many fields the texts of a row name; 0 when they are too few for a header. */
  int score(List<String> texts) {
    Set<String> fields = new HashSet<>();
    for (String text : texts) {
      String heading = folded(text);
      if (!heading.isEmpty() && (said.containsKey(heading) || KNOWN.containsKey(heading))) {
        fields.add(said.getOrDefault(heading, KNOWN.get(heading)));
      }
    }
    return fields.size() < AT_LEAST ? 0 : fields.size();
  }

  /**
   * The header in the contract's names; a column that is not used keeps its own.
   *
   * @throws DesistException MISSING_COLUMN or UNREADABLE when it does not say which column is which
   */
  List<String> fields(List<String> header, long line, String file, List<String> assumptions) {
    checkSaid(header, file);
    String[] fields = new String[header.size()];
    for (Field field : contract.fields()) {
      List<Integer> columns = columns(field.name(), header);
      if (columns.size() > 1) {
        throw twice(field.name(), columns, header, line, file);
      }
      columns.forEach(column -> fields[column] = field.name());
    }
    List<String> read = new ArrayList<>();
    List<String> unknown = new ArrayList<>();
    for (int i = 0; i < fields.length; i++) {
      String heading = header.get(i).strip();
      if (fields[i] == null) {
        // A column that the request put another in the place of.
        fields[i] = contract.field(heading).isPresent() ? heading + " (another is)" : header.get(i);
        if (!heading.isEmpty()) {
          unknown.add(VisibleText.quoted(heading));
        }
      } else if (!fields[i].equals(header.get(i))) {
        read.add("%s as %s".formatted(VisibleText.quoted(heading), fields[i]));
      }
    }
    List<String> missing = missing(Arrays.asList(fields));
    if (!missing.isEmpty() && !unknown.isEmpty()) {
      throw asked(missing, unknown, line, file);
    }
    if (!read.isEmpty()) {
      assumptions.add("Headings are read so: %s.".formatted(String.join(", ", read)));
    }
    return Arrays.asList(fields);
  }

  /** What the request says comes first, then the contract's name, then the table. */
  private List<Integer> columns(String field, List<String> header) {
    List<Integer> bySaid = new ArrayList<>();
    List<Integer> byName = new ArrayList<>();
    List<Integer> byTable = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      String heading = folded(header.get(i));
      if (said.containsKey(heading)) {
        if (said.get(heading).equals(field)) {
          bySaid.add(i);
        }
      } else if (header.get(i).strip().equals(field)) {
        byName.add(i);
      } else if (field.equals(KNOWN.get(heading))) {
        byTable.add(i);
      }
    }
    return !bySaid.isEmpty() ? bySaid : !byName.isEmpty() ? byName : byTable;
  }

  private void checkSaid(List<String> header, String file) {
    List<String> there = header.stream().map(ListHeadings::folded).toList();
    for (String heading : said.keySet()) {
      if (!there.contains(heading)) {
        throw new DesistException(
            ErrorCode.MISSING_COLUMN,
            "Cannot use %s: request.yaml says under columns which heading is %s, and the list has no such heading%s. Correct it."
                .formatted(
                    file,
                    said.get(heading),
                    Nearest.to(heading, header)
                        .map(name -> "; the nearest is " + VisibleText.quoted(name))
                        .orElse("")));
      }
    }
  }

  private static DesistException twice(
      String field, List<Integer> columns, List<String> header, long line, String file) {
    String names =
        columns.stream()
            .map(i -> VisibleText.quoted(header.get(i).strip()))
            .collect(Collectors.joining(" and "));
    return new DesistException(
        ErrorCode.UNREADABLE,
        String.format(
            Locale.ROOT,
            "Cannot use %s: in line %d more than one heading may be %s: %s. Say in request.yaml which one is, such as columns: {%s: %s}; the other is then not used.",
            file,
            line,
            field,
            names,
            field,
            VisibleText.quoted(header.get(columns.get(0)).strip())));
  }

  /**
   * Columns that a list cannot do without; the first of {@link #DAYS} where none of them is there.
   */
  private List<String> missing(List<String> fields) {
    List<String> missing = new ArrayList<>();
    for (Field field : contract.fields()) {
      boolean isOnlyDay = field.name().equals(DAYS.get(0)) && !hasAny(fields);
      if ((field.required() || isOnlyDay) && !fields.contains(field.name())) {
        missing.add(field.name());
      }
    }
    return missing;
  }

  private static boolean hasAny(List<String> fields) {
    return DAYS.stream().anyMatch(fields::contains);
  }

  private static DesistException asked(
      List<String> missing, List<String> unknown, long line, String file) {
    return new DesistException(
        ErrorCode.MISSING_COLUMN,
        String.format(
            Locale.ROOT,
            "Cannot use %s: in line %d no heading is known for %s. Headings that are not known: %s. If they are among these, say so in request.yaml, such as columns: {%s}; otherwise the list lacks them, and they have to be added.",
            file,
            line,
            String.join(", ", missing),
            String.join(", ", unknown),
            missing.stream()
                .map(field -> field + ": " + likeliest(field, unknown))
                .collect(Collectors.joining(", "))));
  }

  /** The heading that shares a word with one that is known for the field, or is spelled alike. */
  private static String likeliest(String field, List<String> unknown) {
    Set<String> words =
        table().get(field).stream()
            .flatMap(known -> words(known).stream())
            .filter(word -> word.length() >= LETTERS)
            .collect(Collectors.toSet());
    return unknown.stream()
        .filter(heading -> words(heading).stream().anyMatch(words::contains))
        .findFirst()
        .or(() -> Nearest.to(field, unknown))
        .orElse(unknown.size() == 1 ? unknown.get(0) : "YOUR HEADING");
  }

  private static List<String> words(String heading) {
    return List.of(heading.toLowerCase(Locale.ROOT).split("[^\\p{L}]+", -1));
  }
}
