"""A message with words that are still being typed: seen while somebody writes, and never kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from msgspec import UNSET, Struct
from msgspec.structs import replace

from rapport.app.frameworks.preview import BARRED, OFFER, Cell, Place, Preview, Seen, Wanted
from rapport.app.messages.language import UNSAID
from rapport.core.creative.editing import NONE
from rapport.core.creative.framework import CONTENT_FACTORS, Block, Framework, choose_blocks
from rapport.core.deciding.had import SLOTS
from rapport.core.time import Instant


class Trial(Struct, frozen=True):
    """What somebody has typed by now, and what it is bound to. `was` are the words that it takes
    the place of and `was_bound` what those are bound to, where it is a change; `language` is empty
    for the brand's own. `asked` says by factor which of its messages somebody wants to see. With
    `also` they stand beside others, which then go before them."""

    bound: Mapping[str, tuple[str, ...]]
    words: Mapping[str, str]
    language: str = ""
    was: Mapping[str, str] = NONE
    asked: Mapping[str, str] = NONE
    was_bound: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    also: bool = False


class Spoken(Struct, frozen=True):
    """A framework in which the typed words go before all others, so that they can be seen; the
    same as it would be once they are saved; and the blocks that they are in there."""

    forced: Framework
    saved: Framework
    typed: tuple[Block, ...]


class Reach(Struct, frozen=True):
    """How far words go that are for messages that there are: the parts that go `second`, to whoever
    had those that go before them, and those that `nobody` gets."""

    second: tuple[str, ...] = ()
    nobody: tuple[str, ...] = ()


class Messages(Struct, frozen=True):
    """The message that is seen, None where there is none, and the places of all that these words
    really go into, in order."""

    cell: Cell | None
    places: tuple[Place, ...] = ()
    reach: Reach = Reach()


class Look(Struct, frozen=True):
    """A message that has these words, None where there is none; whom it is for; what stands against
    the words themselves, as lines of a file would have it; and where else the words go."""

    cell: Cell | None = None
    who: str = ""
    problems: tuple[str, ...] = ()
    places: tuple[Place, ...] = ()
    reach: Reach = Reach()


def spoken(framework: Framework, blocks: Sequence[Block], trial: Trial) -> Spoken:
    """The framework with these words, to be seen and as it would be."""
    also = trial.also or UNSET
    typed = tuple(replace(block, id=f"typed/{block.slot}", also=also) for block in blocks)
    return Spoken(with_words(framework, blocks, trial), _saved(framework, typed, trial), typed)


def _saved(framework: Framework, typed: Sequence[Block], trial: Trial) -> Framework:
    """The framework with these words where those stand that they replace, or at the end."""
    was = [_was(block, trial) for block in framework.blocks]
    place = was.index(True) if True in was else len(was)
    kept = [block for block, gone in zip(framework.blocks, was, strict=True) if not gone]
    return replace(framework, blocks=(*kept[:place], *typed, *kept[place:]))


def _was(block: Block, trial: Trial) -> bool:
    """Whether it is one of those that are changed: other entries may say the same of others."""
    bound = {
        "point": block.points, "offer": block.offers, "tone": block.tones, "angle": block.angles,
        "visual": block.visuals,
    }  # fmt: skip
    return _plain(trial.was.get(block.slot, "")) == _plain(block.text) and all(
        keys == trial.was_bound.get(factor, ()) for factor, keys in bound.items()
    )


def with_words(framework: Framework, blocks: Sequence[Block], trial: Trial) -> Framework:
    """The framework with these words in the place of all others of their parts, and without those
    that they replace."""
    typed = {(block.slot, block.language) for block in blocks}
    was = {(slot, _plain(words)) for slot, words in trial.was.items()}
    others = tuple(
        block
        for block in framework.blocks
        if (block.slot, block.language) not in typed and (block.slot, _plain(block.text)) not in was
    )
    free = tuple(
        replace(block, points=(), offers=(), tones=(), angles=(), visuals=()) for block in blocks
    )
    return replace(framework, blocks=(*others, *free))


def messages(
    preview: Preview, words: Spoken, seen: Seen, at: Instant, trial: Trial, language: str
) -> Messages:
    """The messages that the words go into and that no rule bars; one that is barred where all are,
    none where they are for none. Where other words go before these, one that they would fit is
    seen all the same."""
    framework = words.forced
    levels = {factor: trial.bound.get(factor, ()) for factor in CONTENT_FACTORS}
    wanted = Wanted(trial.bound.get("point", ()), (language,), levels)
    tried = preview.with_framework(framework)
    every = list(tried.barred(framework, seen, at, wanted))
    # What an offer asks of the person or the basket says nothing of words: Anna is an example. And
    # of what else is not translated yet, the message itself tells.
    other = (OFFER, UNSAID)
    places = tuple(place for place, barred in every if all(one.rule in other for one in barred))
    if places:
        going, reach = _reach(words, places)
        chosen = nearest(going or places, trial.asked)
        return Messages(tried.at(framework, chosen, seen, at), going, reach)
    return Messages(Cell(every[0][0], BARRED, against=every[0][1]) if every else None)


def _reach(words: Spoken, places: Sequence[Place]) -> tuple[tuple[Place, ...], Reach]:
    """Of places that words are for, those that they go into: first, or else second."""
    rivals = replace(
        words.saved,
        blocks=tuple(
            block
            for block in words.saved.blocks
            if any((one.slot, one.language) == (block.slot, block.language) for one in words.typed)
        ),
    )
    ours = {block.id for block in words.typed}
    first: dict[Place, tuple[str, ...]] = {}
    for place in places:
        chosen = choose_blocks(rivals, place.point, place.action, place.language)
        first[place] = tuple(slot for slot, block in chosen.items() if block.id in ours)
    heard = {slot for slots in first.values() for slot in slots}
    behind = [block.slot for block in words.typed if block.slot not in heard]
    reach = Reach(
        tuple(slot for slot in behind if slot in SLOTS),
        tuple(slot for slot in behind if slot not in SLOTS),
    )
    if heard:
        return tuple(place for place, slots in first.items() if slots), reach
    return tuple(places) if reach.second else (), reach


def nearest(places: Sequence[Place], asked: Mapping[str, str]) -> Place:
    """The first of the places that have most of what is asked for, by factor."""
    return max(
        places,
        key=lambda place: sum(getattr(place, factor, None) == key for factor, key in asked.items()),
    )


def _plain(words: str) -> str:
    return " ".join(words.split())
