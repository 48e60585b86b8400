# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""
### Answers to the requests of providers

Looks every half hour for request folders that are new, or have changed since they were dealt with,
and answers each in a task of its own; at most as many at once as the pool `desist_requests` has
slots. A sealed answer, or one that says there are too few people, is an answer: green.

A request that is refused (exit code 3 or 4) fails **once**, with every fault named; it is asked
again when its files change. To have one answered again all the same, delete its note, as
`docs/airflow.md` tells.

The lists name people: keep the folder of requests where the extracts are kept.
"""

from __future__ import annotations

from datetime import timedelta

from airflow.sdk import DAG, CronTriggerTimetable

from desist_airflow.comparison import AnswerRequest, DueRequests
from desist_airflow.house import REQUEST_POOL, WATCH_POOL, every_dag, every_task
from desist_airflow.night import TIMEZONE

with DAG(
    dag_id="comparison_requests",
    description="Each comparison request that arrives, in a task of its own.",
    schedule=CronTriggerTimetable("*/30 * * * *", timezone=TIMEZONE),
    default_args=every_task("desist-analysts", REQUEST_POOL, timedelta(hours=2)),
    **every_dag(__doc__, timedelta(hours=8)),
) as requests:
    due = DueRequests(task_id="due", pool=WATCH_POOL, execution_timeout=timedelta(minutes=10))
    AnswerRequest.partial(
        task_id="answer",
        map_index_template="{{ task.request }}",
        doc_md="`desist compare` on one request; the report is in `OUT/requests/NAME`.",
    ).expand(request=due.output)
