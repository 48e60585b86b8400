// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.desist.answer.Answer;
import org.desist.answer.Answer.Linking;
import org.desist.answer.AnswerFile;
import org.desist.answer.AnswerRounding;
import org.desist.answer.Clinic;
import org.desist.answer.Protocol;
import org.desist.engine.Engine;
import org.desist.inquiry.TraitTitles.LevelTitles;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.desist.model.ModelCatalog;
import org.desist.participant.LinkSheet;
import org.desist.participant.ListHints;
import org.desist.participant.ParticipantFile;
import org.desist.participant.ParticipantFile.Participants;
import org.desist.participant.ParticipantLinker;
import org.desist.participant.ParticipantLinker.LinkThresholds;
import org.desist.participant.ParticipantLinks;
import org.desist.participant.ParticipantLinks.ParticipantLink;
import org.desist.participant.UnlinkedSheet;
import org.desist.request.Request;
import org.desist.request.RequestFile;
import org.desist.run.ProgressListener;
import org.desist.run.RunSettings;
import org.desist.run.Software;

/** A request whose participants have been looked up in a run. */
public final class LinkedRequest {
  private final Engine engine;
  private final Inquiry inquiry;
  private final ParticipantLinks links;
  private final Protocol protocol;

  private LinkedRequest(Engine engine, Inquiry inquiry, ParticipantLinks links, Protocol protocol) {
    this.engine = engine;
    this.inquiry = inquiry;
    this.links = links;
    this.protocol = protocol;
  }

  /**
   * Reads the participants and looks them up.
   *
   * @param engine in which the stages up to cohort of the run are readable
   */
  public static LinkedRequest of(
      Engine engine,
      ModelCatalog catalog,
      Method method,
      RunSettings settings,
      String runId,
      RequestFile file,
      RequestFolder folder,
      ProgressListener progress) {
    Request request = file.request();
    Participants participants =
        ParticipantFile.read(
            file.participants(),
            new ListHints(request.columns(), request.dates()),
            settings.input().snapshot());
    String hash = Protocol.hash(file.hash(), participants.assumptions());
    Path work = folder.work();
    progress.started("participants", participants.rows().size(), "rows");
    ParticipantLinks links =
        ParticipantLinker.link(
            engine,
            catalog,
            work.resolve("participant"),
            participants,
            LinkThresholds.of(method.linking(), request.thresholds()));
    Map<Integer, Long> persons = new HashMap<>();
    links.rows().stream()
        .filter(ParticipantLink::isLinked)
        .forEach(link -> persons.put(link.row(), link.personNo()));
    progress.finished("participants", String.format(Locale.ROOT, "%,d found", persons.size()));
    RequestTables.hold(engine, request, method.comparison(), participants.rows(), persons);
    Inquiry inquiry = new Inquiry(engine, catalog, method, request, work, progress);
    Protocol protocol =
        new Protocol(
            request.request(),
            request.organisation(),
            request.programme(),
            request
                .scope()
                .region()
                .map(region -> LevelTitles.words("region", region))
                .orElse("England and Wales"),
            request.filters().words(),
            inquiry.matching(),
            participants.assumptions(),
            hash,
            folder.earlierHashes(hash),
            method.method(),
            MethodFile.fingerprint(settings.files().method()),
            method.measure().label(),
            runId,
            settings.input().snapshot().toString(),
            engine.version(),
            Software.version());
    return new LinkedRequest(engine, inquiry, links, protocol);
  }

  /** Who was found. */
  public ParticipantLinks links() {
    return links;
  }

  /** What the request would come to. */
  public Clinic clinic() {
    return inquiry.clinic(protocol, linking());
  }

  /**
   * Writes {@code matches.csv} and {@code unlinked.csv} into the request's private folder, for
   * whoever holds the participants.
   */
  public void writeLists(RequestFolder folder) {
    LinkSheet.write(links, folder.working().resolve(RequestFolder.MATCHES));
    UnlinkedSheet.write(links, folder.working().resolve(RequestFolder.UNLINKED));
  }

  /**
   * Answers and publishes.
   *
   * @param overrides why a sealed result is to be shown all the same
   * @param ledger whom earlier answers were about
   * @param report told the answer and the folder it will be published in
   */
  Answer answer(
      Overrides overrides,
      RequestFolder folder,
      AnswerLedger ledger,
      BiConsumer<Answer, Path> report) {
    Answer exact = inquiry.answer(protocol, linking(), overrides, new LedgerGate(folder, ledger));
    AnswerFile.write(exact, folder.working().resolve(RequestFolder.EXACT));
    Answer answer = AnswerRounding.rounded(exact);
    Path draft = folder.draft();
    writeLists(folder);
    AnswerFile.write(answer, draft.resolve("answer.json"));
    new AnswerMarts(engine, draft.resolve("published")).write(answer);
    report.accept(answer, draft);
    folder.publish();
    return answer;
  }

  private record LedgerGate(RequestFolder folder, AnswerLedger ledger) implements Inquiry.Gate {
    @Override
    public void fix(String requestHash) {
      folder.fix(requestHash);
    }

    @Override
    public AnswerLedger.Decision decide(
        Protocol protocol, List<String> people, int smallest, Overrides overrides) {
      return ledger.decide(
          new AnswerLedger.Asked(
              protocol.request(),
              protocol.organisation(),
              protocol.requestHash(),
              protocol.runId()),
          people,
          smallest,
          overrides);
    }
  }

  private Linking linking() {
    Map<String, Integer> byRule = new TreeMap<>();
    links.countsByRule().forEach((rule, people) -> byRule.put(rule.name(), people));
    return new Linking(byRule, links.settings().threshold(), links.settings().margin());
  }
}
