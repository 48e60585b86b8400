// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.comparison;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A named column: one value per unit, in the order of the units. */
public abstract sealed class Covariate {
  private final String name;

  private Covariate(String name) {
    this.name = name;
  }

  /** Numbers as they are; NaN is a missing value. */
  public static Covariate number(String name, double... values) {
    return new Numbers(name, values.clone());
  }

  /** Text, that becomes one indicator per level; null is a missing value. */
  public static Covariate text(String name, List<String> values) {
    return new Text(name, values);
  }

  /** The name as the user wrote it. */
  public String name() {
    return name;
  }

  /** The covariate of some units, given by their places, in that order. */
  public abstract Covariate at(int[] units);

  /** How many units it has a value, or a missing value, for. */
  public abstract int size();

  static final class Numbers extends Covariate {
    private final double[] values;

    private Numbers(String name, double[] values) {
      super(name);
      this.values = values;
    }

    double at(int unit) {
      return values[unit];
    }

    @Override
    public Covariate at(int[] units) {
      return new Numbers(name(), IntStream.of(units).mapToDouble(this::at).toArray());
    }

    @Override
    public int size() {
      return values.length;
    }
  }

  static final class Text extends Covariate {
    private final List<String> values;

    private Text(String name, List<String> values) {
      super(name);
      this.values = Collections.unmodifiableList(new ArrayList<>(values));
    }

    /** The value of a unit, or null when it is missing. */
    String at(int unit) {
      return values.get(unit);
    }

    @Override
    public Covariate at(int[] units) {
      return new Text(name(), IntStream.of(units).mapToObj(this::at).collect(Collectors.toList()));
    }

    @Override
    public int size() {
      return values.size();
    }
  }
}
