"""What counts as declining: only what was open before."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.core.person.consent import objects
from rapport.core.state import Consent

OPEN = Consent(email="subscribed", sms="subscribed")


@pytest.mark.parametrize(
    ("before", "changes", "declined"),
    [
        (OPEN, {"email": "unsubscribed"}, True),
        (OPEN, {"sms": "unsubscribed"}, True),
        (OPEN, {"email": "never"}, True),
        (OPEN, {"bounced": True}, True),
        (OPEN, {"complained": True}, True),
        (OPEN, {"no_profiling": True}, True),
        (OPEN, {"declined_topics": ("tips",)}, True),
        (Consent(), {"email": "unsubscribed"}, True),
        (Consent(), {"email": "never"}, False),
        (Consent(), {"email": "subscribed"}, False),
        (OPEN, {"email_at": 1}, False),
        (Consent(email="unsubscribed"), {"email": "subscribed"}, False),
        (Consent(declined_topics=("tips", "news")), {"declined_topics": ("tips",)}, False),
        (Consent(declined_topics=("tips",)), {"declined_topics": ("news",)}, True),
        (Consent(bounced=True), {"bounced": False}, False),
    ],
)
def test_only_what_closes_something_is_declining(
    before: Consent, changes: dict[str, object], declined: bool
) -> None:
    assert objects(before, replace(before, **changes)) is declined
