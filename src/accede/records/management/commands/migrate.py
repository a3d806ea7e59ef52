"""Django's migrate, and then the triggers and the roles: rebuilding a table on SQLite drops triggers silently, and nobody may
use a new table but its owner."""

from typing import Any

from django.core.management.commands import migrate

from accede.records import guard, roles


class Command(migrate.Command):
    """Migrate, put the triggers up again, and give the roles the new tables.

    A migration back to nothing leaves no tables to guard.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        guard.put_up()
        roles.put_back()
