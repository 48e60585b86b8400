# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""Who is notified when a task has failed for good: the log, a file, and a command of one's own."""

from __future__ import annotations

import json
import logging
import shlex
import subprocess
from datetime import UTC, datetime
from typing import Any

from desist_airflow.settings import Settings

log = logging.getLogger(__name__)

SECONDS = 30
"""How long the command that is notified may take."""


def task_failed(context: Any) -> None:
    """The failure callback of every task."""
    ti = context["ti"]
    _tell(
        {
            "time": _now(),
            "dag": ti.dag_id,
            "dag_run": ti.run_id,
            "task": ti.task_id,
            "map_index": getattr(ti, "map_index", -1),
            "try": ti.try_number,
            "owner": getattr(context.get("task"), "owner", None),
            "message": str(context.get("exception") or "The task was lost: see its log."),
        }
    )


def run_failed(context: Any) -> None:
    """The failure callback of every DAG: for what no task tells, such as a run out of time."""
    reason = context.get("reason")
    if reason in (None, "task_failure"):
        return
    dag_run = context.get("dag_run")
    _tell(
        {
            "time": _now(),
            "dag": context["dag"].dag_id,
            "dag_run": getattr(dag_run, "run_id", context.get("run_id")),
            "owner": context["dag"].owner,
            "message": f"The run failed as a whole: {reason}.",
        }
    )


def _tell(alert: dict[str, Any]) -> None:
    """Nothing that goes wrong here may hide the failure itself."""
    line = json.dumps(alert, ensure_ascii=False)
    log.error("ALERT %s", line)
    try:
        settings = Settings.read()
        file = settings.alerts()
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("a", encoding="utf-8") as alerts:
            alerts.write(line + "\n")
        if settings.alert_command:
            words = shlex.split(settings.alert_command)
            subprocess.run(words, input=line + "\n", text=True, timeout=SECONDS, check=True)
    except Exception as e:  # noqa: BLE001 - whatever it is, the task has failed already
        log.error("Cannot pass the alert on (%s): see the Variable desist.", type(e).__name__)


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
