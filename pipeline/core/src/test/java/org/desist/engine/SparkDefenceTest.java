// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.apache.spark.SparkConf;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SparkDefenceTest {
  private static final String STANDALONE = "spark://master:7077";

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"local", "local[*]", "local[4]", "local[2,1]"})
  void aLocalRunIsKeptToThisMachineWhateverIsSet(String master) {
    SparkConf given = conf(Map.of("spark.driver.host", "10.0.0.5", "spark.authenticate", "false"));

    assertThat(SparkDefence.settings(master, given))
        .containsEntry("spark.driver.host", "127.0.0.1")
        .containsEntry("spark.driver.bindAddress", "127.0.0.1")
        .containsEntry("spark.authenticate", "true")
        .containsEntry("spark.network.crypto.enabled", "true")
        .containsEntry("spark.io.encryption.enabled", "true")
        .doesNotContainKey("spark.authenticate.secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {STANDALONE, "yarn", "k8s://https://host:6443", "local-cluster[2,1,1024]"})
  void aClusterThatAsksForNoSecretIsRefused(String master) {
    assertThatThrownBy(() -> SparkDefence.settings(master, conf(Map.of())))
        .isInstanceOfSatisfying(
            DesistException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.OPEN_CLUSTER);
              assertThat(e.code().type().exitCode()).isEqualTo(5);
            })
        .hasMessageContaining(master)
        .hasMessageContaining("Set spark.authenticate=true")
        .hasMessageContaining("spark.desist.allowUnauthenticatedCluster=true allows it");
  }

  @Test
  void aStandaloneClusterNeedsTheSecretOfItsServers() {
    assertThatThrownBy(() -> SparkDefence.settings(STANDALONE, conf(Map.of())))
        .hasMessageContaining("spark.desist.secretFile");
  }

  @Test
  void itIsAllowedByWhoeverSaysSo() {
    SparkConf given = conf(Map.of("spark.desist.allowUnauthenticatedCluster", "true"));

    assertThat(SparkDefence.settings(STANDALONE, given)).isEmpty();
  }

  @Test
  void whatAClusterSendsAndWritesIsEncryptedUnlessItIsSetOtherwise() {
    assertThat(SparkDefence.settings("yarn", conf(Map.of("spark.authenticate", "true"))))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("spark.network.crypto.enabled", "true", "spark.io.encryption.enabled", "true"));
    SparkConf plain =
        conf(Map.of("spark.authenticate", "true", "spark.network.crypto.enabled", "false"));
    assertThat(SparkDefence.settings("yarn", plain))
        .doesNotContainKey("spark.network.crypto.enabled");
  }

  @Test
  void theSecretComesFromAFileThatIsItsOwnersAlone() throws IOException {
    Path file = Files.writeString(folder.resolve("spark.secret"), "whisper\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    SparkConf given =
        conf(Map.of("spark.authenticate", "true", "spark.desist.secretFile", file.toString()));

    assertThat(SparkDefence.settings(STANDALONE, given))
        .containsEntry("spark.authenticate.secret", "whisper");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertThatThrownBy(() -> SparkDefence.settings(STANDALONE, given))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.BAD_KEY))
        .hasMessageContaining("chmod 600")
        .hasMessageNotContaining("whisper");
    Files.delete(file);
    assertThatThrownBy(() -> SparkDefence.settings(STANDALONE, given))
        .isInstanceOfSatisfying(
            DesistException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.NO_KEY));
  }

  private static SparkConf conf(Map<String, String> settings) {
    SparkConf conf = new SparkConf(false);
    settings.forEach(conf::set);
    return conf;
  }
}
