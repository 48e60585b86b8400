# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""What airflow/start --demo delivers: both snapshots are complete, and one cannot be used."""

from __future__ import annotations

from pathlib import Path

import demo
from desist_airflow.settings import Settings
from desist_airflow.snapshot import missing


def test_one_snapshot_is_good_and_one_lacks_a_column(tmp_path):
    settings = Settings.of(demo.make_world(tmp_path))
    night, broken = settings.snapshot(demo.last_night().isoformat()), settings.snapshot(demo.BROKEN)
    assert (missing(night), missing(broken)) == (None, None)
    assert "pnc_id" in (night / "pnc_person.csv").read_text().splitlines()[0]
    assert "pnc_id" not in (broken / "pnc_person.csv").read_text().splitlines()[0]
    assert Path(settings.key_file).stat().st_mode & 0o077 == 0
    # A second start takes the same key, so that the runs of the first can be resumed.
    assert Settings.of(demo.make_world(tmp_path)) == settings
