// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.engine;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.Serializable;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.DataFrameReader;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.functions;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.storage.Locations;

/** Spark, local or on a cluster: for jobs that outgrow one machine. */
public final class SparkEngine implements Engine {
  private static final String PARTITIONS = "spark.sql.shuffle.partitions";
  private static final String ROWS = "rows";
  // More would compete for the driver, which plans and compiles each.
  private static final int MOST_TABLES_AT_ONCE = 4;
  private static final int MOST_TASKS_AT_ONCE = 64;

  private final SparkSession session;
  private final int tablesAtOnce;

  private SparkEngine(SparkSession session, int cores) {
    this.session = session;
    this.tablesAtOnce = Math.max(2, Math.min(cores, MOST_TABLES_AT_ONCE));
  }

  /**
   * Starts a session.
   *
   * @param master such as {@code spark://host:7077}; null for what {@code spark-submit} has set, or
   *     this machine's cores
   * @param cores the cores to plan for: eight shuffle partitions each, which Spark joins again when
   *     they are small, so that large sorts fit in memory
   * @throws DesistException OPEN_CLUSTER for a cluster without authentication, unless it is allowed
   */
  public static SparkEngine start(String master, int cores) {
    SparkSession.Builder builder =
        SparkSession.builder()
            .appName("desist")
            .config("spark.ui.enabled", "false")
            .config("spark.ui.showConsoleProgress", "false")
            .config("spark.sql.ansi.enabled", "true")
            // There is one session. An isolated one asks the driver over the network for every
            // class that generated code may mean, and stalls for two minutes where an answer is
            // lost.
            .config("spark.sql.artifact.isolation.enabled", "false")
            .config("spark.sql.session.timeZone", "UTC")
            // Executors take the language of their machine; digits of some are not ours.
            .config("spark.executor.defaultJavaOptions", "-Duser.language=en")
            .config("spark.default.parallelism", Integer.toString(Math.max(2, cores)))
            .config("spark.sql.parquet.compression.codec", "zstd")
            .config("spark.sql.adaptive.coalescePartitions.parallelismFirst", "false")
            // Below this size a side is hashed: sorting both is what most joins would spend time
            // on.
            .config("spark.sql.adaptive.maxShuffledHashJoinLocalMapThreshold", "64m")
            .config(
                "spark.sql.warehouse.dir",
                Locations.url(Path.of(System.getProperty("java.io.tmpdir"))))
            .config("spark.hadoop.mapreduce.fileoutputcommitter.marksuccessfuljobs", "false");
    StoreCommitters.settings().forEach(builder::config);
    SparkConf given = new SparkConf();
    // A setting of the cluster's, or of spark-submit, stands.
    builder.config(PARTITIONS, given.get(PARTITIONS, Integer.toString(Math.max(2, 8 * cores))));
    String used = master == null ? given.get("spark.master", "local[" + cores + "]") : master;
    builder.master(used);
    SparkDefence.settings(used, given).forEach(builder::config);
    try {
      SparkEngine engine = new SparkEngine(builder.getOrCreate(), cores);
      engine.equip();
      StrictFunctions.all().forEach(engine::register);
      engine.define("sql/functions/spark.sql");
      engine.define("sql/functions/shared.sql");
      engine.define("sql/functions/bands.sql");
      engine.define("sql/functions/money.sql");
      return engine;
    } catch (RuntimeException e) {
      throw failure("start Spark", e);
    }
  }

  /** Sends the executors of a cluster what they lack; local ones share this process's classes. */
  private void equip() {
    if (!session.sparkContext().isLocal()) {
      ExecutorJars.urls().forEach(session.sparkContext()::addJar);
    }
  }

  private void define(String script) {
    for (SqlFunction function : SqlFunction.parse(Resources.text(script))) {
      String parameters =
          IntStream.range(0, function.parameters().size())
              .mapToObj(i -> function.parameters().get(i) + " " + function.types().get(i))
              .collect(Collectors.joining(", "));
      session.sql(
          "create or replace temporary function %s(%s) returns %s return cast((%s) as %s)"
              .formatted(
                  function.name(),
                  parameters,
                  function.result(),
                  function.body(),
                  function.result()));
    }
  }

  @Override
  public String name() {
    return "spark";
  }

  @Override
  public String version() {
    return "Spark " + session.version();
  }

  @Override
  public void mount(String table, Path folder) {
    mount(table, session.read(), folder);
  }

  private static void mount(String table, DataFrameReader reader, Path folder) {
    EngineFiles.read(reader, EngineFiles.required(folder)).createOrReplaceTempView(table);
  }

  @Override
  public void view(String name, String select) {
    attempt("define " + name, () -> session.sql(select)).createOrReplaceTempView(name);
  }

  @Override
  public void hold(SmallTable table) {
    StructField[] fields =
        table.columns().stream()
            .map(c -> DataTypes.createStructField(c.name(), type(c.type()), true))
            .toArray(StructField[]::new);
    List<Row> rows = table.rows().stream().map(row -> RowFactory.create(row.toArray())).toList();
    session
        .createDataFrame(rows, DataTypes.createStructType(fields))
        .coalesce(1)
        .createOrReplaceTempView(table.name());
  }

  private static DataType type(String name) {
    return switch (name) {
      case "string" -> DataTypes.StringType;
      case "int" -> DataTypes.IntegerType;
      case "bigint" -> DataTypes.LongType;
      case "double" -> DataTypes.DoubleType;
      case "boolean" -> DataTypes.BooleanType;
      case "date" -> DataTypes.DateType;
      case SmallTable.MONEY -> DataTypes.createDecimalType(18, 2);
      default -> throw new IllegalArgumentException("No Spark type for " + name);
    };
  }

  @Override
  public void register(ScalarFunction<?, ?> function) {
    registerTyped(function);
  }

  private <A, R> void registerTyped(ScalarFunction<A, R> function) {
    UDF1<A, R> udf = value -> value == null ? null : function.apply(value);
    DataType result =
        function.result() == Double.class ? DataTypes.DoubleType : DataTypes.StringType;
    session.udf().register(function.name(), udf, result);
  }

  @Override
  public long write(String table, String select, Path folder) {
    return attempt(
        "write " + table,
        () -> {
          Dataset<Row> result = session.sql(select);
          // Counted while it is written, and read back by the schema that is known: each would
          // else be a job of its own.
          Observation written = new Observation();
          Column rows = functions.count(functions.lit(1)).alias(ROWS);
          EngineFiles.write(result.observe(written, rows).write().mode(SaveMode.Append), folder);
          mount(table, session.read().schema(result.schema()), folder);
          return ((Number) written.getAsJava().get(ROWS)).longValue();
        });
  }

  @Override
  public int tablesAtOnce() {
    return tablesAtOnce;
  }

  @Override
  public List<Map<String, Object>> rows(String select) {
    return attempt(
        "run a query",
        () -> {
          Dataset<Row> result = session.sql(select);
          String[] names = result.columns();
          List<Map<String, Object>> rows = new ArrayList<>();
          for (Row row : result.collectAsList()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < names.length; i++) {
              values.put(names[i], plain(row.get(i)));
            }
            rows.add(values);
          }
          return rows;
        });
  }

  private static Object plain(Object value) {
    return value instanceof java.sql.Date date ? date.toLocalDate() : value;
  }

  @Override
  public <T extends Serializable> T run(Task<T> task) {
    JavaSparkContext context = JavaSparkContext.fromSparkContext(session.sparkContext());
    return attempt(
        "run a task", () -> context.parallelize(List.of(task), 1).map(Task::call).first());
  }

  /** Threads that only wait; the cluster has as many tasks at work as it has cores for. */
  @Override
  public int tasksAtOnce() {
    return MOST_TASKS_AT_ONCE;
  }

  private interface Action<T> {
    T run() throws Exception;
  }

  private static <T> T attempt(String what, Action<T> action) {
    try {
      return action.run();
    } catch (Exception e) {
      throw failure(what, e);
    }
  }

  /** A task's own refusal comes wrapped by Spark: the message a user can act on is inside. */
  private static RuntimeException failure(String what, Exception error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause instanceof DesistException known) {
        return known;
      }
    }
    return new DesistException(
        ErrorCode.ENGINE, "Cannot " + what + " in Spark: " + error.getMessage(), error);
  }

  @Override
  public void close() {
    session.stop();
  }

  /**
   * How what Spark's tasks write comes to be in its folder. Without more, a task writes aside and
   * renames, twice. On an object store each rename is a copy, so that S3A brings a committer of its
   * own: a task uploads to the final name, and the driver makes the uploads files when all have
   * ended. A task that failed, or was lost and goes on, leaves no file.
   */
  private static final class StoreCommitters {
    private static final String PROTOCOL =
        "org.apache.spark.internal.io.cloud.PathOutputCommitProtocol";

    private StoreCommitters() {}

    /** Settings of a session: none where the libraries of the profile cloud are not installed. */
    static Map<String, String> settings() {
      try {
        Class.forName(PROTOCOL, false, Thread.currentThread().getContextClassLoader());
      } catch (ClassNotFoundException e) {
        return Map.of();
      }
      return Map.of(
          // Each file system's own committer; that by renames on a disk and on HDFS.
          "spark.sql.sources.commitProtocolClass",
          PROTOCOL,
          "spark.sql.parquet.output.committer.class",
          "org.apache.spark.internal.io.cloud.BindingParquetOutputCommitter",
          "spark.hadoop.mapreduce.outputcommitter.factory.scheme.s3a",
          "org.apache.hadoop.fs.s3a.commit.S3ACommitterFactory",
          "spark.hadoop.fs.s3a.committer.name",
          "magic");
    }
  }

  /**
   * What tasks need and no Spark installation brings: this library and its CSV reader. Everything
   * else in the application's {@code lib} is Spark's own or works only in the driver, and 400 MB
   * need not travel to every machine.
   */
  private static final class ExecutorJars {
    private static final List<Class<?>> NEEDED = List.of(ExecutorJars.class, CsvReader.class);

    private ExecutorJars() {}

    /** Their URLs; a class that lies in a folder, as in a build, is in no jar. */
    static List<String> urls() {
      return NEEDED.stream().flatMap(needed -> jar(needed).stream()).toList();
    }

    private static Optional<String> jar(Class<?> needed) {
      URL location = needed.getProtectionDomain().getCodeSource().getLocation();
      try {
        return Files.isRegularFile(Path.of(location.toURI()))
            ? Optional.of(location.toString())
            : Optional.empty();
      } catch (URISyntaxException e) {
        throw new DesistException(
            ErrorCode.INTERNAL, "Cannot find the library's own file: " + location, e);
      }
    }
  }
}
