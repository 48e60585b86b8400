// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.io.Serializable;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.desist.engine.Engine;
import org.desist.engine.ScalarFunction;
import org.desist.engine.SmallTable;
import org.desist.engine.Task;

/** An engine that outlives the run that it is lent to: a session of Spark takes long to start. */
record LentEngine(Engine engine) implements Engine {
  @Override
  public String name() {
    return engine.name();
  }

  @Override
  public String version() {
    return engine.version();
  }

  @Override
  public void mount(String table, Path folder) {
    engine.mount(table, folder);
  }

  @Override
  public void view(String name, String select) {
    engine.view(name, select);
  }

  @Override
  public void hold(SmallTable table) {
    engine.hold(table);
  }

  @Override
  public void register(ScalarFunction<?, ?> function) {
    engine.register(function);
  }

  @Override
  public long write(String table, String select, Path folder) {
    return engine.write(table, select, folder);
  }

  @Override
  public int tablesAtOnce() {
    return engine.tablesAtOnce();
  }

  @Override
  public List<Map<String, Object>> rows(String select) {
    return engine.rows(select);
  }

  @Override
  public <T extends Serializable> T run(Task<T> task) {
    return engine.run(task);
  }

  @Override
  public int tasksAtOnce() {
    return engine.tasksAtOnce();
  }

  @Override
  public void close() {
    // The lender closes it.
  }
}
