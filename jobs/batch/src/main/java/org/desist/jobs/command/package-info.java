// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/**
 * The command line: options in, wiring, exit code out. Command classes name no type of Spring,
 * Spark or DuckDB in their signatures: looking at {@code --help} must not load them.
 */
package org.desist.jobs.command;
