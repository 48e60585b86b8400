// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Turns a canonical PNC id into a person key: HMAC-SHA-256 under a secret, 64 lower-case hex
 * characters. The same person has the same key in every run under one secret, and nobody without
 * the secret can go back or compare across secrets. Safe to use from several threads.
 */
public final class PersonKey {
  static final int BYTES = 32;
  private static final String ALGORITHM = "HmacSHA256";

  private final byte[] secret;
  private final ThreadLocal<Mac> macs = ThreadLocal.withInitial(this::mac);

  private PersonKey(byte[] secret) {
    this.secret = secret;
  }

  /**
   * A key from its 32 bytes.
   *
   * @throws IllegalArgumentException when there are not 32
   */
  public static PersonKey of(byte[] secret) {
    if (secret.length != BYTES) {
      throw new IllegalArgumentException("a key has " + BYTES + " bytes, not " + secret.length);
    }
    return new PersonKey(secret.clone());
  }

  /** The person key of a PNC id in its canonical long form, {@code YYYY/NNNNNNNX}. */
  public String keyOf(String pncId) {
    byte[] text = pncId.getBytes(StandardCharsets.UTF_8);
    return HexFormat.of().formatHex(macs.get().doFinal(text));
  }

  /** The secret, for an engine that computes keys itself. Never to be written anywhere. */
  public byte[] secret() {
    return secret.clone();
  }

  /** Says nothing about the secret. */
  @Override
  public String toString() {
    return "PersonKey";
  }

  private Mac mac() {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret, ALGORITHM));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
