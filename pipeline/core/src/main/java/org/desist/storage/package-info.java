// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT

/**
 * Folders on any file system that Hadoop knows, as paths of java.nio: whoever works with a {@link
 * java.nio.file.Path} works on an object store, too. What differs (what is one act, what engines
 * can read) is asked of {@link org.desist.storage.Locations}.
 */
package org.desist.storage;
