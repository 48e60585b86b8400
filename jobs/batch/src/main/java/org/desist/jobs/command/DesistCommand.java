// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The root: what all commands share. */
@Command(
    name = "desist",
    mixinStandardHelpOptions = true,
    versionProvider = VersionText.class,
    synopsisSubcommandLabel = "COMMAND",
    description = "Turns police, prison and probation records into proven-reoffending figures.",
    footer = {
      "",
      "Exit codes: 0 done, 2 wrong usage, 3 data refused, 4 wrong method or definition,",
      "5 key or permission missing, 6 disk, cluster or lock (worth a retry), 1 software fault.",
      "",
      "What every command would repeat (--out, --key-file, --engine, --method, --jobs) may stand in",
      "desist.yaml, here or in a folder above, or in DESIST_OUT, DESIST_KEY_FILE, DESIST_ENGINE,",
      "DESIST_METHOD and DESIST_JOBS: desist show --settings tells what holds.",
      "",
      "Example:",
      "  desist demo"
    })
final class DesistCommand {
  @Option(
      names = "--log",
      paramLabel = "text|json",
      defaultValue = "text",
      scope = ScopeType.INHERIT,
      description = "Progress and errors as text or as JSON lines on standard error.")
  LogFormat log = LogFormat.text;

  @Option(
      names = "--debug",
      scope = ScopeType.INHERIT,
      description = "Show the stack trace of an error.")
  boolean debug;

  /** Lower case, as it is typed. */
  enum LogFormat {
    text,
    json
  }
}
