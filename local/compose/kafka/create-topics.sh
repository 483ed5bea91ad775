#!/usr/bin/env bash
# Creates the topics of the file beside it that are missing, each with its dead-letter topic; may be repeated.
# A line of the file: name, partitions, cleanup policy.
set -euo pipefail

server=$1
tool=${KAFKA_TOPICS_TOOL:-/opt/kafka/bin/kafka-topics.sh}
present=$("$tool" --bootstrap-server "$server" --list)

create() {
  grep -qxF "$1" <<<"$present" ||
    "$tool" --bootstrap-server "$server" --create --topic "$1" --partitions "$2" --replication-factor 1 \
      --config "cleanup.policy=$3" </dev/null
}

while read -r name partitions cleanup; do
  create "$name" "$partitions" "$cleanup"
  create "$name.dlt" "$partitions" delete
done <"$(dirname "$0")/topics"
