"""What a folder would say with one difference put back: that alone, wherever it stood."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from rapport.adapters.brand_folder.files import texts_of
from rapport.app.publishing.put_back import (
    EVERYTHING,
    FRAMEWORK,
    SETTING,
    VOICE_PART,
    WORDS,
    NoSuchPartError,
    Part,
    in_order,
    merged,
    parts_in,
    with_part,
)
from rapport.app.publishing.release_changes import NOBODY, bound_of, changes_between
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.framework import Block, Framework, Level, Rule, Topic
from rapport.core.creative.modes import Writing
from rapport.core.creative.voice import Claim, VoiceTone
from rapport.testing import examples as ex

THEN = replace(
    ex.folder(ex.brand()),
    voice=replace(ex.VOICE, stop={"urgency": ("now",)}, tones=(
        VoiceTone("warm", "Warm", "Kind.", "Hello."), VoiceTone("plain", "Plain", "Short.", "Hi."),
    )),
    claims=(Claim("made", "Made by hand.", "Records."), Claim("tin", "Of tin.", "Invoices.")),
)  # fmt: skip
OURS = THEN.frameworks[0]


def edited(**fields: object) -> BrandFolder:
    return replace(THEN, frameworks=(replace(OURS, **fields), *THEN.frameworks[1:]))


def differences(now: BrandFolder, then: BrandFolder = THEN) -> dict[str, Part]:
    return parts_in(changes_between(now, then, texts_of), then)


def test_items_go_back_to_where_they_stood() -> None:
    def of(words: str) -> list[str]:
        return words.split()

    def back(now: str, then: str, meant: str) -> str:
        found = merged(of(now), of(then), lambda one: one[0], lambda one: one[0] in meant)
        return " ".join(found)

    assert back("a1 b2 c1", "a1 b1 c1", "b") == "a1 b1 c1"
    assert back("a2 c2", "a1 b1 c1", "b") == "a2 b1 c2"
    assert back("c2 d1", "a1 b1 c1", "ab") == "a1 b1 c2 d1"
    assert back("a1 x1 b2", "a1 b1", "x") == "a1 b2"
    assert in_order(of("c x a b"), of("a b c"), str) == ("a", "x", "b", "c")


OTHER = {
    "name": "Another name", "about": "order", "topic": Topic("x", "X"), "offers": ("none",),
    "writing": Writing("free"), "tones": (replace(OURS.tones[0], label="Else"), *OURS.tones[1:]),
    "angles": (*OURS.angles, Level("new", "New")),
    "slots": (replace(OURS.slots[0], max_chars=9), *OURS.slots[1:]),
    "rules": (Rule("Quiet", kind="silence"),), "visuals": OURS.visuals[::-1],
    "blocks": (*OURS.blocks[:-1], Block("new", "cta", "Go")),
}  # fmt: skip


@pytest.mark.parametrize("field", OTHER)
def test_every_difference_of_a_framework_is_a_part_and_all_of_them_together_undo_it(
    field: str,
) -> None:
    now = edited(**{field: OTHER[field]})
    found = differences(now)
    kinds = {part.kind for part in found.values()}
    if now.without_places() == THEN.without_places():
        assert found == {}  # of one visual there is no other order
        return
    assert kinds == {WORDS if field == "blocks" else SETTING, FRAMEWORK, EVERYTHING}
    for whole in (FRAMEWORK, EVERYTHING):
        (part,) = (one for one in found.values() if one.kind == whole)
        assert with_part(part, now, THEN).without_places() == THEN.without_places()
    for part in found.values():
        if part.kind in (WORDS, SETTING):
            now = with_part(part, now, THEN)
    assert now.without_places() == THEN.without_places()


def test_a_part_leaves_alone_what_it_is_not_about() -> None:
    first, *others = OURS.blocks
    last = others[-1]
    assert bound_of(first) != bound_of(last) or first.slot != last.slot
    changed = {first.id: "Mine.", last.id: "Mine, too."}
    blocks = tuple(replace(one, text=changed.get(one.id, one.text)) for one in OURS.blocks)
    now = edited(blocks=blocks, name="Mine")
    back = with_part(Part(SETTING, OURS.key, "Name"), now, THEN).frameworks[0]
    assert (back.name, back.blocks) == (OURS.name, blocks)
    back = with_part(Part(WORDS, OURS.key, bound=bound_of(last)), now, THEN).frameworks[0]
    texts = {one.id: one.text for one in back.blocks}
    assert texts[last.id] == last.text
    assert back.name == "Mine"
    for one in back.blocks:
        if bound_of(one) != bound_of(last):
            assert one.text == changed.get(one.id, one.text)


VOICES = {
    "who": {"who": "Somebody else."}, "does": {"does": ("Shout.",)},
    "avoid": {"avoid": ("synergy",)}, "reading_level": {"reading_level": 3},
    "stop": {"stop": {"urgency": ("hurry",), "guilt": ("sad",)}},
    "none": {"stop": {}}, "tones": {"tones": THEN.voice.tones[:1]},
    "order": {"tones": THEN.voice.tones[::-1]},
}  # fmt: skip


@pytest.mark.parametrize("changed", VOICES)
def test_every_part_of_the_voice_can_be_put_back_by_itself(changed: str) -> None:
    now = replace(THEN, voice=replace(THEN.voice, **VOICES[changed]))
    found = differences(now)
    assert {part.kind for part in found.values()} == {VOICE_PART, EVERYTHING}
    for part in found.values():
        now = with_part(part, now, THEN) if part.kind == VOICE_PART else now
    assert now == THEN


def test_of_a_tone_and_a_claim_one_thing_goes_back_and_the_rest_stays() -> None:
    tone = replace(THEN.voice.tones[0], label="Mine", describes="Mine.")
    claim = replace(THEN.claims[1], text="Mine.", until="2027-01-31")
    now = replace(
        THEN,
        voice=replace(THEN.voice, tones=(tone, THEN.voice.tones[1])),
        claims=(THEN.claims[0], claim),
    )
    names = {part.what for part in differences(now).values() if part.kind == VOICE_PART}
    assert names == {
        "Tone “warm”, its name", "Tone “warm”, what it is for", "Claim “tin”", "Claim “tin”, until",
    }  # fmt: skip
    back = with_part(Part(VOICE_PART, what="Tone “warm”, its name"), now, THEN)
    assert back.voice.tones[0] == replace(tone, label="Warm")
    back = with_part(Part(VOICE_PART, what="Claim “tin”"), now, THEN)
    assert back.claims[1] == replace(claim, text="Of tin.")
    gone = replace(THEN, claims=THEN.claims[1:])
    assert with_part(Part(VOICE_PART, what="Claim “made”"), gone, THEN) == THEN


def test_what_was_not_there_as_a_whole_cannot_be_put_back_and_stays() -> None:
    new = replace(OURS, key="new", name="New")
    now = replace(THEN, frameworks=(*THEN.frameworks, new))
    assert differences(now) == {}
    assert with_part(Part(EVERYTHING), now, THEN) == now
    silent = replace(THEN, voice=NOBODY, claims=())  # of before voices were published along
    assert with_part(Part(EVERYTHING), now, silent).voice == now.voice
    assert differences(now, silent) == {}


def test_a_framework_that_is_gone_comes_back_whole_whichever_part_is_asked_for() -> None:
    now = replace(THEN, frameworks=THEN.frameworks[1:])
    part = Part(WORDS, OURS.key, bound=bound_of(OURS.blocks[0]))
    assert part.id in differences(now)
    assert set(with_part(part, now, THEN).frameworks) == set(THEN.frameworks)


@pytest.mark.parametrize(
    "part",
    [Part(FRAMEWORK, "nowhere"), Part(SETTING, OURS.key, "Nothing"),
     Part(SETTING, OURS.key, "The order of nothing"), Part(VOICE_PART, what="Nothing")],
)  # fmt: skip
def test_what_is_no_part_is_refused(part: Part) -> None:
    with pytest.raises(NoSuchPartError):
        with_part(part, THEN, THEN)


def test_layouts_are_no_words() -> None:
    now = edited(layouts=tuple((key, "<mjml>mine</mjml>") for key, _ in OURS.layouts))
    assert with_part(Part(EVERYTHING), now, THEN) == now
    (last,) = (one for one in OURS.visuals[-1:])
    bare = edited(
        visuals=OURS.visuals[:-1],
        layouts=tuple((key, "mine") for key, _ in OURS.layouts if key != last.key),
    )
    back: Framework = with_part(Part(EVERYTHING), bare, THEN).frameworks[0]
    assert dict(back.layouts).get(last.key) == dict(OURS.layouts).get(last.key)
    assert back.visuals == OURS.visuals
