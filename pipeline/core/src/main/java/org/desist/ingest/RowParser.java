// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.ingest;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.contract.Field;
import org.desist.contract.Resource;
import org.desist.contract.Semantic;

/** Reads the rows of a resource, one after another: a parser per field, and the faults found. */
final class RowParser {
  private final Resource resource;
  private final TextArena arena = new TextArena();
  private final List<ValueFault> faults = new ArrayList<>();
  private final List<FieldParser> parsers = new ArrayList<>();
  private final Map<String, FieldParser> byName = new TreeMap<>();
  private final List<ValueSlot> slots = new ArrayList<>();

  /**
   * Prepares the parsers of a resource.
   *
   * @param snapshot its date: decides the century of two-digit years in PNC ids, which dates of
   *     birth can be, and which columns are required
   */
  RowParser(Resource resource, LocalDate snapshot) {
    this.resource = resource.on(snapshot);
    for (Field field : this.resource.fields()) {
      FieldParser parser = parser(field, snapshot);
      parsers.add(parser);
      byName.put(field.name(), parser);
      slots.add(parser.slot());
      if (parser instanceof TextParsers.Names name) {
        slots.add(name.keySlot());
      }
    }
  }

  private FieldParser parser(Field field, LocalDate snapshot) {
    List<String> missing = resource.missingValues();
    return switch (field.type()) {
      case STRING -> text(field, missing, snapshot);
      case INTEGER -> new NumberParsers.Integers(field, missing, faults);
      case NUMBER -> new NumberParsers.Decimals(field, missing, faults);
      case DATE ->
          field.semantic() == Semantic.BIRTH_DATE
              ? new DateParsers.BirthDates(field, missing, faults, snapshot)
              : new DateParsers.Dates(field, missing, faults);
      case BOOLEAN -> new NumberParsers.Booleans(field, missing, faults);
    };
  }

  private FieldParser text(Field field, List<String> missing, LocalDate snapshot) {
    if (field.semantic() == Semantic.NAME) {
      return new TextParsers.Names(field, missing, faults, arena);
    }
    if (field.semantic() == Semantic.PNC_ID) {
      return resource.isKey(field)
          ? TextParsers.PncIds.ofKey(field, missing, faults, arena, snapshot.getYear())
          : TextParsers.PncIds.ofReference(field, missing, faults, arena, snapshot.getYear());
    }
    return new TextParsers.Texts(field, missing, faults, arena);
  }

  /**
   * Takes values for those of a sheet, without the apostrophes that keep them from being formulas.
   */
  RowParser ofSheet() {
    parsers.forEach(FieldParser::takeSheet);
    return this;
  }

  /** Forgets the row before. */
  void begin() {
    arena.clear();
    faults.clear();
  }

  /** The parser of a field; null when the contract has no such field. */
  FieldParser parser(String field) {
    return byName.get(field);
  }

  /** The slots in the order of the columns that are written. */
  List<ValueSlot> slots() {
    return slots;
  }

  /** What is wrong with the row at hand; cleared by {@link #begin()}. */
  List<ValueFault> faults() {
    return faults;
  }

  /** The primary key of the row at hand, or null when it is personal or missing altogether. */
  String key() {
    if (resource.hasPersonalKey()) {
      return null;
    }
    String key =
        resource.primaryKey().stream()
            .map(name -> byName.get(name).keyText())
            .collect(Collectors.joining("|"));
    return key.chars().allMatch(c -> c == '|') ? null : key;
  }

  Resource resource() {
    return resource;
  }

  /** Takes the rows of one file, in their order. */
  interface RowSink {
    /** Takes the row that the parser holds. */
    void row(long line, RowParser row);

    /**
     * Takes note of a row that could not be taken apart into values.
     *
     * @param lastLine the last that it covers, which a stray quote may have put far below the first
     */
    void unparsed(long line, long lastLine, String message);
  }
}
