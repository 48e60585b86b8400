// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Comparison requests: the protocol a provider sends, and who took part. */
package org.desist.request;
