"""`care` of brand.yaml: what is done after a complaint, a refund, a delayed parcel, a question."""

from __future__ import annotations

from collections.abc import Collection

from rapport.adapters.brand_folder.context import read_length
from rapport.adapters.brand_folder.nodes import Value
from rapport.adapters.brand_folder.scalars import write_duration
from rapport.core.creative.editing import KEY
from rapport.core.deciding.care import OCCASIONS, Care, Caring, softly_name, waiting_name
from rapport.core.time import DAY, SECOND

OFF = "off"
LONGEST = 365 * DAY


def read_care(value: Value) -> Care:
    """Each occasion as it is written, or as usual where it is not."""
    usual = Care()
    if value.missing:
        return usual
    parts = value.mapping([], OCCASIONS)
    return Care(*(_caring(parts[name], usual.after(name)) for name in OCCASIONS))


def care_at(brand: Value) -> dict[str, str]:
    """The file and line of each rule that `care` amounts to in brand.yaml, whose value this is, by
    the rule's name. What is not written there is as usual."""
    found: dict[str, str] = {}
    for occasion, caring in _entries(_entries(brand).get("care")).items():
        parts = _entries(caring)
        if occasion in OCCASIONS and "wait" in parts:
            found[waiting_name(occasion)] = parts["wait"].place
        if occasion in OCCASIONS and "soften" in parts:
            found[softly_name(occasion)] = parts["soften"].place
    return found


def check_tones(brand: Value, tones: Collection[str]) -> None:
    """Notes tones in `care` of brand.yaml, whose value this is, that no framework has: with these
    alone nothing could be said."""
    for caring in _entries(_entries(brand).get("care")).values():
        soften = _entries(caring).get("soften")
        for one in soften.items() if soften is not None and soften.is_list and tones else ():
            if KEY.fullmatch(one.written):
                one.reference("a level of tone", tones)


def _entries(value: Value | None) -> dict[str, Value]:
    return value.entries() if value is not None and value.is_mapping else {}


def _caring(value: Value, usual: Caring) -> Caring:
    if value.missing:
        return usual
    if value.written == OFF:
        return Caring()
    parts = value.mapping([], ["wait", "soften", "for"])
    if not value.is_mapping:
        return usual
    # What cannot be read is told so: the default has nothing else told of it.
    wait = 0 if parts["wait"].missing else read_length(parts["wait"], SECOND)
    soften = () if parts["soften"].missing else tuple(x.key() for x in parts["soften"].items())
    soft_for = 0 if parts["for"].missing else read_length(parts["for"], LONGEST)
    if bool(soften) != bool(soft_for):
        value.problem("'soften' names tones and 'for' how long: write both, or neither")
    elif soften and soft_for <= wait:
        value.problem("'for' is counted from the occasion on: it must be longer than 'wait'")
    elif not wait and not soften:
        value.problem("nothing is done: write wait: 3d, or soften and for, or off")
    for name, length in (("wait", wait), ("for", soft_for)):
        if length > LONGEST:
            parts[name].expected("at most 365d")
    return Caring(min(wait, LONGEST), soften, min(soft_for, LONGEST))


def write_care(care: Care) -> dict[str, object]:
    """What `read_care` reads: what is not as usual."""
    usual = Care()
    return {
        name: write_caring(care.after(name))
        for name in OCCASIONS
        if care.after(name) != usual.after(name)
    }


def write_caring(caring: Caring) -> str | dict[str, str | list[str]]:
    """What is written of one occasion."""
    if caring == Caring():
        return OFF
    plain: dict[str, str | list[str]] = {}
    if caring.wait:
        plain["wait"] = write_duration(caring.wait)
    if caring.soften:
        plain |= {"soften": list(caring.soften), "for": write_duration(caring.soft_for)}
    return plain
