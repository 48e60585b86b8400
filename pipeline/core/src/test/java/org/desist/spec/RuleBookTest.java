// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The book can be read page by page and run case by case. */
class RuleBookTest {
  private static final int LARGEST = 150_000;

  private final List<SpecFile> files = SpecFiles.all();

  @Test
  void everyCaseHasATitleAndAnAnchorOfItsOwn() {
    assertThat(titles(files).stream().map(RuleBook::anchor)).doesNotHaveDuplicates();
  }

  @Test
  void everyPageIsOfASizeThatCanBeOpened() {
    RuleBook.render(files)
        .forEach((name, page) -> assertThat(page.length()).as(name).isLessThan(LARGEST));
  }

  @Test
  void aCaseCanBeRunByItsTitleAlone() {
    for (String title : titles(files)) {
      assertThat(titles(SpecFiles.named(files, title.toUpperCase(Locale.ROOT)))).contains(title);
    }
    assertThat(titles(SpecFiles.named(files, "which RELEASES")))
        .containsExactly("Which releases are entries");
    assertThat(SpecFiles.named(files, null)).isSameAs(files);
  }

  @Test
  void aTitleThatNoCaseHasIsAnsweredWithTheNearest() {
    assertThatThrownBy(() -> SpecFiles.named(files, "which relases are entrys"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("No case of the rule book is named \"which relases are entrys\".")
        .hasMessageContaining("nearest names:%n  Which releases are entries%n".formatted());
  }

  private static List<String> titles(List<SpecFile> files) {
    return files.stream().flatMap(file -> file.cases().stream()).map(SpecCase::title).toList();
  }
}
