# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""
### Freezes a baseline

Freezes the quarter cohorts of the version that is published now, under a name, so that later runs
are compared with them. A name that is taken gets the next version, unless the content is the same.
Started by hand: **what later figures are compared with is a person's decision.**
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from airflow.sdk import DAG, Param

from desist_airflow.house import OUT_POOL, every_dag, every_task
from desist_airflow.operators import DesistOperator
from desist_airflow.settings import Settings


def build(settings: Settings, context: Any) -> list[str]:
    """The command, from what was filled in."""
    asked = context["params"]
    return [
        *("baseline", "build", "--name", asked["name"]),
        *("--from", asked["from"], "--to", asked["to"], "--out", settings.out),
    ]


with DAG(
    dag_id="baseline_build",
    description="Freezes the figures that later runs are compared with.",
    schedule=None,
    default_args=every_task("desist-analysts", OUT_POOL, timedelta(hours=1)),
    params={
        "name": Param(
            type="string", pattern="^[A-Za-z0-9][A-Za-z0-9._-]*$", description="Such as 2011."
        ),
        "from": Param(type="string", format="date", description="First day of the first quarter."),
        "to": Param(type="string", format="date", description="Last day of the last quarter."),
    },
    **every_dag(__doc__, timedelta(hours=4)),
) as baseline:
    DesistOperator(task_id="build", arguments=build)
