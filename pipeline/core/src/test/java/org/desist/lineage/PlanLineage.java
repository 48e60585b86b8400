// Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
package org.desist.lineage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.spark.sql.catalyst.expressions.Attribute;
import org.apache.spark.sql.catalyst.expressions.Expression;
import org.apache.spark.sql.catalyst.expressions.NamedExpression;
import org.apache.spark.sql.catalyst.plans.logical.Aggregate;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationDef;
import org.apache.spark.sql.catalyst.plans.logical.CTERelationRef;
import org.apache.spark.sql.catalyst.plans.logical.Distinct;
import org.apache.spark.sql.catalyst.plans.logical.Expand;
import org.apache.spark.sql.catalyst.plans.logical.Filter;
import org.apache.spark.sql.catalyst.plans.logical.Generate;
import org.apache.spark.sql.catalyst.plans.logical.Join;
import org.apache.spark.sql.catalyst.plans.logical.LocalRelation;
import org.apache.spark.sql.catalyst.plans.logical.LogicalPlan;
import org.apache.spark.sql.catalyst.plans.logical.OneRowRelation;
import org.apache.spark.sql.catalyst.plans.logical.Project;
import org.apache.spark.sql.catalyst.plans.logical.Sort;
import org.apache.spark.sql.catalyst.plans.logical.SubqueryAlias;
import org.apache.spark.sql.catalyst.plans.logical.Union;
import org.apache.spark.sql.catalyst.plans.logical.View;
import org.apache.spark.sql.catalyst.plans.logical.Window;
import org.apache.spark.sql.catalyst.plans.logical.WithCTE;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;

/**
 * What the columns and the rows of a select are made of, read off the plan that Spark's analyser
 * makes of it: names, stars, functions and common tables are resolved there, and nothing has been
 * optimised away. A kind of plan that is not known here is an error, never a gap.
 */
final class PlanLineage {
  private final Map<Long, Set<Source>> columns = new HashMap<>();
  private final Map<Long, LogicalPlan> commonTables = new HashMap<>();
  private final Map<Long, Rows> commonRows = new HashMap<>();

  /**
   * Which rows a plan has.
   *
   * @param from tables that they are made of
   * @param why what decides which they are
   */
  record Rows(Set<String> from, Set<Source> why) {}

  /** The lineage of a whole select; views are where it ends. */
  static TableLineage of(LogicalPlan select) {
    PlanLineage lineage = new PlanLineage();
    Rows rows = lineage.visit(select);
    Map<String, List<Source>> columns = new LinkedHashMap<>();
    for (Attribute column : list(select.output())) {
      columns.put(column.name(), List.copyOf(lineage.column(column)));
    }
    return new TableLineage(List.copyOf(rows.from()), List.copyOf(rows.why()), columns);
  }

  /** What bears on each column of a plan that has been visited, in order. */
  List<Set<Source>> outputs(LogicalPlan plan) {
    return list(plan.output()).stream().map(this::column).toList();
  }

  /** Visits a plan: from now on its columns are known. */
  Rows visit(LogicalPlan plan) {
    if (plan instanceof View view) {
      String table = view.desc().identifier().table();
      for (Attribute column : list(view.output())) {
        TableColumn field = new TableColumn(table, column.name());
        put(column, Set.of(new Source(field, Influence.IDENTITY, false)));
      }
      return new Rows(Set.of(table), Set.of());
    }
    if (plan instanceof LocalRelation || plan instanceof OneRowRelation) {
      list(plan.output()).forEach(column -> put(column, Set.of()));
      return new Rows(Set.of(), Set.of());
    }
    if (plan instanceof WithCTE with) {
      for (CTERelationDef table : list(with.cteDefs())) {
        commonRows.put(table.id(), visit(table.child()));
        commonTables.put(table.id(), table.child());
      }
      return visit(with.plan());
    }
    if (plan instanceof CTERelationRef reference) {
      List<Set<Source>> made = outputs(commonTables.get(reference.cteId()));
      List<Attribute> columnsOfReference = list(reference.output());
      for (int i = 0; i < made.size(); i++) {
        put(columnsOfReference.get(i), made.get(i));
      }
      return commonRows.get(reference.cteId());
    }
    if (plan instanceof Union union) {
      return union(union);
    }
    if (plan instanceof Join join) {
      Rows rows = both(visit(join.left()), visit(join.right()));
      return join.condition().isDefined()
          ? because(rows, Influence.JOIN, List.of(join.condition().get()))
          : rows;
    }
    return ofOne(plan);
  }

  /** A plan over one other. */
  private Rows ofOne(LogicalPlan plan) {
    if (list(plan.children()).size() != 1) {
      throw new IllegalArgumentException("no lineage is known of " + plan.getClass());
    }
    Rows rows = visit(list(plan.children()).get(0));
    ExpressionLineage expressions = over(rows);
    if (plan instanceof Project project) {
      list(project.projectList()).forEach(define(expressions));
      return rows;
    }
    if (plan instanceof Filter filter) {
      return because(rows, Influence.FILTER, List.of(filter.condition()));
    }
    if (plan instanceof Aggregate aggregate) {
      list(aggregate.aggregateExpressions()).forEach(define(expressions));
      return because(rows, Influence.GROUP_BY, list(aggregate.groupingExpressions()));
    }
    if (plan instanceof Window window) {
      list(window.windowExpressions()).forEach(define(expressions));
      return rows;
    }
    if (plan instanceof Sort sort) {
      return because(rows, Influence.SORT, List.copyOf(list(sort.order())));
    }
    if (plan instanceof Distinct) {
      return because(rows, Influence.GROUP_BY, List.copyOf(list(plan.output())));
    }
    if (plan instanceof Expand expand) {
      expand(expand, expressions);
      return rows;
    }
    if (plan instanceof Generate generate) {
      Set<Source> sources =
          ExpressionLineage.as(
              Influence.TRANSFORMATION, expressions.of((Expression) generate.generator()));
      list(generate.generatorOutput()).forEach(column -> put(column, sources));
      return rows;
    }
    if (plan instanceof SubqueryAlias) {
      return rows;
    }
    throw new IllegalArgumentException("no lineage is known of " + plan.getClass());
  }

  private Rows union(Union union) {
    Rows rows = new Rows(Set.of(), Set.of());
    List<Set<Source>> merged = new ArrayList<>();
    for (LogicalPlan child : list(union.children())) {
      rows = both(rows, visit(child));
      List<Set<Source>> made = outputs(child);
      for (int i = 0; i < made.size(); i++) {
        if (merged.size() <= i) {
          merged.add(new TreeSet<>());
        }
        merged.get(i).addAll(made.get(i));
      }
    }
    List<Attribute> output = list(union.output());
    for (int i = 0; i < output.size(); i++) {
      put(output.get(i), merged.get(i));
    }
    return rows;
  }

  /** Each row becomes several: of grouping sets, or of columns turned into rows. */
  private void expand(Expand expand, ExpressionLineage expressions) {
    List<Attribute> output = list(expand.output());
    for (int i = 0; i < output.size(); i++) {
      Set<Source> sources = new TreeSet<>();
      for (Seq<Expression> projection : list(expand.projections())) {
        sources.addAll(expressions.of(projection.apply(i)));
      }
      put(output.get(i), sources);
    }
  }

  private Consumer<NamedExpression> define(ExpressionLineage expressions) {
    return named -> columns.put(named.exprId().id(), expressions.of((Expression) named));
  }

  private Rows because(Rows rows, Influence influence, List<? extends Expression> reasons) {
    ExpressionLineage expressions = over(rows);
    Set<Source> why = new TreeSet<>(rows.why());
    reasons.forEach(e -> why.addAll(ExpressionLineage.as(influence, expressions.of(e))));
    return new Rows(rows.from(), why);
  }

  private static Rows both(Rows one, Rows other) {
    Set<String> from = new TreeSet<>(one.from());
    from.addAll(other.from());
    Set<Source> why = new TreeSet<>(one.why());
    why.addAll(other.why());
    return new Rows(from, why);
  }

  private ExpressionLineage over(Rows rows) {
    return new ExpressionLineage(this, this::column, rows.from());
  }

  private void put(Attribute column, Set<Source> sources) {
    columns.put(column.exprId().id(), sources);
  }

  private Set<Source> column(NamedExpression column) {
    Set<Source> sources = columns.get(column.exprId().id());
    if (sources == null) {
      throw new IllegalArgumentException("no lineage is known of the column " + column.name());
    }
    return sources;
  }

  private static <T> List<T> list(Seq<T> seq) {
    return new ArrayList<>(CollectionConverters.asJava(seq));
  }
}
