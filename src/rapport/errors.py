"""Errors, split by who must act.

The kind says who can mend it; an adapter at the edge turns the kind into an exit code or an HTTP
status. A message says what happened, where, and what to do.
"""

from __future__ import annotations

import errno
import traceback
from enum import StrEnum


class RapportError(Exception):
    """Base of every error that Rapport raises on purpose."""


class UserError(RapportError):
    """The person at the keyboard can mend it: a wrong option, a missing file, a bad mapping.

    The message is in words that fit a page and a terminal alike. `at_the_terminal` is what to type
    there, such as `--because REASON`; only the terminal adds it.
    """

    def __init__(self, message: str, *, at_the_terminal: str = "") -> None:
        super().__init__(message)
        self.at_the_terminal = at_the_terminal

    def with_command(self) -> str:
        """The message as the terminal says it."""
        if not self.at_the_terminal:
            return str(self)
        return f"{str(self).removesuffix('.')}: {self.at_the_terminal}"


class NotFoundError(UserError):
    """What somebody named is not here: no such draft, framework, flow or brand."""


class ConflictError(UserError):
    """It cannot be done as things stand now, or they are not as somebody saw them: whoever asked
    looks again, and decides then."""


class BrandFolderError(UserError):
    """A brand's folder has mistakes; each names file, line, what was found and what was expected.

    `problems` holds one line for each mistake, in the order of the files.
    """

    def __init__(self, problems: tuple[str, ...]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


class RefusedInputError(RapportError):
    """The caller's payload cannot be accepted as it is; sending it again changes nothing.

    `where` is a path inside the payload, such as `batch[3].timestamp`; `status` is the HTTP status
    that a web edge answers with. `ahead` says that it tells of a time that has not come by our
    clock: sent again later, it would be taken.
    """

    def __init__(
        self, message: str, *, where: str = "", status: int = 400, ahead: bool = False
    ) -> None:
        super().__init__(message)
        self.where = where
        self.status = status
        self.ahead = ahead


class TemporaryError(RapportError):
    """Nothing is wrong with the request; trying again later may succeed.

    Raised where the disk is full, the database is locked or a server does not answer. What was
    accepted before stays; what this request carried was not accepted.
    """

    def __init__(self, message: str, *, retry_after_seconds: int = 5) -> None:
        super().__init__(message)
        self.retry_after_seconds = retry_after_seconds


class NoRoomError(TemporaryError):
    """The disk is full or failing: trying again may succeed once somebody has seen to it."""


NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT})
TOO_MANY_OPEN = frozenset({errno.EMFILE, errno.ENFILE})
"""Why a file cannot be written now, and can once something else is gone."""


def not_written(error: OSError, what: object) -> UserError | TemporaryError:
    """What to raise where `what` could not be written, and nothing was changed."""
    words = f"{error.filename or what} cannot be written: {error.strerror}."
    if error.errno in NO_ROOM:
        return NoRoomError(f"{words} Free some space there.", retry_after_seconds=30)
    if error.errno in TOO_MANY_OPEN:
        return TemporaryError(f"{words} Try again in a moment.")
    return UserError(f"{words} Nothing was changed. Whoever runs Rapport can help.")


class DeliveryError(RapportError):
    """A message did not go out. `permanent` says that trying again cannot help.

    `unclear` says that it may have gone out: the connection broke after the message was handed
    over. It is never sent again by itself. `bounced` says that its address is no more.

    `setting` says that the server takes nothing that comes from where this comes from, and
    `untried` that it was offered to nobody, since no server let us in: neither is a fault of the
    message, which waits for as long as it is of use.

    `happened` is the first part of what it says; the second, `then`, is what becomes of a message
    to a customer, and is not true of one that is sent for somebody to look at.
    """

    def __init__(
        self,
        message: str,
        *,
        then: str = "",
        permanent: bool = False,
        unclear: bool = False,
        bounced: bool = False,
        setting: bool = False,
        untried: bool = False,
    ) -> None:
        super().__init__(f"{message} {then}" if then else message)
        self.happened = message
        self.permanent = permanent
        self.unclear = unclear
        self.bounced = bounced
        self.setting = setting
        self.untried = untried


class ModelTrouble(StrEnum):
    """What kind of trouble a language model gave."""

    TEMPORARY = "temporary"
    """Nothing is wrong with the request: the server was busy, slow or away."""
    REFUSED = "refused"
    """The model would not write this."""
    TOO_LONG = "too long"
    """The answer, or the request, is longer than is allowed."""
    UNUSABLE = "unusable"
    """The answer is not what was asked for: no JSON, other keys, nothing at all."""
    SETTING = "setting"
    """A setting is wrong: no such model, a wrong key, an address that leads elsewhere."""
    OUT_OF_BUDGET = "out of budget"
    """The brand's budget for the day is used up."""
    RETIRED = "retired"
    """The brand is retired: nothing is written for it."""


class ModelError(RapportError):
    """A language model gave no words of use. `trouble` says whether asking again may help.

    `retry_after_seconds` is what the server asked for, 0 where it said nothing. The message never
    holds the key nor anything of the answer's words, so it may stand in a log; `said` is what of
    the answer could be read, for a person who tries the model out, and for nothing else. Tokens
    are what it took all the same, 0 where nothing was answered; `estimated` of them by us.
    """

    def __init__(
        self,
        message: str,
        trouble: ModelTrouble,
        *,
        retry_after_seconds: float = 0.0,
        said: str = "",
        tokens_in: int = 0,
        tokens_out: int = 0,
        estimated: int = 0,
    ) -> None:
        super().__init__(message)
        self.trouble = trouble
        self.retry_after_seconds = retry_after_seconds
        self.said = said
        self.tokens_in = tokens_in
        self.tokens_out = tokens_out
        self.estimated = estimated


class CodecError(RapportError):
    """A stored value cannot be read: damaged, or written by a newer version.

    `table` and `key` are where it stands, empty where that is not known.
    """

    def __init__(self, message: str, *, table: str = "", key: str = "") -> None:
        super().__init__(message)
        self.table = table
        self.key = key


def whereabouts(error: Exception) -> str:
    """An unexpected error's kind and place, for a log: such as `KeyError in render (mail.py:12)`.

    Never its words, since they may hold a person's data.
    """
    frames = traceback.extract_tb(error.__traceback__)
    if not frames:
        return type(error).__name__
    last = frames[-1]
    file = last.filename.replace("\\", "/").rpartition("/")[2]
    return f"{type(error).__name__} in {last.name} ({file}:{last.lineno})"
