// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;
import org.desist.contract.Field;
import org.desist.contract.ValidationCode;
import org.desist.run.Sheet;

/**
 * Reads the values of one field: first whether there is one, then its type, then its constraints. A
 * value without its type is not checked further; constraints are checked all.
 */
abstract class FieldParser {
  private static final int MAX_SHOWN = 60;

  private final Field field;
  private final char[][] missingValues;
  private final ValueSlot slot = new ValueSlot();
  private final List<ValueFault> faults;
  private String rejected = "";
  private boolean isOfSheet;

  FieldParser(Field field, List<String> missingValues, List<ValueFault> faults) {
    this.field = field;
    this.missingValues = missingValues.stream().map(String::toCharArray).toArray(char[][]::new);
    this.faults = faults;
  }

  /** Reads a value as delivered. */
  final void read(char[] text, int start, int characters) {
    int guard = isOfSheet && isGuarded(text, start, characters) ? 1 : 0;
    int from = start + guard;
    int length = characters - guard;
    rejected = "";
    if (isMissing(text, from, length)) {
      readMissing();
    } else {
      parse(text, from, length);
    }
  }

  /** From now on values are those of a {@link Sheet}. */
  final void takeSheet() {
    isOfSheet = true;
  }

  private static boolean isGuarded(char[] text, int from, int length) {
    return length > 0
        && text[from] == '\''
        && Sheet.original(new String(text, from, length)).length() < length;
  }

  /** Takes note that the row has no value here. */
  final void readMissing() {
    rejected = "";
    clear();
    if (field.required()) {
      reject(ValidationCode.MISSING_REQUIRED, "A required value is missing");
    }
  }

  /** Sets the slot, or adds the faults. */
  abstract void parse(char[] text, int from, int length);

  /** Empties the slot, and what hangs on it. */
  void clear() {
    slot.clear();
  }

  /** The typed value as text, for the key in messages; the text as delivered when it is refused. */
  final String keyText() {
    return slot.isPresent() ? slotText() : rejected;
  }

  abstract String slotText();

  final Field field() {
    return field;
  }

  final ValueSlot slot() {
    return slot;
  }

  /** Refuses the row for a value, which the message shows unless it is personal. */
  final void reject(ValidationCode code, String message, char[] text, int from, int length) {
    if (field.personal()) {
      reject(code, message + " (value not shown: personal)");
    } else {
      rejected = shown(text, from, length);
      reject(code, message + ": " + rejected);
    }
  }

  final void reject(ValidationCode code, String message) {
    faults.add(ValueFault.ofRow(code, field.name(), message));
  }

  final void warn(ValidationCode code, String message) {
    faults.add(ValueFault.ofWarning(code, field.name(), message));
  }

  final void rejectType(char[] text, int from, int length) {
    clear();
    reject(ValidationCode.BAD_TYPE, "Not " + field.type().expectation(), text, from, length);
  }

  /** Refuses a number beyond the bounds of the field. */
  final void checkRange(boolean isBelow, boolean isAbove, char[] text, int from, int length) {
    if (isBelow) {
      reject(
          ValidationCode.OUT_OF_RANGE, "Below the minimum " + field.minimum(), text, from, length);
    }
    if (isAbove) {
      reject(
          ValidationCode.OUT_OF_RANGE, "Above the maximum " + field.maximum(), text, from, length);
    }
  }

  static boolean isSame(char[] expected, char[] text, int from, int length) {
    if (expected.length != length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (expected[i] != text[from + i]) {
        return false;
      }
    }
    return true;
  }

  private boolean isMissing(char[] text, int from, int length) {
    for (char[] missing : missingValues) {
      if (isSame(missing, text, from, length)) {
        return true;
      }
    }
    return false;
  }

  private static String shown(char[] text, int from, int length) {
    StringBuilder shown = new StringBuilder();
    for (int i = from; i < from + Math.min(length, MAX_SHOWN); i++) {
      // A message is one line, whatever the value holds.
      shown.append(Character.isISOControl(text[i]) ? ' ' : text[i]);
    }
    return length > MAX_SHOWN ? shown.append("...").toString() : shown.toString();
  }
}
