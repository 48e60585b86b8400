// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;
import org.desist.contract.Field;
import org.desist.contract.ValidationCode;

/** Reads text, with its pattern and its list of values. */
class TextParser extends FieldParser {
  private final TextArena arena;
  private final TextPattern pattern;
  private final char[][] allowed;

  TextParser(Field field, List<String> missingValues, List<Fault> faults, TextArena arena) {
    super(field, missingValues, faults);
    this.arena = arena;
    this.pattern = field.pattern() == null ? null : TextPattern.of(field.pattern());
    this.allowed = field.allowed().stream().map(String::toCharArray).toArray(char[][]::new);
  }

  @Override
  void parse(char[] text, int from, int length) {
    check(text, from, length);
    arena.put(text, from, length, slot());
  }

  /** Whether the text keeps the constraints; adds a fault for each that it breaks. */
  final boolean check(char[] text, int from, int length) {
    boolean kept = true;
    if (pattern != null && !pattern.matches(text, from, length)) {
      reject(
          ValidationCode.BAD_PATTERN, "Not of the form " + field().pattern(), text, from, length);
      kept = false;
    }
    if (allowed.length > 0 && !isAllowed(text, from, length)) {
      reject(
          ValidationCode.NOT_IN_ENUM,
          "Not one of " + String.join(", ", field().allowed()),
          text,
          from,
          length);
      kept = false;
    }
    return kept;
  }

  private boolean isAllowed(char[] text, int from, int length) {
    for (char[] value : allowed) {
      if (isSame(value, text, from, length)) {
        return true;
      }
    }
    return false;
  }

  final TextArena arena() {
    return arena;
  }

  @Override
  final String slotText() {
    return slot().text();
  }
}
