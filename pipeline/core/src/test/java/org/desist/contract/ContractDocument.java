// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.desist.contract.Resource.ForeignKey;
import org.desist.document.DocumentSources;

/** Renders the contract of the extracts as a document for those who deliver them. */
public final class ContractDocument {
  private static final String OPENING =
      """
      # The extracts

      Desist reads one folder per snapshot (contract version %s), with one file, or folder of part files, per resource. A
      snapshot is complete and replaces the one before. This page is rendered from the contract
      (`%s`); change it there.

      ## How files are read

      - A resource `NAME` is `NAME.csv`, `NAME.csv.gz`, `NAME.parquet`, or a folder `NAME/` or
        `NAME.csv/` with parts of any of these forms. Two of these forms at once are ambiguous and refused.
        Parts are read in the order of their names; files whose names begin with a dot or an
        underscore are ignored.
      - CSV is UTF-8, with or without a byte order mark, with a header in its first line; lines end
        in LF, CR LF or CR. Values with commas or quotes are quoted; a quote inside is doubled. No
        value contains a line end. Blank lines are not rows.
      - A gzip file may have several members, and zero bytes at its end. A truncated or
        damaged member, or any other byte after one, makes the file unreadable.
      - Only regular files are read, or links to one. A value has up to 10 MB, a header up to 10,000
        columns, a file up to ten million blank lines. A gzip file unpacks to 200 times its size at
        most (checked above 64 MB), and reading stops after a million rejected rows: both are
        settings of the method file (`reading`).
      - Columns may be in any order and are matched by their exact names. A required column must
        exist, from the day on where the contract gives one; another that is absent counts as missing values. A column that is not in the contract
        is ignored with a warning.
      - A value that is empty or `NULL` is missing. Nothing is corrected: spaces around a value and
        letters in the wrong case are errors.
      - Dates are `yyyy-MM-dd`, from year 1, and must exist in the calendar. Whole numbers fit 64 bits.
        Decimal numbers have a point, no exponent and no separators. Booleans are `true`, `True`,
        `TRUE`, `1`, `false`, `False`, `FALSE` or `0`.
      - In Parquet a column may have any type that becomes the field's type without loss: text as in
        CSV, a whole number in a decimal or double column, a timestamp at midnight for a date.
      - A PNC id is `YYYY/NNNNNNNX` or `YY/NNNNNNNX`. The slash and leading zeros of the number may
        be missing; without a slash, ten or eleven digits have a four-digit year and fewer a
        two-digit one. A two-digit year greater than the snapshot's is of the century before. `X` is
        the letter of `ZABCDEFGHJKLMNPQRTUVWXY` at the place that the two-digit year and the
        seven-digit number, as one number, leave modulo 23.
      - `control.csv`, where present, has the columns `resource`, `rows` and `sha256`. The number of
        rows of each resource must agree, rejected rows included. So must the sha256 of the file as
        delivered, unless the resource is in parts or the cell is empty. An unknown resource refuses
        the snapshot.

      ## Errors

      The level says what an error does. `file` refuses the whole snapshot: nothing published
      changes, and the message names every such error. `row` rejects the row: it goes to quarantine
      with every reason that applies, its file and line. The line is the one on which the row begins,
      the header's being 1, and in Parquet the position of the row. `warning` is counted and the row
      is used. Messages never show personal values.

      """;

  private ContractDocument() {}

  /** The document, in Markdown. */
  public static String render(DataPackage contract) {
    StringBuilder text =
        new StringBuilder(
            OPENING.formatted(
                contract.version(),
                DocumentSources.path("src/main/resources/contract/extracts.datapackage.json")));
    text.append("| code | level | meaning | what to do |\n| --- | --- | --- | --- |\n");
    for (ValidationCode code : ValidationCode.values()) {
      String levels =
          code.levels().stream()
              .map(ValidationCode.Level::label)
              .collect(Collectors.joining(" or "));
      text.append(row("`" + code + "`", levels, code.meaning(), code.action()));
    }
    text.append("\n## Resources\n");
    contract.resources().forEach(resource -> text.append(render(resource)));
    return text.toString();
  }

  private static String render(Resource resource) {
    StringBuilder text = new StringBuilder();
    text.append("\n### ").append(resource.name()).append("\n\n");
    text.append(resource.description()).append(". ");
    text.append(resource.optional() ? "Optional." : "Required.");
    text.append(" Primary key: ").append(code(resource.primaryKey())).append(".");
    for (ForeignKey key : resource.foreignKeys()) {
      text.append(" ")
          .append(code(key.fields()))
          .append(" refers to `")
          .append(key.resource())
          .append("`.");
    }
    text.append("\n\n| field | type | required | constraints | personal | description |\n");
    text.append("| --- | --- | --- | --- | --- | --- |\n");
    for (Field field : resource.fields()) {
      text.append(
          row(
              "`" + field.name() + "`",
              field.type().label(),
              required(field),
              constraints(field),
              field.personal() ? "yes" : "",
              field.description()));
    }
    return text.toString();
  }

  private static String required(Field field) {
    return !field.required()
        ? ""
        : field.validFrom() == null ? "yes" : "in snapshots from " + field.validFrom();
  }

  private static String constraints(Field field) {
    List<String> constraints = new ArrayList<>();
    if (field.unique()) {
      constraints.add("unique");
    }
    if (field.pattern() != null) {
      constraints.add("pattern `" + field.pattern() + "`");
    }
    if (!field.allowed().isEmpty()) {
      constraints.add("one of " + code(field.allowed()));
    }
    if (field.minimum() != null) {
      constraints.add("at least " + field.minimum());
    }
    if (field.maximum() != null) {
      constraints.add("at most " + field.maximum());
    }
    if (field.semantic() == Semantic.PNC_ID) {
      constraints.add("check letter");
    }
    if (field.semantic() == Semantic.BIRTH_DATE) {
      constraints.add("plausible on the snapshot's day");
    }
    return String.join("; ", constraints);
  }

  private static String code(List<String> names) {
    return names.stream().map(name -> "`" + name + "`").collect(Collectors.joining(", "));
  }

  private static String row(String... cells) {
    return List.of(cells).stream()
        .map(cell -> cell.replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }
}
