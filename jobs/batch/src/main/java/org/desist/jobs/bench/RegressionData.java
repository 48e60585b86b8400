// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.bench;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.desist.comparison.Covariate;
import org.desist.comparison.DesignMatrix;
import org.desist.comparison.LogisticFit;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/** Drawn units with 60 covariates, two thirds numbers and one third indicators, and a treatment. */
public final class RegressionData {
  /** How many covariates. */
  public static final int COVARIATES = 60;

  private static final int NUMBERS = 40;

  private final List<double[]> columns = new ArrayList<>();
  private final boolean[] treated;

  /** Draws; about one in fifty is treated. */
  public RegressionData(int units) {
    Draw draw = Draw.of(1, 1);
    double[] logOdds = new double[units];
    java.util.Arrays.fill(logOdds, -4.5);
    for (int k = 0; k < COVARIATES; k++) {
      double[] column = new double[units];
      double weight = 0.3 * (k % 5 - 2) / 2;
      for (int unit = 0; unit < units; unit++) {
        column[unit] = k < NUMBERS ? draw.normal() : draw.hit(0.05 + 0.01 * k / 2) ? 1 : 0;
        logOdds[unit] += weight * column[unit];
      }
      columns.add(column);
    }
    treated = new boolean[units];
    for (int unit = 0; unit < units; unit++) {
      treated[unit] = draw.hit(1 / (1 + Math.exp(-logOdds[unit])));
    }
  }

  boolean[] treated() {
    return treated.clone();
  }

  DesignMatrix design() {
    List<Covariate> covariates = new ArrayList<>();
    for (int k = 0; k < COVARIATES; k++) {
      covariates.add(Covariate.number("x" + (k + 1), columns.get(k)));
    }
    return DesignMatrix.of(covariates);
  }

  /**
   * Writes the data for other software: covariates.bin (doubles, big-endian, column after column),
   * treated.bin (a byte per unit) and coefficients.csv, what this software finds.
   *
   * @throws DesistException STORAGE when the disk does not take them
   */
  public void write(Path folder) {
    try {
      Files.createDirectories(folder);
      try (DataOutputStream out = open(folder.resolve("covariates.bin"))) {
        for (double[] column : columns) {
          for (double value : column) {
            out.writeDouble(value);
          }
        }
      }
      try (DataOutputStream out = open(folder.resolve("treated.bin"))) {
        for (boolean isTreated : treated) {
          out.writeByte(isTreated ? 1 : 0);
        }
      }
      LogisticFit fit = SpeedBench.fit(this);
      StringBuilder text = new StringBuilder("term,estimate\n");
      for (int term = 0; term < fit.terms().size(); term++) {
        text.append(fit.terms().get(term).name())
            .append(',')
            .append(fit.coefficients()[term])
            .append('\n');
      }
      Files.writeString(folder.resolve("coefficients.csv"), text);
    } catch (IOException e) {
      throw new DesistException(
          ErrorCode.STORAGE,
          "Cannot write %s: %s. Check that the disk is writable and has room."
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  private static DataOutputStream open(Path file) throws IOException {
    return new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 20));
  }
}
