# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""Which comparison requests have to be answered, and the task that answers one."""

from __future__ import annotations

import hashlib
import json
import shlex
import time
from pathlib import Path
from typing import Any

from airflow.sdk import BaseOperator
from airflow.sdk.exceptions import AirflowFailException

from desist_airflow.command import End
from desist_airflow.operators import DesistTask
from desist_airflow.settings import Settings

REQUEST = "request.yaml"
MENDED_BY_SENDER = (3, 4)
"""Exit codes of a refusal that stays the same until the request changes."""


def fingerprint(folder: Path) -> str:
    """SHA-256 over the names and contents of a request's files."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            digest.update(f"{path.relative_to(folder)}\0".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def due(requests: Path, state: Path, settle_seconds: int) -> list[str]:
    """
    The names of the request folders that are new, or other than when they were dealt with.

    A folder in which something changed within the last seconds is left for the next look.
    """
    return [
        folder.name
        for folder in sorted(requests.iterdir())
        if (folder / REQUEST).is_file()
        and not folder.name.startswith(".")
        and _age(folder) >= settle_seconds
        and _noted(state, folder.name) != fingerprint(folder)
    ]


def note(folder: Path, content: str, state: Path, outcome: str) -> None:
    """Notes that a request of some content has been dealt with."""
    state.mkdir(parents=True, exist_ok=True)
    fresh = state / f".{folder.name}.json"
    fresh.write_text(json.dumps({"fingerprint": content, "outcome": outcome}) + "\n")
    fresh.replace(state / f"{folder.name}.json")


def _noted(state: Path, name: str) -> str | None:
    try:
        return json.loads((state / f"{name}.json").read_text())["fingerprint"]
    except FileNotFoundError:
        return None


def _age(folder: Path) -> float:
    newest = max(path.stat().st_mtime for path in (folder, *folder.rglob("*")))
    return time.time() - newest


def state_of(settings: Settings) -> Path:
    """Where it is noted what has been dealt with."""
    return settings.state_folder() / "requests"


class DueRequests(BaseOperator):
    """Finds what has to be answered: a list of folder names, one mapped task each."""

    def execute(self, context: Any) -> list[str]:
        settings = Settings.read()
        if not Path(settings.requests).is_dir():
            raise AirflowFailException(
                f"Cannot look for requests: there is no folder {settings.requests}. "
                "Make it, or set requests in the Variable desist."
            )
        found = due(Path(settings.requests), state_of(settings), settings.settle_seconds)
        self.log.info("To be answered: %s", ", ".join(found) or "nothing")
        return found


class AnswerRequest(DesistTask):
    """
    Answers one request, and notes that it has been dealt with.

    A refusal that only the sender can mend is noted too: it fails once, not at every look.

    :param request: the name of its folder
    """

    def __init__(self, *, request: str, **kwargs: Any):
        super().__init__(**kwargs)
        self.request = request
        self._content = ""

    def execute(self, context: Any) -> str:
        folder, state = self._folders()
        # Of what is read now: a change in the meantime makes it due again.
        self._content = fingerprint(folder)
        super().execute(context)
        note(folder, self._content, state, "answered")
        return self.request

    def failed(self, end: End, context: Any) -> None:
        if end.exit in MENDED_BY_SENDER:
            folder, state = self._folders()
            note(folder, self._content, state, "refused")
        super().failed(end, context)

    def _folders(self) -> tuple[Path, Path]:
        settings = Settings.read()
        return Path(settings.requests) / self.request, state_of(settings)

    def words(self, settings: Settings, context: Any) -> list[str]:
        return [
            "compare",
            str(Path(settings.requests) / self.request),
            *("--out", settings.out),
            *settings.key(),
            *shlex.split(settings.compare_options),
        ]
