"""Changing the voice and the claims: what it does to the files, roles, two at once, a crash."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Mapping

import pytest
from desk_world import BRAND, ME, World
from msgspec import UNSET
from msgspec.structs import replace

from rapport.app.frameworks.brand_editing import BrandOrder
from rapport.app.frameworks.editing import ChangedMeanwhileError, ReadOnlyError, Saved
from rapport.app.in_charge.people import NotAllowedError
from rapport.bootstrap.desks.voice import VoiceDesk
from rapport.core.creative.voice import Claim, VoiceTone
from rapport.core.creative.voice_editing import (
    RemoveClaim,
    RetireTone,
    Said,
    SaveClaim,
    SaveTone,
    SetVoice,
    VoiceChange,
    is_about_claims,
    part_of,
    seen_id,
)
from rapport.core.oversight.people import AUTHOR, VIEWER, Actor
from rapport.errors import BrandFolderError, UserError

VOICE, CLAIMS = "voice.yaml", "claims.yaml"
PATIENCE_SECONDS = 120


def desk(world: World) -> VoiceDesk:
    return VoiceDesk(world.here, world.desk)


def parts(world: World, **says: Said) -> SetVoice:
    voice = world.desk.book(BRAND).content.voice
    return SetVoice(says, {name: seen_id(part_of(voice, name)) for name in says})


def phrases(world: World, says: Mapping[str, Said]) -> SetVoice:
    voice = world.desk.book(BRAND).content.voice
    return SetVoice(says, {name: seen_id(part_of(voice, name)) for name in says})


def order(world: World, change: VoiceChange) -> BrandOrder:
    files = desk(world).open(BRAND)
    name = CLAIMS if is_about_claims(change) else VOICE
    return BrandOrder(files[name].edition if name in files else "", change)


def save(world: World, change: VoiceChange, actor: Actor = ME) -> Saved:
    return desk(world).save(BRAND, order(world, change), actor)


def claim(world: World, number: int = 0) -> Claim:
    return world.desk.book(BRAND).content.claims[number]


def tone(world: World, key: str) -> VoiceTone:
    voice = world.desk.book(BRAND).content.voice
    return next(one for one in voice.tones if one.key == key)


def test_a_part_that_is_said_anew_is_in_the_file_on_record_and_not_published(
    world: World,
) -> None:
    before = world.text(VOICE)
    assert save(world, parts(world, who="A tinsmith, and nobody else.")).files == (VOICE,)
    assert world.text(VOICE) == before.replace(
        "who: A tinsmith and two apprentices.", "who: A tinsmith, and nobody else."
    )
    (deed,) = world.deeds()
    assert (deed.who, deed.did, deed.what) == ("owner", "edited", "the voice")
    assert deed.why == "who says something else"
    assert {"the file", "voice.yaml became"} <= set(deed.saw)
    assert world.release == 1
    assert list(desk(world).changed(BRAND)) == [VOICE]
    changes = world.desk.changes(BRAND)
    assert [one.name for one in changes.voice] == ["Who the brand is"]
    assert changes.files == ()
    assert world.desk.publish(BRAND, ME, world.desk.changes(BRAND).seen).number == 2
    assert list(desk(world).changed(BRAND)) == []


def test_every_part_can_be_said_anew_and_comes_back_as_it_was(world: World) -> None:
    before = world.desk.book(BRAND).content
    new: dict[str, Said] = {
        "who": "We mend tins.\nAnd we sell them.",
        "does": ("answers", "says: so", "‘quotes’"),
        "does_not": (),
        "use": ("kettle", "tin"),
        "avoid": ("synergy", "best ever", "act now"),
        "require": (),
        "reading_level": "9",
        "stop.guilt": ("poor tins", "the tinsmith waits*"),
        "stop.watching": ("saw you come in",),
        "stop.protected trait": (),
    }
    was: dict[str, Said] = {name: part_of(before.voice, name) for name in new}
    save(world, phrases(world, new))
    voice = world.desk.book(BRAND).content.voice
    assert {name: part_of(voice, name) for name in new} == new
    assert not world.desk.book(BRAND).mistakes
    save(world, phrases(world, was))
    assert world.desk.book(BRAND).content.without_places() == before.without_places()
    assert "reading level: 9, it was 7" in world.deeds()[0].why
    assert "avoid: added 'act now'" in world.deeds()[0].why


def test_comments_and_the_order_of_things_survive(world: World) -> None:
    (world.folder / VOICE).write_text(
        "# Ours.\n\nwho: >-\n  A tinsmith and\n  two apprentices.  \n"
        "does:\n  - answers questions  # always\n\n  # and honestly\n  - says what it is\n"
        "does_not: [shout]\nreading_level: 7   # agreed\n"
        "words:\n  avoid:\n    - synergy\n    # the owner's\n    - best ever\n  use: [kettle]\n"
        "tones:\n  # first of all\n"
        "  - {key: warm, label: Warm, describes: Kind., example: Hello.}\n"
        "  - key: plain\n    label: Plain  # short\n    describes: Short.\n    example: Here.\n",
        encoding="utf-8",
    )
    before = world.text(VOICE)
    says: dict[str, Said] = {
        "does": ("answers questions", "listens", "says what it is"),
        "avoid": ("synergy", "best ever", "act now"),
        "reading_level": "8",
    }
    save(world, phrases(world, says))
    save(
        world, SaveTone(replace(tone(world, "plain"), label="Bare"), seen_id(tone(world, "plain")))
    )
    assert world.text(VOICE) == (
        before.replace("# always\n", "# always\n  - listens\n")
        .replace("    - best ever\n", "    - best ever\n    - act now\n")
        .replace("reading_level: 7 ", "reading_level: 8 ", 1)
        .replace("level: 8   #", "level: 8  #")
        .replace("label: Plain  #", "label: Bare  #")
    )


def test_a_claim_is_added_changed_ended_and_taken_out(world: World) -> None:
    before = world.text(CLAIMS)
    new = Claim("tin", "Made of tin: all of it.", "Mill certificates.", since="2026-07-01")
    assert save(world, SaveClaim(new)).files == (CLAIMS,)
    assert claim(world, 1) == new
    assert world.text(CLAIMS).startswith(before)
    ended = replace(new, until="2026-08-01", since=UNSET)
    save(world, SaveClaim(ended, seen_id(new)))
    assert claim(world, 1) == ended
    save(world, RemoveClaim("tin", seen_id(ended)))
    assert world.text(CLAIMS) == before
    save(world, RemoveClaim("by-hand", seen_id(claim(world))))
    assert world.desk.book(BRAND).content.claims == ()
    save(world, SaveClaim(new))
    assert world.desk.book(BRAND).content.claims == (new,)
    assert [deed.why for deed in world.deeds()] == [
        "added claim tin", "changed claim tin", "removed claim tin", "removed claim by-hand",
        "added claim tin",
    ]  # fmt: skip
    assert {deed.what for deed in world.deeds()} == {"the claims"}


def test_the_first_claim_of_a_brand_makes_the_file(world: World) -> None:
    (world.folder / CLAIMS).unlink()
    new = Claim("tin", "Made of tin.", "Mill certificates.")
    assert save(world, SaveClaim(new)).files == (CLAIMS,)
    assert world.desk.book(BRAND).content.claims == (new,)
    assert "from" not in world.text(CLAIMS)


@pytest.mark.parametrize(
    "claims",
    ["claims: [{key: a, text: A., evidence: E.}, {key: b, text: B., evidence: E.}]\n",
     "claims:\n  [\n   {key: a, text: A., evidence: E.},\n   {key: b, text: B., evidence: E.}]\n"],
)  # fmt: skip
def test_claims_that_stand_in_brackets_are_added_to_and_taken_out(
    world: World, claims: str
) -> None:
    (world.folder / CLAIMS).write_text(claims, encoding="utf-8")
    save(world, SaveClaim(Claim("c", "C.", "E.")))
    assert [one.key for one in world.desk.book(BRAND).content.claims] == ["a", "b", "c"]
    (world.folder / CLAIMS).write_text(claims, encoding="utf-8")
    save(world, RemoveClaim("a", seen_id(claim(world))))
    assert [one.key for one in world.desk.book(BRAND).content.claims] == ["b"]
    (world.folder / CLAIMS).write_text(claims.replace("[", "[ # ours\n", 1), encoding="utf-8")
    before = world.everything()
    with pytest.raises(UserError, match="Whoever runs Rapport"):
        save(world, SaveClaim(Claim("c", "C.", "E.")))
    assert world.everything() == before


def test_a_list_of_claims_that_was_left_empty_takes_the_first(world: World) -> None:
    (world.folder / CLAIMS).write_text("claims:\n", encoding="utf-8")
    save(world, SaveClaim(Claim("c", "C.", "E.")))
    assert [one.key for one in world.desk.book(BRAND).content.claims] == ["c"]


def test_a_tone_is_added_and_retired_and_one_that_is_spoken_in_is_not(world: World) -> None:
    before = world.text(VOICE)
    dry = VoiceTone("dry", "Dry", "Says little.", "Well.")
    save(world, SaveTone(dry))
    assert tone(world, "dry") == dry
    save(world, RetireTone("dry", seen_id(dry)))
    assert world.text(VOICE) == before
    with pytest.raises(BrandFolderError, match=r"creative/checkout.yaml:\d+: tones"):
        save(world, RetireTone("plain", seen_id(tone(world, "plain"))))
    assert world.text(VOICE) == before


@pytest.mark.parametrize(
    ("part", "said", "told"),
    [
        ("who", "", "voice.yaml:1: who: found nothing"),
        ("who", "x" * 2_001, "at most 2000 characters"),
        ("who", "Zero\u200bwidth", "invisible"),
        ("does", ("fine", "y" * 301), r"does\[1\]: .*at most 300"),
        ("avoid", ("Your basket",), "which voice.yaml asks to avoid"),
        ("reading_level", "many", "a school grade such as 7"),
        ("stop.guilt", ("***",), r"stop.guilt\[0\]: .*a phrase"),
    ],
)
def test_what_publishing_would_refuse_is_not_written(
    world: World, part: str, said: Said, told: str
) -> None:
    before = world.everything()
    with pytest.raises(BrandFolderError, match=told):
        save(world, phrases(world, {part: said}))
    assert world.everything() == before
    assert world.deeds() == []


@pytest.mark.parametrize(
    ("since", "until", "told"),
    [
        ("2026-02-30", "", "a date such as"),
        ("tomorrow", "", "a date such as"),
        ("2026-07-02", "2026-07-01", "it would end before it begins"),
    ],
)
def test_days_that_are_none_are_refused(world: World, since: str, until: str, told: str) -> None:
    before = world.everything()
    with pytest.raises(BrandFolderError, match=told):
        save(world, SaveClaim(Claim("x", "A claim.", "Evidence.", until, since)))
    assert world.everything() == before


HOSTILE = ("- x", "# y", "a: b", "{{ shop }}", "{% raw %}", "'\"", "!!python/object:os", "&a *a",
           "no", "null", "~", "123", "<script>", "| >", "ключ", "مفتاح", "鍵")  # fmt: skip


def test_hostile_lines_are_words_and_nothing_else(world: World) -> None:
    save(world, parts(world, does=HOSTILE, use=HOSTILE, who=" ".join(HOSTILE)))
    voice = world.desk.book(BRAND).content.voice
    assert (voice.does, voice.use, voice.who) == (HOSTILE, HOSTILE, " ".join(HOSTILE))
    text = "\n".join(HOSTILE)
    save(world, SaveClaim(Claim("x", text, text)))
    assert (claim(world, 1).text, claim(world, 1).evidence) == (text, text)


# --- Two at once -------------------------------------------------------------------------------


def test_what_somebody_else_changed_is_told_and_not_written_over(world: World) -> None:
    mine = order(world, parts(world, avoid=("synergy", "best ever", "mine")))
    save(world, parts(world, avoid=("synergy", "best ever", "theirs")))
    before = world.everything()
    with pytest.raises(ChangedMeanwhileError) as raised:
        desk(world).save(BRAND, mine, ME)
    assert world.everything() == before
    pieces = [piece for hunk in raised.value.hunks for piece in hunk.pieces]
    assert "theirs" in "".join(piece.text for piece in pieces if piece.kind == "new")


def test_two_who_change_different_parts_do_not_disturb_each_other(world: World) -> None:
    voice = world.desk.book(BRAND).content.voice
    mine = order(world, parts(world, use=("kettle", "tin"), avoid=voice.avoid))
    save(world, parts(world, use=voice.use, avoid=(*voice.avoid, "theirs")))
    desk(world).save(BRAND, mine, ME)
    now = world.desk.book(BRAND).content.voice
    assert now.use == ("kettle", "tin")
    assert now.avoid == (*voice.avoid, "theirs")


@pytest.mark.parametrize("what", ["changed", "taken out", "added"])
def test_a_claim_is_held_to_what_was_seen(world: World, what: str) -> None:
    was = claim(world)
    changes: dict[str, VoiceChange] = {
        "changed": SaveClaim(replace(was, text="Mine."), seen_id(was)),
        "taken out": RemoveClaim(was.key, seen_id(was)),
        "added": SaveClaim(Claim("tin", "Mine.", "Me.")),
    }
    mine = order(world, changes[what])
    save(world, SaveClaim(replace(was, text="Theirs."), seen_id(was)))
    save(world, SaveClaim(Claim("tin", "Theirs.", "They.")))
    before = world.everything()
    with pytest.raises(ChangedMeanwhileError):
        desk(world).save(BRAND, mine, ME)
    assert world.everything() == before


def test_many_at_once_lose_nothing(world: World) -> None:
    orders = [
        order(world, SaveClaim(Claim(f"claim-{letter}", f"Say {letter}.", "So.")))
        for letter in "abcd"
    ]
    orders += [order(world, parts(world, use=("kettle", "tin")))]
    orders += [order(world, parts(world, does=("listens",)))]
    failed: list[BaseException] = []

    def run(one: BrandOrder) -> None:
        try:
            desk(world).save(BRAND, one, ME)
        except BaseException as error:  # noqa: BLE001 (told by the test, not by the thread)
            failed.append(error)

    threads = [threading.Thread(target=run, args=(one,)) for one in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_SECONDS)
    assert failed == []
    content = world.desk.book(BRAND).content
    assert {one.key for one in content.claims} == {
        "by-hand", "claim-a", "claim-b", "claim-c", "claim-d",
    }  # fmt: skip
    assert (content.voice.use, content.voice.does) == (("kettle", "tin"), ("listens",))
    assert len(world.deeds()) == 6


# --- Who, and where ------------------------------------------------------------------------------


def test_a_viewer_changes_nothing_and_an_author_does(world: World) -> None:
    world.employ(Pia="publisher", Ann="author", Vic="viewer")
    change = parts(world, use=("kettle", "tin"))
    for actor in (Actor("Vic", VIEWER, listed=True), Actor("Vic", AUTHOR, listed=True)):
        with pytest.raises(NotAllowedError):
            save(world, change, actor)
        with pytest.raises(NotAllowedError):
            desk(world).check(BRAND, order(world, change), actor)
    assert world.deeds() == []
    save(world, change, Actor("Ann", AUTHOR, listed=True))
    assert [deed.who for deed in world.deeds()] == ["Ann"]


def test_checking_and_saying_the_same_write_nothing(world: World) -> None:
    before = world.everything()
    desk(world).check(BRAND, order(world, parts(world, use=("tin",))), ME)
    assert save(world, parts(world, who="A tinsmith and two apprentices.")).files == ()
    assert save(world, SaveClaim(claim(world), seen_id(claim(world)))).files == ()
    assert world.everything() == before
    assert world.deeds() == []


def test_without_a_folder_there_is_nothing_to_change(world: World) -> None:
    change = parts(world, use=("tin",))
    world.folder.rename(world.folder.parent.parent / "elsewhere")
    with pytest.raises(ReadOnlyError):
        save(world, change)
    assert desk(world).open(BRAND) == {}


def test_a_voice_that_cannot_be_read_is_left_alone(world: World) -> None:
    change = parts(world, use=("tin",))
    world.change("who: A tinsmith", "who: &a A tinsmith", VOICE)
    before = world.everything()
    with pytest.raises(UserError):
        save(world, change)
    assert world.everything() == before


# --- Whatever happens meanwhile ------------------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from desk_world import BRAND, World
from test_voice_editing import ME, order, parts, desk
import rapport.adapters.brand_folder.in_place as in_place
world = World(Path(sys.argv[1]))
change = order(world, parts(world, use=("kettle", "tin")))
{before}
desk(world).save(BRAND, change, ME)
"""
DIE = "os.kill(os.getpid(), signal.SIGKILL)"
MOMENTS = {
    "while it writes": f"os.fsync = lambda handle: {DIE}",
    "before it is on record": f"world.desk._editing._note = lambda *given: {DIE}",
    "after it is on record": f"in_place.Path.replace = lambda *given: {DIE}",
    "when it is in place": f"in_place.settle = lambda *given: {DIE}",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_who_is_killed_while_saving_leaves_a_whole_voice_and_a_true_log(
    world: World, moment: str
) -> None:
    before = world.text(VOICE)
    world.close()
    here = os.path.dirname(__file__)  # noqa: PTH120 (a word for another process)
    code = KILLED.format(before=MOMENTS[moment])
    done = subprocess.run(
        [sys.executable, "-c", code, str(world.here.home), here],
        check=False, timeout=PATIENCE_SECONDS, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == -signal.SIGKILL, done.stderr
    again = World(world.here.home)
    changed = again.text(VOICE) != before
    assert changed == (moment == "when it is in place")
    again.desk.book(BRAND)
    assert not again.desk.book(BRAND).mistakes
    deeds = [(deed.what, deed.why) for deed in again.deeds()]
    entry = ("the voice", "use: added 'tin'")
    told = ("the voice", "use: added 'tin': it did not come about")
    wanted = {"after it is on record": [entry, told], "when it is in place": [entry]}
    assert deeds == wanted.get(moment, [])
    desk(again).save(BRAND, order(again, parts(again, does=("listens",))), ME)
    again.close()
