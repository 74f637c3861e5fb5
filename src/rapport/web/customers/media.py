"""`GET /media/<brand>/<file>`: the brand's own pictures, and nothing else of the disk."""

from __future__ import annotations

from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import Route

from rapport.core.creative.proof import PICTURE_NAME
from rapport.web.services import Services

KINDS = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".gif": "image/gif",
    ".webp": "image/webp",
}
"""Pictures that mail programs show; SVG is not among them, and could carry scripts."""

STATIC = Path(__file__).parent.parent / "static"
OWN_FILES = {
    "rapport.css": "text/css",
    "review.css": "text/css",
    "frameworks.css": "text/css",
    "chart.css": "text/css",
    "frameworks.js": "text/javascript",
    "keeping.js": "text/javascript",
    "review.js": "text/javascript",
}
"""What our own pages are made of besides their HTML."""

_HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "public, max-age=86400",
    "Content-Security-Policy": "default-src 'none'; sandbox",
}


def routes(services: Services) -> list[Route]:
    """Addresses of pictures, and of what the pages are made of."""

    async def picture(request: Request) -> Response:
        brand, name = request.path_params["brand"], request.path_params["file"]
        # Both are checked against what may be, so that no path is ever made of anything else.
        known = brand in services.brands and PICTURE_NAME.fullmatch(name)
        if services.media is None or not known:
            raise HTTPException(404)
        kind = KINDS.get(Path(name).suffix)
        path = services.media / brand / name
        if kind is None or not await run_in_threadpool(_is_inside, path, services.media):
            raise HTTPException(404)
        return FileResponse(path, media_type=kind, headers=_HEADERS)

    async def own(request: Request) -> Response:
        name = request.path_params["file"]
        if name not in OWN_FILES:
            raise HTTPException(404)
        return FileResponse(STATIC / name, media_type=OWN_FILES[name], headers=_HEADERS)

    return [
        Route("/media/{brand}/{file}", picture, methods=["GET"]),
        Route("/static/{file}", own, methods=["GET"]),
    ]


def _is_inside(path: Path, folder: Path) -> bool:
    """Whether it is a file that, after links in the file system, still lies in the folder."""
    return path.is_file() and path.resolve().is_relative_to(folder.resolve())
