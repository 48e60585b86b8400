# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""Which requests have to be answered."""

from __future__ import annotations

import os
import time

import pytest
from airflow.sdk.exceptions import AirflowFailException

from desist_airflow.comparison import DueRequests, due, fingerprint, note
from desist_airflow.settings import Settings


def arrive(requests, name, text="a: 1\n", age=60):
    folder = requests / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "request.yaml").write_text(text)
    moment = time.time() - age
    for path in (folder / "request.yaml", folder):
        os.utime(path, (moment, moment))
    return folder


def test_new_ones_in_the_order_of_their_names(tmp_path):
    arrive(tmp_path, "b")
    arrive(tmp_path, "a")
    (tmp_path / "no-request").mkdir()
    arrive(tmp_path, ".hidden")
    assert due(tmp_path, tmp_path / "state", 30) == ["a", "b"]


def test_one_that_is_still_arriving_waits_for_the_next_look(tmp_path):
    arrive(tmp_path, "a", age=5)
    assert due(tmp_path, tmp_path / "state", 30) == []


def test_one_that_was_dealt_with_comes_back_when_it_has_changed(tmp_path):
    requests, state = tmp_path / "requests", tmp_path / "state"
    folder = arrive(requests, "a")
    note(folder, fingerprint(folder), state, "answered")
    assert due(requests, state, 30) == []
    arrive(requests, "a", "a: 2\n")
    assert due(requests, state, 30) == ["a"]


def test_without_a_folder_nobody_may_think_that_nothing_is_due(tmp_path, monkeypatch):
    gone = Settings(requests=str(tmp_path / "none"))
    monkeypatch.setattr(Settings, "read", classmethod(lambda cls: gone))
    with pytest.raises(AirflowFailException, match="Cannot look for requests: there is no folder"):
        DueRequests(task_id="due").execute({})
