# Desist, proven-reoffending figures. SPDX-License-Identifier: MIT
"""The stages of a run, in their order: the one list the nightly DAG is made from."""

STAGES = (
    "ingest",
    "store",
    "link",
    "cohort",
    "measure",
    "baseline",
    "disclose",
    "guard",
    "publish",
)
