"""What is stopped, and what was, as tables."""

from __future__ import annotations

from collections.abc import Sequence

from rapport.app.stopping.stops import Standing
from rapport.app.stopping.watching import ALL, Verdict
from rapport.app.wording.dates import local_time
from rapport.app.wording.names import Names, begun, called, to_type
from rapport.app.wording.table import Table
from rapport.core.oversight.stopping import Stop
from rapport.core.time import Zone


def standing_table(found: Sequence[Standing], zone: Zone, names: Names) -> Table:
    """What is stopped now."""
    rows = tuple(
        (
            to_type(one.stop.switch, names), local_time(one.stop.since, zone), one.stop.who,
            one.stop.why, f"{one.waiting:,}", f"{one.sending:,}",
        )
        for one in found
    )  # fmt: skip
    heads = ("Stopped", "Since", "By", "Why", "Waiting", "Being sent")
    return Table("Stopped", heads, rows)


def past_table(found: Sequence[Stop], zone: Zone, names: Names, *, keys: bool = False) -> Table:
    """What was stopped once, by its name; with its key where `keys` are what one types."""

    def what(one: Stop) -> str:
        return to_type(one.switch, names) if keys else begun(called(one.switch, names))

    rows = tuple(
        (
            what(one), local_time(one.since, zone), local_time(one.until, zone), one.who,
            one.why, one.resumed_by,
        )
        for one in found
    )  # fmt: skip
    return Table("Was stopped", ("What", "From", "Until", "By", "Why", "Resumed by"), rows)


def watch_table(found: Sequence[Verdict], names: Names) -> Table:
    """What is watched, and how it stands; what nothing of late is known of is named beneath."""
    busy = {one.switch for one in found if one.n}
    rows = tuple(
        (to_type(one.switch, names), one.measure.replace("_", " "), one.verdict, one.says)
        for one in found
        if one.switch in busy
    )
    idle = dict.fromkeys(to_type(one.switch, names) for one in found if one.switch not in busy)
    quiet = ", ".join(what[0].lower() + what[1:] for what in idle)
    nothing = f"{begun(ALL)} nobody has entered or got anything of {quiet}.\n" if idle else ""
    note = nothing + (
        "A flow stops by itself where a rate is at its limit and is sure to be above a third of "
        "it. Change the limits under stop_when in brand.yaml."
    )
    return Table("Watched", ("What", "Measure", "Now", "In words"), rows, note)
