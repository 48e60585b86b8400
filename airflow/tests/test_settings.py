# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""The Variable desist."""

from __future__ import annotations

import pytest
from airflow.sdk.exceptions import AirflowFailException

from desist_airflow.settings import Settings


def test_what_is_not_set_has_its_default():
    settings = Settings.of({"out": "/srv/desist"})
    assert settings.desist("runs") == ["desist", "--log", "json", "runs"]
    assert (settings.out, settings.extracts, settings.key()) == ("/srv/desist", "extracts", [])


def test_a_command_of_several_words_is_split_as_a_shell_would():
    settings = Settings.of({"command": "spark-submit --conf 'a=b c' desist.jar"})
    assert settings.desist() == ["spark-submit", "--conf", "a=b c", "desist.jar", "--log", "json"]


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ([], "Cannot read the Variable desist: it is no JSON object. See airflow/README.md."),
        ({"ouput": "x"}, "Cannot read the Variable desist: there is no setting 'ouput'. Use comm"),
        ({"out": 7}, "Cannot read the Variable desist: out must be text. Correct it."),
        ({"settle_seconds": True}, "desist: settle_seconds must be a whole number. Correct it."),
        (
            {"run_options": "--window all --jobs=/srv/jobs"},
            "run_options has --jobs, which only the stages would see. Set DESIST_JOBS",
        ),
    ],
)
def test_a_wrong_setting_is_named(values, message):
    with pytest.raises(AirflowFailException) as thrown:
        Settings.of(values)
    assert message in str(thrown.value)
