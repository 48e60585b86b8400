# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""
### Keeps the house in order

Every Sunday: are the published versions still what they were when they were published (`check`);
what has reached the end of its life (`plan`, written to the log); away with it (`prune`). A version
that is no longer whole stops the rest: nothing is deleted before somebody has looked.
Retention periods are in the method file.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG, CronTriggerTimetable, chain

from desist_airflow.house import OUT_POOL, every_dag, every_task
from desist_airflow.night import TIMEZONE
from desist_airflow.operators import DesistOperator

with DAG(
    dag_id="housekeeping",
    description="Integrity of published versions, then retention.",
    schedule=CronTriggerTimetable("0 14 * * SUN", timezone=TIMEZONE),
    default_args=every_task("desist-operations", OUT_POOL, timedelta(hours=2)),
    **every_dag(__doc__, timedelta(hours=10)),
) as housekeeping:
    chain(
        DesistOperator(
            task_id="check",
            arguments=lambda settings, context: ["check", "--out", settings.out],
            doc_md="Every file of every version against the hashes in its manifest.",
        ),
        DesistOperator(
            task_id="plan",
            arguments=lambda settings, context: ["prune", "--plan", "--out", settings.out],
            doc_md="What `prune` is about to remove, and why. Removes nothing.",
        ),
        DesistOperator(
            task_id="prune",
            arguments=lambda settings, context: ["prune", "--out", settings.out],
            doc_md="Removes what has reached the end of its life.",
        ),
    )
