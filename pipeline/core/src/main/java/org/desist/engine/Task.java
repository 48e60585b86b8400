// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import java.io.Serializable;
import java.util.concurrent.Callable;

/**
 * A piece of Java work that an engine runs beside others: on a thread, or as a Spark task.
 *
 * @param <T> the result, small and serializable
 */
@FunctionalInterface
public interface Task<T extends Serializable> extends Callable<T>, Serializable {}
