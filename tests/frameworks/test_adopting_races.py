"""Taking a proposal in and taking it back at the same instant: one happens, the other is told."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Barrier

import pytest
from desk_world import BRAND, CHECKOUT, ME, World
from proposals import propose

from rapport.adapters.brand_folder.files import FolderFiles
from rapport.app.frameworks.adopting import Adopting, NoLongerWaitingError, Source
from rapport.app.frameworks.editing import Editing, Order
from rapport.app.in_charge.audit_log import all_entries
from rapport.app.reviewing.review import LATE, REFUSED
from rapport.bootstrap.publishing import LOCK
from rapport.core.copy_checks.teaching import PHRASE, Teaching
from rapport.core.creative.draft import REJECTED, USABLE, Standing
from rapport.core.creative.editing import AddWords
from rapport.core.oversight.audit import flaws
from rapport.core.oversight.people import PUBLISHER, Actor
from rapport.errors import UserError
from rapport.ports.brand_files import Adoption

MAX = Actor("Max", PUBLISHER)
LETTERS = "abcdefgh"
OWN = ("Ann", "Bea")


def adopted(world: World, draft: str) -> bool:
    try:
        world.desk.adopt(BRAND, [draft], ME)
    except UserError:
        return False
    return True


def taken_back(world: World, draft: str) -> bool:
    return world.here.review.reject(BRAND, draft, MAX, "Not any more.", take_back=True).outcome.done


def whole(world: World, draft: str) -> bool:
    """Whether it is taken in and stands, or taken back and is nowhere; True where taken in."""
    kept = world.here.records.draft(BRAND, draft)
    assert kept is not None
    times = world.text().count(draft)
    assert (kept.standing.state, times) in ((USABLE, 1), (REJECTED, 0))
    return times == 1


def consistent(world: World, drafts: Sequence[str]) -> None:
    """The log is whole and says of each what became of it, once."""
    entries = list(all_entries(world.here.records, BRAND))
    assert flaws(BRAND, entries, []) == []
    deeds = [entry.deed for entry in entries]
    for draft in drafts:
        took = [one for one in deeds if one.did == "edited" and draft in one.saw.values()]
        back = [one for one in deeds if (one.did, one.what) == ("taken back", f"draft {draft}")]
        assert (len(took), len(back)) == ((1, 0) if whole(world, draft) else (0, 1))
    assert world.desk.book(BRAND).mistakes == ()


def test_of_threads_that_take_in_and_back_at_once_one_wins_and_no_edit_is_lost(
    world: World,
) -> None:
    drafts = [propose(world, {"cta": f"See it, {letter}"}) for letter in LETTERS]
    together = Barrier(len(drafts) * 2 + 2)

    def take_in(draft: str) -> bool:
        together.wait()
        return adopted(world, draft)

    def take_back(draft: str) -> bool:
        together.wait()
        return taken_back(world, draft)

    def add(which: str) -> bool:
        """Somebody adds words of their own meanwhile."""
        together.wait()
        file = world.desk.open(BRAND, "checkout")
        assert file is not None
        change = AddWords({"tone": ("plain",)}, {"cta": f"Words of {which}"})
        world.desk.save(BRAND, Order("checkout", file.edition, change), ME)
        return True

    with ThreadPoolExecutor(len(drafts) * 2 + 2) as pool:
        came_in = [pool.submit(take_in, draft) for draft in drafts]
        came_back = [pool.submit(take_back, draft) for draft in drafts]
        own = [pool.submit(add, which) for which in OWN]
    for draft, one, other in zip(drafts, came_in, came_back, strict=True):
        assert {one.result(), other.result()} == {True, False}
        assert whole(world, draft) == one.result()
    assert all(one.result() for one in own)
    assert all(f"Words of {which}" in world.text() for which in OWN)
    consistent(world, drafts)


RACER = """
import sys
from pathlib import Path
from desk_world import World
import test_adopting_races as races

world = World(Path(sys.argv[1]))
print("ready", flush=True)
sys.stdin.readline()
do = getattr(races, sys.argv[2])
for draft in sys.argv[3:]:
    print(draft, do(world, draft), flush=True)
world.close()
"""


def test_of_processes_that_take_in_and_back_at_once_one_wins(world: World, tmp_path: Path) -> None:
    drafts = [propose(world, {"cta": f"See it, {letter}"}) for letter in LETTERS]
    here = str(Path(__file__).parent)
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([here, os.environ.get("PYTHONPATH", "")])}

    def racer(what: str, order: Sequence[str]) -> subprocess.Popen[str]:
        return subprocess.Popen(
            [sys.executable, "-c", RACER, str(world.folder.parent.parent), what, *order],
            env=env, text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip

    racers = {
        "in": racer("adopted", drafts),
        "in again": racer("adopted", drafts),
        "back": racer("taken_back", drafts),
    }
    for one in racers.values():
        assert one.stdout is not None
        assert one.stdout.readline() == "ready\n"
    for one in racers.values():
        assert one.stdin is not None
        one.stdin.write("go\n")
        one.stdin.flush()
    said = {name: one.communicate(timeout=120)[0] for name, one in racers.items()}
    assert [one.returncode for one in racers.values()] == [0, 0, 0]
    came = {name: dict(line.split() for line in words.splitlines()) for name, words in said.items()}
    for draft in drafts:
        results = [came[name][draft] for name in racers]
        assert sorted(results) == ["False", "False", "True"], "each is done by one of them"
        assert whole(world, draft) == (came["back"][draft] == "False")
    consistent(world, drafts)


def test_what_is_in_the_files_is_not_taken_back_and_says_so(world: World) -> None:
    draft = propose(world)
    assert adopted(world, draft)
    late = world.here.review.reject(BRAND, draft, MAX, "Too late.").outcome
    assert late.did == LATE
    assert "in the brand's files already" in late.told
    assert whole(world, draft)
    many = world.here.review.judge_many(BRAND, [draft], MAX, "Too late.")
    assert [one.did for one in many] == [LATE]


def test_what_was_taken_out_of_the_files_again_can_be_taken_back(world: World) -> None:
    draft, before = propose(world), world.text()
    assert adopted(world, draft)
    (world.folder / CHECKOUT).write_text(before, encoding="utf-8")
    assert (
        world.here.review.reject(BRAND, draft, MAX, "Not any more.", take_back=True).outcome.did
        == REFUSED
    )
    assert not whole(world, draft)


class Slow(FolderFiles):
    """A folder with somebody who acts between the look at what waits and its entry in the log, by
    a door that knows nothing of the folder."""

    def __init__(self, world: World, deed: str) -> None:
        super().__init__(world.folder, world.here.home / LOCK)
        self.world = world
        self.deed = deed

    def with_adopted(self, adoptions: Sequence[Adoption]) -> Mapping[str, str]:
        with self.world.here.store.transaction() as transaction:
            if self.deed == "takes back":
                gone = Standing(REJECTED, "Max", "No.", self.world.clock.now())
                for one in adoptions:
                    assert transaction.judge_draft(BRAND, one.draft.id, USABLE, gone)
            else:
                transaction.teach(
                    BRAND, Teaching(1, PHRASE, "quiet", "Max", self.world.clock.now())
                )
        return super().with_adopted(adoptions)


@pytest.mark.parametrize("deed", ["takes back", "bans a phrase"])
def test_who_acts_between_the_look_and_the_entry_is_not_passed_over(
    world: World, deed: str
) -> None:
    draft, before = propose(world), world.everything()
    files = Slow(world, deed)
    here = world.here
    editing = Editing(here.store, here.clock, lambda _: files, lambda _: None)
    zone = here.blueprint(BRAND).releases[-1].brand.zone
    adopting = Adopting(
        editing,
        here.records,
        lambda brand: Source(brand, ("checkout",), zone, (), here.clock.now()),
    )
    with pytest.raises(NoLongerWaitingError, match="look again"):
        adopting.adopt(BRAND, files, [draft], ME)
    assert world.everything() == before
    assert [one for one in world.deeds() if one.did == "edited"] == []
