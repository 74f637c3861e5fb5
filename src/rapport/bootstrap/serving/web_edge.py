"""The web edge over an installation."""

from __future__ import annotations

from functools import partial

from starlette.applications import Starlette

from rapport.adapters.sources import klaviyo, segment, shopify
from rapport.app.messages.declining import kinds_for
from rapport.bootstrap.desks.audit_log import AuditLogDesk
from rapport.bootstrap.desks.console_writer import ConsoleWriter
from rapport.bootstrap.desks.frameworks import FrameworkDesk
from rapport.bootstrap.desks.own_files import OF_RULES, OwnFilesDesk
from rapport.bootstrap.desks.person import PersonDesk
from rapport.bootstrap.desks.releases import ReleaseDesk
from rapport.bootstrap.desks.rule_costs import RuleCostDesk
from rapport.bootstrap.desks.stopping import Switchboard
from rapport.bootstrap.desks.voice import VoiceDesk
from rapport.bootstrap.installation import Installation
from rapport.bootstrap.previews.edited import EditedPreviews
from rapport.bootstrap.previews.tests_by_mail import MailedTests, published_previews
from rapport.bootstrap.serving.seldom_tried import SeldomTried
from rapport.bootstrap.serving.sessions import KeptSessions
from rapport.bootstrap.serving.timekeeping import standing_still
from rapport.core.person.kinds import Kinds
from rapport.web.app import create_app
from rapport.web.our_clock import OurClock
from rapport.web.services import BrandAccess, Services


def web_edge(here: Installation) -> Starlette:
    """Every address, over what the installation has."""
    desk = FrameworkDesk(here)
    published, edited = published_previews(here), EditedPreviews(here)
    board = Switchboard(
        here.store, here.records, here.publications, here.anchors, here.clock, here.settings
    )
    return create_app(
        Services(
            clock=here.clock,
            intake=here.intake,
            records=here.records,
            links=here.links,
            brands={brand: _access(here, brand) for brand in here.brands()},
            parse_segment=segment.parse,
            parse_klaviyo=klaviyo.parse_event,
            parse_shopify=shopify.parse,
            verify_shopify=shopify.verify_hmac,
            report=here.readings.worth,
            policies=here.readings.policy_tables,
            explain=here.readings.explain,
            find_emails=here.readings.emails,
            ready=SeldomTried(here.ready),
            full=SeldomTried(here.full),
            our_clock=OurClock(here.rounds.behind),
            standing_still=partial(standing_still, here.rounds),
            media=here.media_folder,
            preview=published,
            edited=edited,
            tests=MailedTests(here, published, edited),
            review=here.review,
            writer=ConsoleWriter(here, here.scribe) if here.scribe else None,
            frameworks=desk,
            voice=VoiceDesk(here, desk),
            brand_rules=OwnFilesDesk(here, desk, OF_RULES),
            releases=ReleaseDesk(here, desk),
            rule_costs=RuleCostDesk(here, desk),
            audit_log=AuditLogDesk(here),
            stops=board,
            silences=here.readings,
            about_one=PersonDesk(here),
            names=board.names,
            people=here.records.people,
            kinds=partial(_kinds, here),
            sessions=KeptSessions(here.store, here.records),
            session_key=here.links.key_for("console"),
            console_token=here.settings.console_token,
            only_this_computer=here.settings.only_this_computer,
            secure=here.settings.base_url.startswith("https:"),
        )
    )


def _kinds(here: Installation, brand: str, profile: str) -> Kinds:
    with here.records.at_one_moment() as now:
        return kinds_for(now, here.blueprint(brand), profile)


def _access(here: Installation, key: str) -> BrandAccess:
    brand = here.blueprint(key).releases[-1].brand
    settings = here.settings
    return BrandAccess(
        key=key,
        name=brand.name,
        currency=brand.currency,
        language=brand.language,
        shop_url=brand.shop_url,
        zone=brand.zone,
        segment_keys=settings.segment_keys.get(key, ()),
        klaviyo_keys=settings.klaviyo_keys.get(key, ()),
        shopify_domains=settings.shopify_shops.get(key, ()),
        shopify_secrets=settings.shopify_secrets.get(key, ()),
    )
