// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds the sanctions in a world. */
final class Sanctions {
  private static final Set<String> PROOF = Set.of("CONVICTION", "CAUTION", "REPRIMAND", "WARNING");

  private final World world;
  private final Reference reference;
  private final Map<String, List<Offence>> offences;
  private final Map<String, List<Disposal>> disposals;

  private Sanctions(World world, Reference reference) {
    this.world = world;
    this.reference = reference;
    this.offences = world.offences().stream().collect(Collectors.groupingBy(Offence::eventId));
    this.disposals = world.disposals().stream().collect(Collectors.groupingBy(Disposal::offenceId));
  }

  /** Sanctions by canonical PNC id. */
  static Map<String, List<Sanction>> of(World world, Reference reference) {
    return new Sanctions(world, reference)
        .all().stream()
            .collect(
                Collectors.groupingBy(
                    sanction ->
                        PncId.canonical(sanction.event().pncId(), world.snapshotDate())
                            .orElseThrow()));
  }

  private List<Sanction> all() {
    List<Sanction> sanctions = new ArrayList<>();
    for (Event event : world.events()) {
      if (PROOF.contains(event.eventType())) {
        List<Counted> counted =
            offences.getOrDefault(event.eventId(), List.of()).stream()
                .map(offence -> counted(offence, event))
                .filter(this::isCountable)
                .toList();
        if (!counted.isEmpty()) {
          sanctions.add(new Sanction(event, counted));
        }
      }
    }
    return sanctions;
  }

  private Counted counted(Offence offence, Event event) {
    boolean imputed = offence.offenceStartDate() == null;
    var fallback = offence.offenceEndDate() == null ? event.eventDate() : offence.offenceEndDate();
    return new Counted(
        offence,
        imputed ? fallback : offence.offenceStartDate(),
        imputed,
        primary(offence, event),
        reference.code(offence.hoCode()));
  }

  private Reference.Result primary(Offence offence, Event event) {
    return disposals.getOrDefault(offence.offenceId(), List.of()).stream()
        .min(
            Comparator.comparingInt(
                    (Disposal disposal) -> reference.result(disposal.disposalCode()).severityRank())
                .thenComparing(Disposal::disposalSeq))
        .map(disposal -> reference.result(disposal.disposalCode()))
        .orElseGet(
            () -> reference.category(event.eventType().equals("CONVICTION") ? "OTHER" : "CAUTION"));
  }

  private boolean isCountable(Counted counted) {
    Offence offence = counted.offence();
    boolean isPolice = offence.prosecutor() == null || offence.prosecutor().equals("POLICE");
    boolean isTaken = Boolean.TRUE.equals(offence.takenIntoConsideration());
    return counted.code().isRecordable()
        && !counted.code().isBreach()
        && reference.force(offence.forceCode()).isEnglandWales()
        && isPolice
        && !isTaken
        && !counted.disposal().category().equals("EXCLUDED");
  }
}
