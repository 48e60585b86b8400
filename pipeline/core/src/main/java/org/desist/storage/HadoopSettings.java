// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.storage;

import java.util.Arrays;
import org.apache.hadoop.conf.Configuration;
import org.apache.spark.SparkConf;
import org.apache.spark.SparkEnv;

/**
 * How file systems are reached: the Hadoop configuration on the class path, and over it every
 * setting {@code spark.hadoop.NAME}, wherever it was said (a property of Java, {@code --conf}). The
 * same on the driver, before and after Spark has started, and in an executor's tasks.
 */
public final class HadoopSettings {
  private static final String PREFIX = "spark.hadoop.";

  private HadoopSettings() {}

  /** The settings as they are now. */
  public static Configuration current() {
    SparkEnv running = SparkEnv.get();
    SparkConf spark = running == null ? new SparkConf() : running.conf();
    Configuration configuration = new Configuration();
    // What a killed task had half uploaded goes when its folder is deleted.
    configuration.setBoolean("fs.s3a.directory.operations.purge.uploads", true);
    Arrays.stream(spark.getAll())
        .filter(setting -> setting._1().startsWith(PREFIX))
        .forEach(
            setting -> configuration.set(setting._1().substring(PREFIX.length()), setting._2()));
    return configuration;
  }
}
