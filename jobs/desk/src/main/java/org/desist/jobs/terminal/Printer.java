// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.terminal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import org.desist.text.Visible;

/**
 * The one way to a terminal. Whatever is printed, a terminal has nothing to obey in it: controls
 * and other hidden characters come out as escapes, which in JSON mean the same character. A line
 * break and a tab pass. Codes of our own go by {@link #codes}, colours as a {@link Tone}.
 */
public final class Printer extends PrintWriter {
  private final Showing showing;

  /**
   * Prints to a terminal, or to the file that stands in for it.
   *
   * @param hasColours whether what has a tone is shown in its colour
   */
  public Printer(Writer terminal, boolean hasColours) {
    this(new Showing(terminal, hasColours));
  }

  private Printer(Showing showing) {
    super(showing, true);
    this.showing = showing;
  }

  /** A line, on several where the screen is narrower. */
  @Override
  public void println(String text) {
    super.println(TerminalWidth.fitted(text));
  }

  /** Prints codes that the terminal is to obey; none of it may come from elsewhere. */
  public void codes(String codes) {
    try {
      synchronized (lock) {
        showing.raw(codes);
      }
    } catch (IOException e) {
      setError();
    }
  }

  /** The same way for those that know only streams, such as libraries. */
  public PrintStream stream() {
    return new PrintStream(new Lines(), true, StandardCharsets.UTF_8);
  }

  /** Shows what passes. A character may come in two parts. */
  private static final class Showing extends Writer {
    private static final String WINDOWS = "\r\n";

    private final Writer terminal;
    private final boolean hasColours;
    private char half;

    private Showing(Writer terminal, boolean hasColours) {
      this.terminal = terminal;
      this.hasColours = hasColours;
    }

    @Override
    public void write(char[] text, int from, int length) throws IOException {
      StringBuilder passing = new StringBuilder(length + 1);
      if (half != 0) {
        passing.append(half);
        half = 0;
      }
      passing.append(text, from, length);
      int last = passing.length() - 1;
      if (last >= 0 && isHalf(passing.charAt(last))) {
        half = passing.charAt(last);
        passing.setLength(last);
      }
      terminal.write(shown(passing.toString()));
    }

    /** Half a character, or half a line end. */
    private static boolean isHalf(char c) {
      return Character.isHighSurrogate(c) || c == '\r';
    }

    private String shown(String text) {
      StringBuilder shown = new StringBuilder(text.length());
      int from = 0;
      for (int at = 0; at < text.length(); at++) {
        if (Tone.isMark(text.charAt(at))) {
          shown.append(uncoloured(text.substring(from, at)));
          shown.append(hasColours ? Tone.code(text.charAt(at)) : "");
          from = at + 1;
        }
      }
      return shown.append(uncoloured(text.substring(from))).toString();
    }

    private static String uncoloured(String text) {
      StringBuilder shown = new StringBuilder(text.length());
      int from = 0;
      for (int end = text.indexOf(WINDOWS); end >= 0; end = text.indexOf(WINDOWS, from)) {
        shown.append(Visible.text(text.substring(from, end))).append(WINDOWS);
        from = end + WINDOWS.length();
      }
      return shown.append(Visible.text(text.substring(from))).toString();
    }

    private void raw(String codes) throws IOException {
      rest();
      terminal.write(codes);
    }

    private void rest() throws IOException {
      if (half != 0) {
        terminal.write(Visible.line(String.valueOf(half)));
        half = 0;
      }
    }

    @Override
    public void flush() throws IOException {
      rest();
      terminal.flush();
    }

    @Override
    public void close() throws IOException {
      rest();
      terminal.close();
    }
  }

  /** Bytes of UTF-8, passed on line by line. */
  private final class Lines extends OutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    @Override
    public synchronized void write(int unit) {
      line.write(unit);
      if (unit == '\n') {
        flush();
      }
    }

    @Override
    public synchronized void flush() {
      print(line.toString(StandardCharsets.UTF_8));
      line.reset();
      Printer.this.flush();
    }
  }
}
