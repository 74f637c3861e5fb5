"""Changing a framework: roles, mistakes, two people at once, and what is on record."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import threading
from hashlib import sha256

import pytest
from desk_world import BRAND, CHECKOUT, ME, World

from rapport.app.frameworks.editing import ChangedMeanwhileError, Order, ReadOnlyError
from rapport.app.in_charge.people import NotAllowedError
from rapport.core.creative.editing import (
    AddLevel,
    AddWords,
    Change,
    EditLevel,
    EditWords,
    RetireLevel,
    RetireWords,
    SetLimit,
    SetMode,
    WholeText,
)
from rapport.core.oversight.people import AUTHOR, VIEWER, Actor
from rapport.errors import BrandFolderError, UserError

PATIENCE_SECONDS = 120
OLD = "Your basket is saved"


def order(world: World, change: Change, framework: str = "checkout") -> Order:
    file = world.desk.open(BRAND, framework)
    assert file is not None
    return Order(framework, file.edition, change)


def save(world: World, change: Change, actor: Actor = ME) -> tuple[str, ...]:
    return world.desk.save(BRAND, order(world, change), actor).files


def other_subject(world: World, subject: str, number: int = 1) -> EditWords:
    file = world.desk.open(BRAND, "checkout")
    assert file is not None
    one = file.passages[number]
    return EditWords(one.id, one.bound, {"subject": subject})


def test_saved_words_are_in_the_file_on_record_and_not_published(world: World) -> None:
    before = world.text()
    change = other_subject(world, "Good day")
    assert save(world, change) == (CHECKOUT,)
    after = world.text()
    assert after == before.replace(f"subject: {OLD}", "subject: Good day")
    (deed,) = world.deeds()
    assert (deed.who, deed.did, deed.what) == ("owner", "edited", "framework checkout")
    assert deed.why == "changed words for tone plain"
    assert deed.saw["the file"] == sha256(before.encode()).hexdigest()
    assert deed.saw[f"{CHECKOUT} became"] == sha256(after.encode()).hexdigest()
    assert deed.saw[f"{CHECKOUT} said"] == f"subject: {OLD}"
    assert deed.saw[f"{CHECKOUT} says"] == "subject: Good day"
    assert world.release == 1
    assert world.desk.book(BRAND).states["checkout"] == "edited"


def test_the_same_again_changes_nothing_and_is_no_deed(world: World) -> None:
    change = other_subject(world, OLD)
    assert save(world, change) == ()
    assert world.deeds() == []


@pytest.mark.parametrize(
    ("subject", "told"),
    [
        ("The best ever", "best ever"),
        ("Only 10% today", "percentage"),
        ("{{ cart.secret }}", "cart.secret"),
        ("{% for x in cart.items %}", "for"),
        ("<script>alert(1)</script> {{ 'x' | upcase ", "Liquid cannot be read"),
        ("x" * 200, "200 characters"),
        ("Zero\u200bwidth", "invisible"),
    ],
)
def test_words_that_publishing_would_refuse_are_not_written(
    world: World, subject: str, told: str
) -> None:
    before = world.everything()
    with pytest.raises(BrandFolderError, match=told) as raised:
        save(world, other_subject(world, subject))
    assert raised.value.problems[0].startswith(f"{CHECKOUT}:36: blocks[1].subject: ")
    assert world.everything() == before
    assert world.deeds() == []


def test_a_check_says_the_same_and_writes_nothing(world: World) -> None:
    before = world.everything()
    world.desk.check(BRAND, order(world, other_subject(world, "Good day")), ME)
    with pytest.raises(BrandFolderError):
        world.desk.check(BRAND, order(world, other_subject(world, "Hurry up")), ME)
    assert world.everything() == before


def test_what_somebody_else_changed_is_shown_and_not_written_over(world: World) -> None:
    mine = order(world, other_subject(world, "Mine"))
    save(world, other_subject(world, "Theirs"))
    before = world.everything()
    with pytest.raises(ChangedMeanwhileError) as raised:
        world.desk.save(BRAND, mine, ME)
    assert world.everything() == before
    pieces = [piece for hunk in raised.value.hunks for piece in hunk.pieces]
    assert "Theirs" in "".join(piece.text for piece in pieces if piece.kind == "new")
    assert raised.value.became is not None
    assert raised.value.became.words["subject"] == "Theirs"


def test_two_who_change_different_words_do_not_disturb_each_other(world: World) -> None:
    mine = order(world, other_subject(world, "Mine", 0))
    save(world, other_subject(world, "Theirs", 1))
    assert world.desk.save(BRAND, mine, ME).files == (CHECKOUT,)
    assert "subject: Mine\n" in world.text()
    assert "subject: Theirs\n" in world.text()


def test_many_at_once_lose_nothing(world: World) -> None:
    orders = [order(world, other_subject(world, f"Letter {'abcdef'[n]}", n)) for n in range(2)]
    orders += [
        order(world, AddWords({"point": ("first",), "tone": ("plain",)}, {"cta": f"Go {letter}"}))
        for letter in "cdef"
    ]
    failed: list[BaseException] = []

    def run(one: Order) -> None:
        try:
            world.desk.save(BRAND, one, ME)
        except BaseException as error:  # noqa: BLE001 (told by the test, not by the thread)
            failed.append(error)

    threads = [threading.Thread(target=run, args=(one,)) for one in orders]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(PATIENCE_SECONDS)
    assert failed == []
    words = [f"subject: Letter {letter}\n" for letter in "ab"]
    words += [f"cta: Go {letter}\n" for letter in "cdef"]
    assert [one for one in words if one not in world.text()] == []
    assert len(world.deeds()) == 6


def test_words_of_a_model_say_who_edited_them(world: World) -> None:
    by = "model kiln, approved by Nell (draft 12)"
    world.change("  - tone: plain\n", f"  - by: {by}\n    tone: plain\n")
    save(world, other_subject(world, "Good day"))
    save(world, other_subject(world, "Good evening"))
    assert f"  - by: {by}, edited by owner\n" in world.text()


def test_a_server_that_starts_publishes_nothing_that_was_changed_in_the_console(
    world: World,
) -> None:
    save(world, other_subject(world, "Good day"))
    with pytest.raises(NotAllowedError, match="changed in the console"):
        world.here.publish(world.folder)  # as a server does when it starts: it has no name
    assert world.release == 1
    world.desk.publish(BRAND, ME, world.desk.changes(BRAND).seen)
    assert world.here.publish(world.folder).number == 2
    world.change("Good day", "Good evening")
    assert world.here.publish(world.folder).number == 3, "changed by who has the folder"


@pytest.mark.parametrize(
    "change",
    [
        WholeText("key: checkout\n"),
        SetLimit("subject", "70", "59"),
        SetMode("review", "", "", "free"),
        EditLevel("tone", "warm", "Kind", "x", ("Warmish", "y")),
        RetireWords("0123456789abcdef"),
    ],
)
def test_each_kind_of_change_is_held_to_what_was_seen(world: World, change: Change) -> None:
    before = world.everything()
    with pytest.raises(ChangedMeanwhileError):
        world.desk.save(BRAND, Order("checkout", "another edition", change), ME)
    assert world.everything() == before


def test_a_viewer_changes_nothing_and_an_author_does(world: World) -> None:
    world.employ(Pia="publisher", Ann="author", Vic="viewer")
    change = other_subject(world, "Good day")
    with pytest.raises(NotAllowedError, match="only an author may change words"):
        save(world, change, Actor("Vic", VIEWER, listed=True))
    with pytest.raises(NotAllowedError):  # whatever they were when they signed in
        save(world, change, Actor("Vic", AUTHOR, listed=True))
    with pytest.raises(NotAllowedError):
        save(world, change, Actor("Nobody", AUTHOR, listed=True))
    assert world.deeds() == []
    save(world, change, Actor("Ann", AUTHOR, listed=True))
    assert [deed.who for deed in world.deeds()] == ["Ann"]


def test_a_new_angle_comes_with_words_for_every_message_or_not_at_all(world: World) -> None:
    bare = AddLevel("angle", "gift", "A present", "For somebody else.")
    with pytest.raises(BrandFolderError, match="no approved subject for tone warm, angle gift"):
        save(world, bare)
    words = {
        "subject": "For somebody else’s table", "preheader": "Your basket is saved.",
        "headline": "A pot makes a kind present", "body": "One.\n\nTwo.", "cta": "Your basket",
    }  # fmt: skip
    save(world, AddLevel("angle", "gift", "A present", "For somebody else.", words))
    framework = next(f for f in world.desk.book(BRAND).content.frameworks if f.key == "checkout")
    assert framework.angles[-1].label == "A present"
    covered = world.desk.coverage(BRAND)["checkout"].languages[0]
    assert covered.approved == covered.combinations


def test_a_new_tone_is_told_to_the_voice_and_goes_again(world: World) -> None:
    words = {
        "subject": "Good news, in a way", "preheader": "Your basket is saved.", "headline": "Well",
        "body": "One thing at a time.\n\nTwo.", "cta": "Your basket", "signoff": "Yours",
        "offer_line": "With {{ offer.code }} there is {{ offer.label }}.",
    }  # fmt: skip
    before = world.text()
    files = save(world, AddLevel("tone", "dry", "Dry", "Says little.", words))
    assert files == ("voice.yaml", CHECKOUT)
    assert world.desk.book(BRAND).content.voice.tones[-1].example == "One thing at a time."
    save(world, RetireLevel("tone", "dry"))
    assert world.text() == before
    assert [deed.why for deed in world.deeds()] == ["added tone dry", "retired tone dry"]


def test_a_tone_that_flows_still_name_is_not_retired(world: World) -> None:
    before = world.everything()
    with pytest.raises(BrandFolderError, match=r"flows/checkout.yaml:\d+: .*plain"):
        save(world, RetireLevel("tone", "plain"))
    assert world.everything() == before


def test_the_mode_and_a_limit_are_set_and_read(world: World) -> None:
    save(world, SetMode("sample", "30%", "3d", "approved"))
    save(world, SetLimit("subject", "72", "60"))
    framework = next(f for f in world.desk.book(BRAND).content.frameworks if f.key == "checkout")
    assert (framework.writing.mode, framework.writing.sample) == ("sample", 0.3)
    assert framework.slots[0].max_chars == 72
    with pytest.raises(BrandFolderError, match="a whole number"):
        save(world, SetLimit("subject", "many", "72"))
    with pytest.raises(BrandFolderError, match="characters before any fact"):
        save(world, SetLimit("subject", "9", "72"))


def test_another_share_or_deadline_is_not_overwritten_unseen(world: World) -> None:
    save(world, SetMode("sample", "30%", "3d", "approved"))
    seen = "sample 30% 72h"
    save(world, SetMode("sample", "50%", "3d", seen))
    with pytest.raises(ChangedMeanwhileError):
        save(world, SetMode("sample", "10%", "3d", seen))
    save(world, SetMode("sample", "50%", "12h", "sample 50% 72h"))
    with pytest.raises(ChangedMeanwhileError):
        save(world, SetMode("free", "", "3d", "sample 50% 72h"))


BOMB = "key: checkout\na: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (BOMB, "anchor or alias"),
        ("key: checkout\nname: !!python/object:os.system x\n", "the tag"),
        ("key: checkout\n---\nkey: checkout\n", "second document"),
        ("key: checkout\nname: a: b\n", "mapping values"),
        ("[" * 5_000, "deep|cannot be read"),
        ("", "empty"),
        ("just words", "mapping"),
        ("key: checkout\nkey: other\n", "twice"),
        ("key: other\n", "missing"),
        ("x: " + "y" * 600_000, "bytes"),
    ],
)
def test_a_file_that_is_no_framework_any_more_is_not_written(
    world: World, text: str, told: str
) -> None:
    before = world.everything()
    with pytest.raises(BrandFolderError, match=told):
        save(world, WholeText(text))
    assert world.everything() == before


def test_the_ends_of_lines_and_the_mark_at_the_beginning_stay_as_they_are(world: World) -> None:
    file = world.folder / CHECKOUT
    file.write_bytes(b"\xef\xbb\xbf" + world.text().replace("\n", "\r\n").encode())
    before = file.read_bytes()
    save(world, other_subject(world, "Good day"))
    old = f"subject: {OLD}".encode()
    assert file.read_bytes() == before.replace(old, b"subject: Good day")


def test_a_file_that_cannot_be_read_is_mended_as_a_whole(world: World) -> None:
    sound = world.text()
    world.change("name: Checkout left behind", "name: a: b")
    file = world.desk.open(BRAND, "checkout")
    assert file is not None
    assert "mapping values" in file.unread
    with pytest.raises(UserError):
        save(world, AddWords({}, {"cta": "Go"}))
    save(world, WholeText(sound))
    assert world.text() == sound


def test_without_a_folder_there_is_nothing_to_change(world: World) -> None:
    world.folder.rename(world.folder.parent.parent / "elsewhere")
    book = world.desk.book(BRAND)
    assert "not the folder that it came from" in book.read_only
    assert len(book.content.frameworks) == 1
    with pytest.raises(ReadOnlyError):
        world.desk.save(BRAND, Order("checkout", "", AddWords({}, {"cta": "Go"})), ME)


# --- Whatever happens meanwhile --------------------------------------------------------------

KILLED = """
import os, signal, sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from desk_world import BRAND, ME, World
from rapport.app.frameworks.editing import Order
from rapport.core.creative.editing import EditWords
import rapport.adapters.brand_folder.in_place as in_place
world = World(Path(sys.argv[1]))
file = world.desk.open(BRAND, "checkout")
one = file.passages[1]
{before}
world.desk.save(BRAND, Order("checkout", file.edition, EditWords(one.id, one.bound,
    {{"subject": "Good day"}})), ME)
"""
TOGETHER = """
words = sys.argv[3]
change = AddWords({{"point": ("first",)}}, {{"cta": words}})
world.desk.save(BRAND, Order("checkout", file.edition, change), ME)
raise SystemExit(7)
"""


def test_processes_that_save_at_the_same_time_lose_nothing(world: World) -> None:
    world.close()
    code = KILLED.replace("import EditWords", "import AddWords, EditWords")
    code = code.format(before=TOGETHER.format())
    here = os.path.dirname(__file__)  # noqa: PTH120 (a word for another process)
    words = [f"Go {letter * 3}" for letter in "abc"]
    running = [
        subprocess.Popen([sys.executable, "-c", code, str(world.here.home), here, one])
        for one in words
    ]
    assert [one.wait(PATIENCE_SECONDS) for one in running] == [7, 7, 7]
    again = World(world.here.home)
    assert [one for one in words if f"cta: {one}\n" not in again.text()] == []
    assert len(again.deeds()) == 3
    again.close()


DIE = "os.kill(os.getpid(), signal.SIGKILL)"
MOMENTS = {
    "while it writes": f"os.fsync = lambda handle: {DIE}",
    "before it is on record": f"world.desk._editing._note = lambda *given: {DIE}",
    "after it is on record": f"in_place.Path.replace = lambda *given: {DIE}",
    "when it is in place": f"in_place.settle = lambda *given: {DIE}",
}


@pytest.mark.parametrize("moment", MOMENTS)
def test_who_is_killed_while_saving_leaves_a_whole_file(world: World, moment: str) -> None:
    before = world.text()
    world.close()
    home = str(world.here.home)
    code = KILLED.format(before=MOMENTS[moment])
    here = os.path.dirname(__file__)  # noqa: PTH120 (a word for another process)
    done = subprocess.run(
        [sys.executable, "-c", code, home, here], timeout=PATIENCE_SECONDS, check=False
    )
    assert done.returncode == -9
    after = before.replace(f"subject: {OLD}", "subject: Good day")
    again = World(world.here.home)
    try:
        assert again.text() == (after if moment == "when it is in place" else before)
        assert len(again.deeds()) == (0 if "writes" in moment or "before" in moment else 1)
        save(again, other_subject(again, "And on it goes"))
        assert "subject: And on it goes\n" in again.text()
    finally:
        again.close()


FULL = """
import resource, signal
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
whole = in_place._Exchange.prepare
def full(*given):
    resource.setrlimit(resource.RLIMIT_FSIZE, (900, resource.RLIM_INFINITY))
    try:
        return whole(*given)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY,) * 2)
in_place._Exchange.prepare = full
"""


@pytest.mark.skipif(sys.platform != "linux", reason="a limit on files is set in Linux's way")
def test_a_disk_that_is_full_leaves_the_old_file_whole(world: World) -> None:
    before = world.everything()
    world.close()
    here = os.path.dirname(__file__)  # noqa: PTH120 (a word for another process)
    done = subprocess.run(
        [sys.executable, "-c", KILLED.format(before=FULL), str(world.here.home), here],
        timeout=PATIENCE_SECONDS, check=False, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 1
    assert "cannot be written: File too large" in done.stderr
    assert world.everything() == before


READ_ONLY = """
import os
os.chmod(world.folder / "creative", 0o555)
"""
HELD = ["setpriv", "--bounding-set", "-dac_override,-dac_read_search"]
"""So that the owner of a folder that is closed to its owner may not write there, not even root."""


@pytest.mark.skipif(
    sys.platform != "linux" or (os.geteuid() == 0 and not shutil.which("setpriv")),
    reason="nothing is closed to root here",
)
def test_a_folder_that_may_only_be_read_is_said_so_and_stays(world: World) -> None:
    before = world.everything()
    world.close()
    here = os.path.dirname(__file__)  # noqa: PTH120 (a word for another process)
    code = KILLED.format(before=READ_ONLY)
    held = HELD if os.geteuid() == 0 else []
    done = subprocess.run(
        [*held, sys.executable, "-c", code, str(world.here.home), here],
        timeout=PATIENCE_SECONDS, check=False, capture_output=True, text=True,
    )  # fmt: skip
    (world.folder / "creative").chmod(0o755)
    assert done.returncode == 1
    assert "may be read and not written" in done.stderr
    assert world.everything() == before
