"""What every `LanguageModel` over HTTP must do, against a real server on loopback.

A subclass says in `model` how its model is made, for whole answers and for answers in pieces.
"""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Iterator

import pytest

from rapport.errors import ModelError, ModelTrouble
from rapport.ports import LanguageModel, ModelRequest
from rapport.testing.model_server import ModelServer, Turn

KEY = "tr4pp3d-k3y-0f-the-kiln"
WORDS = {"subject": "Your basket is här", "body": "It waits.\n\nNo rush."}
GOOD = Turn(json.dumps(WORDS, ensure_ascii=False))
SCHEMA = {
    "type": "object",
    "properties": {"subject": {"type": "string"}, "body": {"type": "string"}},
    "required": ["subject", "body"],
    "additionalProperties": False,
}
QUESTION = ModelRequest("Be brief.", "Write about a basket.", SCHEMA, seconds=20.0)
HURRIED = ModelRequest("Be brief.", "Write about a basket.", SCHEMA, seconds=0.3)


ODD_WAITS = (
    "Mon, 01 Jan 2024 00:00:00 +99999999999999",
    "Mon, 01 Jan 99999999999999999999 00:00:00 GMT",
    "Mon, 99999999999999999999 Jan 2024 00:00:00 GMT",
    "Mon, 01 Jan 2024 99999999999999999999:00:00 GMT",
    "-3600",
    "1e99",
    "soon",
)
"""What no server should say of how long it wants to be left alone."""


class LanguageModelConformance(ABC):
    """Inherit from it under a name that pytest collects."""

    @abstractmethod
    def model(self, url: str, *, stream: bool) -> LanguageModel:
        """A model at `url`, with `KEY` as its key, that tries again without waiting for long."""

    @pytest.fixture(params=[False, True], ids=["whole", "in pieces"])
    def stream(self, request: pytest.FixtureRequest) -> bool:
        return bool(request.param)

    @pytest.fixture
    def server(self) -> Iterator[ModelServer]:
        with ModelServer(GOOD) as server:
            yield server

    @pytest.fixture
    def asked(self, server: ModelServer, stream: bool) -> LanguageModel:  # noqa: FBT001 pytest's way
        return self.model(server.url, stream=stream)

    def trouble(self, model: LanguageModel, request: ModelRequest = QUESTION) -> ModelError:
        with pytest.raises(ModelError) as raised:
            model.ask(request)
        assert KEY not in str(raised.value)
        assert "basket" not in str(raised.value)
        return raised.value

    # --- What goes well ---

    def test_the_object_comes_back_as_json_with_what_it_took(self, asked: LanguageModel) -> None:
        answer = asked.ask(QUESTION)
        assert json.loads(answer.text) == WORDS
        assert (answer.tokens_in, answer.tokens_out) == (700, 80)
        assert answer.model == "kiln-1"

    def test_question_schema_and_key_are_sent(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        asked.ask(QUESTION)
        (request,) = server.asked
        sent = json.dumps(request.body)
        assert "Be brief." in sent
        assert "Write about a basket." in sent
        assert json.dumps(SCHEMA["required"]) in sent
        assert any(KEY in value for value in request.headers.values())
        assert KEY not in sent

    def test_a_busy_server_is_asked_again(self, asked: LanguageModel, server: ModelServer) -> None:
        busy = Turn(status=429, headers={"Retry-After": "0"}, raw=b'{"error": {"message": "slow"}}')
        server.say(busy, Turn(status=503, raw=b"<html>away</html>", kind="text/html"), GOOD)
        assert json.loads(asked.ask(QUESTION).text) == WORDS
        assert len(server.asked) == 3

    def test_a_connection_that_broke_is_tried_again(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(GOOD.text, cut=90), GOOD)
        assert json.loads(asked.ask(QUESTION).text) == WORDS

    @pytest.mark.parametrize(
        "counts",
        [None, (0, 0), (-700, -80), (2**31, 10**30), ("many", None), (True, [80]), (7e2, 8e1)],
    )
    def test_tokens_that_nobody_counted_are_estimated(
        self, asked: LanguageModel, server: ModelServer, counts: tuple[object, object] | None
    ) -> None:
        server.say(Turn(GOOD.text, counts=counts))
        answer = asked.ask(QUESTION)
        words = len(str(GOOD.text).encode())
        assert words // 4 <= answer.tokens_out <= words
        assert len(QUESTION.system + QUESTION.user) // 4 <= answer.tokens_in <= 1_000
        assert answer.estimated == answer.tokens_in + answer.tokens_out

    def test_only_what_nobody_counted_is_estimated(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        assert asked.ask(QUESTION).estimated == 0
        server.say(Turn(GOOD.text, counts=(700, None)))
        answer = asked.ask(QUESTION)
        assert (answer.tokens_in, answer.estimated) == (700, answer.tokens_out)

    @pytest.mark.parametrize("words", ["no object at all", "{" * 70_000], ids=["words", "endless"])
    def test_an_answer_of_no_use_costs_what_it_may_have_taken(
        self, asked: LanguageModel, server: ModelServer, words: str
    ) -> None:
        server.say(Turn(words, plain=True, counts=None))
        error = self.trouble(asked)
        assert error.tokens_out >= len(words) // 4
        assert error.estimated == error.tokens_in + error.tokens_out > error.tokens_out

    def test_answers_that_break_off_cost_their_questions_and_words_each_time(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        cut = Turn(json.dumps({"body": "word " * 1_000}), counts=None, cut=4_000)
        server.say(cut)
        error = self.trouble(asked)
        tries = len(server.asked)
        question = len(QUESTION.system + QUESTION.user) // 4
        assert tries > 1
        assert error.tokens_in >= tries * question
        assert error.tokens_in % tries == 0
        assert error.estimated == error.tokens_in + error.tokens_out
        server.say(cut, Turn(GOOD.text, counts=(700, 80)))
        answer = asked.ask(QUESTION)
        assert answer.tokens_in == 700 + error.tokens_in // tries
        assert answer.tokens_out == 80 + error.tokens_out // tries
        assert answer.estimated == error.estimated // tries

    def test_words_that_came_before_a_stream_broke_off_are_counted(
        self, server: ModelServer
    ) -> None:
        words = json.dumps({"body": "word " * 1_000})
        server.say(Turn(words, counts=None, cut=4_000))
        error = self.trouble(self.model(server.url, stream=True))
        assert 0 < error.tokens_out <= len(server.asked) * 4_000

    def test_an_answer_that_began_and_ran_out_of_time_costs_its_question(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(drip=True))
        begun = ModelRequest(QUESTION.system, QUESTION.user, SCHEMA, seconds=1.5)
        assert self.trouble(asked, begun).tokens_in > 0
        server.say(Turn(hang=True))
        assert self.trouble(asked, HURRIED).tokens_in == 0

    # --- What goes wrong ---

    def test_one_that_stays_busy_is_temporary_and_not_asked_for_ever(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(status=529, raw=b'{"error": {"type": "overloaded_error"}}'))
        assert self.trouble(asked).trouble is ModelTrouble.TEMPORARY
        assert 2 <= len(server.asked) <= 5

    def test_a_wait_past_the_deadline_is_not_waited_for(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(status=429, headers={"Retry-After": "3600"}, raw=b"{}"))
        error = self.trouble(asked)
        assert error.trouble is ModelTrouble.TEMPORARY
        assert error.retry_after_seconds == 3600.0
        assert len(server.asked) == 1

    def test_a_wait_until_a_moment_is_counted_by_the_servers_own_clock(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        moments = {
            "Date": "Fri, 27 Nov 2026 10:00:00 GMT",
            "Retry-After": "Fri, 27 Nov 2026 10:02:00 GMT",
        }
        server.say(Turn(status=503, headers=moments, raw=b"{}"))
        assert self.trouble(asked).retry_after_seconds == 120.0

    @pytest.mark.parametrize("wait", ODD_WAITS)
    def test_a_wait_that_cannot_be_read_is_none(
        self, asked: LanguageModel, server: ModelServer, wait: str
    ) -> None:
        moments = {"Date": "Fri, 27 Nov 2026 10:00:00 GMT", "Retry-After": wait}
        server.say(Turn(status=503, headers=moments, raw=b"{}"))
        error = self.trouble(asked)
        assert (error.trouble, error.retry_after_seconds) == (ModelTrouble.TEMPORARY, 0.0)

    @pytest.mark.parametrize("turn", [Turn(hang=True), Turn(drip=True)], ids=["hangs", "drips"])
    def test_a_server_that_never_ends_is_left_at_the_deadline(
        self, asked: LanguageModel, server: ModelServer, turn: Turn
    ) -> None:
        server.say(turn)
        assert self.trouble(asked, HURRIED).trouble is ModelTrouble.TEMPORARY

    def test_a_server_that_drips_an_endless_stream_is_left_at_the_deadline(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(drip=True, raw=b"", kind="text/event-stream"))
        assert self.trouble(asked, HURRIED).trouble is ModelTrouble.TEMPORARY

    def test_an_answer_that_is_cut_off_every_time_is_temporary(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(GOOD.text, cut=90))
        assert self.trouble(asked).trouble is ModelTrouble.TEMPORARY

    def test_nobody_at_the_address_is_temporary(
        self,
        stream: bool,  # noqa: FBT001 pytest's way
    ) -> None:
        nobody = self.model("http://127.0.0.1:9", stream=stream)
        assert self.trouble(nobody).trouble is ModelTrouble.TEMPORARY

    @pytest.mark.parametrize(
        "text",
        ["Certainly! Here is a subject.", '{"subject": "Your ', "[1, 2]", "42", "}{", ""],
        ids=["prose", "half", "a list", "a number", "braces", "nothing"],
    )
    def test_what_is_no_object_is_unusable(
        self, asked: LanguageModel, server: ModelServer, text: str
    ) -> None:
        server.say(Turn(text))
        assert self.trouble(asked).trouble is ModelTrouble.UNUSABLE

    @pytest.mark.parametrize(
        "raw",
        [b"", b"{", b"null", b"[]", b"{}", b'{"choices": []}', b'{"choices": 7, "content": 7}',
         b'{"choices": [{"message": {"content": 7}}], "content": [7]}', b"\xff\xfe{",
         b"[" * 100_000],
        ids=lambda raw: raw[:20].decode("latin-1") or "empty",
    )  # fmt: skip
    def test_json_of_another_shape_is_unusable(
        self, asked: LanguageModel, server: ModelServer, raw: bytes
    ) -> None:
        server.say(Turn(raw=raw))
        assert self.trouble(asked).trouble is ModelTrouble.UNUSABLE

    def test_pieces_that_are_no_json_are_unusable(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(raw=b"data: {broken\n\n", kind="text/event-stream"))
        assert self.trouble(asked).trouble is ModelTrouble.UNUSABLE

    def test_a_page_instead_of_json_is_unusable(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(raw=b"<html>Sign in</html>", kind="text/html"))
        error = self.trouble(asked)
        assert error.trouble is ModelTrouble.UNUSABLE
        assert "text/html" in str(error)

    def test_a_refusal_is_told_as_one(self, asked: LanguageModel, server: ModelServer) -> None:
        server.say(Turn(refusal="I cannot help with that."))
        assert self.trouble(asked).trouble is ModelTrouble.REFUSED
        assert len(server.asked) == 1

    def test_an_answer_of_three_megabytes_is_cut_off(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(json.dumps({"subject": "a", "body": "word " * 600_000})))
        error = self.trouble(asked)
        assert error.trouble is ModelTrouble.TOO_LONG
        assert "cut off" in str(error)

    def test_an_endless_line_is_cut_off(self, asked: LanguageModel, server: ModelServer) -> None:
        server.say(Turn(raw=b"data: " + b"x" * 6_000_000, kind="text/event-stream"))
        assert self.trouble(asked).trouble is ModelTrouble.TOO_LONG

    def test_a_compressed_answer_that_nobody_asked_for_is_not_unpacked(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(raw=b"\x1f\x8b bomb", headers={"Content-Encoding": "gzip"}))
        assert self.trouble(asked).trouble is ModelTrouble.UNUSABLE

    def test_a_redirect_is_not_followed(self, asked: LanguageModel, server: ModelServer) -> None:
        with ModelServer(GOOD) as elsewhere:
            to = {"Location": f"{elsewhere.url}/elsewhere"}
            server.say(Turn(status=307, headers=to, raw=b""))
            error = self.trouble(asked)
            assert not elsewhere.asked
        assert error.trouble is ModelTrouble.SETTING
        assert "redirect" in str(error)

    def test_a_key_that_is_wrong_is_a_setting_and_is_not_shown(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        said = f"Incorrect API key provided: {KEY[:6]}***{KEY[-4:]} or {KEY}"
        server.say(Turn(status=401, raw=json.dumps({"error": {"message": said}}).encode()))
        error = self.trouble(asked)
        assert error.trouble is ModelTrouble.SETTING
        assert "RAPPORT_MODEL_KEY" in str(error)
        assert KEY[-4:] not in str(error)
        assert len(server.asked) == 1

    def test_a_model_that_is_not_there_is_a_setting(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        raw = b'{"error": {"message": "The model `kiln` does not exist", "code": "not_found"}}'
        server.say(Turn(status=404, raw=raw))
        error = self.trouble(asked)
        assert error.trouble is ModelTrouble.SETTING
        assert "does not exist" in str(error)

    def test_a_question_that_is_too_long_is_told_as_such(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        raw = b'{"error": {"message": "prompt is too long: 9 tokens", "type": "invalid_request"}}'
        server.say(Turn(status=400, raw=raw))
        assert self.trouble(asked).trouble is ModelTrouble.TOO_LONG

    def test_an_endless_error_is_not_read_to_its_end(
        self, asked: LanguageModel, server: ModelServer
    ) -> None:
        server.say(Turn(status=403, drip=True, raw=b""))
        assert self.trouble(asked, HURRIED).trouble is ModelTrouble.TEMPORARY

    def test_a_key_is_in_no_form_of_the_model_that_is_printed(self, asked: LanguageModel) -> None:
        assert KEY not in repr(asked)
        assert KEY not in str(vars(asked))
