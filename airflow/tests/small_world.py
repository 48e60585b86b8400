# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""Runs on the people of data-samples/small-world."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import dataclass
from pathlib import Path

from conftest import PROJECT

SAMPLES = PROJECT / "data-samples"
EXTRACTS = SAMPLES / "small-world" / "extracts"
QUARTER = "--from 2017-04-01 --to 2017-04-01"
DESIST = str(PROJECT / "desist")


@dataclass(frozen=True)
class SmallWorld:
    """
    A folder of deliveries and the key they are worked out with.

    :param folder: holds all of it
    """

    folder: Path

    @classmethod
    def in_folder(cls, folder: Path) -> SmallWorld:
        world = cls(folder)
        world.extracts.mkdir()
        world.requests.mkdir()
        desist("keys", "new", str(world.key))
        return world

    @property
    def extracts(self) -> Path:
        return self.folder / "extracts"

    @property
    def requests(self) -> Path:
        return self.folder / "requests"

    @property
    def key(self) -> Path:
        return self.folder / "person.key"

    def deliver(self, date: str) -> Path:
        """The samples, as the snapshot of a day."""
        return Path(shutil.copytree(EXTRACTS, self.extracts / date))

    def plain_run(self, out: str, date: str) -> str:
        """The content hash of a run without Airflow and without Spark."""
        target = self.folder / out
        desist(
            "run",
            *("--extracts", str(self.extracts / date), "--snapshot", date),
            *("--key-file", str(self.key), "--out", str(target)),
            *("--threads", "2", "--memory", "512"),
            *QUARTER.split(),
        )
        return content_hash(target)


def desist(*arguments: str) -> str:
    """Runs a command that must succeed."""
    done = subprocess.run([DESIST, *arguments], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout


def current(out: Path) -> str | None:
    """The run whose version readers see."""
    pointer = out / "current"
    return pointer.read_text().strip() if pointer.exists() else None


def content_hash(out: Path, run: str | None = None) -> str:
    """The hash over all marts of a version: the current one, or that of a run."""
    return manifest(out, run)["contentHash"]


def manifest(out: Path, run: str | None = None) -> dict[str, object]:
    """The manifest of a version: the current one, or that of a run."""
    return json.loads((out / "versions" / (run or current(out)) / "manifest.json").read_text())
