# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""
### From last night's extracts to published figures

Waits until the snapshot of the day is complete, takes it through the stages one task each, and
publishes. The snapshot of a scheduled night is the folder named by the **day on which the data
interval begins**: the run of 2 July, 02:00, takes the folder `2019-07-01`. A night started by hand
takes the one that is filled in under **`snapshot`**, whatever its logical date. Desist knows a run
by its snapshot, so every task goes on with the same one, and a task that is cleared keeps the
stages that are complete.

- **A red stage** shows Desist's own message. Nothing that was published has changed.
- **Tried again** is only what is worth it: disk, cluster or lock (exit code 6), and once a command
  that was killed. To try by hand, clear the red task with everything after it.
- **`report`** shows the run's page, after a failure too. **`verdict`** is green only when every
  task succeeded and the version is there. An older snapshot is published beside the current
  version, which readers keep.
- **A range of cohorts anew** is one run of `reoffending_backfill`, not a backfill of this DAG.

Failures one by one: `docs/airflow.md`.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG, CronDataIntervalTimetable, Param, TriggerRule, chain

from desist_airflow.house import OUT_POOL, WATCH_POOL, every_dag, every_task
from desist_airflow.night import TIMEZONE, RunReport, until
from desist_airflow.operators import DesistOperator
from desist_airflow.snapshot import SnapshotSensor
from desist_airflow.stages import STAGES
from desist_airflow.verdict import Verdict

with DAG(
    dag_id="reoffending_nightly",
    description="The night. Wait for the snapshot, run the stages, publish, report.",
    schedule=CronDataIntervalTimetable("0 2 * * *", timezone=TIMEZONE),
    default_args=every_task("desist-operations", OUT_POOL, timedelta(hours=6)),
    params={
        "snapshot": Param(
            None,
            type=["null", "string"],
            format="date",
            description="Day of the extracts, the name of their folder. A night that is started "
            "by hand needs it; a scheduled one takes the day before.",
        ),
    },
    **every_dag(__doc__, timedelta(hours=23)),
) as nightly:
    snapshot = SnapshotSensor(
        task_id="snapshot",
        mode="reschedule",
        poke_interval=timedelta(minutes=5),
        timeout=timedelta(hours=10),
        pool=WATCH_POOL,
        doc_md="Complete: all that `control.csv` lists is there and no longer grows, or there is "
        "a file `_COMPLETE`. Red after ten hours without.",
    )
    stages = [DesistOperator(task_id=stage, arguments=until(stage)) for stage in STAGES]
    report = RunReport(
        task_id="report",
        trigger_rule=TriggerRule.ALL_DONE,
        execution_timeout=timedelta(minutes=10),
        pool=WATCH_POOL,
        doc_md="The page of the run, whatever became of it.",
    )
    verdict = Verdict(
        task_id="verdict",
        publisher=STAGES[-1],
        execution_timeout=timedelta(minutes=10),
        pool=WATCH_POOL,
        doc_md="Green only when every task before it is and the version is there.",
    )

    chain(snapshot, *stages, report)
    [snapshot, *stages, report] >> verdict
