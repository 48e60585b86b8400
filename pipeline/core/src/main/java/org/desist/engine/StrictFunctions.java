// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.util.List;
import java.util.function.DoubleUnaryOperator;

/**
 * Logarithm and exponential by {@link StrictMath}: the engines' own differ in the last bit, and a
 * probability must not depend on the engine.
 */
final class StrictFunctions {
  private StrictFunctions() {}

  static List<ScalarFunction<?, ?>> all() {
    return List.of(new Real("strict_ln", StrictMath::log), new Real("strict_exp", StrictMath::exp));
  }

  private interface SerializableOperator extends DoubleUnaryOperator, java.io.Serializable {}

  private record Real(String name, SerializableOperator operator)
      implements ScalarFunction<Double, Double> {
    @Override
    public Class<Double> argument() {
      return Double.class;
    }

    @Override
    public Class<Double> result() {
      return Double.class;
    }

    @Override
    public Double apply(Double value) {
      return operator.applyAsDouble(value);
    }
  }
}
