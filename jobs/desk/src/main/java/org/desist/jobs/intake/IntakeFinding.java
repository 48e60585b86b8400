// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.inquiry.Comparison.Consultation;
import org.desist.jobs.compare.ListFinding;
import org.desist.jobs.page.Pages;
import org.desist.jobs.runpage.PageJson;

/**
 * What a clinic found on a list, kept beside its page until the request is judged again: the letter
 * to the sender is made of it without another clinic. It holds the sender's references.
 *
 * @param hash of the request's files when they were judged
 * @param list name of the list's file
 * @param notes about the list as a whole, one sentence each
 * @param findings what is wrong or missing
 */
record IntakeFinding(String hash, String list, List<String> notes, List<ListFinding> findings) {
  private static final String NAME = "intake.json";
  private static final ObjectMapper JSON = new ObjectMapper();

  IntakeFinding {
    notes = List.copyOf(notes);
    findings = List.copyOf(findings);
  }

  /** Keeps it; only its owner may read it. */
  static void write(String hash, Consultation consultation) {
    IntakeFinding finding =
        new IntakeFinding(
            hash,
            consultation.links().participants().file().getFileName().toString(),
            consultation.links().participants().notes(),
            ListFinding.of(consultation.links()));
    Pages.writePrivate("findings", PageJson.render(finding), consultation.folder().resolve(NAME));
  }

  /** What was kept of a request with these files; empty when it has been removed since. */
  static Optional<IntakeFinding> read(Path folder, String hash) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), IntakeFinding.class))
          .filter(finding -> finding.hash().equals(hash));
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read %s. Remove it, then judge the requests with --again.".formatted(file),
          e);
    }
  }
}
