// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import org.desist.engine.ScalarFunction;

/**
 * {@code person_key(pnc_id)} for SQL. The secret travels to the executors inside the function and
 * is never written.
 */
public final class PersonKeyFunction implements ScalarFunction<String, String> {
  private static final long serialVersionUID = 1L;

  private final byte[] secret;
  private transient volatile PersonKey key;

  public PersonKeyFunction(PersonKey key) {
    this.secret = key.secret();
    this.key = key;
  }

  @Override
  public String name() {
    return "person_key";
  }

  @Override
  public Class<String> argument() {
    return String.class;
  }

  @Override
  public Class<String> result() {
    return String.class;
  }

  @Override
  public String apply(String pncId) {
    if (key == null) {
      key = PersonKey.of(secret);
    }
    return key.keyOf(pncId);
  }
}
