# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""When a delivery is complete."""

from __future__ import annotations

import pytest

from desist_airflow.snapshot import missing, sizes


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "2019-07-01"


def deliver(folder, *names, control=None):
    folder.mkdir(exist_ok=True)
    for name in names:
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("x\n")
    if control is not None:
        (folder / "control.csv").write_text(control)


def test_nothing_has_come(folder):
    assert missing(folder) == f"there is no folder {folder}"


def test_files_alone_do_not_say_that_they_are_all(folder):
    deliver(folder, "pnc_person.csv")
    assert missing(folder) == f"{folder} has neither control.csv nor _COMPLETE"


def test_what_the_control_file_lists_must_be_there(folder):
    control = "\ufeffresource,rows,sha256\npnc_person,1,\npnc_event,1,\npnc_offence,1,\n"
    deliver(folder, "pnc_event.csv", control=control)
    assert missing(folder) == f"{folder} lacks pnc_offence, pnc_person, which control.csv lists"


@pytest.mark.parametrize(
    "name",
    ["r.csv", "r.csv.gz", "r.parquet", "r/part-1.csv", "r.csv/part-1.csv"],
)
def test_a_resource_may_come_in_every_form_the_contract_allows(folder, name):
    deliver(folder, name, control="resource,rows,sha256\nr,1,\n")
    assert missing(folder) is None


def test_a_control_file_that_is_still_empty_lists_nothing(folder):
    deliver(folder, "r.csv", control="")
    assert missing(folder) == f"{folder / 'control.csv'} lists nothing"


def test_the_senders_mark_is_enough(folder):
    deliver(folder, "_COMPLETE", control="resource,rows,sha256\nr,1,\n")
    assert missing(folder) is None


def test_sizes_of_parts_count_too(folder):
    deliver(folder, "r/part-1.csv", "s.csv")
    assert sizes(folder) == {"r/part-1.csv": 2, "s.csv": 2}
