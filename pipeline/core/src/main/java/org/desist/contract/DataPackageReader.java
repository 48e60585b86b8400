// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.desist.contract.Resource.ForeignKey;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Reads data packages with Jackson, because no Frictionless library is served for Java. What this
 * version cannot honour (an unknown type or constraint) is refused rather than passed over: a
 * constraint that nobody checks is worse than none.
 */
public final class DataPackageReader {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** By location: a contract does not change while the program runs. */
  private static final Map<String, DataPackage> PACKAGES = new ConcurrentHashMap<>();

  private final String source;

  private DataPackageReader(String source) {
    this.source = source;
  }

  /** Reads the package at a class path location; {@code BAD_CONTRACT} when it is not valid. */
  public static DataPackage ofClasspath(String location) {
    return PACKAGES.computeIfAbsent(location, DataPackageReader::parsed);
  }

  private static DataPackage parsed(String location) {
    try (InputStream in = DataPackageReader.class.getClassLoader().getResourceAsStream(location)) {
      if (in == null) {
        throw new DesistException(
            ErrorCode.BAD_CONTRACT,
            "Cannot read the contract " + location + ": it is not on the class path. Reinstall.");
      }
      return read(in, location);
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  /** Reads one resource that is no part of a package; {@code BAD_CONTRACT} when it is not valid. */
  public static Resource resourceOfClasspath(String location) {
    try {
      return new DataPackageReader(location).resource(JSON.readTree(Resources.text(location)));
    } catch (IOException e) {
      throw unreadable(location, e);
    }
  }

  /**
   * Reads a package; {@code BAD_CONTRACT} when it is not valid.
   *
   * @param source the name to use in messages
   */
  public static DataPackage read(InputStream in, String source) {
    try {
      return new DataPackageReader(source).dataPackage(JSON.readTree(in));
    } catch (IOException e) {
      throw unreadable(source, e);
    }
  }

  private DataPackage dataPackage(JsonNode root) {
    if (root == null || !root.path("resources").isArray()) {
      throw bad("it has no list of resources");
    }
    List<Resource> resources = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (JsonNode node : ListedValues.of(source, root).tree().path("resources")) {
      Resource resource = resource(node);
      if (!names.add(resource.name())) {
        throw bad("resource " + resource.name() + " is described twice");
      }
      resources.add(resource);
    }
    resources.forEach(resource -> checkForeignKeys(resource, resources));
    return new DataPackage(
        text(root, "name", "the package"),
        root.path("version").asText(""),
        root.path("description").asText(""),
        resources);
  }

  private Resource resource(JsonNode node) {
    String name = text(node, "name", "a resource");
    JsonNode schema = node.path("schema");
    FieldReader fields = new FieldReader(source, name);
    Resource resource =
        new Resource(
            name,
            node.path("description").asText(""),
            node.path("grain").asText(""),
            node.path("optional").asBoolean(false),
            fields.read(schema.path("fields")),
            strings(schema.path("primaryKey")),
            foreignKeys(schema.path("foreignKeys")),
            schema.has("missingValues") ? strings(schema.path("missingValues")) : List.of(""));
    checkFields(resource, resource.primaryKey(), "primary key");
    resource.foreignKeys().forEach(key -> checkFields(resource, key.fields(), "foreign key"));
    return resource;
  }

  private List<ForeignKey> foreignKeys(JsonNode nodes) {
    List<ForeignKey> keys = new ArrayList<>();
    for (JsonNode node : nodes) {
      JsonNode reference = node.path("reference");
      keys.add(
          new ForeignKey(
              strings(node.path("fields")),
              text(reference, "resource", "the reference of a foreign key"),
              strings(reference.path("fields"))));
    }
    return keys;
  }

  private void checkFields(Resource resource, List<String> names, String use) {
    for (String name : names) {
      if (resource.field(name).isEmpty()) {
        throw bad("the " + use + " of " + resource.name() + " names the unknown field " + name);
      }
    }
  }

  private void checkForeignKeys(Resource resource, List<Resource> resources) {
    for (ForeignKey key : resource.foreignKeys()) {
      Resource target =
          resources.stream()
              .filter(candidate -> candidate.name().equals(key.resource()))
              .findFirst()
              .orElseThrow(
                  () ->
                      bad(
                          "a foreign key of "
                              + resource.name()
                              + " names the unknown resource "
                              + key.resource()));
      checkFields(target, key.referencedFields(), "foreign key target");
    }
  }

  private String text(JsonNode node, String property, String owner) {
    String value = node.path(property).asText("");
    if (value.isEmpty()) {
      throw bad(owner + " has no " + property);
    }
    return value;
  }

  /** One string or a list of strings, as Table Schema allows for keys. */
  private static List<String> strings(JsonNode node) {
    if (node.isTextual()) {
      return List.of(node.asText());
    }
    List<String> values = new ArrayList<>();
    node.forEach(value -> values.add(value.asText()));
    return values;
  }

  private DesistException bad(String problem) {
    return FieldReader.bad(source, problem);
  }

  private static DesistException unreadable(String source, IOException cause) {
    return new DesistException(
        ErrorCode.BAD_CONTRACT,
        "Cannot read the contract " + source + ": it is not valid JSON. Correct the file.",
        cause);
  }
}
