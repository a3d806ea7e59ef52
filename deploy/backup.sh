#!/bin/sh
# A backup that is worth its name: made, restored into an empty place, verified there, taken off this machine, and only then the
# oldest removed. Ends with the first thing that fails, so that its timer or who watches it tells somebody.
#   ACCEDE_BACKUP_DIR    where backups go (/var/backups/accede)
#   ACCEDE_BACKUP_HOOK   a program that takes the file elsewhere: called with its path, 0 where it has arrived
#   ACCEDE_BACKUPS_HELD  how many stay here (14)
set -eu
umask 077
folder=${ACCEDE_BACKUP_DIR:-/var/backups/accede}
held=${ACCEDE_BACKUPS_HELD:-14}
accede=${ACCEDE_PROGRAM:-accede}
file=$folder/accede-$(date -u +%Y%m%dT%H%M%SZ).backup

"$accede" backup "$file"

empty=$(mktemp -d)
trap 'rm -rf "$empty"' EXIT
unset DATABASE_URL DATABASE_URL_FILE
ACCEDE_HOME=$empty/home "$accede" restore "$file"
ACCEDE_HOME=$empty/home "$accede" verify

if [ -n "${ACCEDE_BACKUP_HOOK:-}" ]; then
    "$ACCEDE_BACKUP_HOOK" "$file"
else
    echo "ACCEDE_BACKUP_HOOK is not set: the backup is on this machine alone." >&2
fi

find "$folder" -maxdepth 1 -name 'accede-*.backup' | sort -r | tail -n "+$((held + 1))" | while IFS= read -r old; do
    rm -- "$old"
done
