/**
 * Invents a snapshot: people, their criminal careers, and the extracts that police, prisons and
 * probation would deliver about them, with errors at realistic rates and the truth written beside
 * it. The same settings give the same bytes on any number of threads.
 */
package org.desist.generate;
