// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.stage;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.desist.contract.Resource;
import org.desist.contract.ValidationCode.Level;
import org.desist.correction.Answering;
import org.desist.correction.ClosedReason;
import org.desist.correction.Corrections;
import org.desist.correction.Judgement.Refusal;
import org.desist.ingest.CorrectedResource;
import org.desist.ingest.JudgedCsv;
import org.desist.ingest.RowPlace;
import org.desist.ingest.ValueFault;

/**
 * A file of corrected rows, judged by the reader.
 *
 * @param answers the line of the file by the place of the row it answers, of rows that may pass
 * @param refused rows that cannot
 */
record CorrectedFile(Map<RowPlace, Long> answers, List<Refusal> refused) {
  /**
   * Reads a file.
   *
   * @param quarantined why rows are in quarantine, by place
   */
  static CorrectedFile read(
      Resource resource,
      Path file,
      LocalDate snapshot,
      Map<RowPlace, List<ClosedReason>> quarantined) {
    Map<String, List<RowPlace>> byKey = byKey(quarantined);
    Map<RowPlace, Long> answers = new TreeMap<>();
    List<Refusal> refused = new ArrayList<>();
    JudgedCsv judged = JudgedCsv.readSheet(CorrectedResource.of(resource), file, snapshot);
    for (JudgedCsv.Row row : judged.rows()) {
      Optional<RowPlace> place = place(resource, row, byKey);
      List<Refusal> reasons = new ArrayList<>();
      for (ValueFault fault : row.faults()) {
        if (fault.level() == Level.ROW) {
          reasons.add(refusal(row, place, fault.code().name(), fault.field(), fault.message()));
        }
      }
      answering(place, quarantined, answers)
          .ifPresent(why -> reasons.add(refusal(row, place, why.name(), null, why.message())));
      if (reasons.isEmpty()) {
        answers.put(place.get(), row.line());
      }
      refused.addAll(reasons);
    }
    return new CorrectedFile(answers, refused);
  }

  private static Optional<Answering> answering(
      Optional<RowPlace> place,
      Map<RowPlace, List<ClosedReason>> quarantined,
      Map<RowPlace, Long> answers) {
    if (place.isEmpty()) {
      return Optional.of(Answering.NO_PLACE);
    }
    if (!quarantined.containsKey(place.get())) {
      return Optional.of(Answering.NOT_IN_QUARANTINE);
    }
    return answers.containsKey(place.get())
        ? Optional.of(Answering.ANSWERED_TWICE)
        : Optional.empty();
  }

  private static Refusal refusal(
      JudgedCsv.Row row, Optional<RowPlace> place, String code, String field, String message) {
    return new Refusal(
        row.line(),
        place.map(RowPlace::file).orElse(null),
        place.map(RowPlace::line).orElse(0L),
        code,
        field,
        message);
  }

  /** By file and line when both are there, else by a key that one row in quarantine has. */
  private static Optional<RowPlace> place(
      Resource resource, JudgedCsv.Row row, Map<String, List<RowPlace>> byKey) {
    Object file = row.values().get(Corrections.FILE_COLUMN);
    Object line = row.values().get(Corrections.LINE_COLUMN);
    if (file != null && line != null) {
      return Optional.of(new RowPlace((String) file, (Long) line));
    }
    String key =
        resource.primaryKey().stream()
            .map(name -> String.valueOf(row.values().get(name)))
            .collect(Collectors.joining("|"));
    List<RowPlace> places = byKey.getOrDefault(key, List.of());
    return places.size() == 1 ? Optional.of(places.get(0)) : Optional.empty();
  }

  private static Map<String, List<RowPlace>> byKey(Map<RowPlace, List<ClosedReason>> quarantined) {
    Map<String, List<RowPlace>> places = new HashMap<>();
    quarantined.forEach(
        (place, reasons) -> {
          String key = reasons.get(0).key();
          if (key != null) {
            places.computeIfAbsent(key, k -> new ArrayList<>()).add(place);
          }
        });
    return places;
  }
}
