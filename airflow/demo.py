# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""
What airflow/start --demo shows: a good night and a broken one on the small world.

    demo.py world HOME               makes the deliveries and prints the Variable desist
    demo.py nights HOME PORT         runs both nights on a started Airflow, and says what to open
"""

from __future__ import annotations

import http.client
import json
import shutil
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

PROJECT = Path(__file__).resolve().parents[1]
SAMPLES = PROJECT / "data-samples" / "small-world" / "extracts"
NIGHT = "reoffending_nightly"
BROKEN = "2019-07-01"
LIMIT_SECONDS = 1800


def last_night() -> date:
    """The snapshot that the scheduler asks for as soon as the DAG is switched on."""
    return (datetime.now(ZoneInfo("Europe/London")) - timedelta(hours=2)).date() - timedelta(days=1)


def deliver(extracts: Path, day: str) -> Path:
    """The small world as the snapshot of a day."""
    return Path(shutil.copytree(SAMPLES, extracts / day, dirs_exist_ok=True))


def break_snapshot(folder: Path) -> None:
    """A sender renamed a column: the snapshot is complete and cannot be used."""
    (folder / "control.csv").unlink(missing_ok=True)
    (folder / "_COMPLETE").touch()
    persons = folder / "pnc_person.csv"
    persons.write_text(persons.read_text().replace("pnc_id", "pnc_number", 1))


def make_world(home: Path) -> dict[str, Any]:
    """Both deliveries and a key; the settings that go with them."""
    world = home / "demo"
    extracts = world / "extracts"
    deliver(extracts, last_night().isoformat())
    break_snapshot(deliver(extracts, BROKEN))
    (world / "requests").mkdir(exist_ok=True)
    key = world / "person.key"
    if not key.exists():
        subprocess.run([PROJECT / "desist", "keys", "new", key], check=True, stdout=sys.stderr)
    return {
        "command": str(PROJECT / "desist"),
        "out": str(world / "out"),
        "extracts": str(extracts),
        "requests": str(world / "requests"),
        "key_file": str(key),
        "settle_seconds": 1,
        "run_options": "--threads 2 --memory 512 --from 2017-04-01 --to 2017-04-01",
    }


class Page:
    """The API of the started Airflow."""

    def __init__(self, home: Path, port: int):
        self.address = f"http://127.0.0.1:{port}"
        self._home = home
        self._token: str | None = None

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        request = urllib.request.Request(
            self.address + path,
            method=method,
            data=None if body is None else json.dumps(body).encode(),
            headers={"Content-Type": "application/json"}
            | ({"Authorization": f"Bearer {self._token}"} if self._token else {}),
        )
        with urllib.request.urlopen(request, timeout=300) as answer:
            return json.load(answer)

    def log_in(self) -> bool:
        file = self._home / "simple_auth_manager_passwords.json.generated"
        login = {"username": "admin", "password": json.loads(file.read_text())["admin"]}
        try:
            self._token = self.ask("POST", "/auth/token", login)["access_token"]
        except urllib.error.URLError:
            return False
        return True

    def has_night(self) -> bool:
        try:
            self.ask("GET", f"/api/v2/dags/{NIGHT}")
        except urllib.error.HTTPError:
            return False
        return True

    def runs(self) -> dict[str, str]:
        """The state of each run of the night, by its name."""
        found = self.ask("GET", f"/api/v2/dags/{NIGHT}/dagRuns")["dag_runs"]
        return {run["dag_run_id"]: run["state"] for run in found}

    def open(self, run: str) -> str:
        """Where to look at a run."""
        return f"{self.address}/dags/{NIGHT}/runs/{urllib.parse.quote(run, safe='')}"


def _holds(condition: Any) -> bool:
    """A busy machine answers late: that is no answer yet."""
    try:
        return bool(condition())
    except (OSError, http.client.HTTPException):
        return False


def wait(what: str, condition: Any) -> None:
    """Until something holds; a demo that hangs says at what."""
    give_up = time.monotonic() + LIMIT_SECONDS
    while not _holds(condition):
        if time.monotonic() > give_up:
            sys.exit(f"error: Cannot show the demo: waited {LIMIT_SECONDS} s until {what}.")
        time.sleep(1)


def show_nights(home: Path, port: int) -> None:
    """Starts both nights, waits for them, and says what to open."""
    page = Page(home, port)
    wait("Airflow is up", page.log_in)
    wait("the DAGs are read", page.has_night)
    print("\n  Demo: a good night and a broken one run now; two or three minutes.", flush=True)
    page.ask("PATCH", f"/api/v2/dags/{NIGHT}", {"is_paused": False})
    wait("the night is scheduled", page.runs)
    broken = page.ask(
        "POST",
        f"/api/v2/dags/{NIGHT}/dagRuns",
        {"logical_date": None, "conf": {"snapshot": BROKEN}},
    )["dag_run_id"]
    wait("both nights have ended", lambda: set(page.runs().values()) <= {"success", "failed"})
    states = page.runs()
    good = next(run for run in states if run != broken)
    print(
        f"""
  The good night    {states[good]}: every stage, then verdict
    {page.open(good)}
  The broken night  {states[broken]}: ingest says which column is missing, in its log
    {page.open(broken)}
  The pages of both runs, as the task report shows them
    {home / "demo" / "out" / "pages"}
  Try it: start {NIGHT} by hand with a day below {home / "demo" / "extracts"} as its snapshot.
""",
        flush=True,
    )
    if (states[good], states[broken]) != ("success", "failed"):
        sys.exit("error: Cannot call this a demo: one night should be good and one broken.")


if __name__ == "__main__":
    action, place = sys.argv[1], Path(sys.argv[2])
    if action == "world":
        print(json.dumps(make_world(place)))
    else:
        show_nights(place, int(sys.argv[3]))
