// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.runpage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** A page as JSON: the model as it is, with the names of its fields. */
public final class PageJson {
  private static final ObjectMapper JSON =
      new ObjectMapper()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

  private PageJson() {}

  /** The text, with a line end. */
  public static String render(Object page) {
    try {
      return JSON.writeValueAsString(page) + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a page in memory can be written", e);
    }
  }

  static RunPage read(Path file) {
    try {
      return JSON.readValue(Files.readString(file), RunPage.class);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read the page %s. Remove it; the run's next attempt writes it again."
              .formatted(file),
          e);
    }
  }
}
