"""Tokens that a question took, with every try of it: also those that broke off or had no end."""

from __future__ import annotations

from msgspec import Struct
from msgspec.structs import replace

from rapport.adapters.language_model.protocol import (
    Pieces,
    with_answer_counted,
    with_question_counted,
)
from rapport.errors import ModelError
from rapport.ports import ModelAnswer


class Try(Struct):
    """How far one try came: whether a success began, and what its answer is put together from."""

    begun: bool = False
    pieces: Pieces | None = None

    def cut_short(self, asked: bytes) -> ModelAnswer:
        """What it took where it has no end. Before an answer began, nothing is known to."""
        so_far = self.pieces.so_far() if self.pieces else ModelAnswer("", "")
        if not self.begun:
            return so_far
        return with_question_counted(with_answer_counted(so_far), asked)


class Taken(Struct):
    """The sum of the tries; `estimated` of it by us."""

    tokens_in: int = 0
    tokens_out: int = 0
    estimated: int = 0

    def add(self, one: ModelAnswer | ModelError) -> None:
        self.tokens_in += one.tokens_in
        self.tokens_out += one.tokens_out
        self.estimated += one.estimated

    def told_by(self, answer: ModelAnswer) -> ModelAnswer:
        """The answer, with what all the tries took."""
        return replace(
            answer,
            tokens_in=self.tokens_in,
            tokens_out=self.tokens_out,
            estimated=self.estimated,
        )

    def told_with(self, error: ModelError) -> ModelError:
        """The same for a question that came to nothing."""
        error.tokens_in, error.tokens_out = self.tokens_in, self.tokens_out
        error.estimated = self.estimated
        return error
