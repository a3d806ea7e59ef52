#!/bin/sh
# Run once by the image of PostgreSQL: the three roles of Accede, from the URLs in the secrets, and the database of their owner.
set -eu
for kind in owner application public; do
    url=$(cat "/run/secrets/database-$kind")
    login=${url#*://}
    login=${login%%@*}
    psql --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" -v name="${login%%:*}" -v password="${login#*:}" <<'SQL'
CREATE ROLE :"name" LOGIN PASSWORD :'password';
SQL
    [ "$kind" = owner ] || continue
    psql --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" -v name="${login%%:*}" <<'SQL'
CREATE DATABASE accede OWNER :"name" TEMPLATE template0 ENCODING 'UTF8';
REVOKE TEMPORARY ON DATABASE accede FROM PUBLIC;
SQL
done
