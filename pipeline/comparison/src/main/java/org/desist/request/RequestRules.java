// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.request;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.desist.error.Nearest;
import org.desist.ingest.ReferenceNames;
import org.desist.yaml.YamlFault;
import org.desist.yaml.YamlTree;

/** What a schema cannot say of a request: names that name nothing, and keys against each other. */
final class RequestRules {
  private static final int LONGEST_RETENTION_YEARS = 100;

  private final Path file;
  private final YamlTree tree;
  private final Request request;
  private final List<YamlFault> faults = new ArrayList<>();

  RequestRules(Path file, YamlTree tree, Request request) {
    this.file = file;
    this.tree = tree;
    this.request = request;
  }

  /** Every fault, in the order of the keys. */
  List<YamlFault> faults(LocalDate today) {
    checkParticipants();
    checkColumns();
    checkRegions();
    checkFilters();
    checkMethod();
    checkRetention(today);
    return faults;
  }

  private void checkParticipants() {
    Path participants = Path.of(request.participants());
    if (participants.isAbsolute() || participants.getNameCount() != 1) {
      add("/participants", "it must be the name of a file beside the request");
    } else if (Files.isSymbolicLink(file.resolveSibling(participants))) {
      add(
          "/participants",
          "it is a link: put the file itself beside the request, so that a list never comes from elsewhere");
    } else if (!Files.isRegularFile(file.resolveSibling(participants))) {
      add("/participants", "there is no such file beside the request");
    }
  }

  private void checkColumns() {
    Map<String, String> taken = new TreeMap<>();
    new TreeMap<>(request.columns())
        .forEach(
            (field, heading) -> {
              String other = taken.put(heading, field);
              if (other != null) {
                add(
                    "/columns",
                    "one heading cannot be both %s and %s: name another".formatted(other, field));
              }
            });
  }

  private void checkRegions() {
    Map<String, String> regions = new TreeMap<>(ReferenceNames.regions());
    Optional<String> scope = request.scope().region();
    List<String> filter = request.filters().region();
    scope.ifPresent(code -> checkRegion("/scope/region", code, regions));
    for (int i = 0; i < filter.size(); i++) {
      checkRegion("/filters/region/" + i, filter.get(i), regions);
    }
    if (scope.isPresent() && !filter.isEmpty() && !filter.contains(scope.get())) {
      add(
          "/filters/region",
          "the region of the scope, %s, is not among them, so nobody would be left: add it, or take the filter out"
              .formatted(scope.get()));
    }
  }

  /** Somebody who writes the name of a region is given its letter. */
  private void checkRegion(String pointer, String code, Map<String, String> regions) {
    if (!regions.containsKey(code)) {
      List<String> words = new ArrayList<>();
      regions.forEach((letter, name) -> words.add("%s (%s)".formatted(letter, name)));
      Optional<String> meant =
          Nearest.to(code, regions.keySet())
              .or(() -> Nearest.to(code, regions.values()).map(name -> letter(regions, name)));
      add(pointer, unknown("region", meant.map(c -> c + " (" + regions.get(c) + ")"), words));
    }
  }

  private static String letter(Map<String, String> regions, String name) {
    return regions.keySet().stream()
        .filter(letter -> regions.get(letter).equals(name))
        .findFirst()
        .orElseThrow();
  }

  private void checkFilters() {
    Request.Filters filters = request.filters();
    Set<String> groups =
        filters.indexOffenceGroup().isEmpty() ? Set.of() : ReferenceNames.offenceGroups();
    for (int i = 0; i < filters.indexOffenceGroup().size(); i++) {
      String group = filters.indexOffenceGroup().get(i);
      if (!groups.contains(group)) {
        add(
            "/filters/index_offence_group/" + i,
            unknown("group of offences", Nearest.to(group, groups), groups));
      }
    }
    if (filters.ageFrom() != null
        && filters.ageTo() != null
        && filters.ageFrom() > filters.ageTo()) {
      add("/filters/age_to", "it is below age_from: swap them");
    }
  }

  private static String unknown(String what, Optional<String> meant, Collection<String> known) {
    List<String> nearestFirst = new ArrayList<>(known);
    meant.ifPresent(
        value -> {
          nearestFirst.remove(value);
          nearestFirst.add(0, value);
        });
    return "there is no such %s%s: it must be one of %s"
        .formatted(
            what,
            meant.map(value -> ", " + value + " is the nearest").orElse(""),
            String.join(", ", nearestFirst));
  }

  private void checkMethod() {
    Request.Matching method = request.method();
    boolean isNearestOnly = method.ratio() != null || method.replacement() != null;
    if (isNearestOnly && !"nearest".equals(method.matching())) {
      String key = method.ratio() != null ? "/method/ratio" : "/method/replacement";
      add(key, "only nearest has it: say matching: nearest");
    }
    boolean isOfScore = method.caliperScale() == null || method.caliperScale().equals("score");
    if (isOfScore
        && method.width().filter(width -> width.compareTo(BigDecimal.ONE) > 0).isPresent()) {
      add("/method/caliper", "it must be at most 1: no two scores are farther apart");
    }
    if (method.caliperScale() != null && method.width().isEmpty()) {
      add("/method/caliper_scale", "only a caliper with a number has it: give one, or take it out");
    }
    for (int i = 0; i < method.interactions().size(); i++) {
      List<String> pair = method.interactions().get(i);
      if (pair.get(0).equals(pair.get(1))) {
        add(
            "/method/interactions/" + i,
            "%s stands in it twice: name two that differ".formatted(pair.get(0)));
      }
    }
  }

  private void checkRetention(LocalDate today) {
    LocalDate until = request.retentionUntil();
    if (until == null || today.equals(LocalDate.MIN)) {
      return;
    }
    if (until.isBefore(today)) {
      add(
          "/retention_until",
          "it is past, today is %s: check the year, or name a day to come".formatted(today));
    } else if (until.isAfter(today.plusYears(LONGEST_RETENTION_YEARS))) {
      add(
          "/retention_until",
          String.format(
              Locale.ROOT,
              "it is more than %d years away: check the year",
              LONGEST_RETENTION_YEARS));
    }
  }

  private void add(String pointer, String advice) {
    faults.add(
        new YamlFault(
            file.getFileName().toString(),
            tree.line(pointer),
            YamlTree.key(pointer),
            tree.value(pointer),
            advice));
  }
}
