# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""A running Airflow, and what tests ask it for over its API."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from collections.abc import Callable
from pathlib import Path
from typing import Any

from conftest import AIRFLOW
from spark_cluster import free_port

ENDED = ("success", "failed")


class LocalAirflow:
    """Started by airflow/start with every DAG paused; ended with the block."""

    def __init__(self, home: Path, environment: dict[str, str]):
        self.home = home
        self._port = free_port()
        self._environment = environment
        self._process: subprocess.Popen[bytes] | None = None
        self._token: str | None = None

    def __enter__(self) -> LocalAirflow:
        environment = {k: v for k, v in os.environ.items() if not k.startswith("AIRFLOW")}
        # A test does not wait five minutes for a second try.
        environment["AIRFLOW__CORE__DEFAULT_TASK_RETRY_DELAY"] = "2"
        with (self.home / "start.log").open("wb") as log:
            self._process = subprocess.Popen(
                [
                    *(str(AIRFLOW / "start"), "--home", str(self.home)),
                    *("--venv", sys.prefix, "--port", str(self._port)),
                ],
                env=environment | self._environment,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )
        try:
            self.wait("Airflow is up", self._logged_in, 300)
            self.wait("the DAGs are read", lambda: len(self.dag_ids()) == 5, 180)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *thrown: object) -> None:
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGKILL):
            try:
                os.killpg(self._process.pid, number)
                self._process.wait(20)
            except ProcessLookupError:
                return
            except subprocess.TimeoutExpired:
                continue

    def dag_ids(self) -> list[str]:
        return sorted(dag["dag_id"] for dag in self._get("/dags")["dags"])

    def import_errors(self) -> list[Any]:
        return self._get("/importErrors")["import_errors"]

    def dag_warnings(self) -> list[Any]:
        return self._get("/dagWarnings")["dag_warnings"]

    def settings(self, **settings: Any) -> None:
        """Sets the Variable desist."""
        body = {"key": "desist", "value": json.dumps(settings)}
        try:
            self._ask("PATCH", "/variables/desist", body)
        except urllib.error.HTTPError as e:
            if e.code != 404:
                raise
            self._ask("POST", "/variables", body)

    def switch_on(self, dag: str) -> None:
        self._ask("PATCH", f"/dags/{dag}", {"is_paused": False})

    def trigger(self, dag: str, **conf: Any) -> str:
        """Starts a DAG by hand; the name of its run."""
        return self._ask("POST", f"/dags/{dag}/dagRuns", {"logical_date": None, "conf": conf})[
            "dag_run_id"
        ]

    def trigger_night(self, snapshot: str | None, logical: str | None = None) -> str:
        """Starts the nightly DAG for a snapshot, under a logical date if one is given."""
        body = {
            "logical_date": logical and f"{logical}T02:00:00Z",
            "conf": {"snapshot": snapshot} if snapshot else {},
        }
        return self._ask("POST", "/dags/reoffending_nightly/dagRuns", body)["dag_run_id"]

    def runs(self, dag: str) -> list[dict[str, Any]]:
        return self._get(f"/dags/{dag}/dagRuns?order_by=run_after")["dag_runs"]

    def run(self, dag: str, run: str) -> dict[str, Any]:
        return self._get(f"/dags/{dag}/dagRuns/{_quoted(run)}")

    def finished(self, dag: str, run: str, seconds: float = 900) -> str:
        """The state in which a run of a DAG ends."""
        self.wait(f"{run} of {dag} ends", lambda: self.run(dag, run)["state"] in ENDED, seconds)
        return self.run(dag, run)["state"]

    def tasks(self, dag: str, run: str) -> dict[str, dict[str, Any]]:
        """Task instances by task, mapped ones by task and index."""
        found = self._get(f"/dags/{dag}/dagRuns/{_quoted(run)}/taskInstances")["task_instances"]
        return {
            t["task_id"] if t["map_index"] < 0 else f"{t['task_id']}[{t['map_index']}]": t
            for t in found
        }

    def states(self, dag: str, run: str) -> dict[str, str]:
        return {task: found["state"] for task, found in self.tasks(dag, run).items()}

    def fail(self, dag: str, run: str, task: str) -> None:
        """Marks a task as failed, as an operator does on the page."""
        path = f"/dags/{dag}/dagRuns/{_quoted(run)}/taskInstances/{task}"
        self._ask("PATCH", path, {"new_state": "failed"})

    def log(self, dag: str, run: str, task: str, attempt: int = 1, map_index: int = -1) -> str:
        """The log of a try, as the page shows it."""
        path = f"/dags/{dag}/dagRuns/{_quoted(run)}/taskInstances/{task}/logs/{attempt}"
        content = self._get(f"{path}?full_content=true&map_index={map_index}")["content"]
        return "\n".join(_line(entry) for entry in content)

    def alerts(self) -> list[dict[str, Any]]:
        """What would have gone to whoever is on call."""
        file = self.home / "desist-alerts.jsonl"
        return [json.loads(line) for line in file.read_text().splitlines()] if file.exists() else []

    def wait(self, what: str, condition: Callable[[], bool], seconds: float) -> None:
        give_up = time.monotonic() + seconds
        while not condition():
            assert self._process.poll() is None, (self.home / "start.log").read_text()
            assert time.monotonic() < give_up, f"Waited {seconds:.0f} s until {what}"
            time.sleep(0.5)

    def _logged_in(self) -> bool:
        file = self.home / "simple_auth_manager_passwords.json.generated"
        if not file.exists() or not file.read_text():
            return False
        password = json.loads(file.read_text())["admin"]
        try:
            self._token = self._ask(
                "POST", "/auth/token", {"username": "admin", "password": password}, api=""
            )["access_token"]
        except urllib.error.URLError:
            return False
        return True

    def _get(self, path: str) -> dict[str, Any]:
        return self._ask("GET", path)

    def _ask(self, method: str, path: str, body: Any = None, api: str = "/api/v2") -> Any:
        request = urllib.request.Request(
            f"http://127.0.0.1:{self._port}{api}{path}",
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json", "Accept": "application/json"}
            | ({"Authorization": f"Bearer {self._token}"} if self._token else {}),
        )
        with urllib.request.urlopen(request, timeout=60) as answer:
            return json.load(answer)


def _quoted(run: str) -> str:
    return urllib.parse.quote(run, safe="")


def _line(entry: Any) -> str:
    if isinstance(entry, str):
        return entry
    errors = [
        f"{found['exc_type']}: {found['exc_value']}" for found in entry.get("error_detail") or []
    ]
    return " ".join(
        str(part) for part in (entry.get("timestamp"), entry.get("event"), *errors) if part
    )
