// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.screen;

import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.desist.disclosure.AttackFinding;
import org.desist.disclosure.VersionAttack;
import org.desist.jobs.terminal.TextTable;
import org.desist.text.FigureText;

/** What a reader could work out of a version, on a terminal. */
public final class AttackScreen {
  private AttackScreen() {}

  /** How much in all, by mart and by kind of area; no count that was worked out. */
  public static void print(VersionAttack attack, PrintWriter screen) {
    screen.println(
        "Version %s: %s of %s counts are withheld, each from 1 to %s."
            .formatted(
                attack.version(),
                FigureText.count(attack.withheld()),
                FigureText.count(attack.cells()),
                attack.smallest() - 1));
    if (attack.exact() + attack.narrow() == 0) {
      screen.println(
          "None of them follows from what is shown: at least %s values of each remain possible."
              .formatted(attack.width()));
    } else {
      screen.println(
          "A reader can work out %s of them, and tell %s others to within fewer than %s values."
              .formatted(
                  FigureText.count(attack.exact()),
                  FigureText.count(attack.narrow()),
                  attack.width()));
      screen.println();
      print("Mart", AttackFinding::mart, attack.findings(), screen);
      print("Area", finding -> CodeWords.plain(finding.placeType()), attack.findings(), screen);
    }
    if (attack.contradictions() > 0) {
      screen.println(
          "The marts contradict each other: of %s counts no value is possible. Report this version."
              .formatted(FigureText.count(attack.contradictions())));
    }
  }

  private static void print(
      String heading,
      Function<AttackFinding, String> group,
      List<AttackFinding> findings,
      PrintWriter screen) {
    TextTable table =
        TextTable.open().left(heading).right("withheld").right("worked out").right("narrow");
    Map<String, List<AttackFinding>> groups =
        findings.stream().collect(Collectors.groupingBy(group, TreeMap::new, Collectors.toList()));
    groups.forEach(
        (name, found) ->
            table.row(
                name,
                FigureText.count(found.stream().mapToLong(AttackFinding::withheld).sum()),
                FigureText.count(found.stream().mapToLong(AttackFinding::exact).sum()),
                FigureText.count(found.stream().mapToLong(AttackFinding::narrow).sum())));
    screen.println(table.text());
    screen.println();
  }
}
