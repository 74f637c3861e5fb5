"""The web application: every address, put together."""

from __future__ import annotations

import msgspec
from starlette.applications import Starlette
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from rapport.web import audit_log, console, one_person, overview, retiring, silences, stops
from rapport.web.api import framework_changes as framework_change_api
from rapport.web.api import framework_levels as framework_level_api
from rapport.web.api import frameworks as framework_api
from rapport.web.api import people as people_api
from rapport.web.api import proposals as proposal_api
from rapport.web.api import releases as release_api
from rapport.web.api import retirements as retirement_api
from rapport.web.api import review as review_api
from rapport.web.api import silences as silence_api
from rapport.web.api import stops as stop_api
from rapport.web.api import voice as voice_api
from rapport.web.customers import clicks, media, unsubscribe
from rapport.web.frameworks import (
    adopting,
    finding,
    preview,
    propose,
    publishing,
    releases,
    rule_costs,
)
from rapport.web.frameworks import pages as frameworks
from rapport.web.intake import KlaviyoApi, SegmentApi, ShopifyWebhooks
from rapport.web.problems import HANDLERS, Problem, problem
from rapport.web.review import queue as review
from rapport.web.rules import pages as rules
from rapport.web.services import Services
from rapport.web.voice import pages as voice


def create_app(services: Services) -> Starlette:
    """An ASGI application over `services`; it starts nothing and keeps nothing of its own.

    Run it with uvicorn and `access_log=False`: addresses of clicks and of the way out are tokens.
    """
    app = Starlette(
        routes=[
            # The busiest first: routes are tried in order.
            Route("/v1/{call}", SegmentApi(services)),
            Route("/api/events", KlaviyoApi(services)),
            Route("/webhooks/shopify", ShopifyWebhooks(services)),
            *clicks.routes(services),
            *unsubscribe.routes(services),
            *_health(services),
            *media.routes(services),
            *overview.routes(services),
            *console.routes(services),
            *silences.routes(services),
            *audit_log.routes(services),
            *one_person.routes(services),
            *preview.routes(services),
            *review.routes(services),
            *propose.routes(services),
            *frameworks.routes(services),
            *finding.routes(services),
            *rules.routes(services),
            *voice.routes(services),
            *publishing.routes(services),
            *releases.routes(services),
            *rule_costs.routes(services),
            *adopting.routes(services),
            *framework_api.routes(services),
            *framework_change_api.routes(services),
            *framework_level_api.routes(services),
            *voice_api.routes(services),
            *proposal_api.routes(services),
            *release_api.routes(services),
            *stops.routes(services),
            *retiring.routes(services),
            *stop_api.routes(services),
            *retirement_api.routes(services),
            *review_api.routes(services),
            *silence_api.routes(services),
            *people_api.routes(services),
        ],
        exception_handlers=HANDLERS,
    )
    app.state.brands = services.brands
    return app


def _health(services: Services) -> list[Route]:
    async def alive(_: Request) -> Response:
        return JSONResponse({"status": "ok"})

    async def ready(_: Request) -> Response:
        trouble = services.our_clock.trouble(services.clock.now())
        trouble = trouble or await run_in_threadpool(services.ready)
        if trouble:
            return problem(Problem("Not ready", 503, trouble), {"Retry-After": "5"})
        waits = services.standing_still()
        told = {"waits": msgspec.to_builtins(waits)} if waits else {}
        return JSONResponse({"status": "ready", **told})

    return [Route("/healthz", alive, methods=["GET"]), Route("/readyz", ready, methods=["GET"])]
