"""When a flow stops by itself: how much may go wrong before Rapport holds it back.

A limit is a share of messages. Mailbox providers ask for fewer than 0.1 % complaints and stop
delivering from 0.3 % on; the other defaults are what a well-kept list never comes near.
"""

from __future__ import annotations

from msgspec import Struct

COMPLAINTS, UNSUBSCRIBES, BOUNCES, GUARDRAILS = (
    "complaints", "unsubscribes", "bounces", "guardrails",
)  # fmt: skip
MEASURES = (COMPLAINTS, UNSUBSCRIBES, BOUNCES, GUARDRAILS)
SAMPLE_RATIO = "sample_ratio"

ALERT = 1 / 3
"""Where the alert line lies, as a part of the limit: that much is still borne."""


class StopWhen(Struct, frozen=True, gc=False):
    """Shares of messages at which a flow or framework stops by itself; 0 switches one off.

    `complaints` and `unsubscribes` are of messages that went out, `bounces` of those and of those
    whose address was refused at once, `guardrails` of those that were written. `sample_ratio` stops
    a flow whose arms are not as large as they should be.
    """

    complaints: float = 0.003
    unsubscribes: float = 0.02
    bounces: float = 0.05
    guardrails: float = 0.2
    sample_ratio: bool = True

    def limit(self, measure: str) -> float:
        """The limit of one of `MEASURES`."""
        limits: dict[str, float] = {
            COMPLAINTS: self.complaints,
            UNSUBSCRIBES: self.unsubscribes,
            BOUNCES: self.bounces,
            GUARDRAILS: self.guardrails,
        }
        return limits[measure]
