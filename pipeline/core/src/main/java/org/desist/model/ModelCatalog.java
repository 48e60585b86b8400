// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.model;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.engine.Resources;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.run.RunFolder;

/** The models of {@code sql/model}, by stage, each after those it reads. */
public final class ModelCatalog {
  private final Map<ModelStage, List<SqlModel>> models;

  private ModelCatalog(Map<ModelStage, List<SqlModel>> models) {
    this.models = models;
  }

  /**
   * Reads every model that is packaged with the library.
   *
   * @param contract says for which resources the models of a resource are made
   */
  public static ModelCatalog load(DataPackage contract) {
    Map<ModelStage, List<SqlModel>> models = new LinkedHashMap<>();
    for (ModelStage stage : ModelStage.values()) {
      Map<String, SqlModel> found = new TreeMap<>();
      for (String name : stage.folders()) {
        String folder = "sql/model/" + name;
        for (String file : Resources.list(folder, ".sql")) {
          for (SqlModel model : read(folder + "/" + file, contract)) {
            found.put(model.name(), model);
          }
        }
      }
      models.put(stage, ordered(found));
    }
    return new ModelCatalog(models);
  }

  private static List<SqlModel> read(String path, DataPackage contract) {
    String text = Resources.text(path);
    if (!text.contains("{resource}")) {
      return List.of(SqlModel.parse(path, text));
    }
    List<SqlModel> each =
        contract.resources().stream()
            .map(resource -> SqlModel.parse(path, fill(text, resource)))
            .toList();
    boolean isOne = each.stream().map(SqlModel::name).distinct().count() == 1;
    return isOne ? List.of(SqlModel.union(each)) : each;
  }

  private static String fill(String text, Resource resource) {
    List<String> columns = resource.fields().stream().map(Field::name).toList();
    String key =
        resource.primaryKey().stream()
            .map(name -> "cast(" + name + " as string)")
            .collect(Collectors.joining(" || '|' || "));
    return text.replace("{resource}", resource.name())
        .replace("{key}", String.join(", ", resource.primaryKey()))
        .replace("{columns}", String.join(", ", columns))
        .replace("{masked_key}", resource.hasPersonalKey() ? "cast(null as string)" : key);
  }

  /** Depth first over what each reads; names in order, so that the order is always the same. */
  private static List<SqlModel> ordered(Map<String, SqlModel> found) {
    List<SqlModel> order = new ArrayList<>();
    Set<String> done = new LinkedHashSet<>();
    found.keySet().forEach(name -> visit(name, found, done, new LinkedHashSet<>(), order));
    return List.copyOf(order);
  }

  private static void visit(
      String name,
      Map<String, SqlModel> found,
      Set<String> done,
      Set<String> path,
      List<SqlModel> order) {
    SqlModel model = found.get(name);
    if (model == null || done.contains(name)) {
      return;
    }
    if (!path.add(name)) {
      throw new DesistException(
          ErrorCode.BAD_MODEL, "Cannot order the models: " + name + " reads itself by " + path);
    }
    model.reads().forEach(read -> visit(read, found, done, path, order));
    path.remove(name);
    done.add(name);
    order.add(model);
  }

  /** The models of a stage, in an order in which they can be run. */
  public List<SqlModel> of(ModelStage stage) {
    return models.get(stage);
  }

  /** The folder of each mart that the stages of a run leave, in the order of the models. */
  public Map<SqlModel.Mart, Path> marts(RunFolder folder) {
    Map<SqlModel.Mart, Path> marts = new LinkedHashMap<>();
    models.forEach(
        (stage, of) -> {
          for (SqlModel model : of) {
            Path table = folder.stage(stage.label()).resolve(model.name());
            model.mart().ifPresent(mart -> marts.put(mart, table));
          }
        });
    return marts;
  }

  /** Every model, in an order in which they can be run. */
  public List<SqlModel> all() {
    return models.values().stream().flatMap(List::stream).toList();
  }
}
