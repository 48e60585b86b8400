// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/** control.csv: how many rows each file has, and the SHA-256 of its bytes as delivered. */
final class ControlFile {
  private ControlFile() {}

  static void write(Path folder, Map<String, Long> rows, Map<String, Path> files)
      throws IOException {
    List<String[]> records = new ArrayList<>();
    records.add(new String[] {"resource", "rows", "sha256"});
    for (Map.Entry<String, Path> file : files.entrySet()) {
      String count = Long.toString(rows.get(file.getKey()));
      records.add(new String[] {file.getKey(), count, sha256(file.getValue())});
    }
    Files.write(folder.resolve("control.csv"), CsvText.records(records));
  }

  static String sha256(Path file) throws IOException {
    MessageDigest digest;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
    try (InputStream stream = new DigestInputStream(Files.newInputStream(file), digest)) {
      stream.transferTo(OutputStream.nullOutputStream());
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
