// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.inquiry;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.List;
import org.desist.engine.Resources;
import org.desist.method.Method;
import org.desist.method.MethodFile;
import org.junit.jupiter.api.Test;

/** What a request may name is what there is: the schema is compared with the code that reads it. */
class RequestSchemaTest {
  private final JsonNode schema = schema();

  @Test
  void everyTraitWithLevelsCanBeMatchedExactlyAndNoOther() {
    assertThat(texts("/$defs/covariate/enum"))
        .containsExactlyInAnyOrderElementsOf(
            Trait.ALL.stream().filter(Trait::isText).map(Trait::name).toList());
  }

  @Test
  void everyFamilyOfOutcomesCanBeAskedForAndNoOther() {
    assertThat(texts("/properties/outcomes/items/enum"))
        .containsExactlyInAnyOrderElementsOf(
            MeasuredOutcome.ALL.stream().map(MeasuredOutcome::family).distinct().toList());
  }

  @Test
  void aRequestCannotAskForFewerPeopleThanTheMethod() {
    Method.Comparison method = MethodFile.read(null).comparison();

    assertThat(schema.at("/properties/thresholds/properties/minimum_submitted/minimum").intValue())
        .isEqualTo(method.minimumSubmitted());
    assertThat(schema.at("/properties/thresholds/properties/minimum_analysed/minimum").intValue())
        .isEqualTo(method.minimumAnalysed());
  }

  private List<String> texts(String pointer) {
    List<String> texts = new ArrayList<>();
    schema.at(pointer).forEach(text -> texts.add(text.textValue()));
    return texts;
  }

  private static JsonNode schema() {
    try {
      return new ObjectMapper().readTree(Resources.text("contract/request.schema.json"));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
