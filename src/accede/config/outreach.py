"""Settings of letters: who they are from, how fast they go out, from which mailbox answers are read."""

from __future__ import annotations

import os

from accede.config.given import given

ACCEDE_OUTREACH_ADDRESS = os.environ.get("ACCEDE_OUTREACH_ADDRESS", "").strip()
"""The mailbox of the presidency (outreach@register.example): answers go there, and a copy of each letter; "" without one."""
ACCEDE_OUTREACH_FROM = os.environ.get("ACCEDE_OUTREACH_FROM", "").strip()
"""Who letters are from ("Presidency <outreach@register.example>"); "": the mailbox of the presidency, else ACCEDE_MAIL_FROM."""
ACCEDE_OUTREACH_TAG = os.environ.get("ACCEDE_OUTREACH_TAG", "+").strip()
"""What parts the mailbox's name from the mark of a letter in the address for answers; "": it takes no such addresses."""
ACCEDE_MAIL_PER_MINUTE = max(1, int(os.environ.get("ACCEDE_MAIL_PER_MINUTE", "20")))
"""How many letters are given to the mail server in a minute at most."""
ACCEDE_IMAP = given("ACCEDE_IMAP").strip()
"""The mailbox that answers are read from (imaps://user:password@host:993/INBOX); "": none, they are uploaded."""
ACCEDE_IMAP_MINUTES = max(1, int(os.environ.get("ACCEDE_IMAP_MINUTES", "5")))
"""How often it is read."""
ACCEDE_IMAP_SINCE = os.environ.get("ACCEDE_IMAP_SINCE", "").strip()
"""The day (2026-11-23) from which its messages are taken; "": all of them."""
ACCEDE_IMAP_MARKS_READ = os.environ.get("ACCEDE_IMAP_MARKS_READ", "") == "1"
"""Whether what was taken is marked as read there. Nothing is ever deleted."""
ACCEDE_MAIL_KEPT_DAYS = max(0, int(os.environ.get("ACCEDE_MAIL_KEPT_DAYS", "0")))
"""After how many days mail and forms that are dealt with are erased by themselves; 0: never."""
