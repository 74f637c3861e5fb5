"""What the pages of the review queue share: who asks, about what, and how they are answered."""

from __future__ import annotations

import re
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from rapport.core.oversight.people import Actor
from rapport.web.access import brand_of, visitor_of
from rapport.web.console import frame
from rapport.web.pages import SAFE_HEADERS, SCRIPTED, page
from rapport.web.services import BrandAccess

ID = re.compile(r"[0-9a-f]{1,64}")


def review_page(
    request: Request, template: str, *, status: int = 200, **context: object
) -> Response:
    """A page with the console's frame around it."""
    return page(template, {**frame(request), **context}, status=status, headers=SCRIPTED)


def see(address: str) -> Response:
    """Goes on to another page, so that nothing is done twice by loading it anew."""
    return RedirectResponse(address, status_code=303, headers=SAFE_HEADERS)


def actor_of(request: Request) -> Actor:
    """Who asks, as one of the brand's people."""
    return visitor_of(request).actors[brand_of(request).key]


def draft_of(request: Request) -> str:
    """The draft's id. Raises HTTPException (404) where it cannot be one."""
    draft = str(request.path_params["draft"])
    if not ID.fullmatch(draft):
        raise HTTPException(404)
    return draft


def address_of(brand: BrandAccess, inner: str, **more: str) -> str:
    """The address of a page of the review queue."""
    path = f"/console/review/{inner}" if inner else "/console/review"
    return f"{path}?{urlencode({'brand': brand.key, **more})}"
