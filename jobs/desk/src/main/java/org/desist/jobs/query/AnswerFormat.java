// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

/** How an answer is written. */
public enum AnswerFormat {
  /** For reading: numbers to the right, at most a thousand rows. */
  TABLE,
  /** RFC 4180, with a header. */
  CSV,
  /** An array with an object per row. */
  JSON,
  /** A Parquet file. */
  PARQUET
}
