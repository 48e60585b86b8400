// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.InputFiles;

/**
 * An answer as a JSON file: every component of {@link Answer} under its name, in its order. A
 * number that does not apply is the text "NaN", so that null goes on meaning withheld.
 */
public final class AnswerFile {
  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .visibility(PropertyAccessor.ALL, Visibility.NONE)
          .visibility(PropertyAccessor.FIELD, Visibility.ANY)
          .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
          // A file cut short or edited must not become an answer of zeros.
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  // The same line ends everywhere.
  private static final ObjectWriter WRITER =
      JSON.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private AnswerFile() {}

  /**
   * Writes the answer, over what was there.
   *
   * @throws DesistException STORAGE when the file cannot be written
   */
  public static void write(Answer answer, Path file) {
    try {
      Files.writeString(file, WRITER.writeValueAsString(answer) + "\n", StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write the answer to %s: %s. Check that the folder exists and has room."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws DesistException STORAGE when the file cannot be read; UNREADABLE when it holds no
   *     answer
   */
  public static Answer read(Path file) {
    try {
      return JSON.readValue(InputFiles.text(file), Answer.class);
    } catch (JsonProcessingException e) {
      throw new DesistException(
          ErrorCode.UNREADABLE,
          "Cannot read %s as an answer: %s. Answer the request again to write it anew."
              .formatted(file, e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read the answer %s: %s. Check that the file exists and may be read."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
