# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""The DAGs as they are written: imports, the registry, what holds for every task."""

from __future__ import annotations

import itertools
import json
import re
from datetime import timedelta

import pytest
import yaml
from airflow.providers.standard.operators.python import ShortCircuitOperator
from airflow.sdk import TriggerRule

from conftest import AIRFLOW, PROJECT
from desist_airflow.alerts import run_failed, task_failed
from desist_airflow.stages import STAGES
from desist_airflow.verdict import Verdict

JUDGED = TriggerRule.NONE_FAILED
"""Reached after tasks that were skipped as well, to say that they were not done."""

REGISTRY = yaml.safe_load((AIRFLOW / "registry.yaml").read_text())
POOLS = json.loads((AIRFLOW / "pools.json").read_text())


def test_every_dag_imports_without_a_warning(dags):
    assert dags.import_errors == {}
    assert dags.captured_warnings == {}


def test_the_ids_are_those_of_the_registry(dags):
    assert sorted(dags.dags) == sorted(REGISTRY)


def test_a_file_is_named_like_its_dag(dags):
    assert {d.dag_id for d in dags.dags.values()} == {
        file.stem for file in (AIRFLOW / "dags").glob("*.py")
    }


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_a_dag_is_what_the_registry_says(dags, name):
    dag, said = dags.dags[name], REGISTRY[name]
    assert dag.description == said["purpose"]
    assert getattr(dag.timetable, "expression", None) == said["schedule"]
    assert dag.max_active_runs == 1
    assert dag.catchup is False
    assert dag.dagrun_timeout == timedelta(hours=said["run_hours"])
    assert dag.on_failure_callback is run_failed
    assert dag.doc_md.strip().startswith("### ")
    assert {task.pool for task in dag.tasks} == set(said["pools"])
    assert max(task.execution_timeout for task in dag.tasks) == timedelta(hours=said["task_hours"])


@pytest.mark.parametrize("name", sorted(REGISTRY))
def test_every_task_has_an_owner_an_alert_a_pool_a_limit_and_retries(dags, name):
    for task in dags.dags[name].tasks:
        assert task.owner == REGISTRY[name]["owner"], task.task_id
        callbacks = task.on_failure_callback
        assert list(callbacks if isinstance(callbacks, (list, tuple)) else [callbacks]) == [
            task_failed
        ], task.task_id
        assert task.pool in POOLS, task.task_id
        assert timedelta() < task.execution_timeout <= timedelta(hours=12), task.task_id
        assert task.retries == 3, task.task_id
        assert task.retry_delay == timedelta(minutes=5), task.task_id


def test_no_dag_can_end_green_over_a_red_task(dags):
    """A run is what its last tasks are: each must be red, or not reached, when any other is red."""
    for dag in dags.dags.values():
        tolerant = [t for t in dag.tasks if t.trigger_rule not in (TriggerRule.ALL_SUCCESS, JUDGED)]
        for leaf in dag.leaves:
            assert leaf.trigger_rule in (TriggerRule.ALL_SUCCESS, JUDGED), leaf.task_id
            assert (leaf.trigger_rule == JUDGED) == isinstance(leaf, Verdict), leaf.task_id
        if tolerant or any(isinstance(leaf, Verdict) for leaf in dag.leaves):
            # What may skip would skip the verdict too if that stood right behind it.
            judged = {t.task_id for t in dag.tasks if not isinstance(t, ShortCircuitOperator)}
            (leaf,) = dag.leaves
            assert leaf.upstream_task_ids == judged - {leaf.task_id}


@pytest.mark.parametrize("name", ["reoffending_nightly", "reoffending_backfill"])
def test_what_publishes_is_judged_by_what_there_is(dags, name):
    (leaf,) = dags.dags[name].leaves
    assert isinstance(leaf, Verdict)
    assert leaf.publisher in leaf.upstream_task_ids


def test_a_run_of_any_date_has_tasks(dags):
    """Airflow makes none for a date before the start, and the run is then a success."""
    for dag in dags.dags.values():
        for task in dag.tasks:
            assert (task.start_date or dag.start_date).year == 1970, (dag.dag_id, task.task_id)


def test_a_night_has_a_field_for_its_snapshot(dags):
    field = dags.dags["reoffending_nightly"].params.get_param("snapshot")
    assert field.value is None
    assert field.schema["format"] == "date"


def test_only_the_output_pool_has_a_single_slot():
    assert {name: pool["slots"] for name, pool in POOLS.items()} == {
        "desist_out": 1,
        "desist_requests": 2,
        "desist_watch": 4,
    }


def test_the_night_is_its_stages_in_their_order_between_snapshot_and_report(dags):
    night = dags.dags["reoffending_nightly"]
    order = ["snapshot", *STAGES, "report"]
    assert {t.task_id for t in night.tasks} == {*order, "verdict"}
    for before, after in itertools.pairwise(order):
        assert night.get_task(after).upstream_task_ids == {before}
    assert night.get_task("snapshot").mode == "reschedule"


def test_the_stages_are_those_of_the_application():
    """The job's README lists them; a stage that is added there needs its task here."""
    folder = PROJECT / "jobs/batch/src/main/java/org/desist/jobs/reoffending"
    table = re.search(r"\| stage \|.*?\n\n", (folder / "README.md").read_text(), re.DOTALL)
    listed = re.findall(r"^\| (\w+) \|", table.group(), re.MULTILINE)
    assert tuple(listed[1:]) == STAGES


def test_the_lock_pins_and_hashes_every_package():
    for name in ("requirements.txt", "requirements-test.txt"):
        entries = re.split(r"\n(?=\S)", (AIRFLOW / name).read_text())
        packages = [entry for entry in entries if not entry.startswith("#")]
        assert packages
        for entry in packages:
            assert re.match(r"[a-z0-9-]+==\S+", entry), entry
            assert "--hash=sha256:" in entry, entry
