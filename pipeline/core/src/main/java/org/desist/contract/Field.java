// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A column of a resource.
 *
 * @param pattern a regular expression that the whole text must match, or null
 * @param allowed the texts allowed, empty when every text is
 * @param minimum the smallest number allowed, or null
 * @param maximum the largest number allowed, or null
 * @param validFrom the first day of a snapshot in which a required column must be there, or null
 *     for always: an older file passes without it, and a newer one only with it
 * @param personal whether values identify a person and never appear in a message
 */
public record Field(
    String name,
    FieldType type,
    String description,
    boolean required,
    boolean unique,
    String pattern,
    List<String> allowed,
    BigDecimal minimum,
    BigDecimal maximum,
    boolean personal,
    Semantic semantic,
    LocalDate validFrom)
    implements Serializable {
  public Field {
    allowed = List.copyOf(allowed);
  }

  /** The column as it is in a snapshot of a day: not required before it is valid. */
  Field on(LocalDate snapshot) {
    return validFrom == null || !snapshot.isBefore(validFrom)
        ? this
        : new Field(
            name,
            type,
            description,
            false,
            unique,
            pattern,
            allowed,
            minimum,
            maximum,
            personal,
            semantic,
            validFrom);
  }

  /** The column with the comparable form of this name; empty when this is not a name. */
  public Optional<String> keyColumn() {
    return semantic == Semantic.NAME ? Optional.of(name + "_key") : Optional.empty();
  }
}
