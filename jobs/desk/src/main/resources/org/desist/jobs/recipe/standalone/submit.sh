{% autoescape false %}#!/bin/sh
# The command on a Spark standalone cluster, the driver on this machine. The exit code is the
# command's own: 0 done, 3 data refused, 6 worth a retry.
#
# Needed: Spark 4.1 for Scala 2.13 with SPARK_HOME, a JDK 17, desist.jar with lib/ beside it, and
# extracts and OUT under the same path on every machine. The key: DESIST_KEY_FILE or --key-file.
# The secret of the master and the workers (spark.authenticate.secret in their settings):
# DESIST_SPARK_SECRET_FILE names a file with it that only this account may read.
# With the history in PostgreSQL: DESIST_JOBS, DESIST_JOBS_USER, DESIST_JOBS_PASSWORD.
set -eu
# What is written is this account's alone; what is published is opened to whom its mask lets read.
export DESIST_UMASK="${DESIST_UMASK:-$(umask)}"
umask 077
exec "${SPARK_HOME:?is not set}/bin/spark-submit" \
    --master {{ master }} \
    --deploy-mode client \
    --name desist \
    --class org.desist.jobs.Main \
    --driver-memory {{ driverMemory }} \
    --executor-memory {{ memory }} \
    --executor-cores {{ cores }} \
    --total-executor-cores {{ allCores }} \
    --conf spark.authenticate=true \
    --conf "spark.desist.secretFile=${DESIST_SPARK_SECRET_FILE:?is not set}" \
{% for setting in settings %}    --conf {{ setting }} \
{% endfor %}    {{ application }}/desist.jar \
    {{ command }}
{% endautoescape %}
