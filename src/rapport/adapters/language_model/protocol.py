"""What the two protocols have in common: a body to post, an answer to read, whole or in pieces."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol, TypeVar

import msgspec
from msgspec.structs import replace

from rapport.errors import ModelError, ModelTrouble
from rapport.ports import ModelAnswer, ModelRequest

Json = Mapping[str, object]

MOST_CHARACTERS = 65_536
"""Of the words of one answer. A message has a few thousand."""

MOST_TOKENS = 1_000_000
"""Of a question or an answer of ours, which have a few thousand; a server that counts more errs."""

BYTES_A_TOKEN = 3
"""Where a server does not count, and rather too many tokens than too few: English has some four
bytes to a token, and scripts of two or three bytes a letter have fewer letters to each."""

Form = TypeVar("Form")


class Pieces(Protocol):
    """Puts an answer together that comes in pieces."""

    def take(self, piece: Json) -> None:
        """One piece. Raises ModelError where it tells of trouble."""
        ...

    @property
    def ended(self) -> bool:
        """Whether the server said that this was all; what ends without it was cut off."""
        ...

    @property
    def nothing_follows(self) -> bool:
        """Whether nothing of use can come any more."""
        ...

    def so_far(self) -> ModelAnswer:
        """The words that came, with the tokens that the server counted of them: no answer yet."""
        ...

    def answer(self) -> ModelAnswer: ...


class Dialect(Protocol[Form]):
    """One protocol. A form is how it is asked: servers differ in what they understand."""

    path: str
    first_form: Form

    def headers(self, key: str) -> Mapping[str, str]: ...

    def body(self, request: ModelRequest, form: Form) -> Json: ...

    def plainer(self, form: Form, told: str) -> Form | None:
        """The form to try next after a server refused this one and told so; None where none is."""
        ...

    def whole(self, body: Json) -> ModelAnswer:
        """The answer in one body. Raises ModelError where it tells of trouble."""
        ...

    def pieces(self) -> Pieces: ...


def part(value: object, *path: str | int) -> object:
    """What is found in JSON along a path; None where there is nothing."""
    for step in path:
        if isinstance(step, str) and isinstance(value, dict):
            value = value.get(step)
        elif isinstance(step, int) and isinstance(value, list) and len(value) > step:
            value = value[step]
        else:
            return None
    return value


def text_of(value: object) -> str:
    """The value if it is text; else nothing."""
    return value if isinstance(value, str) else ""


def count_of(value: object) -> int:
    """The value if it is a sensible count; else 0."""
    if not isinstance(value, int) or isinstance(value, bool):
        return 0
    return value if 0 <= value <= MOST_TOKENS else 0


def estimated_tokens(text: bytes) -> int:
    """How many tokens a text has, more or less."""
    return -(-len(text) // BYTES_A_TOKEN)


def with_question_counted(answer: ModelAnswer, asked: bytes) -> ModelAnswer:
    """The answer, with an estimate for the question where the server counted none."""
    if answer.tokens_in:
        return answer
    tokens = estimated_tokens(asked)
    return replace(answer, tokens_in=tokens, estimated=answer.estimated + tokens)


def with_answer_counted(answer: ModelAnswer) -> ModelAnswer:
    """The answer, with an estimate for its words where the server counted none."""
    if answer.tokens_out:
        return answer
    tokens = _said_tokens(answer.text)
    return replace(answer, tokens_out=tokens, estimated=answer.estimated + tokens)


def count_question(error: ModelError, asked: bytes) -> None:
    """The same for an answer of no use."""
    if not error.tokens_in:
        error.tokens_in = estimated_tokens(asked)
        error.estimated += error.tokens_in


def no_longer(text: str) -> str:
    """The text. Raises ModelError where it is longer than any message could be."""
    if len(text) > MOST_CHARACTERS:
        error = too_long(f"it is longer than {MOST_CHARACTERS:,} characters, and was cut off")
        error.tokens_out = error.estimated = _said_tokens(text)
        raise error
    return text


def _said_tokens(text: str) -> int:
    return estimated_tokens(text.encode("utf-8", "replace"))


def handed_over(answer: ModelAnswer, trouble: ModelError | None = None) -> ModelAnswer:
    """The answer, with nothing in it but the object. Raises `trouble` where there is some, or where
    there is no object: with what was said, and with the tokens, which were used up all the same."""
    answer = with_answer_counted(answer)
    try:
        if trouble is not None:
            raise trouble
        return replace(answer, text=object_in(answer.text))
    except ModelError as error:
        error.said, error.estimated = answer.text, answer.estimated
        error.tokens_in, error.tokens_out = answer.tokens_in, answer.tokens_out
        raise


def object_in(text: str) -> str:
    """The JSON object in a model's words: without its thoughts, a fence or words around it."""
    text = text.rpartition("</think>")[2].strip()
    begins, ends = text.find("{"), text.rfind("}")
    found = text[begins : ends + 1] if 0 <= begins < ends else ""
    if not found:
        trouble = "the model answered nothing" if not text else "there is no JSON object in it"
        raise unusable(trouble)
    return found


def decoded(raw: bytes) -> Json:
    """A JSON object. Raises ModelError where it is something else."""
    try:
        value = msgspec.json.decode(raw)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
        raise unusable("it is no JSON, or only a part of some") from error
    if not isinstance(value, dict):
        raise unusable("it is JSON, but no object")
    return value


def too_long(why: str) -> ModelError:
    return ModelError(f"The model's answer is of no use: {why}.", ModelTrouble.TOO_LONG)


def unusable(why: str) -> ModelError:
    return ModelError(f"The model's answer is of no use: {why}.", ModelTrouble.UNUSABLE)


def refused(why: str) -> ModelError:
    return ModelError(f"The model would not write this: {why}.", ModelTrouble.REFUSED)


def busy(why: str) -> ModelError:
    return ModelError(f"The model's server gave up midway: {why}.", ModelTrouble.TEMPORARY)
