// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import com.networknt.schema.Schema;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.yaml.YamlDocument;
import org.desist.yaml.YamlFault;
import org.desist.yaml.YamlTree;

/**
 * One contract file, read and judged.
 *
 * @param name of the file
 * @param tree what it says, with lines; null when it is not YAML
 * @param contract null when there are faults
 * @param faults every one that was found
 */
record ContractFile(String name, YamlTree tree, Contract contract, List<YamlFault> faults) {
  private static final Schema SCHEMA = YamlDocument.schema("contract/payment.schema.json");

  ContractFile {
    faults = List.copyOf(faults);
  }

  static ContractFile read(Path file) {
    try {
      return of(file.getFileName().toString(), YamlDocument.read(file, SCHEMA, Contract.class));
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.BAD_CONTRACT_FILE,
          "Cannot read the contract file %s: %s. Check that it is a readable text in UTF-8."
              .formatted(file, e.getMessage()),
          e);
    }
  }

  static ContractFile parse(String name, String text) {
    return of(name, YamlDocument.parse(name, text, SCHEMA, Contract.class));
  }

  private static ContractFile of(String name, YamlDocument<Contract> document) {
    if (document.value() == null) {
      return new ContractFile(name, document.tree(), null, document.faults());
    }
    List<YamlFault> broken = new ContractRules(name, document.tree(), document.value()).faults();
    return new ContractFile(
        name, document.tree(), broken.isEmpty() ? document.value() : null, broken);
  }
}
