// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.List;
import org.desist.contract.Field;
import org.desist.identity.NameNormaliser;

/** Reads a name, and its comparable form into a slot of its own. */
final class NameParser extends TextParser {
  private static final int ASCII = 128;

  private final Slot keySlot = new Slot();

  NameParser(Field field, List<String> missingValues, List<Fault> faults, TextArena arena) {
    super(field, missingValues, faults, arena);
  }

  @Override
  void parse(char[] text, int from, int length) {
    super.parse(text, from, length);
    int start = arena().reserve(length);
    byte[] target = arena().bytes();
    int kept = 0;
    for (int i = from; i < from + length; i++) {
      if (text[i] >= ASCII) {
        keySlot.set(NameNormaliser.normalise(new String(text, from, length)));
        return;
      }
      char upper = NameNormaliser.upperAscii(text[i]);
      if (upper != 0) {
        target[start + kept++] = (byte) upper;
      }
    }
    if (kept == 0) {
      keySlot.clear();
    } else {
      keySlot.set(target, start, kept);
    }
  }

  @Override
  void clear() {
    super.clear();
    keySlot.clear();
  }

  Slot keySlot() {
    return keySlot;
  }
}
