"""A language model: one question, one answer, behind one small door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from msgspec import Struct

JsonSchema = Mapping[str, object]


class ModelRequest(Struct, frozen=True):
    """One question. `system` says how to answer, `user` what about; `schema` is the JSON schema of
    the object that is asked for, `name` what it is called (letters, digits and '_').

    `most_tokens` bounds the answer, `seconds` the whole call: connecting, waiting, trying again.
    """

    system: str
    user: str
    schema: JsonSchema
    name: str = "message"
    most_tokens: int = 2_000
    seconds: float = 60.0


class ModelAnswer(Struct, frozen=True):
    """What came back: text that should be the object as JSON, and what it took, in tokens. Where
    the server does not say, these are estimated; `estimated` is how many of them. `model` is the
    name that the server answers under."""

    text: str
    model: str
    tokens_in: int = 0
    tokens_out: int = 0
    estimated: int = 0


class LanguageModel(Protocol):
    """Answers questions. Safe to ask from several threads at once."""

    name: str
    """What stands as the author of drafts, such as `openai:llama3.2`."""

    def ask(self, request: ModelRequest) -> ModelAnswer:
        """The answer. Raises ModelError, whose trouble says what went wrong, and within
        `request.seconds` at the latest. What it returns is text that nobody has looked at yet."""
        ...
