# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""Nights on a running Airflow, with a Spark cluster, from the delivery to the published version."""

from __future__ import annotations

import contextlib
import json
import os
import re
import signal
import subprocess
import time
from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from conftest import AIRFLOW, PROJECT
from desist_airflow.stages import STAGES
from small_world import QUARTER, SAMPLES, content_hash, current, manifest

pytestmark = pytest.mark.night

NIGHT = "reoffending_nightly"
FAKE = str(AIRFLOW / "tests" / "fake-desist")


@pytest.fixture(scope="module")
def settings(world, cluster):
    """The settings of this installation, stages on Spark."""
    return {
        "command": str(PROJECT / "desist"),
        "out": str(world.folder / "out"),
        "extracts": str(world.extracts),
        "requests": str(world.requests),
        "key_file": str(world.key),
        "settle_seconds": 1,
        "run_options": f"--engine spark --master {cluster.url} --threads 1 {QUARTER}",
        "compare_options": "--threads 1 --memory 512",
    }


@pytest.fixture(scope="module")
def on_duckdb(settings):
    """The same without the cluster."""
    return settings | {"run_options": f"--threads 2 --memory 512 {QUARTER}"}


@pytest.fixture(scope="module")
def out(world):
    return world.folder / "out"


@pytest.fixture(scope="module")
def green(airflow, world, settings):
    """The night that the scheduler starts by itself as soon as the DAG is switched on."""
    airflow.settings(**settings)
    night = last_night()
    world.deliver(night.isoformat())
    airflow.switch_on(NIGHT)
    airflow.wait("the night is scheduled", lambda: airflow.runs(NIGHT), 60)
    run = airflow.runs(NIGHT)[0]
    airflow.finished(NIGHT, run["dag_run_id"], 1800)
    return night.isoformat(), run["dag_run_id"]


def last_night() -> date:
    """The day on which the data interval that ended last began."""
    return (datetime.now(ZoneInfo("Europe/London")) - timedelta(hours=2)).date() - timedelta(days=1)


def test_airflow_reads_the_dags_without_an_error_or_a_warning(airflow):
    assert airflow.import_errors() == []
    assert airflow.dag_warnings() == []


def test_a_night_runs_to_the_end_and_publishes_what_a_plain_run_does(airflow, world, out, green):
    night, run = green
    tasks = airflow.tasks(NIGHT, run)

    assert {name: task["state"] for name, task in tasks.items()} == dict.fromkeys(
        ["snapshot", *STAGES, "report", "verdict"], "success"
    )
    assert airflow.run(NIGHT, run)["state"] == "success"
    assert all(task["try_number"] <= 1 for task in tasks.values())
    assert current(out) == f"{night}-0001"
    assert str(manifest(out)["engine"]).startswith("Spark")
    assert content_hash(out) == world.plain_run("plain", night)


def test_the_stages_of_the_run_are_the_tasks(airflow, out, green):
    _, run = green
    for stage in STAGES:
        assert f"{stage}: started" in airflow.log(NIGHT, run, stage)
    assert current(out) in airflow.log(NIGHT, run, "report")


def test_a_bad_snapshot_ends_red_with_its_message_and_publishes_nothing(
    airflow, world, out, settings, green
):
    told = world.folder / "told.jsonl"
    airflow.settings(**settings, alert_command=f"tee -a {told}")
    before = (current(out), versions(out))
    folder = world.deliver("2026-01-02")
    (folder / "control.csv").unlink()
    (folder / "_COMPLETE").touch()
    persons = folder / "pnc_person.csv"
    persons.write_text(persons.read_text().replace("pnc_id", "pnc_number", 1))

    run = airflow.trigger_night("2026-01-02")

    assert airflow.finished(NIGHT, run) == "failed"
    states = airflow.states(NIGHT, run)
    assert (states["snapshot"], states["ingest"]) == ("success", "failed")
    assert {states[stage] for stage in STAGES[1:]} == {"upstream_failed"}
    assert (states["report"], states["verdict"]) == ("success", "upstream_failed")
    assert airflow.tasks(NIGHT, run)["ingest"]["try_number"] == 1
    message = "MISSING_COLUMN: Cannot use pnc_person.csv: line 1 lacks the required column pnc_id."
    assert f"AirflowFailException: {message}" in airflow.log(NIGHT, run, "ingest")
    alert = next(alert for alert in airflow.alerts() if alert["dag_run"] == run)
    assert (alert["task"], alert["owner"]) == ("ingest", "desist-operations")
    assert alert["message"].startswith(message)
    assert json.loads(told.read_text()) == alert
    assert (current(out), versions(out)) == before


def test_a_killed_task_resumes_where_it_stopped(airflow, world, out, on_duckdb, green):
    airflow.settings(**on_duckdb)
    world.deliver("2026-01-03")

    # The logical date is long before everything, and no matter.
    run = airflow.trigger_night("2026-01-03", logical="1971-01-01")
    kill_within(out / "runs" / "2026-01-03-0001" / "cohort", "--until cohort")

    assert airflow.finished(NIGHT, run) == "success"
    tries = {name: task["try_number"] for name, task in airflow.tasks(NIGHT, run).items()}
    assert {stage: tries[stage] for stage in STAGES} == dict.fromkeys(STAGES, 1) | {"cohort": 2}
    assert "was ended by signal 9" in airflow.log(NIGHT, run, "cohort", 1)
    again = airflow.log(NIGHT, run, "cohort", 2)
    assert "link was complete already and is kept" in again
    # Published beside the later night, which readers go on seeing.
    assert current(out) == f"{green[0]}-0001"
    plain = world.plain_run("plain-kill", "2026-01-03")
    assert content_hash(out, "2026-01-03-0001") == plain


def test_a_night_by_hand_without_its_snapshot_is_red_and_says_what_to_fill_in(
    airflow, on_duckdb, green
):
    airflow.settings(**on_duckdb)
    run = airflow.trigger_night(None, logical="2001-01-01")
    assert airflow.finished(NIGHT, run) == "failed"
    assert airflow.states(NIGHT, run)["snapshot"] == "failed"
    assert "Start it again with the day of the extracts" in airflow.log(NIGHT, run, "snapshot")


def test_a_night_without_a_delivery_waits_and_says_for_what(airflow, on_duckdb, green):
    airflow.settings(**on_duckdb)
    run = airflow.trigger_night("2026-01-04")
    airflow.wait(
        "the sensor has looked",
        lambda: airflow.states(NIGHT, run)["snapshot"] == "up_for_reschedule",
        60,
    )
    assert "Waiting: there is no folder" in airflow.log(NIGHT, run, "snapshot")
    airflow.fail(NIGHT, run, "snapshot")
    assert airflow.finished(NIGHT, run) == "failed"
    assert "No run was made" in airflow.log(NIGHT, run, "report")


def test_a_request_that_waits_for_its_sender_is_no_failure_and_is_judged_once(
    airflow, world, out, on_duckdb, green
):
    airflow.settings(**on_duckdb)
    subprocess.run(["cp", "-r", SAMPLES / "requests" / "wren-house", world.requests], check=True)
    broken = world.requests / "broken"
    broken.mkdir()
    (broken / "request.yaml").write_text("request: broken\ncolour: blue\n")
    time.sleep(2)

    # Switched on, it looks at once.
    airflow.switch_on("comparison_requests")
    airflow.wait("it is scheduled", lambda: airflow.runs("comparison_requests"), 60)
    run = airflow.runs("comparison_requests")[0]["dag_run_id"]

    assert airflow.finished("comparison_requests", run) == "success"
    states = airflow.states("comparison_requests", run)
    assert (states["intake"], states["ready"], states["answer"]) == (
        "success",
        "success",
        "skipped",
    )
    desk = out / "restricted" / "intake"
    judged = [json.loads(line) for line in (desk / "status.jsonl").read_text().splitlines()]
    assert {entry["folder"]: entry["state"] for entry in judged} == {
        "broken": "WAITING",
        "wren-house": "TOO_FEW",
    }
    assert len(list((desk / "letters").iterdir())) == 2
    assert (out / "restricted" / "requests" / "wren-house" / "clinic.html").exists()

    second = airflow.trigger("comparison_requests")
    assert airflow.finished("comparison_requests", second) == "success"
    assert len((desk / "status.jsonl").read_text().splitlines()) == len(judged)


def test_a_baseline_is_built_from_what_was_filled_in(airflow, out, on_duckdb, green):
    airflow.settings(**on_duckdb)
    airflow.switch_on("baseline_build")
    run = airflow.trigger("baseline_build", name="b", to="2017-06-30", **{"from": "2017-04-01"})
    assert airflow.finished("baseline_build", run) == "success"
    assert (out / "baselines" / "b" / "1" / "manifest.json").exists()


def test_housekeeping_finds_the_versions_whole_and_keeps_the_current_one(
    airflow, out, on_duckdb, green
):
    airflow.settings(**on_duckdb)
    airflow.switch_on("housekeeping")
    before = current(out)
    run = airflow.trigger("housekeeping")
    assert airflow.finished("housekeeping", run) == "success"
    assert current(out) == before
    assert before in versions(out)


@pytest.mark.parametrize(
    ("end", "tries", "message"),
    [
        ("6", 4, "AirflowException: CODE_6: Cannot do it: because. Mend it."),
        ("3", 1, "AirflowFailException: CODE_3: Cannot do it: because. Mend it."),
        ("1", 1, "AirflowFailException: CODE_1: Cannot do it: because. Mend it."),
        ("killed", 2, "AirflowFailException: Desist was ended by signal 9"),
    ],
)
def test_only_what_is_worth_it_is_tried_again(airflow, end, tries, message):
    run = build_with(airflow, end)
    assert airflow.finished("baseline_build", run) == "failed"
    assert airflow.tasks("baseline_build", run)["build"]["try_number"] == tries
    log = airflow.log("baseline_build", run, "build", tries)
    assert message in log
    assert "Jane Doe" not in log


def test_a_task_that_airflow_ends_takes_its_command_with_it(airflow):
    run = build_with(airflow, "waits")
    airflow.wait("it works", lambda: children(airflow, run), 60)
    child = children(airflow, run)[0]

    airflow.fail("baseline_build", run, "build")

    airflow.wait("it is gone", lambda: not Path(f"/proc/{child}").exists(), 60)
    assert airflow.finished("baseline_build", run) == "failed"


def test_housekeeping_removes_nothing_while_a_version_is_damaged(airflow):
    airflow.switch_on("housekeeping")
    airflow.settings(command=f"{FAKE} 3")
    run = airflow.trigger("housekeeping")
    assert airflow.finished("housekeeping", run) == "failed"
    assert airflow.states("housekeeping", run) == {
        "check": "failed",
        "plan": "upstream_failed",
        "prune": "upstream_failed",
    }


def test_housekeeping_plans_before_it_removes(airflow):
    airflow.switch_on("housekeeping")
    airflow.settings(command=f"{FAKE} 0", out="o")
    run = airflow.trigger("housekeeping")
    assert airflow.finished("housekeeping", run) == "success"
    said = {task: airflow.log("housekeeping", run, task) for task in ("check", "plan", "prune")}
    assert "done: --log json check --out o\n" in said["check"]
    assert "done: --log json prune --plan --out o\n" in said["plan"]
    assert "done: --log json prune --out o\n" in said["prune"]


@pytest.mark.parametrize(
    ("extent", "state", "backfill", "verdict"),
    [
        ("plan only", "success", "skipped", "success"),
        # The stand-in says that it is done, and publishes nothing.
        ("plan and run", "failed", "success", "failed"),
    ],
)
def test_a_backfill_is_planned_and_then_run_once_if_that_was_asked_for(
    airflow, extent, state, backfill, verdict
):
    airflow.switch_on("reoffending_backfill")
    airflow.settings(command=f"{FAKE} 0", out="o")
    asked = {"from": "2016-01-01", "to": "2017-04-01", "extent": extent}
    run = airflow.trigger("reoffending_backfill", **asked)
    assert airflow.finished("reoffending_backfill", run) == state
    assert airflow.states("reoffending_backfill", run) == {
        "plan": "success",
        "wanted": "success",
        "backfill": backfill,
        "verdict": verdict,
    }
    planned = airflow.log("reoffending_backfill", run, "plan")
    command = "backfill --from 2016-01-01 --to 2017-04-01 --out o"
    assert f"done: --log json {command} --plan\n" in planned


def build_with(airflow, end: str) -> str:
    """Starts the smallest DAG with a command that ends in a known way."""
    airflow.settings(command=f"{FAKE} {end}")
    airflow.switch_on("baseline_build")
    return airflow.trigger("baseline_build", name="b", to="2017-06-30", **{"from": "2017-04-01"})


def children(airflow, run: str) -> list[str]:
    """The process that the stand-in has started, once its log is there."""
    if airflow.states("baseline_build", run)["build"] != "running":
        return []
    return re.findall(r"\| child (\d+)", airflow.log("baseline_build", run, "build"))


def versions(out: Path) -> list[str]:
    return sorted(path.name for path in (out / "versions").iterdir())


def kill_within(stage: Path, words: str) -> None:
    """Kills the command with these words as soon as its stage has begun to write."""
    give_up = time.monotonic() + 600
    while not stage.is_dir():
        assert time.monotonic() < give_up, f"{stage} was not begun"
        time.sleep(0.01)
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(FileNotFoundError, ProcessLookupError):
            line = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if "desist.jar" in line and words in line and str(stage.parents[2]) in line:
                os.kill(int(folder.name), signal.SIGKILL)
                return
    raise AssertionError(f"nothing works on {stage}")
