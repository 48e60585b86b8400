// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.List;

/**
 * One way in which a pair may come to be looked at.
 *
 * @param name what a reader sees
 * @param left the key of an entry of the short list
 * @param right the key of a person of the long list
 */
public record BlockingRule(String name, Key left, Key right) {
  /** Pairs that agree in all parts. */
  public static BlockingRule same(String name, Key... parts) {
    Key key = Key.all(parts);
    return new BlockingRule(name, key, key);
  }

  /**
   * Nine rules, together such that a pair is found with any one of surname, forename and date of
   * birth missing or beyond recognition, with day and month or surname and forename exchanged, and
   * with a slip in the date of birth beside a slip in either name.
   */
  public static List<BlockingRule> standard() {
    Key surname = Key.sound(People.SURNAME);
    Key forename = Key.sound(People.FIRST_FORENAME);
    return List.of(
        same("date of birth", Key.birth()),
        new BlockingRule("day and month exchanged", Key.birthExchanged(), Key.birth()),
        same("sound of surname, year", surname, Key.birthYear()),
        same("beginning of surname, year", Key.beginning(People.SURNAME, 4), Key.birthYear()),
        same("sound of surname, day and month", surname, Key.birthMonth(), Key.birthDay()),
        same("sound of forename, year and month", forename, Key.birthYear(), Key.birthMonth()),
        same("sound of forename, year and day", forename, Key.birthYear(), Key.birthDay()),
        same("sound of forename, day and month", forename, Key.birthMonth(), Key.birthDay()),
        same("sounds of both names", surname, forename));
  }
}
