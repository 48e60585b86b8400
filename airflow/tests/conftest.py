# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""
What tests stand on: the packaged application, the small world, a Spark cluster, an Airflow.

Airflow is asked for its files before it is imported anywhere: they are in a temporary folder.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

import pytest

AIRFLOW = Path(__file__).resolve().parents[1]
PROJECT = AIRFLOW.parent

os.environ["AIRFLOW_HOME"] = tempfile.mkdtemp(prefix="desist-airflow-")
os.environ["AIRFLOW__CORE__DAGS_FOLDER"] = str(AIRFLOW / "dags")
os.environ["AIRFLOW__CORE__LOAD_EXAMPLES"] = "False"
os.environ["AIRFLOW__CORE__UNIT_TEST_MODE"] = "False"


@pytest.fixture(scope="session")
def dags():
    """The DAGs as Airflow itself reads them, with what it had to say."""
    from airflow.dag_processing.dagbag import DagBag

    return DagBag(AIRFLOW / "dags")


@pytest.fixture(scope="session")
def world(tmp_path_factory):
    """A folder with the small world, its key, and room for what runs leave."""
    from small_world import SmallWorld

    return SmallWorld.in_folder(tmp_path_factory.mktemp("world"))


@pytest.fixture(scope="session")
def cluster(tmp_path_factory):
    """A Spark master with a worker on 127.0.0.1."""
    from spark_cluster import SparkCluster

    with SparkCluster(tmp_path_factory.mktemp("spark")) as started:
        yield started


@pytest.fixture(scope="session")
def airflow(tmp_path_factory, cluster):
    """A local Airflow as airflow/start starts it: scheduler, API server, DAG processor."""
    from local_airflow import LocalAirflow

    with LocalAirflow(tmp_path_factory.mktemp("airflow"), cluster.environment()) as started:
        yield started
