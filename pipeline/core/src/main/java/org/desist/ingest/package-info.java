/**
 * Reads a delivered snapshot by its contract: finds the files, types and checks every value, and
 * writes typed Parquet with what is wrong beside it. The same reader serves every engine.
 */
package org.desist.ingest;
