// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.desist.engine.Engine;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.Fingerprint;
import org.desist.yaml.YamlFault;

/** The contracts of a run: every {@code *.yaml} of a folder, in the order of names. */
public final class Contracts {
  private final List<ContractFile> files;

  private Contracts(List<ContractFile> files) {
    this.files = files;
  }

  /**
   * Reads the files of a folder.
   *
   * @param folder null for no contracts at all
   * @throws DesistException BAD_CONTRACT_FILE with every fault of every file
   */
  public static Contracts read(Path folder) {
    if (folder == null) {
      return new Contracts(List.of());
    }
    List<ContractFile> files = list(folder).stream().map(ContractFile::read).toList();
    List<YamlFault> faults = new ArrayList<>();
    files.forEach(file -> faults.addAll(file.faults()));
    faults.addAll(ContractPairs.faults(files.stream().filter(f -> f.contract() != null).toList()));
    if (!faults.isEmpty()) {
      throw new DesistException(
          ErrorCode.BAD_CONTRACT_FILE,
          "Cannot use the contracts in %s: %s.\n%s\nCorrect them and run again; docs/payment.md explains every key."
              .formatted(
                  folder,
                  faults.size() == 1 ? "one thing is wrong" : faults.size() + " things are wrong",
                  faults.stream().map(f -> "  " + f.sentence()).collect(Collectors.joining("\n"))));
    }
    return new Contracts(files);
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> entries = Files.list(folder)) {
      List<Path> files =
          entries.filter(file -> file.getFileName().toString().endsWith(".yaml")).sorted().toList();
      if (files.isEmpty()) {
        throw bad(folder, "no file in it ends in .yaml");
      }
      return files;
    } catch (IOException e) {
      throw bad(folder, "there is no such folder that can be read");
    }
  }

  private static DesistException bad(Path folder, String problem) {
    return new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot use the contracts in %s: %s. Name a folder of contract files with --contracts DIR."
            .formatted(folder, problem));
  }

  /** SHA-256 of what the contracts say: comments, layout and names of files do not count. */
  public String fingerprint() {
    return Fingerprint.ofText(
        files.stream()
            .map(file -> file.tree().root().toString())
            .collect(Collectors.joining("\n")));
  }

  /** Holds the tables {@code contract_*} in an engine; without contracts they have no rows. */
  public void hold(Engine engine) {
    ContractTables.of(files.stream().map(ContractFile::contract).toList()).forEach(engine::hold);
  }
}
