// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.nio.CharBuffer;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.desist.contract.Field;
import org.desist.contract.ValidationCode;
import org.desist.identity.NameNormaliser;
import org.desist.identity.PncId;

/** Parsers of fields whose values are texts. */
final class TextParsers {
  private TextParsers() {}

  /** Reads text, with its pattern and its list of values. */
  static class Texts extends FieldParser {
    private final TextArena arena;
    private final TextPattern pattern;
    private final char[][] allowed;

    Texts(Field field, List<String> missingValues, List<ValueFault> faults, TextArena arena) {
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

  /** Reads a name, and its comparable form into a slot of its own. */
  static final class Names extends Texts {
    private static final int ASCII = 128;

    private final ValueSlot keySlot = new ValueSlot();

    Names(Field field, List<String> missingValues, List<ValueFault> faults, TextArena arena) {
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

    ValueSlot keySlot() {
      return keySlot;
    }
  }

  /**
   * Reads a PNC id into its canonical form. A wrong check letter refuses the row where the id is
   * the key; elsewhere it is a warning, the id counts as missing, and a required one refuses the
   * row for that.
   */
  static final class PncIds extends Texts {
    private static final String WRONG = "The check letter does not belong to this PNC id";

    private final int snapshotYear;
    private final boolean key;

    private PncIds(
        Field field,
        List<String> missingValues,
        List<ValueFault> faults,
        TextArena arena,
        int snapshotYear,
        boolean key) {
      super(field, missingValues, faults, arena);
      this.snapshotYear = snapshotYear;
      this.key = key;
    }

    static PncIds ofKey(
        Field field,
        List<String> missingValues,
        List<ValueFault> faults,
        TextArena arena,
        int snapshotYear) {
      return new PncIds(field, missingValues, faults, arena, snapshotYear, true);
    }

    static PncIds ofReference(
        Field field,
        List<String> missingValues,
        List<ValueFault> faults,
        TextArena arena,
        int snapshotYear) {
      return new PncIds(field, missingValues, faults, arena, snapshotYear, false);
    }

    @Override
    void parse(char[] text, int from, int length) {
      clear();
      if (!check(text, from, length)) {
        return;
      }
      long id = PncId.read(text, from, length, snapshotYear);
      if (id >= 0) {
        int start = arena().reserve(PncId.LENGTH);
        PncId.write(id, arena().bytes(), start);
        slot().set(arena().bytes(), start, PncId.LENGTH);
      } else if (key) {
        reject(ValidationCode.BAD_CHECK_LETTER, WRONG, text, from, length);
      } else {
        warn(
            ValidationCode.BAD_CHECK_LETTER,
            (id == PncId.NOT_AN_ID ? "Not of the form of a PNC id" : WRONG)
                + "; it counts as missing (value not shown: personal)");
        readMissing();
      }
    }
  }

  /**
   * A pattern that the whole text must match. Codes are mostly a fixed row of digits and capitals;
   * those are compared by position, several times faster than by the regular expression they mean.
   */
  private abstract static class TextPattern {
    private static final Pattern FIXED =
        Pattern.compile("\\^?((?:\\\\d|\\[[0-9A-Za-z]-[0-9A-Za-z]\\])(?:\\{\\d{1,2}\\})?)+\\$?");
    private static final Pattern ITEM =
        Pattern.compile("(\\\\d|\\[([0-9A-Za-z])-([0-9A-Za-z])\\])(?:\\{(\\d{1,2})\\})?");

    abstract boolean matches(char[] text, int from, int length);

    static TextPattern of(String regex) {
      return FIXED.matcher(regex).matches() ? positions(regex) : new Regex(regex);
    }

    private static TextPattern positions(String regex) {
      StringBuilder low = new StringBuilder();
      StringBuilder high = new StringBuilder();
      Matcher item = ITEM.matcher(regex);
      while (item.find()) {
        boolean digit = item.group(2) == null;
        int times = item.group(4) == null ? 1 : Integer.parseInt(item.group(4));
        low.append((digit ? "0" : item.group(2)).repeat(times));
        high.append((digit ? "9" : item.group(3)).repeat(times));
      }
      return new Positions(low.toString().toCharArray(), high.toString().toCharArray());
    }

    private static final class Positions extends TextPattern {
      private final char[] low;
      private final char[] high;

      Positions(char[] low, char[] high) {
        this.low = low;
        this.high = high;
      }

      @Override
      boolean matches(char[] text, int from, int length) {
        if (length != low.length) {
          return false;
        }
        for (int i = 0; i < length; i++) {
          char c = text[from + i];
          if (c < low[i] || c > high[i]) {
            return false;
          }
        }
        return true;
      }
    }

    private static final class Regex extends TextPattern {
      private final Matcher matcher;

      Regex(String regex) {
        this.matcher = Pattern.compile(regex).matcher("");
      }

      @Override
      boolean matches(char[] text, int from, int length) {
        return matcher.reset(CharBuffer.wrap(text, from, length)).matches();
      }
    }
  }
}
