# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""Where things are: one Airflow Variable, ``desist``, a JSON object."""

from __future__ import annotations

import os
import shlex
from dataclasses import dataclass, fields
from pathlib import Path

from airflow.sdk import Variable
from airflow.sdk.exceptions import AirflowFailException

VARIABLE = "desist"


@dataclass(frozen=True)
class Settings:
    """
    The settings of an installation; a relative path is relative to where Airflow was started.

    :param command: what is typed for ``desist``, such as ``spark-submit ... desist.jar``
    :param out: the output folder, ``--out``
    :param extracts: the folder with one folder per snapshot, named by its date
    :param requests: the folder with one folder per comparison request
    :param key_file: the key of the person keys; empty when ``DESIST_KEY_FILE`` names it
    :param run_options: more options of ``desist run``, such as ``--engine spark --window all``
    :param compare_options: more options of ``desist intake`` and ``desist compare``
    :param settle_seconds: how long sizes must stay the same before a delivery counts as complete
    :param alerts_file: where each alert is appended as a line; beside Airflow's files by default
    :param alert_command: a command that gets each alert on standard input; none by default
    """

    command: str = "desist"
    out: str = "var"
    extracts: str = "extracts"
    requests: str = "requests"
    key_file: str = ""
    run_options: str = ""
    compare_options: str = ""
    settle_seconds: int = 30
    alerts_file: str = ""
    alert_command: str = ""

    @classmethod
    def read(cls) -> Settings:
        """Reads the Variable; one that is not set leaves every setting at its default."""
        try:
            values = Variable.get(VARIABLE, default={}, deserialize_json=True)
        except ValueError as e:
            raise AirflowFailException(
                f"Cannot read the Variable {VARIABLE}: it is no JSON. See airflow/README.md."
            ) from e
        return cls.of(values)

    @classmethod
    def of(cls, values: object) -> Settings:
        """Settings by name; those that are missing have their defaults."""
        if not isinstance(values, dict):
            raise AirflowFailException(
                f"Cannot read the Variable {VARIABLE}: it is no JSON object. See airflow/README.md."
            )
        types = {field.name: type(field.default) for field in fields(cls)}
        for name, value in sorted(values.items()):
            if name not in types:
                raise AirflowFailException(
                    f"Cannot read the Variable {VARIABLE}: there is no setting {name!r}. "
                    f"Use {', '.join(types)}."
                )
            # True is a whole number for Python.
            if not isinstance(value, types[name]) or isinstance(value, bool):
                kind = "a whole number" if types[name] is int else "text"
                raise AirflowFailException(
                    f"Cannot read the Variable {VARIABLE}: {name} must be {kind}. Correct it."
                )
        settings = cls(**values)
        if any(word.split("=")[0] == "--jobs" for word in shlex.split(settings.run_options)):
            raise AirflowFailException(
                f"Cannot use the Variable {VARIABLE}: run_options has --jobs, which only the "
                "stages would see. Set DESIST_JOBS for the workers instead."
            )
        return settings

    def desist(self, *arguments: str) -> list[str]:
        """The words of a command line; ``--log json`` makes its progress readable here."""
        return [*shlex.split(self.command), "--log", "json", *arguments]

    def key(self) -> list[str]:
        """The option that names the key, if a file is set."""
        return ["--key-file", self.key_file] if self.key_file else []

    def snapshot(self, date: str) -> Path:
        """The folder of a snapshot."""
        return Path(self.extracts) / date

    def alerts(self) -> Path:
        """The file of the alerts."""
        return Path(self.alerts_file) if self.alerts_file else _home() / "desist-alerts.jsonl"


def _home() -> Path:
    return Path(os.environ.get("AIRFLOW_HOME", "~/airflow")).expanduser()
