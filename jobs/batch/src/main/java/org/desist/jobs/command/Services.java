// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.command;

import java.util.ServiceLoader;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.explain.Explanation;
import org.desist.inquiry.Comparison;
import org.desist.run.StageFactory;

/** The parts of the library that commands set to work. Each is made when it is first needed. */
public interface Services {
  /** The stages of a run. */
  StageFactory stages();

  /** One person's path. */
  Explanation explanation();

  /** Answers to comparison requests. */
  Comparison comparison();

  /** Invented extracts. */
  SampleGenerator generator();

  /** The ones declared on the class path, under META-INF/services. */
  static Services onClassPath() {
    return new Services() {
      @Override
      public StageFactory stages() {
        return load(StageFactory.class);
      }

      @Override
      public Explanation explanation() {
        return load(Explanation.class);
      }

      @Override
      public Comparison comparison() {
        return load(Comparison.class);
      }

      @Override
      public SampleGenerator generator() {
        return load(SampleGenerator.class);
      }
    };
  }

  private static <T> T load(Class<T> type) {
    return ServiceLoader.load(type)
        .findFirst()
        .orElseThrow(
            () ->
                new DesistException(
                    ErrorCode.INTERNAL,
                    "Cannot find %s on the class path: the installation is incomplete. Build it again with: ./mvnw -DskipTests package"
                        .formatted(type.getSimpleName())));
  }
}
