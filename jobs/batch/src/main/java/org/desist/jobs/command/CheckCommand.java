// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.jobs.terminal.TextTable;
import org.desist.publish.VersionCheck;
import org.desist.publish.VersionCheck.Damage;
import org.desist.run.Folders;
import org.desist.run.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code desist check}. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reads published versions again and compares every mart with its manifest: rows, content hash, every byte of every file, and no other file; then the pointer and marts.duckdb.",
      "",
      "Ends with exit code 3 when anything is damaged. Changes nothing, and can be run while a run is at work."
    },
    footer = {"", "Examples:", "  desist check", "  desist check 2019-06-30-0001"})
final class CheckCommand implements Runnable {
  @Parameters(paramLabel = "RUN", arity = "0..*", description = "Versions to check (default: all).")
  List<String> runs = new ArrayList<>();

  @Mixin OutOption outOption;

  private final Console console;

  CheckCommand(Console console) {
    this.console = console;
  }

  @Override
  public void run() {
    Versions versions = Versions.below(outOption.here("check"));
    for (String run : runs) {
      if (!versions.folders().contains(run)) {
        throw new DesistException(
            ErrorCode.UNKNOWN_RUN,
            "Cannot check %s: there is no version of that name in %s. There are: %s."
                .formatted(run, outOption.out, String.join(", ", versions.folders())));
      }
    }
    List<Damage> damages = new ArrayList<>();
    TextTable table = TextTable.open().left("Version").right("marts").right("rows").left("state");
    Path spill = Folders.temporary("check");
    try (VersionCheck check = new VersionCheck(outOption.out, spill)) {
      for (String run : runs.isEmpty() ? versions.folders() : runs) {
        VersionCheck.Result result = check.version(run);
        damages.addAll(result.damages());
        tell(result);
        table.row(
            run,
            Integer.toString(result.marts()),
            String.format(Locale.ROOT, "%,d", result.rows()),
            state(result));
      }
      if (runs.isEmpty()) {
        VersionCheck.Readers readers = check.pointer();
        damages.addAll(readers.damages());
        readers.notes().forEach(note -> console.note("catalog", note + "."));
      }
    } finally {
      Folders.delete(spill);
    }
    console.out().println(table.isEmpty() ? "Nothing is published." : table.text());
    console.out().flush();
    if (!damages.isEmpty()) {
      throw damaged(damages);
    }
  }

  private static String state(VersionCheck.Result result) {
    if (!result.damages().isEmpty()) {
      return "damaged";
    }
    return result.isListed() ? "whole" : "whole by its rows (no byte hashes)";
  }

  private void tell(VersionCheck.Result result) {
    if (console.isJson()) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("run", result.version());
      fields.put("marts", result.marts());
      fields.put("rows", result.rows());
      fields.put("byte_hashes", result.isListed());
      fields.put("damages", result.damages().size());
      console.event("checked", fields);
    }
  }

  private static DesistException damaged(List<Damage> damages) {
    StringBuilder text = new StringBuilder("Cannot vouch for what is published:");
    for (Damage damage : damages) {
      text.append(System.lineSeparator())
          .append(
              "  %s %s: %s; %s"
                  .formatted(damage.version(), damage.mart(), damage.problem(), damage.remedy()));
    }
    return new DesistException(ErrorCode.DAMAGED, text.toString());
  }
}
