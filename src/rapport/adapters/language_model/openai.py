"""The OpenAI protocol's chat completions, as vLLM, llama.cpp, Ollama and many others speak it.

Structured output is asked for by JSON schema, with lengths, then without; a server that does not
know it is asked for a JSON object, and one that does not know that either is told in words.
"""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import Struct
from msgspec.structs import replace

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
from rapport.errors import ModelError
from rapport.ports import ModelAnswer, ModelRequest

SCHEMA, OBJECT, WORDS = "json_schema", "json_object", ""
_PLAINER = {SCHEMA: OBJECT, OBJECT: WORDS}

IN_WORDS = "Answer with one JSON object and nothing else. It fits this JSON schema:\n"


class Form(Struct, frozen=True):
    """How a server is asked: by which name it knows the longest answer, how it is told to answer in
    JSON, whether it holds texts to the schema's lengths, and whether it counts tokens in a stream.
    """

    limit: str = "max_tokens"
    format: str = SCHEMA
    bounds: bool = True
    counts: bool = True


class OpenAi:
    """The dialect. `stream` asks for the answer in pieces."""

    path = "/chat/completions"

    def __init__(self, model: str, *, stream: bool = False) -> None:
        self._model = model
        self._stream = stream
        self.first_form = Form()

    def headers(self, key: str) -> Mapping[str, str]:
        return {"Authorization": f"Bearer {key}"} if key else {}

    def body(self, request: ModelRequest, form: Form) -> Json:
        system = request.system
        if form.format != SCHEMA:
            system += f"\n\n{IN_WORDS}{msgspec.json.encode(request.schema).decode()}"
        body: dict[str, object] = {
            "model": self._model,
            "messages": [
                {"role": "system", "content": system},
                {"role": "user", "content": request.user},
            ],
            form.limit: request.most_tokens,
        }
        if form.format == SCHEMA:
            schema = request.schema if form.bounds else _without_bounds(request.schema)
            named = {"name": request.name, "strict": True, "schema": schema}
            body["response_format"] = {"type": SCHEMA, SCHEMA: named}
        elif form.format == OBJECT:
            body["response_format"] = {"type": OBJECT}
        if self._stream:
            body["stream"] = True
            if form.counts:
                body["stream_options"] = {"include_usage": True}
        return body

    def plainer(self, form: Form, told: str) -> Form | None:
        if "max_completion_tokens" in told and form.limit == "max_tokens":
            return replace(form, limit="max_completion_tokens")
        if "stream_options" in told and form.counts:
            return replace(form, counts=False)
        if form.format == SCHEMA and form.bounds:
            return replace(form, bounds=False)
        if form.format in _PLAINER:
            return replace(form, format=_PLAINER[form.format])
        return None

    def whole(self, body: Json) -> ModelAnswer:
        choice = part(body, "choices", 0)
        if choice is None:
            raise unusable("it has no choices in it")
        said = no_longer(_joined(part(choice, "message", "content")))
        stopped = _stopped(part(choice, "finish_reason"), part(choice, "message", "refusal"))
        answer = _answer(said, text_of(body.get("model")), body.get("usage"))
        return handed_over(answer, stopped)

    def pieces(self) -> OpenAiPieces:
        return OpenAiPieces()


class OpenAiPieces:
    """Puts the chunks of a streamed completion together."""

    def __init__(self) -> None:
        self._text = ""
        self._refusal = ""
        self._reason: object = None
        self._model = ""
        self._usage: object = None

    @property
    def ended(self) -> bool:
        return self._reason is not None

    @property
    def nothing_follows(self) -> bool:
        """The count of tokens comes after the last words."""
        return False

    def take(self, piece: Json) -> None:
        if "error" in piece:
            raise busy("an error came instead of the rest")
        choice = part(piece, "choices", 0)
        self._text = no_longer(self._text + text_of(part(choice, "delta", "content")))
        self._refusal = no_longer(self._refusal + text_of(part(choice, "delta", "refusal")))
        self._reason = part(choice, "finish_reason") or self._reason
        self._model = self._model or text_of(piece.get("model"))
        self._usage = piece.get("usage") or self._usage

    def so_far(self) -> ModelAnswer:
        return _answer(self._text, self._model, self._usage)

    def answer(self) -> ModelAnswer:
        return handed_over(self.so_far(), _stopped(self._reason, self._refusal))


def _without_bounds(schema: Mapping[str, object]) -> Mapping[str, object]:
    """The schema without the lengths of texts, which some servers do not know."""
    parts = schema.get("properties")
    if not isinstance(parts, dict):
        return schema
    plain = {
        key: {name: value for name, value in one.items() if name != "maxLength"}
        for key, one in parts.items()
    }
    return {**schema, "properties": plain}


def _joined(said: object) -> str:
    """Some servers answer with a list of parts instead of text."""
    if isinstance(said, list):
        return "".join(text_of(part(one, "text")) for one in said)
    return text_of(said)


def _stopped(reason: object, refusal: object) -> ModelError | None:
    if refusal:
        return refused("it said so")
    if reason == "content_filter":
        return refused("the server's filter held it back")
    if reason == "length":
        return too_long("it was cut off at the most tokens that are asked for")
    return None


def _answer(text: str, model: str, usage: object) -> ModelAnswer:
    return ModelAnswer(
        text=text,
        model=model,
        tokens_in=count_of(part(usage, "prompt_tokens")),
        tokens_out=count_of(part(usage, "completion_tokens")),
    )
