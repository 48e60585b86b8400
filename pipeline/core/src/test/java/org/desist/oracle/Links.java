// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.oracle;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Links releases and cases to PNC persons by the first three rules. */
final class Links {
  /** A name as the rules compare it. */
  private record Name(String surname, String initial, LocalDate birth, String sex) {
    /** A missing sex is U, and U agrees with U only. */
    static Name of(String surname, String forenames, LocalDate birth, String sex) {
      return new Name(
          Texts.name(surname),
          Texts.initial(forenames),
          birth,
          Objects.requireNonNullElse(sex, "U"));
    }

    boolean supports(Name other) {
      return Texts.agree(surname, other.surname) || Texts.agree(birth, other.birth);
    }

    boolean same(Name other) {
      return Texts.agree(surname, other.surname)
          && Texts.agree(initial, other.initial)
          && Texts.agree(birth, other.birth)
          && sex.equals(other.sex);
    }
  }

  /** What the rules look at in a release or a case. */
  private record Claim(
      String resource, String rowId, String nomsNumber, Optional<String> pncId, Name name) {}

  private final Map<String, Name> persons = new TreeMap<>();
  private final List<Claim> claims = new ArrayList<>();
  private final Map<String, Set<String>> personsByNumber = new HashMap<>();

  private Links(World world, Map<String, Person> persons) {
    persons.forEach(
        (pncId, row) ->
            this.persons.put(
                pncId, Name.of(row.surname(), row.forenames(), row.dateOfBirth(), row.sex())));
    LocalDate snapshot = world.snapshotDate();
    for (Release row : world.releases()) {
      claims.add(
          new Claim(
              "prison_release",
              row.releaseId(),
              row.nomsNumber(),
              PncId.canonical(row.pncId(), snapshot),
              Name.of(row.surname(), row.forenames(), row.dateOfBirth(), row.sex())));
    }
    for (Case row : world.cases()) {
      claims.add(
          new Claim(
              "probation_case",
              row.caseId(),
              row.nomsNumber(),
              PncId.canonical(row.pncId(), snapshot),
              Name.of(row.surname(), row.forenames(), row.dateOfBirth(), row.sex())));
    }
  }

  /** One link per release and per case, in the order of the rows. */
  static List<Link> of(World world, Map<String, Person> persons) {
    return new Links(world, persons).all();
  }

  private List<Link> all() {
    for (Claim claim : claims) {
      if (claim.nomsNumber() != null && byPncId(claim) != null) {
        personsByNumber
            .computeIfAbsent(claim.nomsNumber(), number -> new TreeSet<>())
            .add(byPncId(claim));
      }
    }
    return claims.stream().map(this::link).toList();
  }

  private Link link(Claim claim) {
    boolean isKnown = claim.pncId().filter(persons::containsKey).isPresent();
    boolean isConflict = isKnown && byPncId(claim) == null;
    String pncId = byPncId(claim);
    String rule = "PNC_ID";
    if (pncId == null) {
      pncId = byNumber(claim);
      rule = "NOMS_NUMBER";
    }
    if (pncId == null) {
      pncId = byName(claim);
      rule = "NAME_DOB";
    }
    return new Link(
        claim.resource(), claim.rowId(), pncId, pncId == null ? null : rule, isConflict);
  }

  private String byPncId(Claim claim) {
    return claim
        .pncId()
        .filter(persons::containsKey)
        .filter(pncId -> claim.name().supports(persons.get(pncId)))
        .orElse(null);
  }

  private String byNumber(Claim claim) {
    Set<String> found =
        claim.nomsNumber() == null
            ? Set.of()
            : personsByNumber.getOrDefault(claim.nomsNumber(), Set.of());
    if (found.size() != 1) {
      return null;
    }
    String pncId = found.iterator().next();
    return claim.name().supports(persons.get(pncId)) ? pncId : null;
  }

  private String byName(Claim claim) {
    List<String> found =
        persons.entrySet().stream()
            .filter(entry -> claim.name().same(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    return found.size() == 1 ? found.get(0) : null;
  }
}
