"""What is left out of the log, and for how long."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress

import pytest
import structlog
from structlog.testing import LogCapture

from rapport.bootstrap.logs import left_out


@pytest.fixture
def told() -> Iterator[LogCapture]:
    before = structlog.get_config()["processors"]
    capture = LogCapture()
    structlog.configure(processors=[capture])
    yield capture
    structlog.configure(processors=before)


def test_only_what_is_named_is_left_out_and_only_meanwhile(told: LogCapture) -> None:
    log = structlog.get_logger()
    with suppress(LookupError), left_out("a leap"):
        log.warning("a leap", policy=7)
        log.warning("something else")
        raise LookupError
    log.warning("a leap", policy=8)
    assert [entry["event"] for entry in told.entries] == ["something else", "a leap"]
