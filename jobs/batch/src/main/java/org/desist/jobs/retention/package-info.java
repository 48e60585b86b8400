// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** What has outlived its use is found by the method's lives of things, and deleted. */
package org.desist.jobs.retention;
