// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class FigureTextTest {
  @Test
  void halvesGoAwayFromZeroOnTheDecimalValue() {
    // 100 * 0.5785 is 57.849999999999994.
    assertThat(FigureText.percent(0.5785, 1)).isEqualTo("57.9%");
    assertThat(FigureText.percent(new BigDecimal("0.2825"), 1)).isEqualTo("28.3%");
    assertThat(FigureText.percent(0.265)).isEqualTo("27%");
    assertThat(FigureText.decimals(-1.25, 1)).isEqualTo("-1.3");
    assertThat(FigureText.decimals(-0.04, 1)).isEqualTo("0.0");
  }

  @Test
  void nothingIsAnEmptyCellAndNoNumberIsNotKnown() {
    assertThat(FigureText.count(null)).isEmpty();
    assertThat(FigureText.percent(null, 1)).isEmpty();
    assertThat(FigureText.decimals(null, 2)).isEmpty();
    assertThat(FigureText.pounds(null)).isEmpty();
    assertThat(FigureText.percent(Double.NaN)).isEqualTo("not known");
    assertThat(FigureText.decimals(Double.POSITIVE_INFINITY, 2)).isEqualTo("not known");
  }

  @Test
  void aSignStandsBeforeWhatIsNotZero() {
    assertThat(FigureText.signed("1.20")).isEqualTo("+1.20");
    assertThat(FigureText.signed("0.00")).isEqualTo("0.00");
    assertThat(FigureText.signed("-3")).isEqualTo("-3");
    assertThat(FigureText.trueMinus("-3")).isEqualTo("\u22123");
    assertThat(FigureText.keyboard(FigureText.trueMinus("-3 to -1"))).isEqualTo("-3 to -1");
    assertThat(FigureText.change(90, 120)).isEqualTo("-25.0%");
  }

  @Test
  void amountsAndMoneyKeepWhatTheyArePaidBy() {
    assertThat(FigureText.amount(1234)).isEqualTo("1,234");
    assertThat(FigureText.amount(0.28204)).isEqualTo("0.282");
    assertThat(FigureText.pounds(new BigDecimal("-1234567.5"))).isEqualTo("-1,234,567.50");
    assertThat(FigureText.quantity(1200.0)).isEqualTo("1200");
    assertThat(FigureText.exactPercent(0.123456789)).isEqualTo("12.3456789%");
    assertThat(FigureText.pValue(0.004)).isEqualTo("less than 0.01");
  }
}
