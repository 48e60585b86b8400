// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import java.util.List;
import java.util.Locale;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;

/**
 * Which lists of participants to write beside a generated world, and how carelessly.
 *
 * @param services their names as in the extracts, or in the short form of a file name such as
 *     {@code wren-house}; {@code all} stands for every one
 * @param typingErrors the chance that a name, a date of birth or an id is mistyped, 0 to 1
 */
public record ParticipantListSettings(List<String> services, double typingErrors) {
  /** One field in twenty. */
  public static final double USUAL_TYPING_ERRORS = 0.05;

  private static final String ALL = "all";

  /**
   * Checks the settings.
   *
   * @throws DesistException BAD_ARGUMENT when there is no service of that name, or the chance is
   *     none
   */
  public ParticipantListSettings {
    services = List.copyOf(services);
    if (!(typingErrors >= 0 && typingErrors <= 1)) {
      throw new DesistException(
          ErrorCode.BAD_ARGUMENT,
          "Cannot mistype a share of %s: give a number from 0 to 1.".formatted(typingErrors));
    }
    for (String name : services) {
      if (!name.equals(ALL) && Service.all().stream().noneMatch(s -> isNamed(s, name))) {
        throw new DesistException(
            ErrorCode.BAD_ARGUMENT,
            "Cannot list the participants of %s: there is no such service. Name one of %s, or all."
                .formatted(
                    name,
                    String.join(
                        ", ", Service.all().stream().map(s -> shortName(s.name())).toList())));
      }
    }
  }

  /** Whether a list of the service is asked for. */
  boolean asksFor(Service service) {
    return services.stream().anyMatch(name -> name.equals(ALL) || isNamed(service, name));
  }

  /** {@code wren-house} for {@code Wren House}. */
  static String shortName(String service) {
    return service.toLowerCase(Locale.ROOT).replaceAll("[^a-z]+", "-");
  }

  private static boolean isNamed(Service service, String name) {
    return service.name().equals(name) || shortName(service.name()).equals(shortName(name));
  }
}
