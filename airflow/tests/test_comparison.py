# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""The desk: what is taken in, and what of it is answered."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from airflow.sdk.exceptions import AirflowException, AirflowFailException

from conftest import AIRFLOW
from desist_airflow.comparison import READY_KEY, AnswerRequest, IntakeRequests, ReadyRequests
from desist_airflow.settings import Settings

FAKE = str(Path(__file__).with_name("fake-desist"))


class Instance:
    """What a task instance hands on, and how often it was tried."""

    try_number, max_tries = 1, 3

    def __init__(self):
        self.handed = {}

    def xcom_push(self, key, value):
        self.handed[key] = value

    def xcom_pull(self, task_ids, key):
        return self.handed.get(key) if task_ids == "intake" else None


@pytest.fixture
def instance():
    return Instance()


def desk(monkeypatch, end, **more):
    settings = Settings(command=f"{FAKE} {end}", requests="/r", out="/o", **more)
    monkeypatch.setattr(Settings, "read", classmethod(lambda cls: settings))
    return settings


def test_an_intake_names_the_folder_and_how_long_files_settle():
    settings = Settings(requests="/r", out="/o", key_file="/k", compare_options="--engine spark")
    shared = ["--out", "/o", "--key-file", "/k", "--engine", "spark"]
    assert IntakeRequests(task_id="intake").words(settings, {}) == [
        *("intake", "/r", "--settle", "30"),
        *shared,
    ]
    assert AnswerRequest(task_id="answer", request="b c").words(settings, {}) == [
        *("compare", "/r/b c"),
        *shared,
    ]


def test_what_is_ready_is_handed_on(monkeypatch, instance):
    desk(monkeypatch, "desk-0")
    IntakeRequests(task_id="intake").execute({"ti": instance})
    assert instance.handed[READY_KEY] == ["a", "b c"]
    assert ReadyRequests(task_id="ready", intake="intake").execute({"ti": instance}) == ["a", "b c"]


@pytest.mark.parametrize(("end", "raised"), [(1, AirflowFailException), (6, AirflowException)])
def test_what_is_ready_is_handed_on_when_another_request_failed(monkeypatch, instance, end, raised):
    desk(monkeypatch, f"desk-{end}")
    with pytest.raises(raised, match=f"CODE_{end}: Cannot do it") as thrown:
        IntakeRequests(task_id="intake").execute({"ti": instance})
    assert type(thrown.value) is raised
    assert instance.handed[READY_KEY] == ["a", "b c"]


def test_an_intake_that_said_nothing_leaves_nothing_to_answer(monkeypatch, instance):
    desk(monkeypatch, "killed")
    with pytest.raises(AirflowException):
        IntakeRequests(task_id="intake").execute({"ti": instance})
    assert ReadyRequests(task_id="ready", intake="intake").execute({"ti": instance}) == []


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    """The environment of an Airflow of its own, with an empty database."""
    environment = os.environ | {
        "AIRFLOW_HOME": str(tmp_path_factory.mktemp("desk")),
        "PYTHONPATH": str(AIRFLOW / "dags"),
    }
    migrate = [sys.executable, "-m", "airflow", "db", "migrate"]
    subprocess.run(migrate, env=environment, check=True, capture_output=True)
    return environment


@pytest.mark.parametrize(
    ("end", "expected"),
    [
        ("desk-0", ["success", "done -1 success", "intake -1 success"]),
        ("desk-1", ["failed", "done -1 upstream_failed", "intake -1 failed"]),
    ],
)
def test_a_failed_intake_is_red_and_what_is_ready_is_answered(home, end, expected):
    """The DAG by Airflow itself, in one process."""
    script = (
        "from airflow.dag_processing.dagbag import DagBag;"
        "run = DagBag().get_dag('comparison_requests').test();"
        "print('ended', run.state.value, *(f'{t.task_id} {t.map_index} {t.state}'"
        " for t in run.get_task_instances()), sep='|')"
    )
    ended = subprocess.run(
        [sys.executable, "-c", script],
        env=home | {"AIRFLOW_VAR_DESIST": json.dumps({"command": f"{FAKE} {end}"})},
        capture_output=True,
        text=True,
    )
    told = [line for line in ended.stdout.splitlines() if line.startswith("ended|")]
    assert told, ended.stderr[-3000:]
    assert sorted(told[0].split("|")[1:]) == sorted(
        [*expected, "answer 0 success", "answer 1 success", "ready -1 success"]
    )
