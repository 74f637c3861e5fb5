"""The states of the busiest people are packed, and nothing of them is lost."""

from __future__ import annotations

import zlib

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from rapport.core.bounds import (
    MAX_ANSWERS,
    MAX_HAD,
    MAX_INTERESTS,
    MAX_NOTES,
    MAX_RECENT,
    MAX_WINDOWS,
)
from rapport.core.codec import PACKED_FROM, STATE_VERSION, decode_state, encode_state
from rapport.core.creative.framework import Action
from rapport.core.policy.drawing import uniform
from rapport.core.state import (
    Answer,
    Browsing,
    Interest,
    Note,
    OrderNote,
    Orders,
    ProfileState,
    Window,
)
from rapport.errors import CodecError
from rapport.testing import examples as ex


def key(*parts: object) -> str:
    """As long and as random as a real one."""
    return f"{int(uniform(*map(str, parts)) * 2**53):020x}"


def busiest(seed: int = 1, notes: int = MAX_NOTES) -> ProfileState:
    """Somebody with as much in every list as the bounds allow."""
    words = ("warm", "playful", "plain", "expert")
    action = Action(
        time="in-the-evening", offer="ten-percent", tone="warm", angle="how-it-is-made",
        visual="one-large-picture",
    )  # fmt: skip
    return ProfileState(
        f"{key(seed)}{key(seed, 'more')}",
        clock=ex.at(30),
        orders=Orders(
            count=40,
            recent=tuple(
                OrderNote(
                    (f"#{n}{seed}", key(seed, "o", n)), ex.at(n), 4_000 + n, "shopify segment"
                )
                for n in range(MAX_RECENT)
            ),
        ),
        browsing=Browsing(
            interests=tuple(
                Interest(f"Category {n}", uniform("interest", seed, n), ex.at(n))
                for n in range(MAX_INTERESTS)
            ),
        ),
        notes=tuple(
            Note(key(seed, "n", n), ex.at(n), replace(action, tone=words[n % 4]))
            for n in range(notes)
        ),
        answers=tuple(Answer(f"tone:{words[n % 4]}{n}", n, n // 2) for n in range(MAX_ANSWERS)),
        windows=tuple(
            Window(key(seed, "w", n), key(seed, "m", n), ex.at(n), ex.at(n + 7))
            for n in range(MAX_WINDOWS)
        ),
        had=tuple(int(uniform("had", str(seed), str(n)) * 2**32) for n in range(MAX_HAD)),
    )


def test_the_busiest_state_is_packed_below_two_kilobytes_and_comes_back_whole() -> None:
    state = busiest()
    assert len(msgspec.msgpack.encode(state)) > 2_048
    stored = encode_state(state)
    assert len(stored) <= 2_048
    assert stored[0] == STATE_VERSION
    assert decode_state(stored) == state


def test_a_usual_state_is_stored_as_it_ever_was() -> None:
    state = busiest(notes=0)
    small = replace(state, windows=(), answers=(), had=())
    stored = encode_state(small)
    assert len(stored) < PACKED_FROM
    assert stored == b"\x02" + msgspec.msgpack.encode(small)
    assert decode_state(stored) == small


def test_a_large_state_that_was_stored_before_packing_can_be_read() -> None:
    state = busiest()
    assert decode_state(b"\x02" + msgspec.msgpack.encode(state)) == state


@given(st.integers(1, 10_000), st.integers(0, MAX_NOTES))
def test_it_comes_back_whole_on_either_side_of_the_border(seed: int, notes: int) -> None:
    state = busiest(seed, notes)
    stored = encode_state(state)
    assert decode_state(stored) == state
    assert encode_state(decode_state(stored)) == stored
    assert len(stored) <= 2_048


@pytest.mark.parametrize(
    "stored",
    [
        b"\x03",
        b"\x03not packed",
        encode_state(busiest())[:-9],
        b"\x03" + zlib.compress(b"\xa1\xff"),
        b"\x03" + zlib.compress(b"\x00" * (2 << 20)),
    ],
    ids=["nothing", "not packed", "cut off", "no state in it", "far too large"],
)
def test_a_packed_state_that_is_damaged_says_so(stored: bytes) -> None:
    with pytest.raises(CodecError, match="cannot be read"):
        decode_state(stored)


@pytest.mark.parametrize("plain", [0, 1.5, None, True, "words", {}, {"a": 1}])
def test_what_is_no_state_of_the_first_version_says_so(plain: object) -> None:
    with pytest.raises(CodecError, match="cannot be read"):
        decode_state(b"\x01" + msgspec.msgpack.encode(plain))
