from __future__ import annotations

import resource
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest

from rapport.adapters.mail.eml_folder import EmlFolder
from rapport.core.creative.message import Message
from rapport.core.events import Contact
from rapport.errors import DeliveryError
from rapport.ports import Clock, Delivery, Sender


@contextmanager
def no_file_larger_than(size: int) -> Iterator[None]:
    """The operating system refuses to write on, as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def test_a_sent_message_is_one_file_that_only_its_owner_can_read(
    tmp_path: Path, clock: Clock, message: Message, contact: Contact
) -> None:
    sender: Sender = EmlFolder(tmp_path / "out", clock)
    sender.send(message, contact)
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert file == tmp_path / "out" / "northwind" / "0a1b2c.eml"
    assert b"To: ada@example.com\r\n" in file.read_bytes()
    assert stat.S_IMODE(file.stat().st_mode) == 0o600


def test_a_file_that_need_not_last_says_the_same(
    tmp_path: Path, clock: Clock, message: Message, contact: Contact
) -> None:
    for folder, lasting in ((tmp_path / "kept", True), (tmp_path / "made up", False)):
        EmlFolder(folder, clock, lasting=lasting).send(message, contact)
    kept, made_up = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*.eml")}
        for folder in (tmp_path / "kept", tmp_path / "made up")
    )
    assert kept == made_up


def test_status_tells_what_was_sent_from_what_was_not(
    tmp_path: Path, clock: Clock, message: Message, contact: Contact
) -> None:
    sender = EmlFolder(tmp_path / "out", clock)
    assert sender.status("0a1b2c") is Delivery.NOT_SENT
    sender.send(message, contact)
    assert sender.status("0a1b2c") is Delivery.SENT
    assert sender.status("other") is Delivery.NOT_SENT


def test_sending_the_same_key_again_leaves_the_file_as_it_is(
    tmp_path: Path, clock: Clock, message: Message, contact: Contact
) -> None:
    sender = EmlFolder(tmp_path, clock)
    sender.send(message, contact)
    file = tmp_path / "northwind" / "0a1b2c.eml"
    before = file.read_bytes()
    sender.send(msgspec.structs.replace(message, subject="Another"), contact)
    assert file.read_bytes() == before


@pytest.mark.parametrize("key", ["../../etc/passwd", "/etc/passwd", "..", "a/b", "\x00", "é" * 300])
def test_no_key_leads_out_of_the_folder(
    key: str, tmp_path: Path, clock: Clock, message: Message, contact: Contact
) -> None:
    folder = tmp_path / "a" / "out"
    sender = EmlFolder(folder, clock)
    sender.send(msgspec.structs.replace(message, key=key, brand=key), contact)
    (file,) = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert file.resolve().is_relative_to(folder.resolve())
    assert sender.status(key) is Delivery.SENT


def test_a_full_disk_is_temporary_and_leaves_nothing_behind(
    tmp_path: Path, clock: Clock, message: Message, contact: Contact
) -> None:
    sender = EmlFolder(tmp_path, clock)
    with no_file_larger_than(200), pytest.raises(DeliveryError) as failed:
        sender.send(message, contact)
    assert not failed.value.permanent
    assert not failed.value.unclear
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
    assert sender.status(message.key) is Delivery.NOT_SENT
    sender.send(message, contact)
    assert sender.status(message.key) is Delivery.SENT


def test_a_folder_that_is_a_file_is_a_temporary_failure_that_names_it(
    tmp_path: Path, clock: Clock, message: Message, contact: Contact
) -> None:
    (tmp_path / "out").write_text("not a folder")
    sender = EmlFolder(tmp_path / "out", clock)
    with pytest.raises(DeliveryError, match="out") as failed:
        sender.send(message, contact)
    assert not failed.value.permanent
    assert sender.status(message.key) is Delivery.UNKNOWN
