// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Opens the files that a user names. Only regular files are opened: reading a named pipe waits for
 * a writer that may never come, and a device never ends.
 */
public final class InputFiles {
  private static final int KIND_MASK = 0xF000;
  private static final int PIPE = 0x1000;
  private static final int SOCKET = 0xC000;

  private InputFiles() {}

  /**
   * Opens a file.
   *
   * @throws IOException when it is no regular file or cannot be opened; the message says why, to
   *     stand behind "Cannot read FILE: "
   */
  public static InputStream open(Path file) throws IOException {
    Optional<String> problem = problem(file);
    if (problem.isPresent()) {
      throw new IOException(problem.get());
    }
    try {
      return Files.newInputStream(file);
    } catch (AccessDeniedException e) {
      throw new IOException("this account may not read it", e);
    } catch (NoSuchFileException e) {
      throw new IOException("there is no such file", e);
    }
  }

  /**
   * The text of a file in UTF-8.
   *
   * @throws IOException as {@link #open}, or when it is not UTF-8
   */
  public static String text(Path file) throws IOException {
    try (InputStream in = open(file)) {
      // Not new String: it would put marks in the place of what is not UTF-8.
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(in.readAllBytes()))
          .toString();
    } catch (CharacterCodingException e) {
      throw new IOException("it is not text in UTF-8", e);
    }
  }

  /** Why a path cannot be read as a file; empty when it is a regular file or a link to one. */
  public static Optional<String> problem(Path file) {
    if (Files.isRegularFile(file)) {
      return Optional.empty();
    }
    if (Files.isDirectory(file)) {
      return Optional.of("it is a folder, not a file");
    }
    if (Files.exists(file)) {
      return Optional.of("it is " + kind(file) + ", not a file");
    }
    return Optional.of(
        Files.isSymbolicLink(file)
            ? "it is a link to a file that is not there"
            : "there is no such file");
  }

  private static String kind(Path file) {
    try {
      int mode = (Integer) Files.getAttribute(file, "unix:mode") & KIND_MASK;
      return mode == PIPE ? "a named pipe" : mode == SOCKET ? "a socket" : "a device";
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return "a device or a pipe";
    }
  }
}
