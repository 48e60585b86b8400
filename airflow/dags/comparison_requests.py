# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""
### The desk for the requests of providers

Looks every half hour through the folder of requests (`desist intake`): judges each that is new or
has changed, writes its clinic page and a letter to each sender of what is missing, and keeps where
each request stands. Those that are ready are answered, each in a task of its own; at most as many
at once as the pool `desist_requests` has slots.

A request that waits for its sender, has too few people or groups that are not alike is **no
failure**: the desk's page `OUT/restricted/intake/intake.html` has it. A fault of the software or of
the disk makes `intake` red; what is ready is answered all the same.

The lists name people: keep the folder of requests where the extracts are kept.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.providers.standard.operators.empty import EmptyOperator
from airflow.sdk import DAG, CronTriggerTimetable, TriggerRule

from desist_airflow.comparison import AnswerRequest, IntakeRequests, ReadyRequests
from desist_airflow.house import REQUEST_POOL, WATCH_POOL, every_dag, every_task
from desist_airflow.night import TIMEZONE

with DAG(
    dag_id="comparison_requests",
    description="Requests are judged as they arrive, and answered when they are ready.",
    schedule=CronTriggerTimetable("*/30 * * * *", timezone=TIMEZONE),
    default_args=every_task("desist-analysts", REQUEST_POOL, timedelta(hours=2)),
    **every_dag(__doc__, timedelta(hours=8)),
) as requests:
    intake = IntakeRequests(
        task_id="intake",
        doc_md="`desist intake` on the folder of requests; its page is in `OUT/restricted/intake`.",
    )
    ready = ReadyRequests(
        task_id="ready",
        intake=intake.task_id,
        pool=WATCH_POOL,
        # One request that the software fails at keeps no other from its answer.
        trigger_rule=TriggerRule.ALL_DONE,
    )
    answer = AnswerRequest.partial(
        task_id="answer",
        map_index_template="{{ task.request }}",
        doc_md="`desist compare` on one request; the report is in `OUT/requests/NAME`.",
    ).expand(request=ready.output)
    # Red when any of them is: a run of a DAG is what its last task is.
    done = EmptyOperator(task_id="done", pool=WATCH_POOL)
    intake >> ready
    [intake, ready, answer] >> done
