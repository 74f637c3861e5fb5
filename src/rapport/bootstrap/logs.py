"""Logs: one line an event, to standard error; no addresses, names or secrets in any of them."""

from __future__ import annotations

import contextlib
import logging
import sys
from collections.abc import Iterator

import structlog
from structlog.typing import EventDict, Processor

from rapport.core.creative.wording import harmless


def set_up_logs(level: str) -> None:
    """Logs from `level` on (debug, info, warning, error), as people read them on a terminal and as
    JSON elsewhere."""
    terminal = sys.stderr.isatty()
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            *((_harmless, structlog.dev.ConsoleRenderer()) if terminal else (_AS_JSON,)),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(
            logging.getLevelNamesMapping()[level.upper()]
        ),
        logger_factory=StandardError,
        cache_logger_on_first_use=False,
    )


_AS_JSON = structlog.processors.JSONRenderer()


def _harmless(_logger: object, _method: str, event: EventDict) -> EventDict:
    """Nothing that came from elsewhere steers the terminal that a log is read on."""
    return {
        name: harmless(words) if isinstance(words, str) else words for name, words in event.items()
    }


@contextlib.contextmanager
def left_out(*events: str) -> Iterator[None]:
    """Leaves these events out of the log meanwhile: whoever asks for it tells of them itself."""

    def leave_out(_logger: object, _method: str, event: EventDict) -> EventDict:
        if event["event"] in events:
            raise structlog.DropEvent
        return event

    before: list[Processor] = structlog.get_config()["processors"]
    structlog.configure(processors=[leave_out, *before])
    try:
        yield
    finally:
        structlog.configure(processors=before)


class StandardError:
    """Writes lines to standard error. Where that fails (it is closed, or a file on a full disk),
    nothing else may fail for it: a request would be answered wrongly, or sending would end."""

    def __init__(self, *_: object) -> None:
        """What structlog hands to a logger is of no use here."""

    def msg(self, line: str) -> None:
        with contextlib.suppress(OSError, ValueError):
            sys.stderr.write(f"{line}\n")
            sys.stderr.flush()

    debug = info = warning = error = exception = critical = fatal = msg
