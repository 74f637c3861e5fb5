"""The OpenAI protocol, against a real server on loopback."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from rapport.adapters.language_model import HttpModel, OpenAi, Server, language_model
from rapport.errors import ModelError, ModelTrouble, UserError
from rapport.ports import LanguageModel
from rapport.testing.model_conformance import GOOD, KEY, QUESTION, WORDS, LanguageModelConformance
from rapport.testing.model_server import ModelServer, Turn


class TestConformance(LanguageModelConformance):
    def model(self, url: str, *, stream: bool) -> LanguageModel:
        server = Server(f"{url}/v1", KEY, back_off_seconds=0.001)
        return language_model("openai:kiln", server, stream=stream)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer(GOOD) as server:
        yield server


def model(server: ModelServer, *, stream: bool = False) -> LanguageModel:
    return HttpModel("openai:kiln", OpenAi("kiln", stream=stream), Server(f"{server.url}/v1/"))


def refusing(words: str, status: int = 400) -> Turn:
    error = {"message": words, "type": "invalid_request_error"}
    return Turn(status=status, raw=json.dumps({"error": error}).encode())


def test_the_address_is_the_base_and_the_protocols_path(server: ModelServer) -> None:
    model(server).ask(QUESTION)
    assert server.asked[0].path == "/v1/chat/completions"
    assert "authorization" not in server.asked[0].headers


def test_a_schema_is_asked_for_strictly(server: ModelServer) -> None:
    model(server).ask(QUESTION)
    body = server.asked[0].body
    assert body["response_format"]["json_schema"]["strict"] is True
    assert body["response_format"]["json_schema"]["schema"] == QUESTION.schema


def test_a_server_without_schemas_is_asked_for_an_object_and_then_in_words(
    server: ModelServer,
) -> None:
    server.say(
        refusing("response_format.type must be text or json_object"),
        refusing("response_format.type must be text or json_object"),
        refusing("'response_format' is not supported"),
        GOOD,
        GOOD,
    )
    asked = model(server)
    assert json.loads(asked.ask(QUESTION).text) == WORDS
    formats = [one.body.get("response_format", {}).get("type") for one in server.asked]
    assert formats == ["json_schema", "json_schema", "json_object", None]
    told = server.asked[3].body["messages"][0]["content"]
    assert "additionalProperties" in told
    asked.ask(QUESTION)
    assert "response_format" not in server.asked[4].body, "what works is remembered"


def test_a_model_that_counts_its_thoughts_too_is_asked_by_the_other_name(
    server: ModelServer,
) -> None:
    server.say(refusing("Unsupported parameter. Use 'max_completion_tokens' instead."), GOOD)
    model(server).ask(QUESTION)
    assert "max_tokens" not in server.asked[1].body
    assert server.asked[1].body["max_completion_tokens"] == QUESTION.most_tokens
    assert server.asked[1].body["response_format"]["type"] == "json_schema"


def test_a_server_that_counts_no_tokens_in_a_stream_is_not_asked_to(server: ModelServer) -> None:
    server.say(refusing("unknown field stream_options", 422), GOOD)
    model(server, stream=True).ask(QUESTION)
    assert "stream_options" not in server.asked[1].body


def test_what_was_refused_once_and_failed_otherwise_is_not_remembered(server: ModelServer) -> None:
    server.say(*[refusing("no")] * 4, GOOD)
    asked = model(server)
    with pytest.raises(ModelError) as raised:
        asked.ask(QUESTION)
    assert raised.value.trouble is ModelTrouble.SETTING
    asked.ask(QUESTION)
    assert server.asked[4].body["response_format"]["type"] == "json_schema"


@pytest.mark.parametrize(
    "text",
    [
        "```json\n{}\n```",
        "Here it is:\n{}\nI hope it helps.",
        "<think>{{not this}}, perhaps</think>\n{}",
        "\ufeff{}",
    ],
)
def test_an_object_among_other_words_is_found(server: ModelServer, text: str) -> None:
    server.say(Turn(text.replace("{}", json.dumps(WORDS))))
    assert json.loads(model(server).ask(QUESTION).text) == WORDS


@pytest.mark.parametrize(
    ("stop", "trouble"),
    [("length", ModelTrouble.TOO_LONG), ("content_filter", ModelTrouble.REFUSED)],
)
@pytest.mark.parametrize("stream", [False, True])
def test_why_it_stopped_is_heard(
    server: ModelServer, stop: str, trouble: ModelTrouble, stream: bool
) -> None:
    server.say(Turn(GOOD.text, stop=stop))
    with pytest.raises(ModelError) as raised:
        model(server, stream=stream).ask(QUESTION)
    assert raised.value.trouble is trouble


def test_an_account_without_credit_is_not_asked_again(server: ModelServer) -> None:
    error = {"message": "You exceeded your current quota", "code": "insufficient_quota"}
    server.say(Turn(status=429, raw=json.dumps({"error": error}).encode()))
    with pytest.raises(ModelError) as raised:
        model(server).ask(QUESTION)
    assert raised.value.trouble is ModelTrouble.SETTING
    assert len(server.asked) == 1


@pytest.mark.parametrize("name", ["kiln", "openai:", "gemini:kiln", ""])
def test_a_model_of_no_known_protocol_is_refused(name: str) -> None:
    with pytest.raises(UserError, match="openai:NAME"):
        language_model(name, Server("http://127.0.0.1:9"))
