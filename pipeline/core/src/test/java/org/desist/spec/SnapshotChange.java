// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/**
 * A snapshot of a hundred good rows of each resource, changed as a case says: other numbers of
 * rows, rows refused, files damaged, files as delivered.
 */
final class SnapshotChange {
  private static final Pattern SHA256 = Pattern.compile("[{]sha256 of ([a-z_.]+)[}]");

  private final SpecCase specCase;

  SnapshotChange(SpecCase specCase) {
    this.specCase = specCase;
  }

  void write(Path folder) {
    Map<String, Integer> counts = SnapshotCases.usualRows();
    for (Block.Grid given : specCase.givens()) {
      if (!Set.of("rows", "files").contains(given.caption())) {
        throw new IllegalArgumentException(
            "%s: nothing is done with the table %s".formatted(specCase.place(), given.caption()));
      }
    }
    Map<String, Integer> refused = new TreeMap<>();
    specCase
        .given("rows")
        .ifPresent(
            table ->
                table
                    .rows()
                    .forEach(
                        row -> {
                          counts.put(row.get("resource"), Integer.valueOf(row.get("rows")));
                          String bad = row.getOrDefault("refused", "");
                          refused.put(
                              row.get("resource"), bad.isEmpty() ? 0 : Integer.parseInt(bad));
                        }));
    Extracts extracts = Bystanders.of(counts);
    refused.forEach(extracts::spoil);
    extracts.write(folder);
    try {
      for (Block.Fence file : specCase.files()) {
        Files.writeString(folder.resolve(file.caption()), filled(file.text(), folder));
      }
      if (specCase.given("files").isPresent()) {
        for (Map<String, String> row : specCase.given("files").get().rows()) {
          change(folder.resolve(row.get("file")), row.get("what happens"));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void change(Path file, String what) throws IOException {
    byte[] bytes = Files.exists(file) ? Files.readAllBytes(file) : new byte[0];
    switch (what) {
      case "is missing" -> Files.delete(file);
      case "holds a NUL byte on line 3" -> Files.write(file, withByte(bytes, (byte) 0));
      case "is not UTF-8 on line 3" -> Files.write(file, withByte(bytes, (byte) 0xE9));
      case "is gzipped" -> gzip(file, bytes, bytes.length);
      case "is gzipped and cut short" -> gzip(file, bytes, bytes.length / 2);
      case "is gzipped in two members" -> gzipTwice(file, bytes, 0);
      case "is gzipped, with zero bytes after it" -> {
        gzip(file, bytes, bytes.length);
        Files.write(packed(file), new byte[512], StandardOpenOption.APPEND);
      }
      case "is gzipped in two members, the second damaged" -> gzipTwice(file, bytes, 1);
      case "is a link to nothing" -> {
        Files.delete(file);
        Files.createSymbolicLink(file, Path.of("nothing"));
      }
      case "comes a second time as Parquet" ->
          Files.write(
              file.resolveSibling(file.getFileName().toString().replace(".csv", ".parquet")),
              bytes);
      case "is empty" -> Files.write(file, new byte[0]);
      default ->
          throw new IllegalArgumentException(specCase.place() + ": nothing is known that " + what);
    }
  }

  private static byte[] withByte(byte[] bytes, byte wrong) {
    int line = 1;
    for (int i = 0; i < bytes.length; i++) {
      if (line == 3) {
        byte[] changed = bytes.clone();
        changed[i] = wrong;
        return changed;
      }
      if (bytes[i] == '\n') {
        line++;
      }
    }
    throw new IllegalArgumentException("There is no line 3");
  }

  private static Path packed(Path file) {
    return file.resolveSibling(file.getFileName() + ".gz");
  }

  /** Half of the bytes in each of two members, the second with or without its first byte. */
  private static void gzipTwice(Path file, byte[] bytes, int missing) throws IOException {
    byte[] second = packed(Arrays.copyOfRange(bytes, bytes.length / 2, bytes.length));
    gzip(file, Arrays.copyOf(bytes, bytes.length / 2), bytes.length / 2);
    Files.write(
        packed(file),
        Arrays.copyOfRange(second, missing, second.length),
        StandardOpenOption.APPEND);
  }

  private static void gzip(Path file, byte[] bytes, int cutAt) throws IOException {
    byte[] all = packed(bytes);
    Files.delete(file);
    Files.write(
        packed(file), Arrays.copyOf(all, cutAt == bytes.length ? all.length : all.length / 2));
  }

  private static byte[] packed(byte[] bytes) throws IOException {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(zipped)) {
      out.write(bytes);
    }
    return zipped.toByteArray();
  }

  /** Hashes that a text asks for are those of the files as they lie there. */
  private static String filled(String text, Path folder) throws IOException {
    Matcher matcher = SHA256.matcher(text);
    StringBuilder filled = new StringBuilder();
    while (matcher.find()) {
      matcher.appendReplacement(
          filled, sha256(Files.readAllBytes(folder.resolve(matcher.group(1)))));
    }
    return matcher.appendTail(filled).toString();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
