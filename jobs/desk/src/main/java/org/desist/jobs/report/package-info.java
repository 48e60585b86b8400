// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * An answer as a provider reads it: a page, a screen of text, and a page on several requests
 * together. All are made from {@link org.desist.answer.Answer} alone.
 */
package org.desist.jobs.report;
