/** The description of what arrives: resources, fields, constraints, and the codes of faults. */
package org.desist.contract;
