"""What somebody who may only look is told: nothing that holds for others alone."""

from __future__ import annotations

import pytest
from desk_world import BRAND, Visitor, World

ONE = "/console/frameworks/checkout"
FORMS = (
    f"{ONE}/words", f"{ONE}/rules", f"{ONE}/allowed/offer", f"{ONE}/levels/tone",
    f"{ONE}/levels/tone/warm", f"{ONE}/file", "/console/new-framework", "/console/voice/tones",
    "/console/voice/parts/words", "/console/voice/claims",
)  # fmt: skip


@pytest.fixture
def staffed(world: World) -> World:
    world.employ(Pia="publisher", Vic="viewer", Ann="author")
    return world


@pytest.mark.parametrize("path", FORMS)
def test_who_may_only_read_a_form_is_told_so_and_types_nothing_into_it(
    staffed: World, visitor: Visitor, path: str
) -> None:
    visitor.sign_in("Vic")
    page = visitor.get(f"{path}?brand={BRAND}").text
    assert "This is for you to read. An author can " in page
    assert '<fieldset class="bare" disabled>' in page or " readonly>" in page
    assert 'value="save"' not in page
    visitor.sign_in("Ann")
    page = visitor.get(f"{path}?brand={BRAND}").text
    assert "for you to read" not in page
    assert "disabled" not in page
    assert 'value="save"' in page


def test_only_who_may_change_words_is_told_that_it_is_done_here(
    staffed: World, visitor: Visitor
) -> None:
    visitor.sign_in("Vic")
    frameworks, voice = visitor.get("/console/frameworks").text, visitor.get("/console/voice").text
    assert "You change" not in frameworks + voice
    assert "What is published goes on until somebody publishes a change." in frameworks
    visitor.sign_in("Ann")
    assert "You change them here; what is published" in visitor.get("/console/frameworks").text
    assert "You change it here; what is published" in visitor.get("/console/voice").text


def test_without_a_folder_nobody_is_told_that_it_is_done_here(
    world: World, visitor: Visitor
) -> None:
    world.folder.rename(world.folder.parent.parent / "elsewhere")
    assert "You change" not in visitor.get("/console/frameworks").text
