// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DateLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.DecimalLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.IntLogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimestampLogicalTypeAnnotation;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.desist.contract.ValidationCode;

/**
 * Turns the values of one Parquet column into the text that a CSV file would hold, without loss: a
 * date into yyyy-MM-dd, a whole number into digits whatever type carries it. What loses by that (a
 * time of day, a fraction in a whole number) keeps it, and the parser refuses it.
 */
final class ParquetValue extends PrimitiveConverter {
  /** Beyond it a double no longer tells neighbouring whole numbers apart. */
  private static final double MAX_EXACT = 1L << 53;

  private final LogicalTypeAnnotation logical;
  private final boolean int96;
  private final FieldParser parser;
  private final String file;
  private boolean given;

  ParquetValue(PrimitiveType type, FieldParser parser, String file) {
    this.logical = type.getLogicalTypeAnnotation();
    this.int96 = type.getPrimitiveTypeName() == PrimitiveTypeName.INT96;
    this.parser = parser;
    this.file = file;
  }

  void begin() {
    given = false;
  }

  /** A column that was not called has no value in this record. */
  void end() {
    if (!given) {
      parser.readMissing();
    }
  }

  private void give(String text) {
    given = true;
    parser.read(text.toCharArray(), 0, text.length());
  }

  @Override
  public void addBinary(Binary value) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      give(plain(new BigDecimal(new BigInteger(value.getBytes()), decimal.getScale())));
    } else if (int96) {
      throw refused("times in the outdated INT96 form");
    } else {
      give(text(value));
    }
  }

  @Override
  public void addInt(int value) {
    if (logical instanceof DateLogicalTypeAnnotation) {
      give(LocalDate.ofEpochDay(value).toString());
    } else if (logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
      give(Integer.toUnsignedString(value));
    } else {
      addLong(value);
    }
  }

  @Override
  public void addLong(long value) {
    if (logical instanceof DecimalLogicalTypeAnnotation decimal) {
      give(plain(BigDecimal.valueOf(value, decimal.getScale())));
    } else if (logical instanceof TimestampLogicalTypeAnnotation timestamp) {
      give(time(value, timestamp));
    } else if (logical instanceof IntLogicalTypeAnnotation integer && !integer.isSigned()) {
      give(Long.toUnsignedString(value));
    } else {
      give(Long.toString(value));
    }
  }

  @Override
  public void addDouble(double value) {
    boolean whole = value == Math.rint(value) && Math.abs(value) <= MAX_EXACT;
    if (whole) {
      give(Long.toString((long) value));
    } else if (Double.isNaN(value) || Double.isInfinite(value)) {
      give(Double.toString(value));
    } else {
      give(BigDecimal.valueOf(value).toPlainString());
    }
  }

  @Override
  public void addFloat(float value) {
    // A float becomes the decimal it prints as: 0.1 and not 0.10000000149.
    addDouble(Double.parseDouble(Float.toString(value)));
  }

  @Override
  public void addBoolean(boolean value) {
    give(Boolean.toString(value));
  }

  private String text(Binary value) {
    try {
      ByteBuffer bytes = value.toByteBuffer();
      String text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
      if (text.indexOf(0) >= 0) {
        throw refused("NUL characters");
      }
      return text;
    } catch (CharacterCodingException e) {
      throw refused("text that is not UTF-8");
    }
  }

  private static String plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0).toPlainString() : stripped.toPlainString();
  }

  private static String time(long value, TimestampLogicalTypeAnnotation timestamp) {
    ChronoUnit unit =
        switch (timestamp.getUnit()) {
          case MILLIS -> ChronoUnit.MILLIS;
          case MICROS -> ChronoUnit.MICROS;
          case NANOS -> ChronoUnit.NANOS;
        };
    LocalDateTime time = LocalDateTime.ofInstant(Instant.EPOCH.plus(value, unit), ZoneOffset.UTC);
    boolean midnight = time.toLocalDate().atStartOfDay().equals(time);
    return midnight ? time.toLocalDate().toString() : time.toString();
  }

  private RefusedFileException refused(String content) {
    return new RefusedFileException(
        ValidationCode.UNREADABLE,
        "Cannot read "
            + file
            + ": its column "
            + parser.field().name()
            + " holds "
            + content
            + ". Ask the sender for a new file.");
  }
}
