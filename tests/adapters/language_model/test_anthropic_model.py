"""Anthropic's messages API, against a real server on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from rapport.adapters.language_model import Server, language_model
from rapport.errors import ModelError, ModelTrouble
from rapport.ports import LanguageModel
from rapport.testing.model_conformance import GOOD, KEY, QUESTION, WORDS, LanguageModelConformance
from rapport.testing.model_server import ModelServer, Turn


class TestConformance(LanguageModelConformance):
    def model(self, url: str, *, stream: bool) -> LanguageModel:
        server = Server(url, KEY, back_off_seconds=0.001)
        return language_model("anthropic:kiln", server, stream=stream)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(GOOD) as server:
        yield server


def model(server: ModelServer, *, stream: bool = False) -> LanguageModel:
    return language_model("anthropic:kiln", Server(server.url, KEY), stream=stream)


def test_it_is_asked_as_the_protocol_says(server: ModelServer) -> None:
    model(server).ask(QUESTION)
    asked = server.asked[0]
    assert asked.path == "/v1/messages"
    assert asked.headers["x-api-key"] == KEY
    assert asked.headers["anthropic-version"] == "2023-06-01"
    assert asked.body["system"] == QUESTION.system
    assert asked.body["tools"][0]["input_schema"] == QUESTION.schema
    assert asked.body["tool_choice"] == {"type": "tool", "name": "message"}


@pytest.mark.parametrize("stream", [False, True])
def test_an_answer_in_words_is_read_all_the_same(server: ModelServer, stream: bool) -> None:
    server.say(Turn(f"Gladly: {GOOD.text}", plain=True))
    assert json.loads(model(server, stream=stream).ask(QUESTION).text) == WORDS


def test_a_model_that_must_not_be_told_to_use_the_tool_is_left_to_it(server: ModelServer) -> None:
    error = {"message": "tool_choice forces tool use is not compatible with thinking"}
    refused = {"type": "error", "error": error}
    server.say(Turn(status=400, raw=json.dumps(refused).encode()), GOOD)
    model(server).ask(QUESTION)
    assert server.asked[1].body["tool_choice"] == {"type": "auto"}


@pytest.mark.parametrize("stream", [False, True])
def test_an_answer_that_ran_out_of_room_is_too_long(server: ModelServer, stream: bool) -> None:
    server.say(Turn(GOOD.text, stop="max_tokens"))
    with pytest.raises(ModelError) as raised:
        model(server, stream=stream).ask(QUESTION)
    assert raised.value.trouble is ModelTrouble.TOO_LONG


def test_an_error_in_the_middle_of_a_stream_is_temporary(server: ModelServer) -> None:
    error = {"type": "error", "error": {"type": "overloaded_error", "message": "Overloaded"}}
    raw = f"event: error\ndata: {json.dumps(error)}\n\n".encode()
    server.say(Turn(raw=raw, kind="text/event-stream"))
    with pytest.raises(ModelError, match="overloaded_error") as raised:
        model(server, stream=True).ask(QUESTION)
    assert raised.value.trouble is ModelTrouble.TEMPORARY


def test_a_tool_that_is_used_twice_is_heard_twice(server: ModelServer) -> None:
    """Who objects to two things may hand in each by itself, or nothing first."""
    given = [{"objections": []}, {"objections": ["late"]}]
    used = [{"type": "tool_use", "id": "t", "name": "message", "input": one} for one in given]
    server.say(Turn(raw=json.dumps({"content": used, "stop_reason": "tool_use"}).encode()))
    assert model(server).ask(QUESTION).text == '{"objections":[]}{"objections":["late"]}'
