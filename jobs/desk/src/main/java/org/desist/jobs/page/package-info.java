// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/** Pages made from templates: one file each, with no network, and no script but that of a form. */
package org.desist.jobs.page;
