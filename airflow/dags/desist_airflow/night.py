# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""The commands of a night: all of them name the same run, since Desist finds it by content."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path
from typing import Any

from airflow.sdk.exceptions import AirflowFailException

from desist_airflow.operators import RUN_KEY, DesistTask
from desist_airflow.settings import Settings
from desist_airflow.stages import STAGES

TIMEZONE = "Europe/London"
SCHEDULED = ("scheduled", "backfill")
"""The kinds of runs whose data interval says which night they are."""


def snapshot_date(context: Any) -> str:
    """
    The day of the extracts: what was filled in, else the day on which the data interval begins.

    A run that was not scheduled has no interval of its own to go by.
    """
    asked = context["params"].get("snapshot")
    if asked:
        return asked
    if _word(context["dag_run"].run_type) not in SCHEDULED:
        raise AirflowFailException(
            "Cannot tell which snapshot to take: this night was started by hand and `snapshot` is "
            "empty. Start it again with the day of the extracts there, such as 2019-06-30."
        )
    return context["data_interval_start"].in_timezone(TIMEZONE).date().isoformat()


def _word(kind: Any) -> str:
    return str(getattr(kind, "value", kind))


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


class RunReport(DesistTask):
    """Shows the page of the night's run, whatever became of it."""

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        self._page = ""

    def execute(self, context: Any) -> str | None:
        named = context["ti"].xcom_pull(task_ids=list(STAGES), key=RUN_KEY) or []
        self._page = next((run for run in named if run), "") or _unstarted(context)
        if not self._page:
            self.log.info("No run was made: there is nothing to show.")
            return None
        return super().execute(context)

    def words(self, settings: Settings, context: Any) -> list[str]:
        return ["show", self._page, "--out", settings.out]


def _unstarted(context: Any) -> str:
    """The page of a run that failed before it had a name, if it was written."""
    try:
        name = f"{snapshot_date(context)}-unstarted"
    except AirflowFailException:
        return ""
    return name if (Path(Settings.read().out) / "pages" / f"{name}.json").exists() else ""
