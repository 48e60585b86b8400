// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.generate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.desist.generate.ExtractSink.CsvBytes;
import org.desist.generate.GeneratorSettings.GeneratorFormat;
import org.desist.generate.Services.Service;

/** Writes down what is true of a generated world and no extract says. */
final class Truth implements Closeable {
  private final GeneratorSettings settings;
  private final OutputStream links;
  private final Map<String, Integer> participants = new TreeMap<>();

  Truth(GeneratorSettings settings) throws IOException {
    this.settings = settings;
    Path folder = Files.createDirectories(settings.truthFolder());
    boolean compress = settings.format() == GeneratorFormat.CSV_GZIP;
    OutputStream file =
        Files.newOutputStream(folder.resolve(compress ? "links.csv.gz" : "links.csv"));
    this.links = compress ? new GZIPOutputStream(file) : new BufferedOutputStream(file);
    links.write(CsvBytes.records(List.<String[]>of(new String[] {"resource", "id", "pnc_id"})));
  }

  void add(Batch batch) throws IOException {
    links.write(CsvBytes.records(batch.links()));
    batch.participants().forEach((name, count) -> participants.merge(name, count, Integer::sum));
  }

  @Override
  public void close() throws IOException {
    links.close();
    writeEffects();
    writeSettings();
  }

  private void writeEffects() throws IOException {
    List<String[]> records = new ArrayList<>();
    records.add(
        new String[] {"service_name", "service_type", "effect_percentage_points", "referrals"});
    for (Service service : Service.all()) {
      records.add(
          new String[] {
            service.name(),
            service.type(),
            Double.toString(service.effect()),
            Integer.toString(participants.getOrDefault(service.name(), 0))
          });
    }
    Files.write(
        settings.truthFolder().resolve("intervention_effect.csv"), CsvBytes.records(records));
  }

  private void writeSettings() throws IOException {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("persons", settings.persons());
    values.put("seed", settings.seed());
    values.put("format", settings.format().name());
    values.put("snapshot_date", settings.snapshotDate().toString());
    String text =
        new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValueAsString(values);
    Files.write(
        settings.truthFolder().resolve("settings.json"),
        (text.replace("\r\n", "\n") + "\n").getBytes(StandardCharsets.UTF_8));
  }
}
