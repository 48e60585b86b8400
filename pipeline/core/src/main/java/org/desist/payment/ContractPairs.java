// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.payment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.desist.payment.Contract.Year;
import org.desist.yaml.YamlFault;
import org.desist.yaml.YamlTree;

/** What no two contracts may have in common. */
final class ContractPairs {
  private ContractPairs() {}

  static List<YamlFault> faults(List<ContractFile> files) {
    List<YamlFault> faults = new ArrayList<>();
    for (int second = 1; second < files.size(); second++) {
      for (int first = 0; first < second; first++) {
        compare(files.get(first), files.get(second), faults);
      }
    }
    return faults;
  }

  private static void compare(ContractFile first, ContractFile second, List<YamlFault> faults) {
    Contract one = first.contract();
    Contract two = second.contract();
    for (int i = 0; i < two.years().size(); i++) {
      Year year = two.years().get(i);
      for (Year other : one.years()) {
        boolean isSameProvider = one.provider().equals(two.provider());
        String pointer = "/years/" + i + "/name";
        if (isSameProvider && (year.overlaps(other) || year.name().equals(other.name()))) {
          faults.add(
              fault(
                  second,
                  pointer,
                  "the year %s of %s pays the same provider %s for the same time: keep one"
                      .formatted(other.name(), first.name(), one.provider())));
        } else if (!isSameProvider && year.overlaps(other) && sharesUses(one, two)) {
          faults.add(
              fault(
                  second,
                  pointer,
                  "in the year %s %s has a supplier and a purchaser of this contract, so that uses would be paid twice: keep each pair in one contract"
                      .formatted(other.name(), first.name())));
        }
      }
    }
  }

  private static boolean sharesUses(Contract one, Contract two) {
    return one.feeForUse() != null
        && two.feeForUse() != null
        && !Collections.disjoint(one.feeForUse().suppliers(), two.feeForUse().suppliers())
        && !Collections.disjoint(one.feeForUse().purchasers(), two.feeForUse().purchasers());
  }

  private static YamlFault fault(ContractFile file, String pointer, String advice) {
    return new YamlFault(
        file.name(),
        file.tree().line(pointer),
        YamlTree.key(pointer),
        file.tree().value(pointer),
        advice);
  }
}
