"""Anthropic's messages API. The object is asked for as the input of a tool, which every model of it
knows; one that answers in plain words instead is read all the same."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct

from rapport.adapters.language_model.protocol import (
    Json,
    busy,
    count_of,
    handed_over,
    no_longer,
    part,
    refused,
    text_of,
    too_long,
    unusable,
)
from rapport.ports import ModelAnswer, ModelRequest

VERSION = "2023-06-01"
IN_WORDS = "Hand the object in by the tool."


class Form(Struct, frozen=True):
    """How it is asked: told to use the tool, or left to it (some settings forbid the former)."""

    told: bool = True


class Anthropic:
    """The dialect. `stream` asks for the answer in pieces."""

    path = "/v1/messages"

    def __init__(self, model: str, *, stream: bool = False) -> None:
        self._model = model
        self._stream = stream
        self.first_form = Form()

    def headers(self, key: str) -> Mapping[str, str]:
        return {"anthropic-version": VERSION, **({"x-api-key": key} if key else {})}

    def body(self, request: ModelRequest, form: Form) -> Json:
        choice = {"type": "tool", "name": request.name} if form.told else {"type": "auto"}
        tool = {
            "name": request.name,
            "description": "Takes the finished object.",
            "input_schema": request.schema,
        }
        return {
            "model": self._model,
            "max_tokens": request.most_tokens,
            "system": request.system if form.told else f"{request.system}\n\n{IN_WORDS}",
            "messages": [{"role": "user", "content": request.user}],
            "tools": [tool],
            "tool_choice": choice,
            **({"stream": True} if self._stream else {}),
        }

    def plainer(self, form: Form, told: str) -> Form | None:
        return Form(told=False) if form.told and "tool_choice" in told else None

    def whole(self, body: Json) -> ModelAnswer:
        content = body.get("content")
        if not isinstance(content, list):
            raise unusable("it has no content in it")
        inputs = [part(one, "input") for one in content if part(one, "type") == "tool_use"]
        words = [text_of(part(one, "text")) for one in content if part(one, "type") == "text"]
        # All of them, as in a stream: the first of several may object to nothing.
        handed_in = "".join(msgspec.json.encode(one).decode() for one in inputs)
        text = no_longer(handed_in or "".join(words))
        return _answer(text, body.get("stop_reason"), text_of(body.get("model")), [body])

    def pieces(self) -> AnthropicPieces:
        return AnthropicPieces()


class AnthropicPieces:
    """Puts the events of a streamed message together."""

    def __init__(self) -> None:
        self._handed_in = ""
        self._words = ""
        self._reason: object = None
        self._model = ""
        self._counted: list[object] = []
        self.ended = False

    @property
    def nothing_follows(self) -> bool:
        return self.ended

    def take(self, piece: Json) -> None:
        kind = piece.get("type")
        if kind == "error":
            raise busy(text_of(part(piece, "error", "type"))[:60] or "it does not say why")
        if kind == "message_start":
            self._model = text_of(part(piece, "message", "model"))
            self._counted.append(piece.get("message"))
        elif kind == "content_block_delta":
            delta = piece.get("delta")
            self._words = no_longer(self._words + text_of(part(delta, "text")))
            handed_in = self._handed_in + text_of(part(delta, "partial_json"))
            self._handed_in = no_longer(handed_in)
        elif kind == "message_delta":
            self._reason = part(piece, "delta", "stop_reason") or self._reason
            self._counted.append(piece)
        elif kind == "message_stop":
            self.ended = True

    def so_far(self) -> ModelAnswer:
        # What it tells of its answer when it begins is no count of what came since.
        tokens_out = max(_counts(self._counted[1:], "output_tokens"))
        words = self._words + self._handed_in
        return ModelAnswer(words, self._model, _tokens_in(self._counted), tokens_out)

    def answer(self) -> ModelAnswer:
        return _answer(self._handed_in or self._words, self._reason, self._model, self._counted)


def _answer(text: str, reason: object, model: str, counted: list[object]) -> ModelAnswer:
    answer = ModelAnswer(
        text=text,
        model=model,
        tokens_in=_tokens_in(counted),
        # What a stream tells of its answer when it begins is no count of it yet.
        tokens_out=max(_counts(counted[1:] or counted, "output_tokens")),
    )
    stopped = None
    if reason == "refusal":
        stopped = refused("it said so")
    elif reason in ("max_tokens", "model_context_window_exceeded"):
        stopped = too_long("it was cut off at the most tokens that are asked for")
    return handed_over(answer, stopped)


def _tokens_in(counted: list[object]) -> int:
    taken = ("input_tokens", "cache_creation_input_tokens", "cache_read_input_tokens")
    return sum(max(_counts(counted, name)) for name in taken)


def _counts(counted: list[object], name: str) -> list[int]:
    """A count as each event tells it: the totals so far, so that the largest is the whole."""
    return [0, *(count_of(part(one, "usage", name)) for one in counted)]
