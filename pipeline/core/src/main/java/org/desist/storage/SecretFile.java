// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Refuses a secret that is none, as ssh does: a file that its group or anybody may read or change,
 * or that belongs to somebody else than who runs, or root. A link is followed, and the file it
 * leads to judged. Where the file system knows no owners nothing is refused.
 */
public final class SecretFile {
  private static final int OF_OTHERS = 077;

  /** Not the group: on many systems each account has one of its own, which may write. */
  private static final int CHANGED_BY_ALL = 002;

  private static final int PERMISSIONS = 07777;
  private static final int ROOT = 0;

  private SecretFile() {}

  /**
   * Checks a file that is there.
   *
   * @param kind what it is, such as "key file"
   * @throws DesistException BAD_KEY
   */
  public static void check(String kind, Path file) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return;
    }
    try {
      Path target = file.toRealPath();
      Map<String, Object> facts = Files.readAttributes(target, "unix:mode,uid");
      check(kind, file, target, new Facts((int) facts.get("mode"), (int) facts.get("uid")), self());
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_KEY,
          "Cannot tell who may read the %s %s: %s. Check the folder it is in."
              .formatted(kind, file, e.getMessage()),
          e);
    }
  }

  /**
   * Whether a file that everybody may read belongs to another account than this one and root, or
   * everybody can change it. False where the file system knows no owners.
   */
  public static boolean isOfOthers(Path file) {
    if (!file.getFileSystem().supportedFileAttributeViews().contains("unix")) {
      return false;
    }
    try {
      Map<String, Object> facts = Files.readAttributes(file.toRealPath(), "unix:mode,uid");
      return isOfOthers(new Facts((int) facts.get("mode"), (int) facts.get("uid")), self());
    } catch (IOException e) {
      return true;
    }
  }

  static boolean isOfOthers(Facts facts, int self) {
    return (facts.owner() != ROOT && facts.owner() != self) || (facts.mode() & CHANGED_BY_ALL) != 0;
  }

  /** Who owns a file, by number, and what its mode is. */
  record Facts(int mode, int owner) {}

  static void check(String kind, Path file, Path target, Facts facts, int self) {
    String named = kind + " " + file;
    if (Files.isSymbolicLink(file)) {
      named += ", which is a link to " + target;
    }
    if (facts.owner() != ROOT && facts.owner() != self) {
      throw new DesistException(
          ErrorCode.BAD_KEY,
          String.format(
              Locale.ROOT,
              "Cannot use the %s: it belongs to the account with the number %d, which can change it, and not to this one. Make one of your own, or have the file given to this account.",
              named,
              facts.owner()));
    }
    if ((facts.mode() & OF_OTHERS) != 0) {
      throw new DesistException(
          ErrorCode.BAD_KEY,
          String.format(
              Locale.ROOT,
              "Cannot use the %s: its mode is %04o, so others can read or change it. Close it with: chmod 600 %s",
              named,
              facts.mode() & PERMISSIONS,
              target));
    }
  }

  private static int self() {
    return (int) new UnixSystem().getUid();
  }
}
