# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""The tasks of the desk: take requests in, and answer those that are ready."""

from __future__ import annotations

import shlex
from pathlib import Path
from typing import Any

from airflow.sdk import BaseOperator

from desist_airflow.command import End
from desist_airflow.operators import DesistTask
from desist_airflow.settings import Settings

READY_KEY = "ready"
"""Under this key an intake says which requests can be answered, also when it fails."""


def _options(settings: Settings) -> list[str]:
    return ["--out", settings.out, *settings.key(), *shlex.split(settings.compare_options)]


class IntakeRequests(DesistTask):
    """
    Judges what is new or has changed, and keeps where each request stands.

    A request that waits for its sender is no failure. What is one, a fault of the software or of
    the disk, fails the task once the other requests have been judged.
    """

    def ended(self, end: End, context: Any) -> None:
        super().ended(end, context)
        ready = end.events.get("intake", {}).get("ready", [])
        context["ti"].xcom_push(key=READY_KEY, value=ready)

    def words(self, settings: Settings, context: Any) -> list[str]:
        return [
            *("intake", settings.requests),
            *("--settle", str(settings.settle_seconds)),
            *_options(settings),
        ]


class ReadyRequests(BaseOperator):
    """
    The folders of the requests that can be answered, one mapped task each.

    :param intake: the task that took them in
    """

    def __init__(self, *, intake: str, **kwargs: Any):
        super().__init__(**kwargs)
        self.intake = intake

    def execute(self, context: Any) -> list[str]:
        ready = context["ti"].xcom_pull(task_ids=self.intake, key=READY_KEY) or []
        self.log.info("To be answered: %s", ", ".join(ready) or "nothing")
        return ready


class AnswerRequest(DesistTask):
    """
    Answers one request. The next intake finds the answer beside it.

    :param request: the name of its folder
    """

    def __init__(self, *, request: str, **kwargs: Any):
        super().__init__(**kwargs)
        self.request = request

    def words(self, settings: Settings, context: Any) -> list[str]:
        return ["compare", str(Path(settings.requests) / self.request), *_options(settings)]
