// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Own figures beside a table that somebody published. */
package org.desist.jobs.backtest;
