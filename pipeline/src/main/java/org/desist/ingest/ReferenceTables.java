// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.desist.contract.DataPackage;
import org.desist.contract.Resource;
import org.desist.engine.Resources;
import org.desist.engine.Task;

/** The reference tables of {@code sql/reference}, read by the same reader as the extracts. */
public final class ReferenceTables {
  private static final String FOLDER = "sql/reference/";
  private static final String PREFIX = "ref_";

  private ReferenceTables() {}

  /**
   * Writes each table as typed Parquet to a folder of its name below {@code output}.
   *
   * @throws org.desist.error.DesistException of type DATA when a table does not keep its contract
   */
  public static void write(Path output) {
    DataPackage contract = DataPackage.reference();
    Path texts = output.resolve("_reference");
    try {
      Files.createDirectories(texts);
      for (Resource table : contract.resources()) {
        String file = table.name().substring(PREFIX.length()) + ".csv";
        Files.writeString(
            texts.resolve(table.name() + ".csv"),
            Resources.text(FOLDER + file),
            StandardCharsets.UTF_8);
      }
      // The date only decides the century of PNC ids, which no reference table has.
      IngestPlan plan = Ingest.plan(contract, texts.toString(), LocalDate.EPOCH, output.toString());
      List<PartResult> results = new ArrayList<>();
      for (Task<PartResult> task : plan.tasks()) {
        results.add(task.call());
      }
      plan.finish(results);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("Cannot read the reference tables", e);
    }
  }
}
