"""Other approved words where a person got these before.

Where several blocks fit a combination, the one bound to most is taken, then the one written first,
and last those that stand beside others (`also`); all but the first are for those who had it
already. Where none is left, the finding `said before` stands, and the message is refused. That is
rare: what was said is mostly known before anything is drawn (`rapport.core.deciding.had`).
"""

from __future__ import annotations

from msgspec.structs import replace

from rapport.app.messages.write import MessageWriter, WriteRequest, Written
from rapport.core.deciding.arms import USUAL
from rapport.core.deciding.repeats import SAID_BEFORE

MOST_TRIES = 12


def write_afresh(writer: MessageWriter, request: WriteRequest) -> Written:
    """The message in words that the person did not get before, where such words are approved.

    Where none are, the usual arm's message says the same again, as it would without Rapport: that
    arm is what the others are measured against. It gets no words that stand beside others.
    """
    written = _in_other_words(writer, request)
    if request.send.arm != USUAL:
        return written
    return replace(written, findings=tuple(f for f in written.findings if f.rule != SAID_BEFORE))


def _in_other_words(writer: MessageWriter, request: WriteRequest) -> Written:
    first = written = writer.write(request)
    for _ in range(MOST_TRIES):
        slots = {found.where for found in written.findings if found.rule == SAID_BEFORE}
        if not slots:
            return written
        used = _used(request, written, slots)
        if not used:
            return first
        request = replace(request, without=request.without | used)
        written = writer.write(request)
        if written.message.language != first.message.language:
            return first  # words in another language are no other words for this person
        if any(found.rule == "slot" for found in written.findings):
            return first  # there were no others
    return first


def _used(request: WriteRequest, written: Written, slots: set[str]) -> frozenset[str]:
    """The approved blocks that fill these slots of the message; none where a draft's words do. For
    the usual arm those that stand beside others count as used, too."""
    framework = request.release.framework(request.send.framework)
    blocks = [b for b in framework.blocks if b.slot in slots] if framework is not None else []
    used = frozenset(block.id for block in blocks if block.id in written.message.blocks)
    if not used or request.send.arm != USUAL:
        return used
    return used | {block.id for block in blocks if block.also}
