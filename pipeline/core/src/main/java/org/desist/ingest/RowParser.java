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
  private final List<Fault> faults = new ArrayList<>();
  private final List<FieldParser> parsers = new ArrayList<>();
  private final Map<String, FieldParser> byName = new TreeMap<>();
  private final List<Slot> slots = new ArrayList<>();

  /**
   * Prepares the parsers of a resource.
   *
   * @param snapshot its date: decides the century of two-digit years in PNC ids, and which dates of
   *     birth can be
   */
  RowParser(Resource resource, LocalDate snapshot) {
    this.resource = resource;
    for (Field field : resource.fields()) {
      FieldParser parser = parser(field, snapshot);
      parsers.add(parser);
      byName.put(field.name(), parser);
      slots.add(parser.slot());
      if (parser instanceof NameParser name) {
        slots.add(name.keySlot());
      }
    }
  }

  private FieldParser parser(Field field, LocalDate snapshot) {
    List<String> missing = resource.missingValues();
    return switch (field.type()) {
      case STRING -> text(field, missing, snapshot);
      case INTEGER -> new IntegerParser(field, missing, faults);
      case NUMBER -> new NumberParser(field, missing, faults);
      case DATE ->
          field.semantic() == Semantic.BIRTH_DATE
              ? new BirthDateParser(field, missing, faults, snapshot)
              : new DateParser(field, missing, faults);
      case BOOLEAN -> new BooleanParser(field, missing, faults);
    };
  }

  private FieldParser text(Field field, List<String> missing, LocalDate snapshot) {
    if (field.semantic() == Semantic.NAME) {
      return new NameParser(field, missing, faults, arena);
    }
    if (field.semantic() == Semantic.PNC_ID) {
      return resource.isKey(field)
          ? PncIdParser.ofKey(field, missing, faults, arena, snapshot.getYear())
          : PncIdParser.ofReference(field, missing, faults, arena, snapshot.getYear());
    }
    return new TextParser(field, missing, faults, arena);
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
  List<Slot> slots() {
    return slots;
  }

  /** What is wrong with the row at hand; cleared by {@link #begin()}. */
  List<Fault> faults() {
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
}
