"""The outreach application."""

from django.apps import AppConfig


class OutreachConfig(AppConfig):
    """Tables of contacts, mail and tasks are named after it. They are work, not evidence: rows change and can be erased."""

    name = "accede.outreach"
    label = "outreach"

    def ready(self) -> None:
        """Have what stands open told in hand-over papers, which know nothing of outreach."""
        from accede.outreach.tasks.paper import told_in_paper
        from accede.reporting.composition.further import tell

        tell(told_in_paper)

    def after_restore(self) -> None:
        """Called where a backup took the place of the register."""
        from accede.outreach.sending.restored import (
            doubt_what_waited,  # models cannot be imported before the applications
        )

        doubt_what_waited()
