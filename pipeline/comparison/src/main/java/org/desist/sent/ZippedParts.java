// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.sent;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The files within a spreadsheet, held to a size before a library reads them: a few kilobytes can
 * unpack to gigabytes, and a cell of OpenDocument can say that it stands a million times.
 */
final class ZippedParts {
  /** Unpacked; a list of a hundred thousand people has as much. */
  private static final int MOST_BYTES = 100 << 20;

  private static final long MOST_CELLS = 5_000_000;
  private static final String CONTENT = "content.xml";
  private static final String TYPE = "mimetype";
  private static final String SPREADSHEET = "application/vnd.oasis.opendocument.spreadsheet";

  /** Empty cells at the end of a row, which some programs write by the thousand. */
  private static final Pattern EDGE =
      Pattern.compile(
          "(<table:table-cell(?: table:(?:style-name|number-columns-repeated|content-validation-name)=\"[^\"]*\")*/>\\s*)+(?=</table:table-row>)");

  private final Path file;
  private final Set<String> names = new HashSet<>();
  private byte[] content = {};
  private String type = "";

  private ZippedParts(Path file) {
    this.file = file;
  }

  /**
   * Unpacks an archive.
   *
   * @throws org.desist.error.DesistException UNREADABLE when it is larger than any list
   */
  static ZippedParts of(Path file, byte[] bytes) throws IOException {
    ZippedParts parts = new ZippedParts(file);
    int left = MOST_BYTES;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        byte[] part = zip.readNBytes(left + 1);
        left -= part.length;
        if (left < 0) {
          throw parts.tooLarge();
        }
        parts.names.add(entry.getName());
        if (entry.getName().equals(CONTENT)) {
          parts.content = part;
        } else if (entry.getName().equals(TYPE)) {
          parts.type = new String(part, StandardCharsets.UTF_8);
        }
      }
    }
    return parts;
  }

  private RuntimeException tooLarge() {
    return Spreadsheet.refusal(
        file,
        String.format(
            Locale.ROOT,
            "it holds more than %d MB, or more than %,d cells, which no list needs",
            MOST_BYTES >> 20,
            MOST_CELLS),
        "Save the list alone, as CSV");
  }

  boolean has(String name) {
    return names.contains(name);
  }

  boolean isOpenDocument() {
    return type.equals(SPREADSHEET);
  }

  /** The document with its cells alone, none of them empty at the end of a row. */
  byte[] openDocument() throws IOException, XMLStreamException {
    byte[] cells =
        EDGE.matcher(new String(content, StandardCharsets.UTF_8))
            .replaceAll("")
            .getBytes(StandardCharsets.UTF_8);
    checkCells(cells);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      zip.putNextEntry(new ZipEntry(TYPE));
      zip.write(SPREADSHEET.getBytes(StandardCharsets.UTF_8));
      zip.putNextEntry(new ZipEntry(CONTENT));
      zip.write(cells);
    }
    return out.toByteArray();
  }

  private void checkCells(byte[] xml) throws XMLStreamException {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(xml));
    long cells = 0;
    long rows = 1;
    while (reader.hasNext()) {
      if (reader.next() == XMLStreamConstants.START_ELEMENT) {
        switch (reader.getLocalName()) {
          case "table-row" -> rows = repeated(reader, "number-rows-repeated");
          case "table-cell", "covered-table-cell" ->
              cells +=
                  rows
                      * repeated(reader, "number-columns-repeated")
                      * repeated(reader, "number-rows-spanned")
                      * repeated(reader, "number-columns-spanned");
          default -> {}
        }
        if (cells > MOST_CELLS) {
          throw tooLarge();
        }
      }
    }
  }

  private static long repeated(XMLStreamReader reader, String attribute) {
    String times = reader.getAttributeValue(null, attribute);
    return times == null ? 1 : Integer.parseInt(times);
  }
}
