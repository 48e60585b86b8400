/** Identifiers and names: how they are read, checked and made comparable. */
package org.desist.identity;
