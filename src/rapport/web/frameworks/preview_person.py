"""For whom a page of previews is: read from its address, and carried on in those it leads to."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec import Struct
from starlette.requests import Request

from rapport.app.frameworks.preview import Seen
from rapport.app.frameworks.preview_person import ANNA, MOST_ITEMS, Invented, Whom
from rapport.app.wording.signal_units import AskedSignal
from rapport.app.wording.typed_numbers import number_typed
from rapport.core.creative.joiners import KEPT
from rapport.errors import UserError
from rapport.web.desks import ShowPreview

SIGNAL = "signal."
LONGEST_NAME = 100
LONGEST_TYPED = 200
"""Characters of a value that are given back in its field."""

_PROFILE = re.compile(r"[\w.:@+-]{1,200}")
_WHOLE = re.compile(r"[0-9]{1,3}")


class Field(Struct, frozen=True):
    """One signal, as the form shows it: what was typed, and what is wrong with that."""

    asked: AskedSignal
    typed: str = ""
    wrong: str = ""


class Person(Struct, frozen=True):
    """Whom a page is for. Where something `wrong` was typed, by the name of its field, `whom` is
    made of the rest. `carried` is what addresses of the same preview say of it."""

    whom: Whom
    seen: Seen
    typed: Mapping[str, str]
    signals: tuple[Field, ...]
    wrong: Mapping[str, str]
    carried: Mapping[str, str]

    @property
    def chosen(self) -> bool:
        """Whether somebody said for whom."""
        return bool(self.carried or self.wrong)

    @property
    def troubled(self) -> bool:
        return bool(self.wrong) or any(one.wrong for one in self.signals)


def person_of(request: Request, preview: ShowPreview, brand: str, framework: str) -> Person:
    """The person that an address asks for; Anna where it asks for nobody."""
    told = {name: value.strip() for name, value in request.query_params.items()}
    wrong: dict[str, str] = {}
    fields = tuple(_field(one, told) for one in preview.asks(brand, framework))
    signals = {
        one.asked.name: one.asked.read(one.typed) for one in fields if one.typed and not one.wrong
    }
    usual = ANNA.invented
    name = told.get("first_name", usual.first_name)
    if len(name) > LONGEST_NAME or not KEPT.sub("", name).isprintable():
        wrong["first_name"] = f"Write a name of at most {LONGEST_NAME} characters, on one line."
    items = told.get("items", str(usual.items))
    number = number_typed(items, whole=True) or ""
    if not _WHOLE.fullmatch(number) or int(number) > MOST_ITEMS:
        wrong["items"] = f"Write a whole number from 0 to {MOST_ITEMS}."
    invented = Invented(
        usual.first_name if "first_name" in wrong else name,
        usual.items if "items" in wrong else int(number),
        signals,
    )
    whom, seen = _known(told.get("profile", ""), invented, preview, brand, wrong)
    return Person(
        whom=whom,
        seen=seen,
        typed={
            "first_name": name[:LONGEST_TYPED],
            "items": items[:LONGEST_TYPED],
            "profile": told.get("profile", "")[:LONGEST_TYPED],
        },
        signals=fields,
        wrong=wrong,
        carried=_carried(whom, fields),
    )


def _known(
    profile: str, invented: Invented, preview: ShowPreview, brand: str, wrong: dict[str, str]
) -> tuple[Whom, Seen]:
    """Somebody whom the brand knows, where one is asked for and is found."""
    if profile and not _PROFILE.fullmatch(profile):
        wrong["profile"] = "That is no profile’s id: it has no spaces, and at most 200 characters."
    elif profile:
        whom = Whom(profile)
        try:
            return whom, preview.whom(brand, whom)
        except UserError:
            wrong["profile"] = (
                "The brand knows nobody by this id. Open one of their messages, or a silence, and "
                "choose “Preview for this person” there."
            )
    whom = Whom(invented=invented)
    return whom, preview.whom(brand, whom)


def _field(asked: AskedSignal, told: Mapping[str, str]) -> Field:
    typed = told.get(SIGNAL + asked.name, "")
    if not typed:
        return Field(asked)
    try:
        asked.read(typed)
    except ValueError as error:
        return Field(asked, typed[:LONGEST_TYPED], str(error))
    return Field(asked, typed)


def _carried(whom: Whom, fields: Sequence[Field]) -> dict[str, str]:
    if whom.profile:
        return {"profile": whom.profile}
    person, usual = whom.invented, ANNA.invented
    said = {} if person.first_name == usual.first_name else {"first_name": person.first_name}
    if person.items != usual.items:
        said["items"] = str(person.items)
    return said | {SIGNAL + f.asked.name: f.typed for f in fields if f.typed and not f.wrong}
