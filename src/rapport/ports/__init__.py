"""The Protocols that adapters fulfil, and the frozen values that cross them."""

from rapport.ports.drafts import DraftKeeping, Drafts
from rapport.ports.edges import (
    Banners,
    Clock,
    Delivery,
    Intake,
    Page,
    Parsed,
    Receipt,
    Refusal,
    Rendered,
    Renderer,
    Sender,
)
from rapport.ports.language_model import LanguageModel, ModelAnswer, ModelRequest
from rapport.ports.people import People, PeopleKeeping
from rapport.ports.reading import (
    Anchors,
    FlowCount,
    MessageCount,
    MessageRow,
    OutboxRow,
    Oversight,
    ProfileOutcome,
    Records,
    Watched,
)
from rapport.ports.storing import (
    Awaited,
    Lesson,
    LogRow,
    Planned,
    Store,
    Transaction,
)
from rapport.ports.writer_book import Errand, WriterBook, WriterReading, WriterUse

__all__ = [
    "Anchors",
    "Awaited",
    "Banners",
    "Clock",
    "Delivery",
    "DraftKeeping",
    "Drafts",
    "Errand",
    "FlowCount",
    "Intake",
    "LanguageModel",
    "Lesson",
    "LogRow",
    "MessageCount",
    "MessageRow",
    "ModelAnswer",
    "ModelRequest",
    "OutboxRow",
    "Oversight",
    "Page",
    "Parsed",
    "People",
    "PeopleKeeping",
    "Planned",
    "ProfileOutcome",
    "Receipt",
    "Records",
    "Refusal",
    "Rendered",
    "Renderer",
    "Sender",
    "Store",
    "Transaction",
    "Watched",
    "WriterBook",
    "WriterReading",
    "WriterUse",
]
