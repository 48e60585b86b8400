// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;
import org.desist.contract.Field;

/** Reads the booleans that Table Schema knows by default. */
final class BooleanParser extends FieldParser {
  private static final char[][] TRUE = texts("true", "True", "TRUE", "1");
  private static final char[][] FALSE = texts("false", "False", "FALSE", "0");

  BooleanParser(Field field, List<String> missingValues, List<Fault> faults) {
    super(field, missingValues, faults);
  }

  @Override
  void parse(char[] text, int from, int length) {
    if (isOneOf(FALSE, text, from, length)) {
      slot().set(false);
    } else if (isOneOf(TRUE, text, from, length)) {
      slot().set(true);
    } else {
      rejectType(text, from, length);
    }
  }

  private static boolean isOneOf(char[][] values, char[] text, int from, int length) {
    for (char[] value : values) {
      if (isSame(value, text, from, length)) {
        return true;
      }
    }
    return false;
  }

  private static char[][] texts(String... values) {
    return List.of(values).stream().map(String::toCharArray).toArray(char[][]::new);
  }

  @Override
  String slotText() {
    return slot().number() == 1 ? "true" : "false";
  }
}
