# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""
### A range of cohorts anew, as one run

After late corrections: `plan` says which cohorts from `from` to `to` would change and by how much;
then `backfill` does it, **in one run** with one new version. Choose `plan only` to stop after the
plan. **`verdict`** is green when what was asked for was done: the version is there, current or
beside the current one. Do not use Airflow's own backfill of `reoffending_nightly` for this: that
makes a run, and a version, for every day.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import DAG, Param, chain, task

from desist_airflow.house import OUT_POOL, WATCH_POOL, every_dag, every_task
from desist_airflow.operators import DesistOperator
from desist_airflow.settings import Settings
from desist_airflow.verdict import Verdict

PLAN_ONLY = "plan only"
PLAN_AND_RUN = "plan and run"


def cohorts(settings: Settings, context: Any) -> list[str]:
    """The command, from what was filled in."""
    asked = context["params"]
    date = asked["snapshot"]
    mended = ["--extracts", str(settings.snapshot(date)), "--snapshot", date] if date else []
    return [
        *("backfill", "--from", asked["from"], "--to", asked["to"]),
        *mended,
        *("--out", settings.out),
        *settings.key(),
    ]


def is_run_wanted(context: Any) -> bool:
    """Whether more than the plan was asked for."""
    return context["params"]["extent"] == PLAN_AND_RUN


def plan(settings: Settings, context: Any) -> list[str]:
    """The command that only says what would change."""
    return [*cohorts(settings, context), "--plan"]


with DAG(
    dag_id="reoffending_backfill",
    description="A range of cohorts anew, as one run.",
    schedule=None,
    default_args=every_task("desist-operations", OUT_POOL, timedelta(hours=12)),
    params={
        "from": Param(type="string", format="date", description="First day of the first cohort."),
        "to": Param(type="string", format="date", description="First day of the last cohort."),
        "snapshot": Param(
            None,
            type=["null", "string"],
            format="date",
            description="Snapshot to work on; without it the one of the current version.",
        ),
        "extent": Param(PLAN_ONLY, type="string", enum=[PLAN_ONLY, PLAN_AND_RUN]),
    },
    **every_dag(__doc__, timedelta(hours=23)),
) as backfill:
    # The verdict is reached after a plan alone as well.
    @task.short_circuit(
        pool=WATCH_POOL,
        execution_timeout=timedelta(minutes=10),
        ignore_downstream_trigger_rules=False,
    )
    def wanted(params: dict[str, Any] | None = None) -> bool:
        """Whether more than the plan was asked for."""
        return is_run_wanted({"params": params})

    tasks = [
        DesistOperator(task_id="plan", arguments=plan),
        wanted(),
        DesistOperator(task_id="backfill", arguments=cohorts),
    ]
    verdict = Verdict(
        task_id="verdict",
        publisher="backfill",
        wanted=is_run_wanted,
        pool=WATCH_POOL,
        execution_timeout=timedelta(minutes=10),
        doc_md="Green only when what was asked for was done and what was to be published is there.",
    )
    chain(*tasks)
    # Not after `wanted` itself, which skips whatever stands right behind it.
    [tasks[0], tasks[-1]] >> verdict
