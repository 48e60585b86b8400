{% autoescape false %}#!/bin/sh
{% if isCluster %}# The command on YARN, the driver on the cluster. spark-submit ends with 0 or 1 and hides the
# command's own exit code: ask "desist show" how the run ended before anything tries again.
#
# Needed: Spark 4.1 for Scala 2.13 with SPARK_HOME and HADOOP_CONF_DIR, a JDK 17 on every machine,
# extracts, OUT and the key file under paths that every machine sees, and the history in PostgreSQL:
# DESIST_JOBS and DESIST_JOBS_USER travel with the command; have the password in ~/.pgpass of the
# account that runs, on every machine.
# lib/ goes along as an archive, which YARN unpacks beside the application as the folder lib.
{% else %}# The command on YARN, the driver on this machine. The exit code is the command's own: 0 done, 3 data
# refused, 6 worth a retry.
#
# Needed: Spark 4.1 for Scala 2.13 with SPARK_HOME and HADOOP_CONF_DIR, a JDK 17 on every machine,
# desist.jar with lib/ beside it, and extracts and OUT under paths that every machine sees.
# The key: DESIST_KEY_FILE or --key-file.
# With the history in PostgreSQL: DESIST_JOBS, DESIST_JOBS_USER, DESIST_JOBS_PASSWORD.
{% endif %}set -eu
# What is written is this account's alone; what is published is opened to whom its mask lets read.
export DESIST_UMASK="${DESIST_UMASK:-$(umask)}"
umask 077
{% if isCluster %}: "${DESIST_JOBS:?is not set}"
archive={{ application }}/lib.zip
# Made anew each time: an old one would bring the libraries of before an upgrade.
rm -f "$archive"
(cd {{ application }}/lib && jar cfM ../lib.zip *.jar)
{% endif %}exec "${SPARK_HOME:?is not set}/bin/spark-submit" \
    --master {{ master }} \
    --deploy-mode {% if isCluster %}cluster{% else %}client{% endif %} \
    --name desist \
    --class org.desist.jobs.Main \
{% if queue is not empty %}    --queue {{ queue }} \
{% endif %}    --driver-memory {{ driverMemory }} \
    --num-executors {{ executors }} \
    --executor-memory {{ memory }} \
    --executor-cores {{ cores }} \
    --conf spark.authenticate=true \
{% if isCluster %}    --archives "$archive#lib" \
    --conf spark.yarn.maxAppAttempts=1 \
    --conf "spark.yarn.appMasterEnv.DESIST_JOBS=$DESIST_JOBS" \
    --conf "spark.yarn.appMasterEnv.DESIST_JOBS_USER=${DESIST_JOBS_USER:-}" \
{% endif %}{% for setting in settings %}    --conf {{ setting }} \
{% endfor %}    {{ application }}/desist.jar \
    {{ command }}
{% endautoescape %}
