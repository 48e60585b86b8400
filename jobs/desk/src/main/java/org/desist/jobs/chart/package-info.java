// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * Charts as inline SVG, each with a name and a text that states its figures. They take colours from
 * the page's style sheet (classes, never attributes), so that dark mode and print need no second
 * chart; groups differ by shape as well as by colour. The same figures give the same bytes.
 */
package org.desist.jobs.chart;
