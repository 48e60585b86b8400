// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.util.function.BiConsumer;
import org.desist.answer.Answer;
import org.desist.answer.Clinic;
import org.desist.participant.ParticipantLinks;
import org.desist.request.RequestFile;
import org.desist.run.ProgressListener;
import org.desist.run.RunFolder;
import org.desist.run.RunSettings;

/** Answers comparison requests from what the stages of a run left. */
public interface Comparison {
  /**
   * What a request would come to; {@code matches.csv} and {@code unlinked.csv} are written into the
   * request's private folder, and no outcome is read.
   */
  Consultation consult(Order order);

  /**
   * Answers a request and publishes the answer.
   *
   * @param overrides why a sealed result is to be shown all the same
   * @param report told the answer and the folder it will be published in, to write pages into it
   * @return the answer as it was published
   */
  Answer answer(Order order, Overrides overrides, BiConsumer<Answer, Path> report);

  /**
   * What a request is answered from.
   *
   * @param settings what the run was asked for, with the engine and the means to use now
   * @param folder the folder of the run whose stages are read
   * @param keyFile the key the run was made with
   * @param request what is asked, as it was read
   * @param progress told how the work goes on
   */
  record Order(
      RunSettings settings,
      RunFolder folder,
      Path keyFile,
      RequestFile request,
      ProgressListener progress) {
    /** Where the answer lies, and what is worked on. */
    public RequestFolder requestFolder() {
      return RequestFolder.of(settings.out(), request.request().request());
    }
  }

  /**
   * What is told to whoever holds the participants.
   *
   * @param clinic what the request would come to
   * @param links who was found, and what to mend
   * @param folder where the lists were written
   */
  record Consultation(Clinic clinic, ParticipantLinks links, Path folder) {}
}
