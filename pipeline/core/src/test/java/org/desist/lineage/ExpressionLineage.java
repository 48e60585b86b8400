// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.apache.spark.sql.catalyst.expressions.AttributeReference;
import org.apache.spark.sql.catalyst.expressions.CaseWhen;
import org.apache.spark.sql.catalyst.expressions.Exists;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.If;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.expressions.OuterReference;
import org.apache.spark.sql.catalyst.expressions.ScalaUDF;
import org.apache.spark.sql.catalyst.expressions.SubqueryExpression;
import org.apache.spark.sql.catalyst.expressions.WindowExpression;
import org.apache.spark.sql.catalyst.expressions.aggregate.AggregateExpression;
import scala.jdk.javaapi.CollectionConverters;

/** What bears on the value of an expression that Catalyst has analysed. */
final class ExpressionLineage {
  private final PlanLineage plans;
  private final Function<NamedExpression, Set<Source>> columns;
  private final Set<String> rowsOf;

  /**
   * Expressions over the rows of a plan.
   *
   * @param columns what bears on a column of that plan
   * @param rowsOf the tables whose rows the plan's are made of
   */
  ExpressionLineage(
      PlanLineage plans, Function<NamedExpression, Set<Source>> columns, Set<String> rowsOf) {
    this.plans = plans;
    this.columns = columns;
    this.rowsOf = rowsOf;
  }

  /** What bears on it; what bears on it without being in it says so. */
  Set<Source> of(Expression expression) {
    if (expression instanceof AttributeReference column) {
      return columns.apply(column);
    }
    if (expression instanceof org.apache.spark.sql.catalyst.expressions.Alias alias) {
      return of(alias.child());
    }
    if (expression instanceof OuterReference outer) {
      return of((Expression) outer.e());
    }
    if (expression instanceof AggregateExpression aggregate) {
      return aggregate(aggregate);
    }
    if (expression instanceof WindowExpression window) {
      Set<Source> sources = of(window.windowFunction());
      sources = join(as(Influence.TRANSFORMATION, sources), Set.of());
      return join(sources, as(Influence.WINDOW, of(window.windowSpec())));
    }
    if (expression instanceof CaseWhen choice) {
      return choice(children(choice));
    }
    if (expression instanceof If choice) {
      return choice(children(choice));
    }
    if (expression instanceof SubqueryExpression subquery) {
      return subquery(subquery);
    }
    Set<Source> sources = new TreeSet<>();
    children(expression).forEach(child -> sources.addAll(of(child)));
    Set<Source> changed = as(Influence.TRANSFORMATION, sources);
    return isPersonKey(expression) ? masked(changed) : changed;
  }

  private Set<Source> aggregate(AggregateExpression aggregate) {
    Set<Source> sources = new TreeSet<>();
    children(aggregate.aggregateFunction()).forEach(child -> sources.addAll(of(child)));
    if (sources.isEmpty()) {
      // count(*): what is counted are rows.
      rowsOf.forEach(
          table ->
              sources.add(
                  new Source(new TableColumn(table, TableColumn.ROWS), Influence.IDENTITY, false)));
    }
    Set<Source> all = as(Influence.AGGREGATION, sources);
    if (aggregate.filter().isDefined()) {
      return join(all, as(Influence.CONDITIONAL, of(aggregate.filter().get())));
    }
    return all;
  }

  /** Conditions and values by turns; what is left over at the end is a value. */
  private Set<Source> choice(List<Expression> children) {
    Set<Source> sources = new TreeSet<>();
    for (int i = 0; i < children.size(); i++) {
      boolean isCondition = i % 2 == 0 && i + 1 < children.size();
      Influence influence = isCondition ? Influence.CONDITIONAL : Influence.TRANSFORMATION;
      sources.addAll(as(influence, of(children.get(i))));
    }
    return sources;
  }

  private Set<Source> subquery(SubqueryExpression subquery) {
    PlanLineage.Rows rows = plans.visit(subquery.plan());
    Set<Source> sources = new TreeSet<>(as(Influence.CONDITIONAL, rows.why()));
    if (!(subquery instanceof Exists)) {
      sources.addAll(as(Influence.TRANSFORMATION, plans.outputs(subquery.plan()).get(0)));
    }
    return sources;
  }

  private static boolean isPersonKey(Expression expression) {
    return expression instanceof ScalaUDF function
        && function.udfName().isDefined()
        && function.udfName().get().equals("person_key");
  }

  static Set<Source> as(Influence influence, Set<Source> sources) {
    Set<Source> changed = new TreeSet<>();
    sources.forEach(
        s -> changed.add(new Source(s.field(), s.influence().then(influence), s.isMasked())));
    return changed;
  }

  private static Set<Source> masked(Set<Source> sources) {
    Set<Source> changed = new TreeSet<>();
    sources.forEach(s -> changed.add(new Source(s.field(), s.influence(), true)));
    return changed;
  }

  private static Set<Source> join(Set<Source> one, Set<Source> other) {
    Set<Source> all = new TreeSet<>(one);
    all.addAll(other);
    return all;
  }

  private static List<Expression> children(Expression expression) {
    return new ArrayList<>(CollectionConverters.asJava(expression.children()));
  }
}
