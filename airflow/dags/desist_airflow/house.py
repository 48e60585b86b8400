# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""What holds for every DAG and every task."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from desist_airflow.alerts import run_failed, task_failed

BEGINNING = datetime(1970, 1, 2)
"""
Before any date that somebody may give to a run: Airflow makes no task for a date before the start
of a DAG, and calls a run without tasks a success. With ``catchup`` off nothing is made up for.
"""

OUT_POOL = "desist_out"
"""One slot: what writes to the output folder takes its lock."""

REQUEST_POOL = "desist_requests"
"""As many requests as may be answered at once."""

WATCH_POOL = "desist_watch"
"""What only looks: it must never wait for what works."""


def every_task(owner: str, pool: str, limit: timedelta) -> dict[str, Any]:
    """
    The arguments of every task of a DAG.

    :param owner: who answers for it
    :param pool: where its tasks take their slots
    :param limit: how long one task may work
    """
    return {
        "owner": owner,
        "pool": pool,
        # For exit code 6 and lost workers; all else fails at its first try. How long to wait
        # before the next is Airflow's own setting, [core] default_task_retry_delay: 5 minutes.
        "retries": 3,
        "execution_timeout": limit,
        "on_failure_callback": task_failed,
    }


def every_dag(documentation: str, limit: timedelta) -> dict[str, Any]:
    """
    The arguments of every DAG.

    :param documentation: shown on its page, in Markdown
    :param limit: how long a run of it may take, all waits included
    """
    return {
        "doc_md": documentation,
        "start_date": BEGINNING,
        "catchup": False,
        "max_active_runs": 1,
        "dagrun_timeout": limit,
        "on_failure_callback": run_failed,
        "tags": ["desist"],
    }
