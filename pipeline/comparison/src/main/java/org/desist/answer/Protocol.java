// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.answer;

import java.util.List;
import org.desist.run.Fingerprint;

/**
 * What was asked, fixed before any outcome was read.
 *
 * @param request its own name
 * @param organisation who asks
 * @param programme what was done with the participants
 * @param scope where the comparison group comes from, in words
 * @param filters whom the request is about, in words
 * @param matching how it was matched, in words, the calipers tried and the one taken among them
 * @param assumptions what was recognised in the list of participants that is not in the form of its
 *     contract, one sentence each; absent in answers before it was recognised
 * @param requestHash SHA-256 over the request, its participants and what was assumed about their
 *     list
 * @param earlierHashes of this request as it was answered before, the oldest first; empty when
 *     nothing was changed
 * @param method name of the method
 * @param methodHash hash of its content
 * @param measure reoffending or reconviction
 * @param runId run whose records were used
 * @param snapshot day of its extracts, like 2021-12-31
 * @param engine product and version that ran the models
 * @param software version of this software
 */
public record Protocol(
    String request,
    String organisation,
    String programme,
    String scope,
    String filters,
    String matching,
    List<String> assumptions,
    String requestHash,
    List<String> earlierHashes,
    String method,
    String methodHash,
    String measure,
    String runId,
    String snapshot,
    String engine,
    String software) {
  public Protocol {
    assumptions = assumptions == null ? List.of() : List.copyOf(assumptions);
    earlierHashes = List.copyOf(earlierHashes);
  }

  /**
   * The hash that fixes a request, over what was assumed about its list as well; that of its files
   * when nothing was.
   *
   * @param ofFiles SHA-256 over the request and its participants
   */
  public static String hash(String ofFiles, List<String> assumptions) {
    return assumptions.isEmpty()
        ? ofFiles
        : Fingerprint.ofText(ofFiles + "\n" + String.join("\n", assumptions));
  }

  /** Whether this was asked by the very files that have this hash. */
  public boolean isOf(String ofFiles) {
    return requestHash.equals(hash(ofFiles, assumptions));
  }

  /** The same, matched in these words. */
  public Protocol withMatching(String words) {
    return new Protocol(
        request,
        organisation,
        programme,
        scope,
        filters,
        words,
        assumptions,
        requestHash,
        earlierHashes,
        method,
        methodHash,
        measure,
        runId,
        snapshot,
        engine,
        software);
  }
}
