// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import java.util.List;
import java.util.Optional;

/** A Frictionless data package: the contract of everything that arrives together. */
public record DataPackage(
    String name, String version, String description, List<Resource> resources) {
  private static final String EXTRACTS = "contract/extracts.datapackage.json";
  private static final String BASELINE = "contract/baseline.datapackage.json";
  private static final String PUBLISHED = "contract/published.datapackage.json";
  private static final String REFERENCE = "sql/reference/reference.datapackage.json";

  public DataPackage {
    resources = List.copyOf(resources);
  }

  /** The contract of the extracts, from the class path. */
  public static DataPackage extracts() {
    return DataPackageReader.ofClasspath(EXTRACTS);
  }

  /** The contract of the reference tables, from the class path. */
  public static DataPackage reference() {
    return DataPackageReader.ofClasspath(REFERENCE);
  }

  /** The contract of a frozen baseline, from the class path. */
  public static DataPackage baseline() {
    return DataPackageReader.ofClasspath(BASELINE);
  }

  /** The contract of a table that somebody published, from the class path. */
  public static DataPackage published() {
    return DataPackageReader.ofClasspath(PUBLISHED);
  }

  /** The resource of that name, if there is one. */
  public Optional<Resource> resource(String resourceName) {
    return resources.stream().filter(resource -> resource.name().equals(resourceName)).findFirst();
  }
}
