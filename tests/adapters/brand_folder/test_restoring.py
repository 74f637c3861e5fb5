"""A brand's files say once more what they said: to the word, with comments where they can stay."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from fixture_folder import edit
from msgspec.structs import replace

from rapport.adapters.brand_folder import read_brand_folder
from rapport.adapters.brand_folder.files import FolderFiles
from rapport.adapters.brand_folder.restoring import same_words
from rapport.core.blueprint import BrandFolder
from rapport.core.creative.framework import Block, Framework, Level
from rapport.core.creative.voice import Claim

CHECKOUT = "creative/checkout.yaml"


@pytest.fixture
def files(folder: Path, tmp_path: Path) -> FolderFiles:
    return FolderFiles(folder, tmp_path / "lock")


def content(folder: Path) -> BrandFolder:
    return read_brand_folder(folder)


def put(folder: Path, files: FolderFiles, wanted: BrandFolder) -> dict[str, str]:
    """Writes what makes the folder say this, and gives the files that it took."""
    texts = dict(files.saying(wanted))
    for name, text in texts.items():
        (folder / name).write_text(text, encoding="utf-8")
    return texts


def with_framework(said: BrandFolder, framework: Framework) -> BrandFolder:
    others = tuple(framework if one.key == framework.key else one for one in said.frameworks)
    return replace(said, frameworks=others)


def test_a_folder_that_says_so_already_is_left_alone(folder: Path, files: FolderFiles) -> None:
    assert files.saying(content(folder)) == {}


def test_words_that_were_changed_go_back_and_every_other_line_stays(
    folder: Path, files: FolderFiles
) -> None:
    edit(folder, CHECKOUT, "blocks:\n", "blocks:  # approved by Nell\n")
    was, said = (folder / CHECKOUT).read_text(), content(folder)
    edit(folder, CHECKOUT, "subject: Your basket is saved", "subject: Not for long  # mine")
    edit(folder, CHECKOUT, "max_chars: 60}", "max_chars: 61}")
    put(folder, files, said)
    assert (folder / CHECKOUT).read_text() == was.replace(
        "subject: Your basket is saved", "subject: Your basket is saved  # mine"
    )


def test_an_entry_that_was_taken_out_comes_back_where_it_stood(
    folder: Path, files: FolderFiles
) -> None:
    edit(
        folder,
        CHECKOUT,
        "  - signoff",
        "  - points: [first]\n    tone: warm\n    cta: Go\n\n  - signoff",
    )
    was, said = (folder / CHECKOUT).read_text(), content(folder)
    edit(folder, CHECKOUT, "  - points: [first]\n    tone: warm\n    cta: Go\n\n", "")
    put(folder, files, said)
    assert content(folder).without_places() == said.without_places()
    (gone,) = set(was.splitlines()) ^ set((folder / CHECKOUT).read_text().splitlines()) or {""}
    assert gone == "", "and each line is one that was there"


def test_whatever_was_done_to_words_and_settings_can_be_undone(
    folder: Path, files: FolderFiles
) -> None:
    said = content(folder)
    framework = said.frameworks[0]
    for seed in range(12):
        put(folder, files, with_framework(said, changed(framework, np.random.default_rng(seed))))
        put(folder, files, said)
        back = content(folder).framework("checkout")
        assert same_words(back, framework), seed


def changed(framework: Framework, chance: np.random.Generator) -> Framework:
    """Such as people change it, and never so that a message lacks words."""
    blocks = list(framework.blocks)
    for _ in range(chance.integers(1, 5)):
        what, place = chance.integers(5), chance.integers(len(blocks))
        one = blocks[place]
        if what == 0:
            blocks[place] = replace(one, text=f"{one.text} And so on.")
        elif what == 1:
            blocks.append(
                replace(one, text=f"Or {chr(97 + int(chance.integers(26))) * 9}", also=True)
            )
        elif what == 2:
            tones = [replace(tone, describes=f"{tone.describes} More.") for tone in framework.tones]
            framework = replace(framework, tones=tuple(tones))
        elif what == 3:
            slots = [replace(slot, max_chars=slot.max_chars + 500) for slot in framework.slots]
            framework = replace(framework, slots=tuple(slots))
        else:
            framework = replace(framework, rules=framework.rules[1:], name="Another name")
    slots = [replace(slot, max_chars=slot.max_chars + 500) for slot in framework.slots]
    return replace(framework, blocks=tuple(unlike(blocks)), slots=tuple(slots))


def unlike(blocks: list[Block]) -> list[Block]:
    """The same words are approved once."""
    seen: dict[tuple[object, ...], Block] = {}
    for one in blocks:
        bound = (one.slot, one.points, one.offers, one.tones, one.angles, one.visuals)
        seen.setdefault((*bound, " ".join(one.text.split())), one)
    return list(seen.values())


def test_a_framework_whose_file_is_gone_is_written_anew(folder: Path, files: FolderFiles) -> None:
    said = content(folder)
    ours = said.frameworks[0]
    blocks = tuple(replace(one, points=()) for one in ours.blocks)  # no flow names it
    again = replace(ours, key="again", name="Again", blocks=blocks)
    texts = put(folder, files, replace(said, frameworks=(*said.frameworks, again)))
    assert "creative/again.yaml" in texts
    assert same_words(content(folder).framework("again"), again)
    assert not set(texts) - {"creative/again.yaml", *(n for n in texts if "layouts/" in n)}


def test_a_visual_that_comes_back_brings_its_layout_and_spoils_nobodys(
    folder: Path, files: FolderFiles
) -> None:
    said = content(folder)
    framework = said.frameworks[0]
    new = Level("grid", "Side by side", "Two of them.")
    source = dict(framework.layouts)["note"].replace("<mj-body>", "<mj-body width='500px'>")
    wanted = replace(
        framework,
        visuals=(*framework.visuals, new),
        layouts=(*framework.layouts, ("grid", source)),
    )
    (folder / "layouts" / "checkout-grid.mjml").write_text(dict(framework.layouts)["list"])
    texts = put(folder, files, with_framework(said, wanted))
    assert texts["layouts/checkout-grid-2.mjml"] == source
    assert "layout: layouts/checkout-grid-2.mjml" in texts[CHECKOUT]
    assert "layout: layouts/note.mjml" in texts[CHECKOUT], "what was there keeps its own"


def test_voice_and_claims_say_again_what_they_said(folder: Path, files: FolderFiles) -> None:
    voice = (folder / "voice.yaml").read_text()
    (folder / "voice.yaml").write_text(f"# How we speak\n{voice}")
    said = content(folder)
    other = replace(
        said,
        voice=replace(said.voice, who="Somebody else.", does=(*said.voice.does, "Shout."),
                      stop={"urgency": ("right away",)}, require=("tin",)),
        claims=(*said.claims, Claim("new", "It rings.", "Heard.")),
    )  # fmt: skip
    put(folder, files, other)
    assert (content(folder).voice, content(folder).claims) == (other.voice, other.claims)
    put(folder, files, said)
    assert (content(folder).voice, content(folder).claims) == (said.voice, said.claims)
    assert (folder / "voice.yaml").read_text().startswith("# How we speak\n")


def test_a_comment_in_the_way_does_not_keep_words_from_going_back(
    folder: Path, files: FolderFiles
) -> None:
    said = content(folder)
    edit(folder, CHECKOUT, "  - tone: plain\n", "  - tone: plain\n    # mine\n    also: true\n")
    edit(
        folder, CHECKOUT, "  - {name: No warmth after a refund", "  # a rule\n  - {name: No warmth"
    )
    put(folder, files, said)
    assert same_words(content(folder).framework("checkout"), said.frameworks[0])
