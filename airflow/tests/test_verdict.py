# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""Which snapshot a night takes, and when it may call itself done."""

from __future__ import annotations

from datetime import datetime
from types import SimpleNamespace
from typing import Any

import pendulum
import pytest
from airflow.sdk import DAG
from airflow.sdk.exceptions import AirflowFailException

from desist_airflow.night import snapshot_date
from desist_airflow.operators import DesistOperator
from desist_airflow.settings import Settings
from desist_airflow.verdict import Verdict

RUN = "2019-06-30-0001"


def night(kind: str, asked: str | None = None, **more: Any) -> dict[str, Any]:
    return {"params": {"snapshot": asked}, "dag_run": SimpleNamespace(run_type=kind), **more}


def test_a_scheduled_night_takes_the_day_on_which_its_interval_begins():
    start = pendulum.datetime(2019, 7, 1, 1, tz="UTC")
    assert snapshot_date(night("scheduled", data_interval_start=start)) == "2019-07-01"


def test_a_night_by_hand_takes_what_was_filled_in_whatever_its_interval():
    start = pendulum.datetime(2001, 1, 1, tz="UTC")
    context = night("manual", "2019-06-30", data_interval_start=start)
    assert snapshot_date(context) == "2019-06-30"


def test_a_night_by_hand_without_a_snapshot_is_refused_with_what_to_do():
    with pytest.raises(AirflowFailException, match="Start it again with the day of the extracts"):
        snapshot_date(night("manual", data_interval_start=pendulum.datetime(2019, 7, 1)))


class Instance:
    """What a verdict asks of Airflow."""

    dag_id, run_id = "d", "r"

    def __init__(self, run: str | None, **states: str):
        self._run, self._states = run, states

    def get_task_states(self, dag_id: str, run_ids: list[str]) -> dict[str, dict[str, str]]:
        return {"r": self._states}

    def xcom_pull(self, task_ids: str, key: str) -> str | None:
        return self._run


@pytest.fixture
def out(tmp_path, monkeypatch):
    (tmp_path / "versions" / RUN).mkdir(parents=True)
    (tmp_path / "versions" / RUN / "manifest.json").touch()
    monkeypatch.setattr(Settings, "read", classmethod(lambda cls: Settings(out=str(tmp_path))))
    return tmp_path


def judge(instance: Instance, **more: Any) -> str | None:
    with DAG("d", schedule=None, start_date=datetime(1970, 1, 2)):
        tasks = [DesistOperator(task_id=name, arguments=list) for name in ("plan", "publish")]
        verdict = Verdict(task_id="verdict", publisher="publish", **more)
        tasks >> verdict
    return verdict.execute({"ti": instance})


def test_all_done_and_the_version_there_is_green(out):
    assert judge(Instance(RUN, plan="success", publish="success")) == RUN


@pytest.mark.parametrize("state", ["skipped", "removed", None])
def test_a_task_that_was_not_run_is_red(out, state):
    states = {"publish": "success"} | ({"plan": state} if state else {})
    with pytest.raises(AirflowFailException, match=f"plan: {state or 'not run'}"):
        judge(Instance(RUN, **states))


def test_publish_marked_green_by_hand_is_red(out):
    with pytest.raises(AirflowFailException, match="nothing says which run was published"):
        judge(Instance(None, plan="success", publish="success"))


def test_a_version_that_is_not_there_is_red(out):
    with pytest.raises(AirflowFailException, match="2019-06-30-0002"):
        judge(Instance("2019-06-30-0002", plan="success", publish="success"))


def test_what_was_not_wanted_need_not_be_published(out):
    asked = Instance(None, plan="success", publish="skipped")
    assert judge(asked, wanted=lambda context: False) is None
