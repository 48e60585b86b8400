// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.request;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.yaml.Fault;
import org.desist.yaml.YamlDocument;
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
    Path file = Files.isDirectory(place) ? place.resolve(NAME) : place;
    YamlDocument<Request> document = document(file);
    List<Fault> faults = new ArrayList<>(document.faults());
    if (document.value() != null) {
      faults.addAll(rules(file, document.tree(), document.value()));
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

  /** What a schema cannot say. */
  private static List<Fault> rules(Path file, YamlTree tree, Request request) {
    List<Fault> faults = new ArrayList<>();
    String name = file.getFileName().toString();
    Path participants = Path.of(request.participants());
    if (participants.isAbsolute() || participants.getNameCount() != 1) {
      faults.add(
          fault(name, tree, "/participants", "it must be the name of a file beside the request"));
    } else if (!Files.isRegularFile(file.resolveSibling(participants))) {
      faults.add(fault(name, tree, "/participants", "there is no such file beside the request"));
    }
    Request.Filters filters = request.filters();
    if (filters.ageFrom() != null
        && filters.ageTo() != null
        && filters.ageFrom() > filters.ageTo()) {
      faults.add(fault(name, tree, "/filters/age_to", "it is below age_from: swap them"));
    }
    Request.Matching method = request.method();
    boolean isNearestOnly = method.ratio() != null || method.replacement() != null;
    if (isNearestOnly && !"nearest".equals(method.matching())) {
      String key = method.ratio() != null ? "/method/ratio" : "/method/replacement";
      faults.add(fault(name, tree, key, "only nearest has it: say matching: nearest"));
    }
    return faults;
  }

  private static Fault fault(String file, YamlTree tree, String pointer, String advice) {
    return new Fault(file, tree.line(pointer), YamlTree.key(pointer), tree.value(pointer), advice);
  }
}
