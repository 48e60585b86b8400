// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Linking by score: which person is meant when no single field can be trusted. */
package org.desist.linkage;
