// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.yaml;

import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.desist.text.Visible;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.DocumentStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.MappingStartEvent;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A YAML text looked at piece by piece before anything is made of it. Only plain YAML passes: one
 * document of keys, lists and single values, in which a reader sees every character.
 */
final class YamlScan {
  private static final int DEPTH = 20;
  private static final int DIGITS = 50;
  private static final BigDecimal MOST = new BigDecimal("1e15");
  private static final BigDecimal LEAST = new BigDecimal("1e-15");

  private final String file;
  private final List<HiddenCharacter> hidden;
  private final Map<String, Integer> lines = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();
  private final List<YamlFault> faults = new ArrayList<>();
  private final List<ScalarEvent> endless = new ArrayList<>();
  private final Deque<Level> levels = new ArrayDeque<>();
  private int documents;

  private YamlScan(String file, String text) {
    this.file = file;
    this.hidden = HiddenCharacter.all(text);
  }

  /** A mapping or a list that has begun. */
  private static final class Level {
    private final String pointer;
    private final boolean isMapping;
    private final Set<String> keys = new HashSet<>();
    private String key;
    private int items;

    private Level(String pointer, boolean isMapping) {
      this.pointer = pointer;
      this.isMapping = isMapping;
    }
  }

  /**
   * What a text is made of.
   *
   * @param text the same, with numbers that no number can hold in quotes: what a key wants is said
   *     by its schema
   * @param lines of every key and item, by JSON pointer
   * @param written single values as they are written, by JSON pointer
   * @param faults what is not plain; the rest means nothing when there are some
   */
  record Outcome(
      String text,
      Map<String, Integer> lines,
      Map<String, String> written,
      List<YamlFault> faults) {}

  static Outcome of(String file, String text) {
    YamlScan scan = new YamlScan(file, text);
    String visible = HiddenCharacter.replaced(text, scan.hidden);
    try {
      scan.read(new ParserImpl(new StreamReader(visible), new LoaderOptions()));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      scan.fault(
          mark == null ? 1 : mark.getLine() + 1,
          "",
          "this is not YAML ("
              + (mark != null && e.getProblem().contains("\\t")
                  ? "a tab stands where a space belongs): set lines in with spaces"
                  : e.getProblem() + "): mend the line"));
    }
    scan.hidden.stream()
        .filter(c -> !c.isReported)
        .forEach(c -> scan.fault(c.line, "", Visible.advice(c.codePoint)));
    return new Outcome(
        quoted(visible, scan.endless), scan.lines, scan.written, List.copyOf(scan.faults));
  }

  private void read(ParserImpl events) {
    while (!events.checkEvent(Event.ID.StreamEnd)) {
      Event event = events.getEvent();
      if (event instanceof DocumentStartEvent && ++documents > 1) {
        fault(
            event,
            "",
            "a second document begins here (---), and only one is read: put it into a file of its own");
        return;
      }
      if (event instanceof NodeEvent node && !read(node)) {
        return;
      }
      if (event.is(Event.ID.MappingEnd) || event.is(Event.ID.SequenceEnd)) {
        levels.pop();
      }
    }
  }

  /** Returns whether to go on. */
  private boolean read(NodeEvent event) {
    Level around = levels.peek();
    if (around != null && around.isMapping && around.key == null) {
      return key(event, around);
    }
    String pointer = pointer(around);
    lines.putIfAbsent(pointer, event.getStartMark().getLine() + 1);
    if (around != null) {
      around.key = null;
      around.items++;
    }
    plain(event, pointer);
    if (event instanceof CollectionStartEvent) {
      if (levels.size() == DEPTH) {
        fault(event, pointer, "it is nested more than " + DEPTH + " deep: write it flat");
        return false;
      }
      levels.push(new Level(pointer, event instanceof MappingStartEvent));
    }
    return true;
  }

  private boolean key(NodeEvent event, Level around) {
    if (!(event instanceof ScalarEvent scalar)) {
      fault(event, around.pointer, "a key must be a word: write it before a colon");
      return false;
    }
    around.key = scalar.getValue();
    String pointer = pointer(around);
    lines.putIfAbsent(pointer, event.getStartMark().getLine() + 1);
    if (scalar.isPlain() && scalar.getValue().equals("<<")) {
      fault(event, pointer, "keys are not merged (<<): write them out");
    } else if (!around.keys.add(scalar.getValue())) {
      fault(event, pointer, "the key is there twice: keep one");
    }
    characters(scalar, pointer);
    tagged(event, pointer);
    return true;
  }

  private static String pointer(Level around) {
    if (around == null) {
      return "";
    }
    String step =
        around.isMapping
            ? around.key.replace("~", "~0").replace("/", "~1")
            : String.valueOf(around.items);
    return around.pointer + "/" + step;
  }

  private void plain(NodeEvent event, String pointer) {
    if (event instanceof AliasEvent) {
      fault(event, pointer, "an alias (*" + event.getAnchor() + ") repeats a value: write it out");
      return;
    }
    if (event instanceof ScalarEvent scalar) {
      written.put(pointer, scalar.getValue());
    }
    tagged(event, pointer);
    if (event instanceof ScalarEvent scalar) {
      characters(scalar, pointer);
      if (scalar.isPlain()) {
        number(scalar, pointer);
      }
    }
  }

  private void tagged(NodeEvent event, String pointer) {
    String tag =
        event instanceof ScalarEvent scalar
            ? scalar.getTag()
            : event instanceof CollectionStartEvent start ? start.getTag() : null;
    if (tag != null) {
      String shown = tag.replace("tag:yaml.org,2002:", "!!");
      fault(event, pointer, "a tag (" + shown + ") says what kind of value it is: take it out");
    } else if (event.getAnchor() != null && !(event instanceof AliasEvent)) {
      fault(event, pointer, "an anchor (&" + event.getAnchor() + ") is not used: take it out");
    }
  }

  private void characters(ScalarEvent scalar, String pointer) {
    boolean isRaw = false;
    for (HiddenCharacter c : hidden) {
      if (c.index >= scalar.getStartMark().getIndex() && c.index < scalar.getEndMark().getIndex()) {
        c.isReported = true;
        isRaw = true;
        fault(c.line, pointer, Visible.advice(c.codePoint));
      }
    }
    OptionalInt escaped =
        scalar
            .getValue()
            .codePoints()
            .filter(c -> c != '\n' && c != '\t' && Visible.isHidden(c))
            .findFirst();
    if (!isRaw && escaped.isPresent()) {
      fault(scalar, pointer, Visible.advice(escaped.getAsInt()));
    }
  }

  private void number(ScalarEvent scalar, String pointer) {
    String value = scalar.getValue();
    if (value.matches("[-+]?0[0-9_]+|[-+]?0[xob][0-9a-fA-F_]+")) {
      fault(
          scalar,
          pointer,
          "it begins with a zero, which some read as a number to the base 8, 16 or 2: write a number without it, and a code in quotes");
    } else if (value.matches("[-+]?[0-9][0-9.]*_[0-9_.]*")) {
      fault(scalar, pointer, "it has an underscore among its digits: take it out, or use quotes");
    } else if (isEndless(value)) {
      endless.add(scalar);
    }
  }

  /** Infinite, no number, or of a size that no setting has and that takes long to compare. */
  private static boolean isEndless(String value) {
    if (value.matches("[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)")) {
      return true;
    }
    if (!value.matches("[-+]?([0-9]+\\.?[0-9]*|\\.[0-9]+)([eE][-+]?[0-9]+)?")) {
      return false;
    }
    if (value.length() > DIGITS || value.matches(".*[eE][-+]?[0-9]{4,}")) {
      return true;
    }
    BigDecimal number = new BigDecimal(value).abs();
    return number.compareTo(MOST) > 0 || (number.signum() > 0 && number.compareTo(LEAST) < 0);
  }

  private void fault(Event event, String pointer, String advice) {
    fault(event.getStartMark().getLine() + 1, pointer, advice);
  }

  private void fault(int line, String pointer, String advice) {
    faults.add(
        new YamlFault(
            file, line, YamlTree.key(pointer), written.getOrDefault(pointer, ""), advice));
  }

  private static String quoted(String text, List<ScalarEvent> scalars) {
    StringBuilder quoted = new StringBuilder(text);
    for (int i = scalars.size() - 1; i >= 0; i--) {
      ScalarEvent scalar = scalars.get(i);
      quoted.insert(text.offsetByCodePoints(0, scalar.getEndMark().getIndex()), '"');
      quoted.insert(text.offsetByCodePoints(0, scalar.getStartMark().getIndex()), '"');
    }
    return quoted.toString();
  }

  /** A hidden character as it stands in the file, not written as an escape. */
  private static final class HiddenCharacter {
    private static final int PLACEHOLDER = 0xfffd;
    private final int index;
    private final int line;
    private final int codePoint;
    private boolean isReported;

    private HiddenCharacter(int index, int line, int codePoint) {
      this.index = index;
      this.line = line;
      this.codePoint = codePoint;
    }

    static List<HiddenCharacter> all(String text) {
      List<HiddenCharacter> all = new ArrayList<>();
      int[] characters = text.codePoints().toArray();
      int line = 1;
      for (int i = 0; i < characters.length; i++) {
        int c = characters[i];
        boolean isLineEnd =
            c == '\n' || (c == '\r' && i + 1 < characters.length && characters[i + 1] == '\n');
        if (c == '\n') {
          line++;
        } else if (!isLineEnd && c != '\t' && Visible.isHidden(c)) {
          all.add(new HiddenCharacter(i, line, c));
        }
      }
      return all;
    }

    /** The text with something in their place that YAML takes for a letter. */
    static String replaced(String text, List<HiddenCharacter> all) {
      if (all.isEmpty()) {
        return text;
      }
      int[] characters = text.codePoints().toArray();
      all.forEach(c -> characters[c.index] = PLACEHOLDER);
      return new String(characters, 0, characters.length);
    }
  }
}
