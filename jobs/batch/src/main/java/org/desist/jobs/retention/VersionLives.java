// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.retention;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.desist.baseline.BaselineManifest;
import org.desist.baseline.BaselineStore;
import org.desist.error.DesistException;
import org.desist.method.Retention;
import org.desist.publish.VersionManifest;
import org.desist.run.Versions;

/**
 * Which versions are kept: the one that readers see, those that a frozen baseline was built from,
 * the newest, and the last of each quarter for some years. Ages are those of the snapshots, which
 * the manifests name.
 *
 * @param kept versions that stay
 * @param outlived why each of the others goes, by version
 */
record VersionLives(Set<String> kept, Map<String, String> outlived) {
  private record Version(String run, LocalDate snapshot) {}

  static VersionLives of(Path out, Retention retention, LocalDate today) {
    Versions versions = Versions.below(out);
    Set<String> kept = new TreeSet<>();
    versions.current().ifPresent(kept::add);
    BaselineStore.below(out).list().stream()
        .map(BaselineManifest::run)
        .filter(run -> run != null)
        .forEach(kept::add);
    List<Version> newestFirst = new ArrayList<>();
    for (String run : versions.names()) {
      try {
        VersionManifest manifest = VersionManifest.read(versions.folder(run));
        newestFirst.add(new Version(run, LocalDate.parse(manifest.snapshot())));
      } catch (DesistException e) {
        // A damaged version is not deleted behind anyone's back: desist check tells of it.
        kept.add(run);
      }
    }
    newestFirst.sort(
        Comparator.comparing(Version::snapshot).thenComparing(Version::run).reversed());
    newestFirst.stream().limit(retention.versionsNewest()).forEach(one -> kept.add(one.run()));
    LocalDate since = today.minusYears(retention.versionsQuarterlyYears());
    Set<String> quarters = new LinkedHashSet<>();
    for (Version version : newestFirst) {
      boolean isLast = quarters.add(quarter(version.snapshot()));
      if (isLast && version.snapshot().isAfter(since)) {
        kept.add(version.run());
      }
    }
    Map<String, String> outlived = new TreeMap<>();
    for (Version version : newestFirst) {
      if (!kept.contains(version.run())) {
        outlived.put(version.run(), why(retention, version, since));
      }
    }
    return new VersionLives(
        Collections.unmodifiableSet(kept), Collections.unmodifiableMap(outlived));
  }

  private static String quarter(LocalDate day) {
    return day.getYear() + "-" + day.get(IsoFields.QUARTER_OF_YEAR);
  }

  private static String why(Retention retention, Version version, LocalDate since) {
    return version.snapshot().isAfter(since)
        ? String.format(
            Locale.ROOT,
            "not one of the newest %d, nor the last of its quarter",
            retention.versionsNewest())
        : String.format(
            Locale.ROOT,
            "not one of the newest %d, and its snapshot is %d years old or more",
            retention.versionsNewest(),
            retention.versionsQuarterlyYears());
  }
}
