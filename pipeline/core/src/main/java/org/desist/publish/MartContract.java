// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.publish;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.desist.contract.ListedValues;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * What readers of the marts may rely on: names, order, types and meaning of the columns. A
 * Frictionless data package whose resources are named {@code AREA.MART}; each integer and money
 * field says by {@code storedAs} how it is kept, which Table Schema cannot.
 *
 * @param resources the marts, those that are read most first
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record MartContract(List<Mart> resources) {
  private static final ObjectMapper JSON = new ObjectMapper();

  public MartContract {
    resources = List.copyOf(resources);
  }

  /** Read when it is first asked for, and once. */
  private static final class Packaged {
    private static final MartContract CONTRACT = parsed();
  }

  /** The contract that is packaged with the library. */
  public static MartContract read() {
    return Packaged.CONTRACT;
  }

  private static MartContract parsed() {
    try {
      return JSON.treeToValue(ListedValues.ofMarts().tree(), MartContract.class);
    } catch (JsonProcessingException e) {
      throw new DesistException(
          ErrorCode.BAD_CONTRACT,
          "Cannot use the contract %s: %s. Correct the file."
              .formatted(ListedValues.MARTS, e.getOriginalMessage()),
          e);
    }
  }

  /** The marts that every version has; the others are published by comparison requests. */
  public List<Mart> ofVersions() {
    return resources.stream().filter(mart -> !RequestMarts.NAMES.contains(mart.table())).toList();
  }

  /** The mart in a folder of a version, such as {@code published/run}. */
  public Optional<Mart> in(String folder) {
    return resources.stream().filter(mart -> mart.path().equals(folder)).findFirst();
  }

  /**
   * One mart.
   *
   * @param name {@code AREA.MART}
   * @param path its folder in a version
   * @param description what it is for
   * @param grain what one row stands for
   * @param needs optional extracts without all of which it is empty; none when it never is for that
   * @param schema its columns
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Mart(
      String name,
      String path,
      String description,
      String grain,
      List<String> needs,
      Schema schema) {
    public Mart {
      needs = needs == null ? List.of() : List.copyOf(needs);
    }

    /** The first sentence of its description, without where to read more. */
    public String brief() {
      return description.replaceFirst("[.].*|[(]\\[.*", "").strip();
    }

    /** Its name without the area. */
    public String table() {
      return path.replaceFirst(".*/", "");
    }

    /** The columns in their order. */
    public List<Column> columns() {
      return schema.fields();
    }
  }

  /** The columns in their order, and those that tell rows apart; none when rows can repeat. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Schema(List<Column> fields, List<String> primaryKey) {
    public Schema {
      fields = List.copyOf(fields);
      primaryKey = primaryKey == null ? List.of() : List.copyOf(primaryKey);
    }
  }

  /**
   * One column.
   *
   * @param type of Table Schema
   * @param storedAs the width of an integer, {@code int} or {@code bigint}; of a number {@code
   *     decimal(18,2)} when it is money; null for other types
   * @param unit of a number, such as {@code people} or {@code share}; null for other types
   */
  public record Column(
      String name,
      String type,
      String storedAs,
      String unit,
      String description,
      Constraints constraints) {
    public Column {
      constraints = constraints == null ? new Constraints(false, List.of()) : constraints;
    }

    /** The type in SQL, in lower case, such as {@code bigint}. */
    public String sqlType() {
      return switch (type) {
        case "string" -> "varchar";
        case "number" -> storedAs == null ? "double" : storedAs;
        case "date", "boolean" -> type;
        case "integer" -> storedAs;
        default -> throw new IllegalStateException("No column of a mart has the type " + type);
      };
    }
  }

  /** What every value keeps to: whether there always is one, and the texts allowed, if listed. */
  public record Constraints(boolean required, @JsonProperty("enum") List<String> allowed) {
    public Constraints {
      allowed = allowed == null ? List.of() : List.copyOf(allowed);
    }
  }
}
