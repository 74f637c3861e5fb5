"""How many messages of a preview work, in words for who reads it and writes none of the files.

What has not been written in another language yet is no mistake and nobody's loss: a translation
grows, and whoever reads that language gets what there is. So it is counted apart.
"""

from __future__ import annotations

from collections.abc import Sequence

from rapport.app.frameworks.preview import BARRED, UNAPPROVED, WORKS, Cell
from rapport.app.messages.language import UNSAID
from rapport.app.wording.languages import language_name


def unwritten(cell: Cell, usual: str) -> bool:
    """Whether all that stands against it is that it is not written in its language yet, which is
    not the brand's `usual` one."""
    if cell.place.language == usual or not cell.against:
        return False
    return all(one.rule in (UNSAID, UNAPPROVED) for one in cell.against)


def tally(cells: Sequence[Cell], usual: str) -> str:
    """Of messages in one language, how many work and what becomes of the others: a sentence or
    two."""
    left = [cell for cell in cells if not unwritten(cell, usual)]
    works = sum(cell.state == WORKS for cell in left)
    barred = sum(cell.state == BARRED for cell in left)
    counted = f"{works:,} {'works' if works == 1 else 'work'}, {barred:,} "
    counted += f"{'is' if barred == 1 else 'are'} left out, "
    broken = len(left) - works - barred
    counted += f"{broken:,} {'doesn’t' if broken == 1 else 'don’t'} work."
    more = len(cells) - len(left)
    if not more:
        return counted
    counted = counted if left else ""
    language = language_name(cells[0].place.language)
    who = "The other one has" if more == 1 else f"The other {more:,} have"
    who = who if left else "It has" if more == 1 else "They have"
    said = f"{who} not been written in {language} yet"
    return f"{counted} {said}{_meanwhile(cells, usual)}".strip()


def _meanwhile(cells: Sequence[Cell], usual: str) -> str:
    """What people who read the language get until then."""
    gone = [cell for cell in cells if unwritten(cell, usual)]
    others = sum(cell.state == BARRED for cell in gone)
    language, own = language_name(cells[0].place.language), language_name(usual)
    if others == len(gone):
        return " and are not sent in it." if others > 1 else " and is not sent in it."
    instead = f"whoever reads {language} gets the message in {own}"
    return f": {instead}." if not others else f": where nothing is written, {instead}."
