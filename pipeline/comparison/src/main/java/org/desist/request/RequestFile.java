// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.text.Visible;
import org.desist.yaml.YamlDocument;
import org.desist.yaml.YamlFault;
import org.desist.yaml.YamlTree;

/**
 * A request as it lies in its folder, and the hash that fixes it.
 *
 * @param request what is asked
 * @param participants the file of participants
 * @param hash SHA-256 over what the request says and the bytes of its participants: comments and
 *     layout do not count, a changed participant does
 */
public record RequestFile(Request request, Path participants, String hash) {
  private static final Schema SCHEMA = YamlDocument.schema("contract/request.schema.json");
  private static final String NAME = "request.yaml";

  /**
   * Reads {@code request.yaml}.
   *
   * @param place the file, or the folder it lies in
   * @throws DesistException BAD_REQUEST with every fault and its line
   */
  public static RequestFile read(Path place) {
    return read(place, LocalDate.MIN);
  }

  /**
   * Reads {@code request.yaml} of somebody who asks today.
   *
   * @param place the file, or the folder it lies in
   * @param today no retention may have ended before it
   * @throws DesistException BAD_REQUEST with every fault and its line
   */
  public static RequestFile read(Path place, LocalDate today) {
    Path file = Files.isDirectory(place) ? place.resolve(NAME) : place;
    if (Files.isSymbolicLink(file)) {
      throw new DesistException(
          ErrorCode.BAD_REQUEST,
          "Cannot use the request %s: it is a link. Put the file itself into the request's folder."
              .formatted(file));
    }
    YamlDocument<Request> document = document(file);
    List<YamlFault> faults = new ArrayList<>(document.faults());
    if (document.value() != null) {
      faults.addAll(new RequestRules(file, document.tree(), document.value()).faults(today));
    }
    if (!faults.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_REQUEST,
          "Cannot use the request %s:\n%s\nCorrect it and try again; desist compare --new DIR writes a template that explains every key."
              .formatted(
                  file,
                  faults.stream().map(f -> "  " + f.sentence()).collect(Collectors.joining("\n"))));
    }
    Path participants = file.resolveSibling(document.value().participants());
    return new RequestFile(
        document.value(),
        participants,
        Fingerprint.ofText(document.tree().root() + "\n" + Fingerprint.ofFile(participants)));
  }

  /**
   * Who asks, as far as a request says so that may be faulty otherwise.
   *
   * @param folder the folder it lies in
   */
  public static Optional<String> sender(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    YamlTree tree;
    try {
      tree = document(file).tree();
    } catch (DesistException e) {
      // It has been said already that the file cannot be read.
      return Optional.empty();
    }
    return Optional.ofNullable(tree)
        .map(read -> read.root().path("organisation"))
        .filter(JsonNode::isTextual)
        .map(written -> Visible.line(Visible.folded(written.textValue())))
        .filter(name -> !name.isEmpty());
  }

  private static YamlDocument<Request> document(Path file) {
    try {
      return YamlDocument.read(file, SCHEMA, Request.class);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_REQUEST,
          "Cannot read the request %s: %s. Name a folder with a request.yaml in it, in UTF-8."
              .formatted(file, e.getMessage()),
          e);
    }
  }
}
