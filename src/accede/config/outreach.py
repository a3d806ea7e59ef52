"""Settings of letters: who they are from, how fast they go out."""

from __future__ import annotations

import os

ACCEDE_OUTREACH_ADDRESS = os.environ.get("ACCEDE_OUTREACH_ADDRESS", "").strip()
"""The mailbox of the presidency (outreach@register.example): answers go there, and a copy of each letter; "" without one."""
ACCEDE_OUTREACH_FROM = os.environ.get("ACCEDE_OUTREACH_FROM", "").strip()
"""Who letters are from ("Presidency <outreach@register.example>"); "": the mailbox of the presidency, else ACCEDE_MAIL_FROM."""
ACCEDE_OUTREACH_TAG = os.environ.get("ACCEDE_OUTREACH_TAG", "+").strip()
"""What parts the mailbox's name from the mark of a letter in the address for answers; "": it takes no such addresses."""
ACCEDE_MAIL_PER_MINUTE = max(1, int(os.environ.get("ACCEDE_MAIL_PER_MINUTE", "20")))
"""How many letters are given to the mail server in a minute at most."""
