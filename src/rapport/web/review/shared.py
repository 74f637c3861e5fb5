"""What the pages of the review queue share: who asks, about what, and how they are answered."""

from __future__ import annotations

import re

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from rapport.web.console import frame
from rapport.web.pages import SCRIPTED, address_below, page
from rapport.web.services import BrandAccess

ID = re.compile(r"[0-9a-f]{1,64}")


def review_page(
    request: Request, template: str, *, status: int = 200, **context: object
) -> Response:
    """A page with the console's frame around it."""
    return page(template, {**frame(request), **context}, status=status, headers=SCRIPTED)


def draft_of(request: Request) -> str:
    """The draft's id. Raises HTTPException (404) where it cannot be one."""
    draft = str(request.path_params["draft"])
    if not ID.fullmatch(draft):
        raise HTTPException(404)
    return draft


def address_of(brand: BrandAccess, inner: str, **more: str) -> str:
    """The address of a page of the review queue."""
    return address_below("/console/review", brand.key, *filter(None, inner.split("/")), **more)
