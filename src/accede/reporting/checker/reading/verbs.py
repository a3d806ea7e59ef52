"""Verbs of States, and the small ones that go with them, as patterns of English sentences use them. Pure."""

PASTS = {
    "join": "joined", "accede": "acceded", "ratify": "ratified", "sign": "signed", "abstain": "abstained", "vote": "voted",
    "attend": "attended", "participate": "participated", "take part": "took part", "withdraw": "withdrew",
    "become": "became", "deposit": "deposited", "submit": "submitted", "cast": "cast", "notify": "notified",
    "leave": "left", "send": "sent", "report": "reported",
}  # fmt: skip
"""Verbs of States and their past."""
BASES = {past: base for base, past in PASTS.items()}
BASE, PAST = "|".join(PASTS), "|".join(PASTS.values())
"""Any of them."""
BEING = r"(?:is|are|was|were)"
HAVING = r"(?:has|have|had)"
