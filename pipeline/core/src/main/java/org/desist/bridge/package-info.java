// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/** Why a figure moved between two versions, in parts that add up exactly. */
package org.desist.bridge;
