#!/bin/sh
# Times the regression of desist beside R's glm and scikit-learn, on the same data, one after the
# other in one session, and prints how many times as long each takes. Needs Rscript, and a Python
# (named by PYTHON, python3 otherwise) with numpy and scikit-learn.
#   .ci/bench/regression/compare.sh [FOLDER]     folder for 150 MB of data; a temporary one otherwise
set -eu

here=$(cd "$(dirname "$0")" && pwd)
desist=$here/../../../desist
folder=${1:-$(mktemp -d)}

"$desist" bench speed --to-folder "$folder"
Rscript --vanilla "$here/regression.R" "$folder"
"${PYTHON:-python3}" "$here/regression.py" "$folder"
