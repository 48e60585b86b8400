// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

/** Forms of a page, as they are typed. */
enum PageFormat {
  text,
  html,
  json
}
