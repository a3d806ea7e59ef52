"""Django's migrate, and then the triggers: rebuilding a table on SQLite drops them silently."""

from typing import Any

from django.core.management.commands import migrate

from accede.records import guard


class Command(migrate.Command):
    """Migrate and put the triggers up again. A migration back to nothing leaves no tables to guard."""

    def handle(self, *args: Any, **options: Any) -> None:
        super().handle(*args, **options)
        guard.put_up()
