"""What a real llama.cpp server answered, byte for byte, given back by a server on loopback.

Recorded from llama-server 0.5.0 with SmolLM2-135M-Instruct (Q4_1); only the model's path is cut to
its file's name.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from rapport.adapters.language_model import HttpModel, OpenAi, Server
from rapport.errors import ModelError, ModelTrouble
from rapport.ports import ModelRequest
from rapport.testing.model_server import ModelServer, Turn

RECORDED = Path(__file__).parent / "llama_cpp"
QUESTION = ModelRequest(
    system="You write e-mails for a pottery. Answer in JSON.",
    user="Write a subject and a call to action for a saved basket with {{ cart.first.title }}.",
    schema={
        "type": "object",
        "properties": {
            "subject": {"type": "string", "maxLength": 120},
            "cta": {"type": "string", "maxLength": 60},
        },
        "required": ["subject", "cta"],
        "additionalProperties": False,
    },
    seconds=10.0,
)


def recorded(name: str) -> Turn:
    (file,) = RECORDED.glob(f"{name}.*")
    _, status, ending = file.name.split(".")
    kind = "text/event-stream" if ending == "sse" else "application/json; charset=utf-8"
    return Turn(status=int(status), raw=file.read_bytes(), kind=kind)


@pytest.fixture
def server() -> Iterator[ModelServer]:
    with ModelServer() as server:
        yield server


def model(server: ModelServer, *, stream: bool = False) -> HttpModel[object]:
    where = Server(f"{server.url}/v1", back_off_seconds=0.001)
    return HttpModel("openai:smollm2", OpenAi("smollm2", stream=stream), where)  # type: ignore[arg-type]


def refused(server: ModelServer) -> ModelError:
    with pytest.raises(ModelError) as raised:
        model(server).ask(QUESTION)
    return raised.value


def test_a_whole_answer_and_its_tokens_are_read(server: ModelServer) -> None:
    server.say(recorded("whole"))
    answer = model(server).ask(QUESTION)
    assert json.loads(answer.text)["subject"] == "Saved Basket"
    assert (answer.model, answer.tokens_in, answer.tokens_out) == (
        "SmolLM2-135M-Instruct.Q4_1.gguf",
        48,
        54,
    )
    assert server.asked[0].body["response_format"]["json_schema"]["schema"] == QUESTION.schema


def test_an_answer_in_pieces_and_its_tokens_are_read(server: ModelServer) -> None:
    server.say(recorded("stream"))
    answer = model(server, stream=True).ask(QUESTION)
    assert set(json.loads(answer.text)) == {"subject", "cta"}
    assert (answer.tokens_in, answer.tokens_out) == (48, 58)


def test_a_model_that_is_being_loaded_is_waited_for(server: ModelServer) -> None:
    server.say(recorded("loading"), recorded("whole"))
    assert model(server).ask(QUESTION).tokens_out == 54


def test_an_answer_that_was_cut_off_is_said_and_shown_to_be(server: ModelServer) -> None:
    server.say(recorded("cut_off"))
    error = refused(server)
    assert error.trouble is ModelTrouble.TOO_LONG
    assert error.said == '{\n    "subject": "Saved'
    assert (error.tokens_in, error.tokens_out) == (48, 8)
    assert "Saved" not in str(error), "what a model says never gets into a log"


def test_a_question_that_does_not_fit_is_asked_once_and_says_what_to_do(
    server: ModelServer,
) -> None:
    server.say(recorded("context_exceeded"))
    error = refused(server)
    assert error.trouble is ModelTrouble.TOO_LONG
    assert "1024 tokens" in str(error)
    assert "--ctx-size" in str(error)
    assert len(server.asked) == 1, "a plainer form only makes the question longer"


def test_a_schema_that_is_refused_is_tried_without_lengths_and_then_in_words(
    server: ModelServer,
) -> None:
    server.say(recorded("schema_refused"), recorded("schema_refused"), recorded("whole"))
    model(server).ask(QUESTION)
    asked = [one.body["response_format"] for one in server.asked]
    assert [one["type"] for one in asked] == ["json_schema", "json_schema", "json_object"]
    assert asked[1]["json_schema"]["schema"]["properties"] == {
        "subject": {"type": "string"},
        "cta": {"type": "string"},
    }


def test_an_address_with_nothing_there_names_the_setting(server: ModelServer) -> None:
    server.say(recorded("no_such_path"))
    error = refused(server)
    assert error.trouble is ModelTrouble.SETTING
    assert "RAPPORT_MODEL_URL" in str(error)
