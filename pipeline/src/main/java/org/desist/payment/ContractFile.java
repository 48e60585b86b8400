// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * One contract file, read and judged.
 *
 * @param name of the file
 * @param tree what it says, with lines; null when it is not YAML
 * @param contract null when there are faults
 * @param faults every one that was found
 */
record ContractFile(String name, YamlTree tree, Contract contract, List<Fault> faults) {
  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(Resources.text("contract/payment.schema.json"));

  ContractFile {
    faults = List.copyOf(faults);
  }

  static ContractFile read(Path file) {
    try {
      return parse(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot read the contract file %s: %s. Check that it is a readable text in UTF-8."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  static ContractFile parse(String name, String text) {
    YamlTree tree;
    try {
      tree = YamlTree.read(text);
    } catch (JsonProcessingException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
      String problem = e.getOriginalMessage().lines().findFirst().orElse("");
      Fault fault =
          new Fault(name, line, "", "", "this is not YAML (" + problem + "): mend the line");
      return new ContractFile(name, null, null, List.of(fault));
    }
    List<Fault> faults = new ArrayList<>();
    for (Error error : SCHEMA.validate(tree.root())) {
      faults.add(fault(name, tree, error));
    }
    if (!faults.isEmpty()) {
      return new ContractFile(name, tree, null, faults);
    }
    try {
      Contract contract = YamlTree.MAPPER.treeToValue(tree.root(), Contract.class);
      List<Fault> broken = new ContractRules(name, tree, contract).faults();
      return new ContractFile(name, tree, broken.isEmpty() ? contract : null, broken);
    } catch (JsonProcessingException e) {
      // What the schema lets pass and no value can be: a day that the calendar does not have.
      Fault fault =
          new Fault(name, YamlFault.line(tree, e), YamlFault.key(e), "", YamlFault.advice(e));
      return new ContractFile(name, tree, null, List.of(fault));
    }
  }

  private static Fault fault(String name, YamlTree tree, Error error) {
    String place = error.getInstanceLocation().toString();
    String at = place.equals("/") ? "" : place;
    boolean isExtra = error.getKeyword().equals("additionalProperties");
    String pointer = isExtra ? at + "/" + error.getProperty() : at;
    return new Fault(
        name,
        tree.line(pointer),
        YamlTree.key(pointer),
        tree.value(pointer),
        SchemaAdvice.of(error));
  }
}
