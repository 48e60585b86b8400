# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""The commands of a night: all of them name the same run, since Desist finds it by content."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from typing import Any

from desist_airflow.operators import RUN_KEY
from desist_airflow.settings import Settings
from desist_airflow.stages import STAGES

TIMEZONE = "Europe/London"


def snapshot_date(context: Any) -> str:
    """The day on which the data interval begins is the day of the extracts."""
    return context["data_interval_start"].in_timezone(TIMEZONE).date().isoformat()


def until(stage: str) -> Callable[[Settings, Any], list[str]]:
    """The command that goes up to a stage and keeps what is complete."""
    # The last stage ends the run: nothing is left to pause before.
    last = [] if stage == STAGES[-1] else ["--until", stage]

    def arguments(settings: Settings, context: Any) -> list[str]:
        date = snapshot_date(context)
        return [
            "run",
            *("--extracts", str(settings.snapshot(date)), "--snapshot", date),
            *("--out", settings.out),
            *settings.key(),
            *shlex.split(settings.run_options),
            *last,
        ]

    return arguments


def report(settings: Settings, context: Any) -> list[str]:
    """The command that shows the run of this night; the newest one when none was named."""
    named = context["ti"].xcom_pull(task_ids=list(STAGES), key=RUN_KEY) or []
    runs = [run for run in named if run]
    return ["show", *runs[-1:], "--out", settings.out]
