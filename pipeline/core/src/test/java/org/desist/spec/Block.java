// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

/** A part of a spec file. */
sealed interface Block {
  /** Words for the reader. */
  record Prose(String text) implements Block {}

  /** A table under its caption, such as {@code pnc_event} or {@code expect cohort_member}. */
  record Grid(String caption, TextTable table) implements Block {}

  /** A file as it is delivered, under its name. */
  record Fence(String caption, String text) implements Block {}
}
