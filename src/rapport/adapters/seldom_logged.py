"""A log for those who hardly ever have anything to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from structlog.typing import FilteringBoundLogger


def log_of(module: str) -> FilteringBoundLogger:
    """Its log, which is loaded only here: that takes a sixth of a second, and whoever stops
    something is in a hurry."""
    import structlog  # noqa: PLC0415 (see above)

    # Of the type that `rapport.bootstrap.logs` sets up.
    return cast("FilteringBoundLogger", structlog.get_logger(module))
