// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.io.Serializable;

/**
 * A Java function of one argument that both engines call, null in, null out. One body in Java gives
 * both the same answer to the last bit, where their own functions differ.
 *
 * @param <A> argument: String or Double
 * @param <R> result: String or Double
 */
public interface ScalarFunction<A, R> extends Serializable {
  String name();

  Class<A> argument();

  Class<R> result();

  R apply(A value);
}
