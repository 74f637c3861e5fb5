"""What is stopped, and what was, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.app.explain import Table
from rapport.app.policy_tables import local_time
from rapport.app.stops import Standing
from rapport.core.stopping import Stop
from rapport.core.time import Zone


def standing_table(found: Sequence[Standing], zone: Zone) -> Table:
    """What is stopped now."""
    rows = tuple(
        (
            one.stop.switch.words, local_time(one.stop.since, zone), one.stop.who, one.stop.why,
            f"{one.waiting:,}", f"{one.sending:,}",
        )
        for one in found
    )  # fmt: skip
    heads = ("Stopped", "Since", "By", "Why", "Waiting", "Being sent")
    return Table("Stopped", heads, rows)


def past_table(found: Sequence[Stop], zone: Zone) -> Table:
    """What was stopped once."""
    rows = tuple(
        (
            one.switch.words, local_time(one.since, zone), local_time(one.until, zone), one.who,
            one.why, one.resumed_by,
        )
        for one in found
    )  # fmt: skip
    return Table("Was stopped", ("What", "From", "Until", "By", "Why", "Resumed by"), rows)
