// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.intake;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.desist.answer.Answer.State;
import org.desist.answer.Clinic;
import org.desist.answer.ComparedGroups.Diagnostic;
import org.desist.comparison.Balance.Verdict;
import org.desist.inquiry.Comparison.Consultation;
import org.desist.inquiry.RequestFolder;
import org.desist.jobs.page.Pages;
import org.desist.publish.RequestMarts;
import org.desist.run.Folders;
import org.desist.text.FigureText;

/**
 * What the desk keeps, {@code OUT/restricted/intake}, for its owner alone: the status file, a
 * letter per sender, the page of all requests.
 */
public final class IntakeDesk {
  private final Path out;
  private final String inbox;
  private final Path folder;

  /**
   * The desk of an output folder; nothing is created.
   *
   * @param inbox address of the folder that holds the requests
   */
  public IntakeDesk(Path out, String inbox) {
    this.out = out;
    this.inbox = inbox;
    this.folder = out.resolve("restricted").resolve("intake");
  }

  /** Private; created when missing. */
  public Path create() {
    Folders.createPrivate(folder.getParent());
    Folders.createPrivate(folder);
    Folders.createPrivate(letters());
    return folder;
  }

  /** Where each request stood, at every change. */
  public IntakeJournal journal() {
    return IntakeJournal.read(folder.resolve("status.jsonl"), inbox);
  }

  /** The page of all requests. */
  public Path page() {
    return folder.resolve("intake.html");
  }

  /** The letters, one per sender who has something to do. */
  public Path letters() {
    return folder.resolve("letters");
  }

  /** A link of the page, when what it leads to is there; else null. */
  String there(String link) {
    return Files.exists(folder.resolve(link).normalize()) ? link : null;
  }

  /** Whom a letter about a request is to. */
  private static String addressee(IntakeEntry entry) {
    return entry.organisation() == null
        ? "whoever sent the folder " + entry.folder()
        : entry.organisation();
  }

  /** The file of the letter about a request. */
  static String letterName(IntakeEntry entry) {
    return RequestFolder.name(addressee(entry)) + ".txt";
  }

  /** Keeps what a clinic found, and says where the request stands by it. */
  public IntakeEntry judged(IntakeEntry looked, Consultation consultation, String now) {
    IntakeFinding.write(looked.hash(), consultation);
    return standing(looked, consultation.clinic(), now);
  }

  static IntakeEntry standing(IntakeEntry looked, Clinic clinic, String now) {
    int submitted = clinic.attrition().get(0).people();
    int left = clinic.attrition().get(clinic.attrition().size() - 1).remaining();
    List<String> why = new ArrayList<>();
    why.add(
        FigureText.text(
            "Of %,d people on the list, %,d would be analysed; an answer needs %,d on the list and %,d to be analysed.",
            submitted, left, clinic.needed().submitted(), clinic.needed().analysed()));
    if (clinic.state() == State.SEALED && clinic.groups() != null) {
      clinic.groups().diagnostics().stream()
          .filter(one -> one.verdict() != Verdict.PASSED)
          .map(Diagnostic::sentence)
          .forEach(why::add);
    }
    why.addAll(clinic.notes());
    IntakeState state =
        switch (clinic.state()) {
          case OPEN -> IntakeState.READY;
          case TOO_FEW -> IntakeState.TOO_FEW;
          case SEALED, NOT_ESTIMABLE, TOO_CLOSE -> IntakeState.NOT_ALIKE;
        };
    return looked.in(state, clinic.protocol().runId(), now, why).counting(submitted, left);
  }

  /**
   * Writes the letters and the page anew, and removes letters that have nothing to say any more.
   */
  public void publish(IntakeSummary summary, List<IntakeEntry> entries) {
    Map<String, List<SenderLetter.Part>> parts = new TreeMap<>();
    for (IntakeEntry entry : entries) {
      SenderLetter.Part part = part(entry);
      if (part.isForSender()) {
        parts.computeIfAbsent(addressee(entry), name -> new ArrayList<>()).add(part);
      }
    }
    Set<Path> written = new HashSet<>();
    parts.forEach(
        (addressee, some) -> {
          Path letter = letters().resolve(letterName(some.get(0).entry()));
          Pages.writePrivate("letter", SenderLetter.text(addressee, some), letter);
          written.add(letter);
        });
    // Letters about another inbox stay.
    journal().entries().stream()
        .map(entry -> letters().resolve(letterName(entry)))
        .distinct()
        .filter(letter -> !written.contains(letter) && Files.exists(letter))
        .forEach(Folders::delete);
    Pages.writePrivate("page", IntakePage.render(summary), page());
  }

  /** Whether the letter to its sender speaks of a request. */
  boolean isInLetter(IntakeEntry entry) {
    return part(entry).isForSender();
  }

  private SenderLetter.Part part(IntakeEntry entry) {
    return new SenderLetter.Part(entry, finding(entry).orElse(null));
  }

  private Optional<IntakeFinding> finding(IntakeEntry entry) {
    return entry.request() == null
        ? Optional.empty()
        : IntakeFinding.read(
            RequestMarts.restricted(out).resolve(RequestFolder.name(entry.request())),
            entry.hash());
  }
}
