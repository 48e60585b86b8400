# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""How a command is run, listened to and ended."""

from __future__ import annotations

import logging
import os
import re
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from conftest import AIRFLOW
from desist_airflow.command import Command

FAKE = str(Path(__file__).with_name("fake-desist"))


@pytest.fixture(autouse=True)
def everything_logged(caplog):
    caplog.set_level(logging.INFO, "desist_airflow.command")


def test_success_names_the_run_and_shows_what_was_printed(caplog):
    end = Command([FAKE, "0", "run", "--out", "a b"]).run()
    assert (end.exit, end.run, end.code) == (0, "2019-06-30-0007", None)
    assert "| done: run --out a b" in caplog.messages
    assert "Run 2019-06-30-0007" in caplog.messages


def test_an_error_keeps_its_code_and_message(caplog):
    end = Command([FAKE, "3"]).run()
    assert (end.exit, end.killed()) == (3, False)
    assert end.text() == "CODE_3: Cannot do it: because. Mend it."


def test_what_libraries_print_stays_out_of_the_log(caplog):
    Command([FAKE, "0"]).run()
    assert "Jane Doe" not in caplog.text
    assert "1 lines of libraries were not shown." in caplog.messages


def test_a_killed_command_says_so():
    end = Command([FAKE, "killed"]).run()
    assert end.killed()
    assert end.text() == "Desist was ended by signal 9; its complete stages are kept."


def test_the_launchers_own_words_are_the_message(tmp_path):
    launcher = tmp_path / "desist"
    launcher.write_text("#!/bin/sh\necho 'error: Cannot find Java. Install it.' >&2\nexit 6\n")
    launcher.chmod(0o755)
    end = Command([str(launcher)]).run()
    assert (end.exit, end.text()) == (6, "Cannot find Java. Install it.")


def test_ending_it_ends_its_children_too(caplog):
    command = Command([FAKE, "waits"])
    running = threading.Thread(target=command.run)
    running.start()
    child = _child(caplog)
    command.end()
    running.join(10)
    assert not running.is_alive()
    assert _gone(child)


@pytest.mark.skipif(sys.platform != "linux", reason="the kernel of Linux does it")
def test_a_command_does_not_outlive_a_task_that_was_killed(tmp_path):
    task = subprocess.Popen(
        [
            *(sys.executable, "-c"),
            "import logging, sys; logging.basicConfig(level=20, stream=sys.stdout);"
            "from desist_airflow.command import Command; Command(sys.argv[1:]).run()",
            *("/bin/sh", "-c", "echo child $$; exec sleep 300"),
        ],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(AIRFLOW / "dags")},
    )
    told = map(re.compile(r"\| child (\d+)").search, task.stdout)
    child = next(int(found.group(1)) for found in told if found)
    task.send_signal(signal.SIGKILL)
    task.wait()
    assert _gone(child)


def _child(caplog) -> int:
    give_up = time.monotonic() + 10
    while time.monotonic() < give_up:
        for message in caplog.messages:
            if message.startswith("| child "):
                return int(message.rsplit(" ", 1)[1])
        time.sleep(0.05)
    raise AssertionError("nothing was started")


def _gone(process: int) -> bool:
    give_up = time.monotonic() + 10
    while time.monotonic() < give_up:
        try:
            state = Path(f"/proc/{process}/stat").read_text().rsplit(")", 1)[1].split()[0]
        except FileNotFoundError:
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
