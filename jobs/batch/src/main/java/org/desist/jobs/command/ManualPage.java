// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * The manual page of all commands, in the words of their {@code --help}, for {@code man}. It names
 * no day, so that the same software has the same page.
 */
final class ManualPage {
  private final StringBuilder page = new StringBuilder();

  private ManualPage() {}

  /** The page in roff with the macros of {@code man(7)}. */
  static String of(CommandSpec root) {
    return new ManualPage().write(root).toString();
  }

  private StringBuilder write(CommandSpec root) {
    String name = root.name();
    line(
        ".TH %s 1 \"\" \"%s\" \"\""
            .formatted(name.toUpperCase(Locale.ROOT), text(String.join(" ", root.version()))));
    line(".SH NAME");
    line(text(name) + " \\- " + text(String.join(" ", root.usageMessage().description())));
    line(".SH SYNOPSIS");
    line(".B " + text(name));
    line("[\\fIOPTIONS\\fR] \\fICOMMAND\\fR [\\fIOPTIONS OF THE COMMAND\\fR]");
    line(".SH OPTIONS");
    line("Every command has these:");
    options(root, true);
    line(".SH COMMANDS");
    commands(root);
    line(".SH EXIT STATUS");
    paragraphs(root.usageMessage().footer());
    return page;
  }

  private void commands(CommandSpec parent) {
    // A command that has another name as well is there once for each.
    Set<CommandLine> lines = new LinkedHashSet<>(parent.subcommands().values());
    for (CommandLine line : lines) {
      CommandSpec command = line.getCommandSpec();
      if (command.userObject() instanceof HelpCommand || command.usageMessage().hidden()) {
        continue;
      }
      if (command.subcommands().isEmpty()) {
        command(command);
      } else {
        commands(command);
      }
    }
  }

  private void command(CommandSpec command) {
    line(".SS " + text(command.qualifiedName()));
    line(
        ".B %s\n[\\fIOPTIONS\\fR]%s"
            .formatted(
                text(command.qualifiedName()),
                command.positionalParameters().stream()
                    .map(parameter -> " " + value(parameter, parameter.required()))
                    .collect(Collectors.joining())));
    paragraphs(command.usageMessage().description());
    for (ArgSpec parameter : command.positionalParameters()) {
      tagged(value(parameter, true), parameter);
    }
    options(command, false);
    paragraphs(command.usageMessage().footer());
  }

  private void options(CommandSpec command, boolean isShared) {
    for (OptionSpec option : command.options()) {
      boolean hasAll = option.inherited() || option.usageHelp() || option.versionHelp();
      if (option.hidden() || (hasAll && !isShared)) {
        continue;
      }
      String names =
          List.of(option.names()).stream()
              .map(each -> "\\fB" + text(each) + "\\fR")
              .collect(Collectors.joining(", "));
      boolean hasValue = option.arity().max() > 0;
      tagged(hasValue ? names + " " + value(option, true) : names, option);
    }
  }

  private void tagged(String tag, ArgSpec argument) {
    line(".TP");
    line(tag);
    line(text(String.join(" ", argument.description())));
  }

  private static String value(ArgSpec argument, boolean isRequired) {
    String label = "\\fI" + text(argument.paramLabel()) + "\\fR";
    String all = argument.arity().max() > 1 ? label + " ..." : label;
    return isRequired ? all : "[" + all + "]";
  }

  /** Lines of text; those that begin with a blank, such as examples, stay as they are. */
  private void paragraphs(String... lines) {
    boolean isVerbatim = false;
    line(".PP");
    for (String each : lines) {
      boolean wasVerbatim = isVerbatim;
      isVerbatim = each.startsWith(" ");
      if (isVerbatim != wasVerbatim) {
        line(isVerbatim ? ".PP\n.EX" : ".EE");
      }
      line(each.isBlank() ? ".PP" : text(each));
    }
    if (isVerbatim) {
      line(".EE");
    }
  }

  private void line(String line) {
    page.append(line).append('\n');
  }

  /** So that nothing in it is taken for a request, and a hyphen can be copied as one. */
  private static String text(String words) {
    String plain = words.replace("\\", "\\e").replace("-", "\\-");
    return plain.startsWith(".") || plain.startsWith("'") ? "\\&" + plain : plain;
  }
}
