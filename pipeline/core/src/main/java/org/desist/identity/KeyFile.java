// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Pattern;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Folders;
import org.desist.storage.SecretFile;

/** A file with the secret behind person keys: 64 hex characters (32 bytes) and a line end. */
public final class KeyFile {
  private static final Pattern HEX = Pattern.compile("[0-9a-fA-F]{" + 2 * PersonKey.BYTES + "}");
  private static final String HOW =
      "Make one with: desist keys new FILE, then name it by --key-file FILE or DESIST_KEY_FILE.";

  private KeyFile() {}

  /**
   * Makes a key from the system's secure random source, readable by its owner only.
   *
   * @throws DesistException BAD_ARGUMENT when the file exists: a lost key is lost for good, so none
   *     is ever overwritten; STORAGE when it cannot be written
   */
  public static void create(Path file) {
    byte[] secret = new byte[PersonKey.BYTES];
    new SecureRandom().nextBytes(secret);
    try {
      if (file.toAbsolutePath().getParent() != null) {
        Folders.createOpen(file.toAbsolutePath().getParent());
      }
      Folders.createPrivateFile(file);
      Files.writeString(file, HexFormat.of().formatHex(secret) + "\n", StandardCharsets.US_ASCII);
    } catch (FileAlreadyExistsException e) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot make the key file %s: it exists, and a key is never overwritten. Name another file."
              .formatted(file),
          e);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write the key file %s: %s. Name a file in a folder that is writable."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Reads a key.
   *
   * @param file the key file, or null when none was named
   * @throws DesistException NO_KEY when none was named or it does not exist, BAD_KEY when others
   *     can read or change it or its content is not a key
   */
  public static PersonKey read(Path file) {
    if (file == null) {
      throw new DesistException(
          ErrorCode.NO_KEY, "Cannot make person keys: no key file was named. " + HOW);
    }
    if (!Files.isRegularFile(file)) {
      throw new DesistException(
          ErrorCode.NO_KEY,
          "Cannot make person keys: there is no key file %s. %s".formatted(file, HOW));
    }
    SecretFile.check("key file", file);
    String text = content(file);
    if (!HEX.matcher(text).matches()) {
      // The content is a secret even when it is malformed: only its length may be told.
      throw new DesistException(
          ErrorCode.BAD_KEY,
          String.format(
              Locale.ROOT,
              "Cannot use the key file %s: it should hold 64 hex characters and holds %d characters. %s",
              file,
              text.length(),
              HOW));
    }
    return PersonKey.of(HexFormat.of().parseHex(text));
  }

  private static String content(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).strip();
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_KEY,
          "Cannot read the key file %s: %s. Check who may read it.".formatted(file, e.getMessage()),
          e);
    }
  }
}
