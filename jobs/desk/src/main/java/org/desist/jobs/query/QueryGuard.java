// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.jobs.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.desist.error.DesistException;
import org.desist.error.ErrorCode;
import org.desist.text.FigureText;

/** Lets through one statement that only reads marts, as DuckDB's own parser sees it. */
final class QueryGuard {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private QueryGuard() {}

  /**
   * Checks a query.
   *
   * @return the query without the semicolons and spaces at its end
   * @throws DesistException BAD_QUERY when it is no query, not one query, or would change something
   */
  static String check(Connection connection, String sql) {
    JsonNode parsed = parse(connection, sql);
    if (parsed.path("error").asBoolean()) {
      if (parsed.path("error_type").asText().equals("not implemented")) {
        throw refuse("it is not a query. Ask with SELECT, FROM, WITH, DESCRIBE or SUMMARIZE");
      }
      throw refuse(parsed.path("error_message").asText());
    }
    int count = parsed.path("statements").size();
    if (count == 0) {
      throw refuse("it is empty. List the marts with: desist query --marts");
    }
    if (count > 1) {
      throw refuse(FigureText.text("it holds %d statements. Ask one at a time", count));
    }
    refuseReach(parsed);
    return sql.replaceFirst("[;\\s]+$", "");
  }

  /**
   * Checks what picks rows of a mart: one expression, such as could follow WHERE.
   *
   * @return a condition that can be put between brackets
   * @throws DesistException BAD_QUERY when it is anything else
   */
  static String checkCondition(Connection connection, String condition) {
    // The line break ends a comment at its end.
    String closed = condition + "\n";
    JsonNode parsed = parse(connection, "select 1 from mart where (" + closed + ")");
    if (parsed.path("error").asBoolean()) {
      throw refuse("--where is no condition: " + parsed.path("error_message").asText());
    }
    JsonNode statements = parsed.path("statements");
    JsonNode node = statements.path(0).path("node");
    boolean isOne =
        statements.size() == 1
            && node.path("type").asText().equals("SELECT_NODE")
            && node.path("from_table").path("type").asText().equals("BASE_TABLE")
            && node.path("group_expressions").isEmpty()
            && node.path("modifiers").isEmpty()
            && node.path("having").isNull()
            && node.path("qualify").isNull()
            && node.path("sample").isNull();
    if (!isOne) {
      throw refuse("--where takes one condition and nothing after it");
    }
    refuseReach(parsed);
    return closed;
  }

  private static void refuseReach(JsonNode parsed) {
    Optional<String> reach = ReachGuard.reach(parsed);
    if (reach.isPresent()) {
      throw refuse(reach.get() + ". List what can be asked with: desist query --marts");
    }
  }

  private static JsonNode parse(Connection connection, String sql) {
    try (PreparedStatement statement =
        connection.prepareStatement("select json_serialize_sql(cast(? as varchar))")) {
      statement.setString(1, sql);
      try (ResultSet result = statement.executeQuery()) {
        result.next();
        return MAPPER.readTree(result.getString(1));
      }
    } catch (SQLException e) {
      throw refuse(SqlMessage.of(e));
    } catch (JsonProcessingException e) {
      throw new DesistException(
          ErrorCode.INTERNAL, "Cannot check the query: DuckDB's answer is not JSON.", e);
    }
  }

  private static DesistException refuse(String why) {
    return new DesistException(ErrorCode.BAD_QUERY, "Cannot run the query: " + why + ".");
  }
}
