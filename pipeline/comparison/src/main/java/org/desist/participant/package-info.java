// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
/**
 * Who took part in a programme, and who of them is whom in the police records: the file that a
 * provider sends, the four rules of linking, and what is told back. Start at {@link
 * org.desist.participant.ParticipantFile} and {@link org.desist.participant.ParticipantLinker}.
 */
package org.desist.participant;
