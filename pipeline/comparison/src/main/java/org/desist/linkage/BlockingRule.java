// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.linkage;

import java.util.ArrayList;
import java.util.List;
import org.apache.commons.codec.language.Soundex;

/**
 * One way in which a pair may come to be looked at.
 *
 * @param name what a reader sees
 * @param left the key of an entry of the short list
 * @param right the key of a person of the long list
 */
public record BlockingRule(String name, BlockingKey left, BlockingKey right) {
  /** Pairs that agree in all parts. */
  public static BlockingRule same(String name, BlockingKey... parts) {
    BlockingKey key = BlockingKey.all(parts);
    return new BlockingRule(name, key, key);
  }

  /**
   * Nine rules, together such that a pair is found with any one of surname, forename and date of
   * birth missing or beyond recognition, with day and month or surname and forename exchanged, and
   * with a slip in the date of birth beside a slip in either name.
   */
  public static List<BlockingRule> standard() {
    BlockingKey surname = BlockingKey.sound(PersonList.SURNAME);
    BlockingKey forename = BlockingKey.sound(PersonList.FIRST_FORENAME);
    return List.of(
        same("date of birth", BlockingKey.birth()),
        new BlockingRule(
            "day and month exchanged", BlockingKey.birthExchanged(), BlockingKey.birth()),
        same("sound of surname, year", surname, BlockingKey.birthYear()),
        same(
            "beginning of surname, year",
            BlockingKey.beginning(PersonList.SURNAME, 4),
            BlockingKey.birthYear()),
        same(
            "sound of surname, day and month",
            surname,
            BlockingKey.birthMonth(),
            BlockingKey.birthDay()),
        same(
            "sound of forename, year and month",
            forename,
            BlockingKey.birthYear(),
            BlockingKey.birthMonth()),
        same(
            "sound of forename, year and day",
            forename,
            BlockingKey.birthYear(),
            BlockingKey.birthDay()),
        same(
            "sound of forename, day and month",
            forename,
            BlockingKey.birthMonth(),
            BlockingKey.birthDay()),
        same("sounds of both names", surname, forename));
  }

  /**
   * The standard ones, and four that find a pair by a written id, of which one character is wrong.
   */
  public static List<BlockingRule> withIds() {
    List<BlockingRule> rules = new ArrayList<>(standard());
    rules.addAll(IdComparison.pncId().rules());
    rules.addAll(IdComparison.prisonNumber().rules());
    return rules;
  }

  /** The number that an entry is blocked under; pairs of equal numbers are looked at. */
  @FunctionalInterface
  public interface BlockingKey {
    /** No block: the entry lacks what the key needs. */
    long NONE = 0;

    long of(PersonList people, int row);

    /** One number of several, none when one of them is none. */
    static BlockingKey all(BlockingKey... parts) {
      return (people, row) -> {
        long mixed = 1;
        for (BlockingKey part : parts) {
          long key = part.of(people, row);
          if (key == NONE) {
            return NONE;
          }
          mixed = mix(mixed, key);
        }
        return mixed;
      };
    }

    static BlockingKey text(int column) {
      return (people, row) -> {
        String text = people.text(column, row);
        return text == null ? NONE : number(text);
      };
    }

    static BlockingKey sound(int column) {
      return (people, row) -> {
        String text = people.text(column, row);
        return text == null ? NONE : number(soundex(text));
      };
    }

    /** The first letters of a text that has at least as many. */
    static BlockingKey beginning(int column, int letters) {
      return (people, row) -> {
        String text = people.text(column, row);
        return text == null || text.length() < letters ? NONE : number(text.substring(0, letters));
      };
    }

    static BlockingKey birth() {
      return PersonList::birth;
    }

    /** The date of birth with day and month exchanged, where that is another date. */
    static BlockingKey birthExchanged() {
      return (people, row) -> {
        int birth = people.birth(row);
        int day = birth % 100;
        int month = birth / 100 % 100;
        return day > 12 || day == month ? NONE : birth / 10_000 * 10_000 + day * 100 + month;
      };
    }

    static BlockingKey birthYear() {
      return (people, row) -> people.birth(row) / 10_000;
    }

    static BlockingKey birthMonth() {
      return (people, row) -> people.birth(row) / 100 % 100;
    }

    static BlockingKey birthDay() {
      return (people, row) -> people.birth(row) % 100;
    }

    /**
     * American Soundex of a name as {@link org.desist.identity.NameNormaliser} leaves it. A blank,
     * a hyphen or a letter outside A to Z parts two sounds as a vowel does; the library's rule
     * would pass over them and refuse some.
     */
    static String soundex(String name) {
      char[] letters = name.toCharArray();
      for (int i = 0; i < letters.length; i++) {
        letters[i] = letters[i] >= 'A' && letters[i] <= 'Z' ? letters[i] : 'A';
      }
      return name.charAt(0) + Soundex.US_ENGLISH.encode(new String(letters)).substring(1);
    }

    /** The number of a text. */
    static long number(String text) {
      long mixed = 7;
      for (int i = 0; i < text.length(); i++) {
        mixed = mix(mixed, text.charAt(i));
      }
      return mixed;
    }

    /** Spreads over all 64 bits and never gives none: what collides is compared for nothing. */
    private static long mix(long seed, long value) {
      long z = (seed * 31 + value + 1) * 0x9E3779B97F4A7C15L;
      z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
      z ^= z >>> 31;
      return z == NONE ? 1 : z;
    }
  }
}
