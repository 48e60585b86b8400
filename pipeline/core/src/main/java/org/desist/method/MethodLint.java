// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.method;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.desist.contract.DataPackage;
import org.desist.contract.Field;
import org.desist.contract.ListedValues;
import org.desist.error.Nearest;
import org.desist.ingest.KnownCodes;
import org.desist.ingest.ReferenceNames;
import org.desist.yaml.YamlFault;
import org.desist.yaml.YamlTree;

/**
 * Settings of a method that are each allowed and together say what nobody can mean: one undoes
 * another, or asks for what is never calculated. A run does not mind them, and does not do what was
 * meant.
 */
public final class MethodLint {
  private static final int QUARTER_MONTHS = 3;
  private static final double SAME_QUANTILE = 0.01;

  private final String file;
  private final YamlTree tree;
  private final JsonNode settings;
  private final Method method;
  private final List<YamlFault> findings = new ArrayList<>();

  private MethodLint(Path file) {
    this.method = MethodFile.read(file);
    this.settings = MethodFile.tree(file);
    this.tree = MethodFile.document(file).tree();
    this.file = file == null ? method.method() : file.getFileName().toString();
  }

  /**
   * What contradicts itself, in the order of the settings.
   *
   * @param file a file or the name of a shipped method; null for the built-in method
   * @throws org.desist.error.DesistException BAD_METHOD when it cannot be used at all
   */
  public static List<YamlFault> of(Path file) {
    MethodLint lint = new MethodLint(file);
    lint.name(file);
    lint.times();
    lint.bands();
    lint.codes();
    lint.thresholds();
    lint.baselines();
    for (int i = 0; i < lint.method.targets().size(); i++) {
      lint.target(i, lint.method.targets().get(i));
    }
    lint.guards();
    lint.offenderManagement();
    return List.copyOf(lint.findings);
  }

  /** Outputs name their method: two of one name cannot be told apart. */
  private void name(Path path) {
    Path shipped = Path.of(method.method());
    when(
        MethodFile.shipped().contains(method.method())
            && !MethodFile.fingerprint(path).equals(MethodFile.fingerprint(shipped)),
        "it is the name of a shipped method, and other settings stand under it: give the file a name of its own, by which its figures are known",
        "/method");
    when(
        method.score() == Score.OGRS4G && tree.lines().containsKey("/ogrs3"),
        "it decides no expected rate and no band, for score is ogrs4g: take it out, or say score: ogrs3",
        "/ogrs3");
  }

  private void times() {
    int followUp = method.followUpMonths();
    int proof = method.proofMonths();
    when(
        proof == 0,
        "an offence of the last day of follow-up would have to be proven on that day: give it months, 6 in the published measure",
        "/proof_months");
    when(
        proof > followUp,
        "proof_months, %s, come on top of follow_up_months, %s, which makes %s: if %s in all were meant, proof_months is %s"
            .formatted(proof, followUp, followUp + proof, proof, proof - followUp),
        "/proof_months",
        "/follow_up_months");
    Method.LocalAdult local = method.localAdult();
    when(
        local.months() > QUARTER_MONTHS,
        "the window is a quarter, and its follow-up runs on past the next quarter's last day, so that a reoffence counts twice: at most 3",
        "/local_adult/months");
    when(
        local.proofMonths() == 0,
        "an offence of the last day of follow-up would have to be proven on that day: give it months",
        "/local_adult/proof_months");
    when(
        method.retention().quarantineDays() < method.retention().runDays(),
        "quarantine_days, %s, are fewer than run_days, %s: what is needed to mend rejected rows would go before the rest of the run; keep it as long at least"
            .formatted(method.retention().quarantineDays(), method.retention().runDays()),
        "/retention/quarantine_days",
        "/retention/run_days");
  }

  /** Age bands are fixed; the ages of the method file must fall on their edges. */
  private void bands() {
    for (String setting : List.of("minimum_age", "adult_age")) {
      int age =
          setting.equals("adult_age") ? method.entry().adultAge() : method.entry().minimumAge();
      List<Integer> starts =
          ListedValues.ofMarts().of("restricted/cohort_member/age_band").stream()
              .map(band -> Integer.valueOf(band.replaceFirst("[-+].*", "")))
              .sorted()
              .toList();
      when(
          !starts.contains(age),
          age < starts.get(0)
              ? "the age bands begin at %1$s, and so do the scores: people under %1$s would stand in the band of %1$s and older: at least %1$s"
                  .formatted(starts.get(0))
              : "it falls inside an age band, part of which would be on either side: take the first age of one, "
                  + starts,
          "/entry/" + setting);
    }
  }

  /** Codes that no record can have. */
  private void codes() {
    unknown(
        "release type",
        allowed("prison_release", "release_type"),
        method.entry().excludedReleaseTypes(),
        "/entry/excluded_release_types");
    unknown(
        "kind of sentence",
        allowed("probation_case", "sentence_type"),
        method.caseload().allocationSentenceTypes(),
        "/caseload/allocation_sentence_types");
    unknown(
        "form of contact",
        allowed("contact", "form"),
        method.standards().faceToFace(),
        "/standards/face_to_face");
    unknown(
        "release type",
        allowed("prison_release", "release_type"),
        method.standards().noSpellReleaseTypes(),
        "/standards/no_spell_release_types");
    when(
        method
            .entry()
            .excludedReleaseTypes()
            .containsAll(allowed("prison_release", "release_type")),
        "every type of release is excluded, so that nobody enters by one: leave out those that are to count",
        "/entry/excluded_release_types");
    Map<String, String> offences = ReferenceNames.parentGroups();
    unknown("offence code", offences.keySet(), method.breach().add(), "/breach/add");
    unknown("offence code", offences.keySet(), method.breach().remove(), "/breach/remove");
    for (int i = 0; i < method.breach().remove().size(); i++) {
      when(
          method.breach().add().contains(method.breach().remove().get(i)),
          "breach.add makes it a breach as well: take it out of one of the two",
          "/breach/remove/" + i);
    }
  }

  private static Set<String> allowed(String resource, String field) {
    return new TreeSet<>(
        DataPackage.extracts()
            .resource(resource)
            .flatMap(found -> found.field(field))
            .map(Field::allowed)
            .orElseThrow());
  }

  private void unknown(String what, Set<String> known, List<String> values, String pointer) {
    for (int i = 0; i < values.size(); i++) {
      String value = values.get(i);
      when(
          !known.contains(value),
          "there is no such %s, so that it changes nothing: %s"
              .formatted(
                  what,
                  Nearest.to(value, known)
                      .map(nearest -> "the nearest is " + nearest)
                      .orElse("take it out")),
          pointer + "/" + i);
    }
  }

  private void thresholds() {
    when(
        Math.abs(method.z() - method.baselines().z()) > SAME_QUANTILE,
        String.format(
            Locale.ROOT,
            "confidence %s belongs to %.2f standard errors, and baselines.z is %s: a rate and the limits it is compared with would have different levels; change one of them",
            method.confidence(),
            method.z(),
            method.baselines().z()),
        "/baselines/z",
        "/confidence");
    when(
        method.linking().threshold() < 0,
        "links would be made that are more likely wrong than right: at least 0",
        "/linking/threshold");
    Method.Disclosure disclosure = method.disclosure();
    when(
        disclosure.smallestCount() < 2,
        "no count would be withheld, since none is above 0 and below it: at least 2",
        "/disclosure/smallest_count");
    when(
        disclosure.minimumOffenders() < disclosure.smallestCount(),
        "minimum_offenders, %s, is less than smallest_count, %s: rates of so few are withheld all the same; raise it to as many"
            .formatted(disclosure.minimumOffenders(), disclosure.smallestCount()),
        "/disclosure/minimum_offenders",
        "/disclosure/smallest_count");
    Method.Comparison comparison = method.comparison();
    when(
        comparison.minimumAnalysed() > comparison.minimumSubmitted(),
        "minimum_analysed, %s, is more than minimum_submitted, %s: a request of so few could never be answered; lower the one or raise the other"
            .formatted(comparison.minimumAnalysed(), comparison.minimumSubmitted()),
        "/comparison/minimum_analysed",
        "/comparison/minimum_submitted");
    when(
        comparison.minimumReoffenders() > comparison.minimumAnalysed(),
        "minimum_reoffenders, %s, is more than minimum_analysed, %s: an analysis of so few could never be significant; lower the one or raise the other"
            .formatted(comparison.minimumReoffenders(), comparison.minimumAnalysed()),
        "/comparison/minimum_reoffenders",
        "/comparison/minimum_analysed");
  }

  private void baselines() {
    Method.Baselines baselines = method.baselines();
    Set<String> names = new TreeSet<>();
    for (int i = 0; i < baselines.names().size(); i++) {
      when(
          !names.add(baselines.names().get(i)),
          "it is there twice: take it out once",
          "/baselines/names/" + i);
    }
    boolean isNamed = !baselines.names().isEmpty();
    when(
        isNamed && baselines.geographies().isEmpty(),
        "baselines are named, and compared for no geography: name some, or no baseline",
        "/baselines/geographies",
        "/baselines/names");
    when(
        isNamed && baselines.breakdowns().isEmpty(),
        "baselines are named, and compared by no breakdown: name some, total among them, or no baseline",
        "/baselines/breakdowns",
        "/baselines/names");
  }

  /** A target whose cohorts or base are never calculated has no answer, whatever comes. */
  private void target(int i, Target target) {
    String place = "/targets/" + i;
    when(
        target.geographyType().equals("contract_area"),
        "rates of contract areas are calculated for baselines only, never for targets: name the region or the provider",
        place + "/geography_type");
    when(
        target.baseFrom() != null && target.by().compareTo(target.baseTo()) <= 0,
        "it is no later than the base, so that no cohort is measured: name a cohort after "
            + target.baseTo(),
        place + "/by");
    Method.Baselines kept = method.baselines();
    when(
        target.baseline() != null && !kept.geographies().contains(target.geographyType()),
        "a baseline keeps nothing of it, for baselines.geographies does not name %s: add it there"
            .formatted(target.geographyType()),
        place + "/geography_type",
        place + "/baseline");
    when(
        target.baseline() != null && !kept.breakdowns().contains(target.breakdown()),
        "a baseline keeps nothing of it, for baselines.breakdowns does not name %s: add it there"
            .formatted(target.breakdown()),
        place + "/breakdown",
        place + "/baseline");
  }

  private void guards() {
    Guards guards = method.guards();
    String never =
        "the soft level, %s, is never reached, for a snapshot is refused beyond %s: set it lower";
    when(
        guards.softRejectedShare() >= guards.rejectedShare(),
        never.formatted(guards.softRejectedShare(), guards.rejectedShare()),
        "/guards/soft_rejected_share",
        "/guards/rejected_share");
    when(
        guards.softFewerRowsShare() >= guards.fewerRowsShare(),
        never.formatted(guards.softFewerRowsShare(), guards.fewerRowsShare()),
        "/guards/soft_fewer_rows_share",
        "/guards/fewer_rows_share");
    when(
        guards.softMoreRowsShare() >= guards.moreRowsShare(),
        never.formatted(guards.softMoreRowsShare(), guards.moreRowsShare()),
        "/guards/soft_more_rows_share",
        "/guards/more_rows_share");
    for (int i = 0; i < guards.mix().breakdowns().size(); i++) {
      String breakdown = guards.mix().breakdowns().get(i);
      Optional<String> fault =
          breakdown.equals("region") ? Optional.empty() : KnownCodes.faultOfBreakdown(breakdown);
      when(
          fault.isPresent(),
          "it is never calculated: " + fault.orElse(""),
          "/guards/mix/breakdowns/" + i);
    }
  }

  private void offenderManagement() {
    Method.Iom iom = method.iom();
    Set<String> groups = new TreeSet<>(ReferenceNames.parentGroups().values());
    unknown("parent group", groups, iom.offenceParentGroups(), "/iom/offence_parent_groups");
    when(
        iom.offencePercent() == iom.percent(),
        "iom.offence_percent and iom.percent are both %s, so that no offence adds anybody: set the first lower"
            .formatted(iom.percent()),
        "/iom/offence_percent",
        "/iom/percent");
    when(
        iom.offenceParentGroups().isEmpty(),
        "iom.offence_percent, %s, goes with an index offence of one of these, and there is none: name some"
            .formatted(iom.offencePercent()),
        "/iom/offence_parent_groups");
    for (int i = 0; i < iom.local().size(); i++) {
      Method.Iom.Local local = iom.local().get(i);
      String place = "/iom/local/" + i;
      Optional<String> fault = KnownCodes.faultOfPlace("police_force", local.forceCode());
      when(fault.isPresent(), fault.orElse(""), place + "/force_code");
      unknown(
          "parent group", groups, local.offenceParentGroups(), place + "/offence_parent_groups");
      int percent = local.percent() == null ? 0 : local.percent();
      boolean isAdult = local.firstAge(method.entry().adultAge()) >= method.entry().adultAge();
      boolean isNational =
          (isAdult && percent >= iom.percent())
              || (isAdult
                  && percent >= iom.offencePercent()
                  && !local.offenceParentGroups().isEmpty()
                  && iom.offenceParentGroups().containsAll(local.offenceParentGroups()));
      when(
          isNational,
          "whoever meets it meets a national criterion already, so that it adds nobody: less than that, or other offences",
          place + "/percent");
    }
  }

  /** Notes a finding at the first of some places that the file itself has, else at the first. */
  private void when(boolean isContradiction, String advice, String... places) {
    if (!isContradiction) {
      return;
    }
    String place = places[0];
    for (int i = places.length - 1; i >= 0; i--) {
      place = tree.lines().containsKey(places[i]) ? places[i] : place;
    }
    JsonNode value = settings.at(place);
    findings.add(
        new YamlFault(
            file,
            tree.line(place),
            YamlTree.key(place),
            value.isValueNode() ? value.asText() : value.toString(),
            advice));
  }
}
