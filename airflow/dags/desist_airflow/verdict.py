# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""The last task of a DAG that publishes: did everything happen, and is the version there?"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from airflow.sdk import BaseOperator, TriggerRule
from airflow.sdk.exceptions import AirflowFailException

from desist_airflow.operators import RUN_KEY
from desist_airflow.settings import Settings


def unfinished(expected: set[str], states: Mapping[str, Any]) -> list[str]:
    """What was to be done and was not, such as ``link: skipped``; in order."""
    # Mapped tasks have the place of each behind their name, and are not expected here.
    return [
        f"{task}: {_word(states.get(task))}"
        for task in sorted(expected)
        if _word(states.get(task)) != "success"
    ]


def unpublished(out: str, run: str | None) -> str | None:
    """Why a run is not a published version, in words; None when it is."""
    if not run:
        return "nothing says which run was published"
    # On an object store the command itself is the only one that can look.
    if "://" in out:
        return None
    manifest = Path(out) / "versions" / run / "manifest.json"
    return None if manifest.is_file() else f"{manifest} is not there"


def _word(state: Any) -> str:
    return "not run" if state is None else str(getattr(state, "value", state))


class Verdict(BaseOperator):
    """
    Green only when every task before it succeeded and the run it published is there.

    A failed task leaves it ``upstream_failed``; one that was skipped, removed, or marked as
    success by hand makes it fail itself. Whether the version is the one that readers see is no
    matter: an older snapshot is published beside it.

    :param publisher: the task that publishes; it says which run it worked on
    :param wanted: whether it was to, from the context of the run; always, when left out
    """

    def __init__(
        self, *, publisher: str, wanted: Callable[[Any], bool] = lambda context: True, **kwargs: Any
    ):
        super().__init__(trigger_rule=TriggerRule.NONE_FAILED, **kwargs)
        self.publisher = publisher
        self.wanted = wanted

    def execute(self, context: Any) -> str | None:
        ti = context["ti"]
        expected = set(self.upstream_task_ids)
        if not self.wanted(context):
            expected.discard(self.publisher)
        states = ti.get_task_states(dag_id=ti.dag_id, run_ids=[ti.run_id]).get(ti.run_id, {})
        lacking = unfinished(expected, states)
        if lacking:
            raise AirflowFailException(
                f"Cannot call this run done: {', '.join(lacking)}. Clear what was not done, "
                "with everything after it."
            )
        if self.publisher not in expected:
            self.log.info("Everything that was asked for was done; it was not to be published.")
            return None
        run = ti.xcom_pull(task_ids=self.publisher, key=RUN_KEY)
        reason = unpublished(Settings.read().out, run)
        if reason:
            raise AirflowFailException(
                f"Cannot call this run done: {self.publisher} is green, but {reason}. "
                f"Clear {self.publisher}."
            )
        self.log.info("Run %s is published.", run)
        return run
