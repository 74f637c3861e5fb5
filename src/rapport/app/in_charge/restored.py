"""That a backup was restored, said by somebody in charge: what was lost by it is on record, so that
what is amiss from then on shows again."""

from __future__ import annotations

from rapport.app.in_charge.audit_log import all_entries, anchors_of, note, put_beside
from rapport.app.in_charge.people import acting, allow
from rapport.app.in_charge.reasons import fits
from rapport.core.oversight.audit import Act, Anchor, Deed, flaws, lost_by, lost_seen
from rapport.core.oversight.people import PUBLISH
from rapport.errors import UserError
from rapport.ports import Anchors, Transaction


def acknowledge(
    transaction: Transaction, anchors: Anchors, brand: str, act: Act
) -> tuple[Anchor, ...]:
    """Writes down that a backup was restored: what is anchored and not in the log is no flaw from
    then on. Returns what that is.

    Raises UserError where nothing is missing, or the log itself is not what it was.
    """
    if not act.why.strip():
        raise UserError(
            "Say why a backup was restored, since it stands in the audit log.",
            at_the_terminal="--because WHY",
        )
    fits(act.why)
    allow(acting(transaction, brand, act.who), PUBLISH, "say that a backup was restored")
    entries = list(all_entries(transaction, brand))
    broken = [*put_beside(transaction, brand), *flaws(brand, entries, [])]
    if broken:
        raise UserError(f"The audit log itself is not what it was: {broken[0]}.")
    known = set(anchors_of(entries)).union(*map(lost_by, entries))
    lost = [one for one in anchors.read(brand) if one not in known]
    if not lost:
        raise UserError("Every anchor is of an entry that is in the log: nothing was lost.")
    note(transaction, brand, act.at, Deed(act.who, "restored", "the log", act.why, lost_seen(lost)))
    return tuple(lost)
