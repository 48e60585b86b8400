// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.repository;

import javax.sql.DataSource;

/** Spring Batch's tables in one database, open until closed. */
interface Tables extends AutoCloseable {
  DataSource source();

  /** As Spring Batch calls the product. */
  String databaseType();

  /** Whether a process holds the lock of the output folder; false where the database has none. */
  boolean isLocked();

  @Override
  void close();
}
