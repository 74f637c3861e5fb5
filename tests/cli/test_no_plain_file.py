"""A named pipe, which nobody may ever write to, is refused; nothing waits for it."""

from __future__ import annotations

import os
import shutil
import socket
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from command_line import Command, export_of

from rapport.adapters.anchor_files import AnchorFiles
from rapport.adapters.plain_files import NO_FILE, plain_file
from rapport.bootstrap.only_one import only_one
from rapport.errors import TemporaryError, UserError

pytestmark = [
    pytest.mark.skipif(sys.platform == "win32", reason="it has no named pipes of this kind"),
    pytest.mark.timeout(60),  # where one is waited for, it is without end
]


@pytest.mark.parametrize(
    "words",
    [
        ("redteam", "--set", "ff"),
        ("rules", "--try", "ff"),
        ("import", "ff", "--map", "shopify_orders"),
        ("import", "orders.csv", "--map", "ff"),
        ("publish", "ff"),
    ],
)
def test_a_command_refuses_a_pipe_in_place_of_a_file(
    rapport: Command, here: Path, words: tuple[str, ...]
) -> None:
    rapport("init", "--publish")
    os.mkfifo(here / "ff")
    (here / "orders.csv").write_text("a\n1\n", encoding="utf-8")
    ran = rapport(*words)
    assert ran.code == 2, ran
    assert words[0] == "publish" or NO_FILE in " ".join(ran.err.split())


@pytest.mark.parametrize(
    "name", ["claims.yaml", "brand.yaml", "voice.yaml", "rules.yaml", "creative", "flows"]
)
def test_a_folder_with_a_pipe_among_its_files_is_not_published(
    rapport: Command, here: Path, name: str
) -> None:
    rapport("init")
    folder = next(here.rglob("brand.yaml")).parent
    file = folder / name
    if file.is_dir():
        file = sorted(file.glob("*.yaml"))[0]
    file.unlink()
    os.mkfifo(file)
    ran = rapport("publish", str(folder))
    assert ran.code == 2, ran
    assert f"{file.relative_to(folder)}: cannot be read: {NO_FILE}" in " ".join(ran.err.split())


def test_anchors_that_are_a_pipe_are_told(tmp_path: Path) -> None:
    anchors = AnchorFiles(tmp_path)
    os.mkfifo(anchors.path("quarry"))
    with pytest.raises(TemporaryError, match=NO_FILE):
        anchors.read("quarry")


def test_sockets_and_devices_are_none_either_and_what_the_shell_hands_over_is(
    tmp_path: Path,
) -> None:
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(str(tmp_path / "s"))
        for path in (tmp_path / "s", Path("/dev/zero"), Path("/dev/null")):
            with pytest.raises(OSError, match=NO_FILE):
                plain_file(path)
    for path in (tmp_path, tmp_path / "none", Path("/dev/stdin"), Path("/dev/fd/0")):
        assert plain_file(path) == path
    link = tmp_path / "link"
    link.symlink_to("/dev/zero")
    with pytest.raises(OSError, match=NO_FILE):
        plain_file(link)


@pytest.mark.parametrize("name", ["secret", "editing.lock", "serving.lock"])
@pytest.mark.parametrize("put", [getattr(os, "mkfifo", Path.mkdir), Path.mkdir])
def test_a_pipe_or_a_folder_in_place_of_a_file_of_the_home_folder_is_told(
    rapport: Command, here: Path, name: str, put: Callable[[Path], None]
) -> None:
    rapport("init", "--publish")
    file = here / "rapport" / name
    file.unlink(missing_ok=True)
    put(file)
    if name == "serving.lock":
        with pytest.raises(UserError) as refused, only_one(file.parent):
            pass
        told = str(refused.value)
    else:
        ran = rapport("publish", str(next(here.rglob("brand.yaml")).parent))
        assert ran.code != 0, ran
        told = " ".join(ran.err.split())
    assert f"{name} cannot be used: {'Is a directory' if file.is_dir() else NO_FILE}" in told


@pytest.mark.parametrize("through", [("/dev/stdin", 0), ("/dev/fd/63", 63)])
def test_an_export_through_a_pipe_is_refused_with_what_to_do(
    rapport: Command, here: Path, through: tuple[str, int]
) -> None:
    rapport("init", "--publish")
    path, number = through
    with piped(export_of(here), number):
        ran = rapport("import", path, "--map", "shopify_orders", "--rejects", "left-out.csv")
    assert ran.code == 2, ran
    assert f"{path} can be read only once" in " ".join(ran.err.split())
    assert "Write it to a file first" in " ".join(ran.err.split())


def test_an_export_that_the_shell_opens_needs_a_place_for_what_is_left_out(
    rapport: Command, here: Path
) -> None:
    rapport("init", "--publish")
    with export_of(here).open("rb") as file, as_descriptor(file.fileno(), 0):
        ran = rapport("import", "/dev/stdin", "--map", "shopify_orders")
        assert ran.code == 2, ran
        assert "Say where they go: --rejects left-out.csv" in " ".join(ran.err.split())
        ran = rapport(
            "import", "/dev/stdin", "--map", "shopify_orders", "--rejects", "left-out.csv"
        )
        assert ran.code == 0, ran
        assert "3 orders" in ran.out
    assert (here / "left-out.csv").is_file()


@contextmanager
def piped(file: Path, number: int) -> Iterator[None]:
    """The file's bytes behind a descriptor, as `<(cat FILE)` has them."""
    reading, writing = os.pipe()
    os.write(writing, file.read_bytes())
    os.close(writing)
    with as_descriptor(reading, number):
        os.close(reading)
        yield


@contextmanager
def as_descriptor(opened: int, number: int) -> Iterator[None]:
    try:
        before = os.dup(number)
    except OSError:
        before = -1
    os.dup2(opened, number)
    try:
        yield
    finally:
        os.close(number)
        if before >= 0:
            os.dup2(before, number)
            os.close(before)


def test_a_file_behind_a_link_is_read(rapport: Command, here: Path) -> None:
    (here / "set.jsonl").write_text("nonsense\n", encoding="utf-8")
    (here / "link").symlink_to(here / "set.jsonl")
    assert NO_FILE not in rapport("redteam", "--set", "link").err
    shutil.rmtree(here / "rapport", ignore_errors=True)
