"""Times scikit-learn on the data that desist bench speed wrote, and prints all ratios."""

import csv
import statistics
import sys
import time
import warnings
from pathlib import Path

import numpy
import sklearn
from sklearn.linear_model import LogisticRegression

RUNS = 6

folder = Path(sys.argv[1])
treated = numpy.fromfile(folder / "treated.bin", dtype=numpy.int8)
columns = numpy.fromfile(folder / "covariates.bin", dtype=">f8").astype(float)
x = columns.reshape(-1, len(treated)).T
own = [float(row["estimate"]) for row in csv.DictReader(open(folder / "coefficients.csv"))]
warnings.simplefilter("ignore", FutureWarning)


def timed(solver, layout):
    given = numpy.asarray(x, order=layout)
    clock, processor = [], []
    for _ in range(RUNS):
        start, used = time.perf_counter(), time.process_time()
        fit = LogisticRegression(
            C=numpy.inf, solver=solver, tol=1e-8, max_iter=1000
        ).fit(given, treated)
        processor.append(time.process_time() - used)
        clock.append(time.perf_counter() - start)
    found = [fit.intercept_[0], *fit.coef_[0]]
    apart = max(abs(a - b) for a, b in zip(found, own))
    print(f"scikit-learn {sklearn.__version__} {solver}: largest difference {apart:.1e}")
    return {
        "what": f"scikit-learn {solver}",
        "first": clock[0],
        "median": statistics.median(clock[1:]),
        "processor": statistics.median(processor[1:]),
    }


rows = [
    next(csv.DictReader(open(folder / "speed.csv"))),
    *csv.DictReader(open(folder / "r.csv")),
    timed("lbfgs", "C"),
    timed("newton-cholesky", "C"),
]
base = float(rows[0]["median"])
base_processor = float(rows[0]["processor"])
print(f"{'':50}{'first':>8}{'median':>8}{'processor':>10}{'ratio':>7}{'of proc.':>9}")
for row in rows:
    median, processor = float(row["median"]), float(row["processor"])
    print(
        f"{row['what']:50}{float(row['first']):8.2f}{median:8.2f}{processor:10.2f}"
        f"{median / base:7.1f}{processor / base_processor:9.1f}"
    )
