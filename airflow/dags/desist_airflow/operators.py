# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""A task that is one command of Desist."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from airflow.sdk import BaseOperator
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from desist_airflow.command import Command, End
from desist_airflow.settings import Settings

RETRY = 6
"""The exit code that is worth another try: disk, cluster or lock."""

RUN_KEY = "desist_run"
"""Under this key a task says which run it worked on, also when it fails."""


class DesistTask(BaseOperator):
    """
    Runs ``desist`` with words that are worked out when the task starts.

    Exit code 0 is success, 6 is tried again as often as ``retries`` says; a command that was
    killed is tried again once; anything else fails at once with Desist's own message.
    """

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        self._command: Command | None = None

    def words(self, settings: Settings, context: Any) -> list[str]:
        """The words after ``desist``."""
        raise NotImplementedError

    def execute(self, context: Any) -> str | None:
        settings = Settings.read()
        self._command = Command(settings.desist(*self.words(settings, context)))
        try:
            end = self._command.run()
        except OSError as e:
            raise AirflowFailException(
                f"Cannot start {self._command.words[0]}: {e.strerror}. "
                "Set command in the Variable desist."
            ) from e
        self.ended(end, context)
        if end.exit != 0:
            self.failed(end, context)
        return end.run

    def ended(self, end: End, context: Any) -> None:
        """Hands on what the command said, also when it failed."""
        if end.run:
            context["ti"].xcom_push(key=RUN_KEY, value=end.run)

    def failed(self, end: End, context: Any) -> None:
        """Raises what makes Airflow try again, or not."""
        if end.exit == RETRY or (end.killed() and _is_first(context["ti"], self.retries)):
            raise AirflowException(end.text())
        raise AirflowFailException(end.text())

    def on_kill(self) -> None:
        """Airflow ends the task: its command goes with it."""
        if self._command is not None:
            self._command.end()


class DesistOperator(DesistTask):
    """
    A command that depends on nothing but the settings and the context.

    :param arguments: from the settings and the context of the task to the words of the command
    """

    def __init__(self, *, arguments: Callable[[Settings, Any], list[str]], **kwargs: Any):
        super().__init__(**kwargs)
        self.arguments = arguments

    def words(self, settings: Settings, context: Any) -> list[str]:
        return self.arguments(settings, context)


def _is_first(ti: Any, retries: int) -> bool:
    """Whether this is the first try since the task was scheduled or cleared."""
    return ti.try_number <= ti.max_tries - retries + 1
