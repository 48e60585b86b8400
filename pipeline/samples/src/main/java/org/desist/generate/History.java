// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.ArrayList;
import java.util.List;

/** All that happens to one person, in the order in which it was simulated. */
final class History {
  private final Person person;
  private final List<Event> events = new ArrayList<>();
  private final List<Release> releases = new ArrayList<>();
  private final List<Supervision> supervisions = new ArrayList<>();
  private final List<Assessment> assessments = new ArrayList<>();
  private final List<Referral> referrals = new ArrayList<>();

  History(Person person) {
    this.person = person;
  }

  Person person() {
    return person;
  }

  List<Event> events() {
    return events;
  }

  List<Release> releases() {
    return releases;
  }

  List<Supervision> supervisions() {
    return supervisions;
  }

  List<Assessment> assessments() {
    return assessments;
  }

  List<Referral> referrals() {
    return referrals;
  }
}
