// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.lineage;

import java.util.Optional;
import org.desist.contract.DataPackage;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.lineage.ColumnLineage;
import org.desist.lineage.TableLineage;
import org.desist.model.ModelCatalog;
import org.desist.model.SqlModel;
import org.desist.publish.MartContract;

/**
 * What was asked about, found.
 *
 * @param name as readers know it: {@code AREA.MART}, or a table of {@code sql/}
 * @param table the table of {@code sql/} that it is
 * @param column null when the whole table is asked about
 * @param meaning what the mart or the column is, empty when no contract says so
 */
public record LineageQuestion(String name, String table, String column, String meaning) {
  private static final String PUBLISHED = "published";
  private static final String RESTRICTED = "restricted";

  /**
   * Finds {@code MART}, {@code AREA.MART}, {@code TABLE}, or a column of one of these. A bare name
   * that both areas have means the published mart.
   *
   * @throws DesistException BAD_ARGUMENT when there is no such thing
   */
  public static LineageQuestion parse(String text, ColumnLineage lineage) {
    String[] words = text.split("\\.", -1);
    boolean hasArea = words[0].equals(PUBLISHED) || words[0].equals(RESTRICTED);
    int first = hasArea ? 1 : 0;
    if (words.length <= first || words.length > first + 2) {
      throw unknown(text);
    }
    String column = words.length == first + 2 ? words[first + 1] : null;
    String area = hasArea ? words[0] : null;
    Optional<SqlModel> mart = mart(area, words[first]);
    String table = mart.map(SqlModel::name).orElse(words[first]);
    if (hasArea && mart.isEmpty()) {
      throw unknown(text);
    }
    TableLineage made = lineage.table(table).orElseThrow(() -> unknown(text));
    if (column != null && !made.columns().containsKey(column)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot find the column %s in %s. Its columns are: %s."
              .formatted(column, table, String.join(", ", made.columns().keySet())));
    }
    String name = mart.map(LineageQuestion::nameOf).orElse(table);
    return new LineageQuestion(name, table, column, meaning(name, column));
  }

  /** {@code AREA.MART.COLUMN}, or without the column. */
  public String label() {
    return column == null ? name : name + "." + column;
  }

  private static Optional<SqlModel> mart(String area, String name) {
    SqlModel restricted = null;
    for (SqlModel model : ModelCatalog.load(DataPackage.extracts()).all()) {
      boolean isNamed = model.mart().map(mart -> mart.name().equals(name)).orElse(false);
      if (isNamed && model.mart().get().isPublished() && !RESTRICTED.equals(area)) {
        return Optional.of(model);
      }
      if (isNamed && !model.mart().get().isPublished() && !PUBLISHED.equals(area)) {
        restricted = model;
      }
    }
    return Optional.ofNullable(restricted);
  }

  private static String nameOf(SqlModel model) {
    SqlModel.Mart mart = model.mart().orElseThrow();
    return (mart.isPublished() ? PUBLISHED : RESTRICTED) + "." + mart.name();
  }

  private static String meaning(String name, String column) {
    return MartContract.read()
        .in(name.replace('.', '/'))
        .map(mart -> column == null ? mart.description() : meaning(mart, column))
        .orElse("");
  }

  private static String meaning(MartContract.Mart mart, String column) {
    return mart.columns().stream()
        .filter(described -> described.name().equals(column))
        .map(MartContract.Column::description)
        .findFirst()
        .orElse("");
  }

  private static DesistException unknown(String text) {
    return new DesistException(
        ErrorCode.BAD_ARGUMENT,
        "Cannot find %s: no model makes it. Name a mart of a run (desist query --marts), or a table of sql/, such as reoffending_rate.reoffenders."
            .formatted(text));
  }
}
