// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.desist.error.DesistException;
import org.desist.error.MachineTrouble;
import org.desist.jobs.terminal.HelpText;
import org.desist.storage.Locations;
import org.desist.text.Visible;
import picocli.CommandLine;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.IHelpSectionRenderer;
import picocli.CommandLine.Model.UsageMessageSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** Puts the commands together. */
public final class Desist {
  private Desist() {}

  /**
   * Runs one command.
   *
   * @return the exit code: 0, or that of the error's type
   */
  public static int run(Surroundings surroundings, Services services, String... arguments) {
    DesistCommand root = new DesistCommand();
    Console console = new Console(surroundings, root);
    Errors errors = new Errors(console);
    CommandLine line = commands(root, console, services);
    line.setDefaultValueProvider(console.settings());
    line.setResourceBundle(console.settings().words());
    // Help alone is printed this way: our own words, with colours on a terminal.
    line.setOut(surroundings.out());
    line.setColorScheme(
        CommandLine.Help.defaultColorScheme(
            console.hasColours() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF));
    line.setErr(console.err());
    line.setUsageHelpWidth(HelpText.UNBROKEN);
    Map<String, IHelpSectionRenderer> sections = new LinkedHashMap<>(line.getHelpSectionMap());
    // With its heading, so that it goes on below the command's name.
    IHelpSectionRenderer synopsis = sections.get(UsageMessageSpec.SECTION_KEY_SYNOPSIS);
    sections.remove(UsageMessageSpec.SECTION_KEY_SYNOPSIS_HEADING);
    sections.put(
        UsageMessageSpec.SECTION_KEY_SYNOPSIS, help -> HelpText.USAGE + synopsis.render(help));
    sections.remove(UsageMessageSpec.SECTION_KEY_COMMAND_LIST_HEADING);
    sections.put(UsageMessageSpec.SECTION_KEY_COMMAND_LIST, CommandList::text);
    sections.replaceAll((key, part) -> help -> HelpText.fitted(part.render(help)));
    line.setHelpSectionMap(sections);
    line.setParameterExceptionHandler((wrong, given) -> errors.usage(wrong));
    line.setExecutionStrategy(parsed -> checked(parsed, console, errors));
    line.setExecutionExceptionHandler((thrown, command, result) -> errors.report(thrown, command));
    if (arguments.length == 0) {
      return errors.usage(new ParameterException(line, "Cannot tell what to do: name a command."));
    }
    int exit = execute(line, errors, arguments);
    console.flush();
    return exit;
  }

  /** Every command, as none of them has been typed yet. */
  static CommandLine commands(DesistCommand root, Console console, Services services) {
    CommandLine line = new CommandLine(root);
    line.addSubcommand(new DemoCommand(console, services));
    line.addSubcommand(new RunCommand(console, services));
    line.addSubcommand(new QueryCommand(console));
    line.addSubcommand(new PaymentCommand(console));
    line.addSubcommand(new CompareCommand(console));
    line.addSubcommand(new IntakeCommand(console));
    line.addSubcommand(new SynthesisCommand(console));
    line.addSubcommand(new ExplainCommand(console, services));
    line.addSubcommand(new BridgeCommand(console));
    line.addSubcommand(new BacktestCommand(console));
    line.addSubcommand(new LineageCommand(console));
    line.addSubcommand(new MatchCommand(console));
    line.addSubcommand(new BenchCommand(console));
    line.addSubcommand(new GenerateCommand(console, services));
    line.addSubcommand(new BaselineCommand(console));
    line.addSubcommand(new MethodCommand(console));
    line.addSubcommand(new KeysCommand(console));
    line.addSubcommand(new RunsCommand(console));
    line.addSubcommand(new ShowCommand(console));
    line.addSubcommand(new CurrentCommand(console));
    line.addSubcommand(new DiffCommand(console));
    line.addSubcommand(new ReleaseCommand(console));
    line.addSubcommand(new ResumeCommand(console, services));
    line.addSubcommand(new ReplayCommand(console, services));
    line.addSubcommand(new BackfillCommand(console, services));
    line.addSubcommand(new CorrectionsCommand(console));
    line.addSubcommand(new PruneCommand(console));
    line.addSubcommand(new CheckCommand(console));
    line.addSubcommand(new RecipeCommand(console));
    line.addSubcommand(new CompletionCommand(console));
    line.addSubcommand(new HelpCommand());
    line.registerConverter(LocalDate.class, Desist::date);
    line.registerConverter(Path.class, Desist::location);
    line.registerConverter(String.class, Desist::words);
    return line;
  }

  /**
   * A machine on which nothing can be done says so before anything is begun; help needs nothing.
   */
  private static int checked(ParseResult parsed, Console console, Errors errors) {
    boolean isHelp =
        parsed.asCommandLineList().stream()
            .anyMatch(line -> line.isUsageHelpRequested() || line.isVersionHelpRequested());
    if (!isHelp) {
      List<CommandLine> typed = parsed.asCommandLineList();
      CommandLine last = typed.get(typed.size() - 1);
      Optional<DesistException> trouble =
          MachineTrouble.beforehand("start").or(console.settings()::fault);
      if (trouble.isPresent()) {
        return errors.report(trouble.get(), last);
      }
      console.comeFrom(console.settings().origins(last.getCommandSpec()));
    }
    return new CommandLine.RunLast().execute(parsed);
  }

  /** What is no exception, such as a library that cannot be loaded, is reported like one. */
  private static int execute(CommandLine line, Errors errors, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (Error e) {
      CommandLine deepest = line;
      while (deepest.getParseResult() != null && deepest.getParseResult().hasSubcommand()) {
        deepest = deepest.getParseResult().subcommand().commandSpec().commandLine();
      }
      return errors.report(e, deepest);
    }
  }

  private static Path location(String text) {
    try {
      return Locations.of(text);
    } catch (DesistException e) {
      throw new TypeConversionException(e.getMessage());
    }
  }

  /** Names and reasons end up on screens and in pages, on one line of which a reader sees all. */
  private static String words(String text) {
    String folded = Visible.folded(text);
    OptionalInt hidden = Visible.firstHidden(folded);
    if (hidden.isPresent()) {
      throw new TypeConversionException(
          "'" + Visible.brief(folded) + "' cannot be used: " + Visible.advice(hidden.getAsInt()));
    }
    return folded;
  }

  private static LocalDate date(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new TypeConversionException(
          "'" + text + "' is not a date of the calendar, written like 2019-06-30");
    }
  }
}
