# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""When a delivery is complete, and the task that waits for it."""

from __future__ import annotations

import csv
import time
from pathlib import Path
from typing import Any

from airflow.sdk import BaseSensorOperator
from airflow.sdk.exceptions import AirflowSensorTimeout

from desist_airflow.night import snapshot_date
from desist_airflow.settings import Settings

CONTROL = "control.csv"
MARKER = "_COMPLETE"
FORMS = (".csv", ".csv.gz", ".parquet", "")
"""What may follow a resource's name; a folder of parts has its name alone or with .csv."""


def missing(folder: Path) -> str | None:
    """
    What a snapshot still lacks, in words; None when everything is there.

    A marker is the sender's word that all has been sent. Without one, control.csv says what
    belongs to it.
    """
    if not folder.is_dir():
        return f"there is no folder {folder}"
    if (folder / MARKER).exists():
        return None
    control = folder / CONTROL
    if not control.is_file():
        return f"{folder} has neither {CONTROL} nor {MARKER}"
    listed = _listed(control)
    if not listed:
        return f"{control} lists nothing"
    absent = [
        name for name in listed if not any((folder / (name + form)).exists() for form in FORMS)
    ]
    return f"{folder} lacks {', '.join(absent)}, which {CONTROL} lists" if absent else None


def sizes(folder: Path) -> dict[str, int]:
    """The size in bytes of every file below a folder, by its path within."""
    return {
        str(path.relative_to(folder)): path.stat().st_size
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _listed(control: Path) -> list[str]:
    # A file that is still being written may end anywhere: what can be read of it counts.
    with control.open(encoding="utf-8-sig", errors="replace", newline="") as lines:
        return sorted({row["resource"] for row in csv.DictReader(lines) if row.get("resource")})


class SnapshotSensor(BaseSensorOperator):
    """Waits until the snapshot of the data interval is complete and no longer grows."""

    def __init__(self, **kwargs: Any):
        super().__init__(**kwargs)
        self._lacks = ""

    def poke(self, context: Any) -> bool:
        settings = Settings.read()
        folder = settings.snapshot(snapshot_date(context))
        self._lacks = missing(folder) or self._growing(folder, settings.settle_seconds) or ""
        if self._lacks:
            self.log.info("Waiting: %s.", self._lacks)
            return False
        self.log.info("%s is complete: %d files.", folder, len(sizes(folder)))
        return True

    def execute(self, context: Any) -> Any:
        try:
            return super().execute(context)
        except AirflowSensorTimeout as e:
            raise AirflowSensorTimeout(
                f"Cannot start the night: {self._lacks}. Ask the sender, then clear this task."
            ) from e

    @staticmethod
    def _growing(folder: Path, seconds: int) -> str | None:
        if (folder / MARKER).exists():
            return None
        before = sizes(folder)
        time.sleep(seconds)
        return None if sizes(folder) == before else f"{folder} is still growing"
