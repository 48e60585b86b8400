{% autoescape false %}#!/bin/sh
# The command on Kubernetes, the driver in a pod of its own (driver.yaml and executor.yaml say what
# the pods are given). Watch it with: kubectl logs -f; "desist show" tells how the run ended.
#
# Needed: Spark 4.1 for Scala 2.13 with SPARK_HOME, an image made with the Dockerfile, a service
# account desist that may make pods, volume claims desist-extracts and desist-out that many pods may
# share, and two secrets:
#   kubectl create secret generic desist-key --from-file=person.key
#   kubectl create secret generic desist-jobs --from-literal=url=... --from-literal=user=... \
#       --from-file=password=FILE
set -eu
cd "$(dirname "$0")"
exec "${SPARK_HOME:?is not set}/bin/spark-submit" \
    --master {{ master }} \
    --deploy-mode cluster \
    --name desist \
    --class org.desist.jobs.Main \
    --driver-memory {{ driverMemory }} \
    --num-executors {{ executors }} \
    --executor-memory {{ memory }} \
    --executor-cores {{ cores }} \
    --conf spark.authenticate=true \
    --conf spark.kubernetes.namespace={{ namespace }} \
    --conf spark.kubernetes.container.image={{ image }} \
    --conf spark.kubernetes.authenticate.driver.serviceAccountName=desist \
    --conf spark.kubernetes.driver.podTemplateFile=driver.yaml \
    --conf spark.kubernetes.driver.podTemplateContainerName=desist-driver \
    --conf spark.kubernetes.executor.podTemplateFile=executor.yaml \
    --conf spark.kubernetes.executor.podTemplateContainerName=desist-executor \
    --conf spark.kubernetes.submission.waitAppCompletion=true \
{% for setting in settings %}    --conf {{ setting }} \
{% endfor %}    local:///opt/desist/desist.jar \
    {{ command }}
{% endautoescape %}
