// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Tables that somebody published, read as cells of the marts. */
package org.desist.backtest;
