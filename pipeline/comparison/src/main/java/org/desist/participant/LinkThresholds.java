// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.participant;

import java.math.BigDecimal;
import org.desist.linkage.LinkageSettings;
import org.desist.method.Method;
import org.desist.request.Request;

/** What rule 4 asks of a link: the method says, and a request may say otherwise. */
public final class LinkThresholds {
  private LinkThresholds() {}

  /** The settings of one request. */
  public static LinkageSettings of(Method.Linking method, Request.Thresholds request) {
    return LinkageSettings.usual()
        .at(
            value(request.linkWeight(), method.threshold()),
            value(request.linkMargin(), method.margin()));
  }

  private static double value(BigDecimal asked, double usual) {
    return asked == null ? usual : asked.doubleValue();
  }
}
