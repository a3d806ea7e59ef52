"""Work around letters and States: contacts, deliveries, mail that came in, links, what came through them, tasks.

These tables stand outside the audit chain: they hold personal data, which can be erased.
"""

from accede.outreach.models.calendar import CalendarAddress
from accede.outreach.models.contact import Contact
from accede.outreach.models.contact_entry import ContactEntry, ContactHappening
from accede.outreach.models.delivery import Delivery, DeliveryEntry, DeliveryState
from accede.outreach.models.incoming import Incoming, IncomingKind, IncomingState
from accede.outreach.models.link import ConfirmLink, Submission
from accede.outreach.models.mailbox_folder import MailboxFolder
from accede.outreach.models.task import Task

__all__ = [
    "CalendarAddress",
    "ConfirmLink",
    "Contact",
    "ContactEntry",
    "ContactHappening",
    "Delivery",
    "DeliveryEntry",
    "DeliveryState",
    "Incoming",
    "IncomingKind",
    "IncomingState",
    "MailboxFolder",
    "Submission",
    "Task",
]
