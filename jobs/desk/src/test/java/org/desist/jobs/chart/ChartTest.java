// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.desist.comparison.Balance.BalanceLight;
import org.desist.comparison.Balance.BalanceThresholds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChartTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          -14.2 | 3.1  | 6 | -15.0 | 5.0  | 5.0
           0    | 34.5 | 5 | 0.0   | 40.0 | 10.0
          -0.66 | 0.02 | 6 | -0.8  | 0.2  | 0.2
           0    | 0    | 5 | 0.0   | 1.0  | 0.2
           0    | 10   | 4 | 0.0   | 10.0 | 2.5
          """)
  void axesEndAtRoundNumbers(
      double least, double most, int ticks, double from, double to, double step) {
    ChartAxis axis = ChartAxis.of(least, most, ticks, 0, 100);
    assertThat(List.of(axis.from(), axis.to(), axis.step()))
        .usingElementComparator((a, b) -> Math.abs(a - b) < 1e-9 ? 0 : Double.compare(a, b))
        .containsExactly(from, to, step);
    assertThat(axis.at(from)).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(axis.at(to)).isCloseTo(100, org.assertj.core.data.Offset.offset(1e-9));
    assertThat(axis.ticks()).contains(0.0);
  }

  @Test
  void textIsEscapedAndNumbersAreShort() {
    String svg =
        new Svg("a", 10, "x < y", "A & B").text("label", "end", 1.0 / 3, 100, "<b>").text();
    assertThat(svg)
        .isEqualTo(
            """
            <svg class="chart" role="img" aria-labelledby="a-title a-text" viewBox="0 0 10 106" width="10" height="106">
            <title id="a-title">x &lt; y</title>
            <desc id="a-text">A &amp; B</desc>
            <text class="label" text-anchor="end" x="0.3" y="100">&lt;b&gt;</text>
            </svg>""");
  }

  @Test
  void aMarkStandsWhereItsValueIs() {
    ForestPlot plot =
        new ForestPlot(
            "Title",
            "Text",
            "points",
            List.of(
                new ForestPlot.Row("a", "", -10, -20, 0, ForestPlot.Mark.SIGNIFICANT),
                new ForestPlot.Row(
                    "b",
                    "withheld",
                    Double.NaN,
                    Double.NaN,
                    Double.NaN,
                    ForestPlot.Mark.INCONCLUSIVE)));
    ChartAxis axis = ChartAxis.of(-20, 0, 6, 246, 534);
    assertThat(plot.draw("f", ChartDrawing.WIDE).text())
        .contains("<rect class=\"treated\" x=\"%s\"".formatted(Svg.number(axis.at(-10) - 5.5)))
        .contains(
            "<line class=\"whisker\" x1=\"%s\"".formatted(Svg.number(axis.at(-20))), "withheld")
        .doesNotContain("hollow", "NaN");
  }

  @Test
  void aNarrowPlotHoldsItsWordsAndNumbers() {
    ForestPlot plot =
        new ForestPlot(
            "Title",
            "Text",
            "points",
            List.of(
                new ForestPlot.Row("a", "", -5, -10, -1, ForestPlot.Mark.SIGNIFICANT),
                new ForestPlot.Row("b", "", -1, -2.5, -0.5, ForestPlot.Mark.INCONCLUSIVE)));
    String svg = plot.draw("f", ChartDrawing.NARROW).text();
    // The line of no difference is at the right end, where "higher" has no room.
    assertThat(svg)
        .contains(String.format(Locale.ROOT, "class=\"zero\" x1=\"%d\"", ChartDrawing.NARROW - 22))
        .contains(
            String.format(
                Locale.ROOT,
                "text-anchor=\"start\" x=\"%d\" y=\"14\">higher",
                ChartDrawing.NARROW - 64))
        .contains("text-anchor=\"middle\" x=\"22\"", ">\u221210.0<");
  }

  @Test
  void aPredictionBeyondTheChartEndsInArrows() {
    ForestPlot plot =
        new ForestPlot(
            "Title",
            "Text",
            "points",
            List.of(
                new ForestPlot.Row("a", "", -10, -20, 0, ForestPlot.Mark.SIGNIFICANT),
                new ForestPlot.Row("p", "", -10, -90, 70, ForestPlot.Mark.PREDICTION)));
    String svg = plot.draw("f", ChartDrawing.WIDE).text();
    assertThat(svg.split("<path class=\"range\"", -1)).hasSize(3);
  }

  @Test
  void labelsAreBrokenWhereTheyDoNotFit() {
    assertThat(ChartLabel.lines("short", 100)).containsExactly("short");
    assertThat(ChartLabel.lines("one two three four", 100))
        .containsExactly("one two three", "four");
    assertThat(ChartLabel.lines("a abcdefghijklmnopqrst b", 100))
        .containsExactly("a", "abcdefghijklm", "nopqrst b");
    assertThat(ChartLabel.shortened("abcdefghijklmnopqrst", 100)).isEqualTo("abcdefghijkl\u2026");
  }

  @Test
  void aHundredPeopleAreAHundred() {
    String svg = new HundredPeople("Title", "Text", 26, "treated").html("h");
    assertThat(svg.split("<circle class=\"treated\"", -1)).hasSize(27);
    assertThat(svg.split("<circle class=\"empty\"", -1)).hasSize(75);
  }

  @Test
  void emptyHighScoresAreCutOff() {
    List<Double> low =
        List.of(
            0.7, 0.2, 0.1, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0,
            0.0, 0.0, 0.0);
    String svg =
        new OverlapChart("Title", "Text", low, low, "others").draw("o", ChartDrawing.WIDE).text();
    assertThat(svg).contains(">0.20<").doesNotContain(">0.25<", ">1.0<");
    assertThat(svg.split("<rect class=\"treated\"", -1)).hasSize(5);
  }

  @Test
  void theScoreAxisEndsWhereTheDataEnd() {
    List<Double> own = new ArrayList<>(Collections.nCopies(20, 0.001));
    List<Double> other = new ArrayList<>(Collections.nCopies(20, 0.0));
    own.set(0, 0.5);
    own.set(8, 0.49);
    other.set(0, 0.99);
    String svg =
        new OverlapChart("Title", "Text", own, other, "comparison group")
            .draw("o", ChartDrawing.WIDE)
            .text();
    assertThat(svg)
        .contains(
            ">0.4<",
            "higher scores, too few for a bar: 1.1% of the participants, 0.0% of the comparison group")
        .doesNotContain(">0.5<", ">1.0<");
    assertThat(svg.split("<rect class=\"treated\"", -1)).hasSize(10);
  }

  @Test
  void detailsOfAKindShareARow() {
    LovePlot.Row many =
        new LovePlot.Row(
            "region (3)",
            List.of(
                new LovePlot.Mark(12, 2, BalanceLight.GREEN),
                new LovePlot.Mark(8, 6, BalanceLight.AMBER),
                new LovePlot.Mark(Double.NaN, Double.NaN, BalanceLight.GREEN)));
    LovePlot.Row withheld =
        new LovePlot.Row(
            "sex", List.of(new LovePlot.Mark(Double.NaN, Double.NaN, BalanceLight.GREEN)));
    String svg =
        new LovePlot("Title", "Text", List.of(many, withheld), new BalanceThresholds(5, 10))
            .draw("l", ChartDrawing.WIDE)
            .text();
    assertThat(svg).contains(">region (3)<", ">alike; withheld (few people)<");
    assertThat(svg.split("class=\"thread\"", -1)).hasSize(3);
    assertThat(svg).doesNotContain("could not be evaluated");
  }
}
