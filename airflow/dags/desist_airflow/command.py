# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""Runs one command and tells how it ended."""

from __future__ import annotations

import contextlib
import ctypes
import json
import logging
import os
import shlex
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from dataclasses import dataclass, field

log = logging.getLogger(__name__)

# Longer than Desist needs to end, shorter than Airflow waits before it kills the task itself.
GRACE_SECONDS = 3.0
# Progress within a stage, at most this often.
PROGRESS_SECONDS = 60.0
# The launcher's own words and Java's, before Desist has started.
LAUNCHER = ("error: Cannot ", "Building desist ", "Error: ", "Error occurred during ")
_PR_SET_PDEATHSIG = 1
_LIBC = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


@dataclass(frozen=True)
class End:
    """
    How a command ended.

    :param exit: its exit code; 128 and more, or negative, when a signal ended it
    :param run: the run it worked on, if it named one
    :param code: Desist's error code, if it ended in an error
    :param message: Desist's own message, if it ended in an error
    :param events: the last event of each kind, by its name
    """

    exit: int
    run: str | None
    code: str | None
    message: str | None
    events: dict[str, dict[str, object]] = field(default_factory=dict)

    def killed(self) -> bool:
        """Whether a signal ended it, so that it could not say anything."""
        return self.exit < 0 or self.exit > 128

    def text(self) -> str:
        """One sentence for whoever looks at the task."""
        if self.code:
            return f"{self.code}: {self.message}"
        if self.killed():
            number = -self.exit if self.exit < 0 else self.exit - 128
            return f"Desist was ended by signal {number}; its complete stages are kept."
        return self.message or f"Desist ended with exit code {self.exit} and said nothing."


class Command:
    """A command in a process group of its own, so that all of it can be ended at once."""

    def __init__(self, words: list[str]):
        self.words = words
        self._process: subprocess.Popen[str] | None = None
        self._run: str | None = None
        self._error: dict[str, object] = {}
        self._events: dict[str, dict[str, object]] = {}
        self._passed_over = 0
        self._progress_at = 0.0

    def run(self) -> End:
        """
        Runs to the end.

        :raises FileNotFoundError: when there is no such command
        """
        log.info("$ %s", shlex.join(self.words))
        self._process = subprocess.Popen(
            self.words,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            errors="replace",
            start_new_session=True,
            preexec_fn=_end_with_parent if _LIBC else None,
        )
        try:
            events = threading.Thread(target=self._listen, args=(self._process.stderr,))
            events.start()
            for line in self._process.stdout:
                log.info("| %s", line.rstrip())
            events.join()
            code = self._process.wait()
        finally:
            self.end()
        if self._passed_over:
            log.info("%d lines of libraries were not shown.", self._passed_over)
        error = self._error
        return End(code, self._run, error.get("code"), error.get("message"), self._events)

    def end(self) -> None:
        """Ends the whole group, politely first; does nothing when it has ended."""
        process = self._process
        if process is None or process.poll() is not None:
            return
        log.warning("Ending Desist.")
        _signal(process.pid, signal.SIGTERM)
        give_up = time.monotonic() + GRACE_SECONDS
        while process.poll() is None and time.monotonic() < give_up:
            time.sleep(0.1)
        _signal(process.pid, signal.SIGKILL)
        process.wait()

    def _listen(self, lines: Iterable[str]) -> None:
        for line in lines:
            event = _event(line)
            if event is not None:
                self._told(event)
            elif line.startswith(LAUNCHER):
                log.info(line.rstrip())
                self._error.setdefault("message", line.removeprefix("error: ").strip())
            else:
                # A library may quote a value of a row: such lines stay out of the log.
                self._passed_over += 1

    def _told(self, event: dict[str, object]) -> None:
        self._run = event.get("run") or self._run
        kind = event["event"]
        self._events[kind] = event
        if kind == "error":
            self._error = event
            log.error("%s: %s", event.get("code"), event.get("message"))
        elif kind == "advanced":
            if time.monotonic() - self._progress_at >= PROGRESS_SECONDS:
                self._progress_at = time.monotonic()
                log.info("%s: %s done", event.get("step"), event.get("done"))
        else:
            self._progress_at = time.monotonic()
            log.info(_words(event))


def _event(line: str) -> dict[str, object] | None:
    if not line.startswith("{"):
        return None
    try:
        event = json.loads(line)
    except ValueError:
        return None
    return event if "event" in event and "time" in event else None


def _words(event: dict[str, object]) -> str:
    subject = event.get("step") or event["event"]
    if "text" in event:
        return str(event["text"])
    if event["event"] == "started":
        return f"{subject}: started"
    if event["event"] == "finished":
        return f"{subject}: {event.get('summary')} ({int(event.get('millis', 0)) / 1000:.1f} s)"
    rest = {key: value for key, value in event.items() if key not in ("time", "event")}
    return f"{event['event']}: " + ", ".join(f"{key} {value}" for key, value in rest.items())


def _signal(group: int, number: signal.Signals) -> None:
    with contextlib.suppress(ProcessLookupError):
        os.killpg(group, number)


def _end_with_parent() -> None:
    """A task that is killed outright cannot end its command: on Linux the kernel does."""
    _LIBC.prctl(_PR_SET_PDEATHSIG, signal.SIGTERM)
