# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""A Spark standalone cluster on 127.0.0.1, started from the packaged jars (docs/cluster.md)."""

from __future__ import annotations

import os
import re
import secrets
import socket
import subprocess
import time
from pathlib import Path

from conftest import PROJECT

LIB = PROJECT / "jobs" / "batch" / "target" / "desist" / "lib"
HOST = "127.0.0.1"
# They live too short for the optimising compiler to pay; without it Java reserves room for less
# code than Spark makes.
COMPILER = "-XX:TieredStopAtLevel=1 -XX:ReservedCodeCacheSize=256m"
JAVA = (*COMPILER.split(), "-XX:+UseSerialGC")
# What a Spark installation does not hold: the application has to bring it.
APPLICATION = re.compile(
    "(desist|fastcsv|duckdb|h2-|spring|micrometer|picocli|progressbar|ascii-table|hipparchus)"
)


class SparkCluster:
    """A master and a worker of two cores, each a process; ended with the block."""

    def __init__(self, folder: Path):
        self._folder = folder
        self._home = folder / "home"
        self._secret = folder / "spark.secret"
        self._settings = folder / "servers.conf"
        self._port = free_port()
        self._servers: list[subprocess.Popen[bytes]] = []

    @property
    def url(self) -> str:
        """Such as ``spark://127.0.0.1:7077``."""
        return f"spark://{HOST}:{self._port}"

    def environment(self) -> dict[str, str]:
        """What servers and drivers must find in their environment."""
        return {
            "SPARK_HOME": str(self._home),
            "SPARK_LOCAL_IP": HOST,
            "SPARK_SCALA_VERSION": "2.13",
            # So few rows are read sooner than code for them is compiled.
            "DESIST_JAVA_OPTS": f"{COMPILER} -Dspark.driver.host={HOST} "
            f"-Dspark.authenticate=true -Dspark.desist.secretFile={self._secret} "
            f"-Dspark.executor.extraJavaOptions={JAVA[0]} "
            "-Dspark.sql.codegen.wholeStage=false -Dspark.sql.codegen.factoryMode=NO_CODEGEN",
        }

    def __enter__(self) -> SparkCluster:
        (self._home / "jars").mkdir(parents=True)
        for jar in LIB.iterdir():
            if not APPLICATION.match(jar.name):
                (self._home / "jars" / jar.name).symlink_to(jar)
        secret = secrets.token_hex(32)
        private(self._secret, secret)
        private(
            self._settings,
            f"spark.authenticate true\nspark.authenticate.secret {secret}\n",
        )
        try:
            self._server("master.Master", "New state: ALIVE", "--port", str(self._port))
            work = str(self._folder / "work")
            size = ("--cores", "2", "--memory", "1g", "--work-dir", work)
            self._server("worker.Worker", "Successfully registered", *size, self.url)
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *thrown: object) -> None:
        for server in reversed(self._servers):
            server.terminate()
            server.wait(30)

    def _server(self, name: str, ready: str, *arguments: str) -> None:
        log = self._folder / f"{name}.log"
        main = f"org.apache.spark.deploy.{name}"
        words = ["java", *JAVA, "-cp", f"{self._home}/jars/*", main]
        words += ["--properties-file", str(self._settings)]
        words += ["--host", HOST, "--webui-port", "0", *arguments]
        with log.open("wb") as output:
            self._servers.append(
                subprocess.Popen(
                    words, env=os.environ | self.environment(), stdout=output, stderr=output
                )
            )
        give_up = time.monotonic() + 120
        while ready not in log.read_text(errors="replace"):
            assert self._servers[-1].poll() is None, log.read_text(errors="replace")
            assert time.monotonic() < give_up, f"{name} is not ready"
            time.sleep(0.2)


def private(file: Path, text: str) -> None:
    """Writes a file that only its owner may read."""
    file.touch(mode=0o600)
    file.write_text(text)


def free_port() -> int:
    """A port nobody listens to."""
    with socket.socket() as found:
        found.bind((HOST, 0))
        return found.getsockname()[1]
