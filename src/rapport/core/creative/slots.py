"""The slots of a message that code knows by name; a framework may have others."""

from __future__ import annotations

SUBJECT, PREHEADER, HEADLINE, BODY, CALL = "subject", "preheader", "headline", "body", "cta"
OFFER_LINE = "offer_line"

LINES_OF_THE_INBOX = frozenset({SUBJECT, PREHEADER})
"""They stand beside the mail and not in it, and are gone once it is open."""
