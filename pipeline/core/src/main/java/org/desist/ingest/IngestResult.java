// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.desist.contract.DataPackage;

/**
 * What came of a snapshot.
 *
 * @param resources in the order of the contract, those absent too
 * @param parts in the order of the contract and of the parts
 */
public record IngestResult(List<ResourceResult> resources, List<PartResult> parts) {
  public IngestResult {
    resources = List.copyOf(resources);
    parts = List.copyOf(parts);
  }

  static IngestResult of(DataPackage contract, List<PartResult> results) {
    List<String> names = contract.resources().stream().map(resource -> resource.name()).toList();
    List<PartResult> parts = new ArrayList<>(results);
    parts.sort(
        Comparator.comparingInt((PartResult part) -> names.indexOf(part.resource()))
            .thenComparingInt(PartResult::part));
    return new IngestResult(
        names.stream().map(name -> ResourceResult.of(name, parts)).toList(), parts);
  }

  /** The counts of a resource of the contract. */
  public ResourceResult resource(String name) {
    return resources.stream()
        .filter(resource -> resource.resource().equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("The contract has no resource " + name));
  }

  /** Rows read, whether good or not. */
  public long rowsRead() {
    return resources.stream().mapToLong(ResourceResult::rowsRead).sum();
  }

  /** Rows in quarantine. */
  public long rowsBad() {
    return resources.stream().mapToLong(ResourceResult::rowsBad).sum();
  }
}
