"""What each event changes in a profile: one small function a body, in one table.

Events may arrive late and out of order: a figure that means 'the latest' only ever moves forward,
a figure that counts counts at any time. Lists are bounded here.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from msgspec.structs import replace

from rapport.core.bounds import (
    CATEGORY_CHARS,
    CURRENCY_CHARS,
    ID_CHARS,
    MAX_ANSWERS,
    MAX_INTERESTS,
    MAX_VIEWED,
    money,
)
from rapport.core.creative.framework import WORDING
from rapport.core.deciding.had import remembered
from rapport.core.editions import PRICED_AS_LISTED
from rapport.core.effects import Answered, ConsentNoted, OptedOut
from rapport.core.events import (
    SWITCHED_OFF,
    CartChanged,
    CheckoutStarted,
    CollectionViewed,
    ConsentChanged,
    Event,
    MessageBounced,
    MessageClicked,
    MessageComplained,
    MessageSent,
    MessageStopped,
    OrderCancelled,
    OrderPlaced,
    OrderRefunded,
    PageViewed,
    ParcelChanged,
    ProductViewed,
    ProfileAbsorbed,
    ProfileChanged,
    ProfileMoved,
    Searched,
    TicketChanged,
    checkout_name,
)
from rapport.core.flows.merge import absorb, move
from rapport.core.person import consent as consents
from rapport.core.person.baskets import basket, cart_after
from rapport.core.person.declined import declined
from rapport.core.person.habits.notice import notice
from rapport.core.person.habits.said import asked, delayed
from rapport.core.person.known import bounced, known
from rapport.core.person.notes import answered, with_forgotten
from rapport.core.person.orders import cancel, place, refund
from rapport.core.person.signals import half_lives
from rapport.core.person.trail import follow
from rapport.core.state import HALF_LIFE, SESSION_GAP, Answer, Checkout, Interest, Note
from rapport.core.time import Instant
from rapport.core.work import Work


def apply(work: Work, event: Event) -> None:
    """Brings the event into the state; what follows from it for flows is
    `rapport.core.flows.runs`'s."""
    if not work.state.first_seen_at or event.at < work.state.first_seen_at:
        work.change(first_seen_at=event.at)
    before = work.state
    reducer = REDUCERS.get(type(event.body))
    if reducer is not None:
        reducer(work, event, event.body)
        follow(work, before, event)
        notice(work, before, event)


def _looked(work: Work, at: Instant, category: str = "", product: str = "") -> None:
    """The person did something on the site."""
    browsing = work.state.browsing
    changes: dict[str, Any] = {}  # fields of Browsing by name; replace checks them
    if at >= browsing.last_at:
        if at - browsing.last_at > SESSION_GAP or not browsing.last_at:
            changes["session_started_at"] = at
            changes["session_views"] = 1
            changes["session_products"] = 1 if product else 0
            changes["sessions"] = browsing.sessions + 1
        else:
            changes["session_views"] = browsing.session_views + 1
            if product and product not in browsing.viewed[: browsing.session_products]:
                changes["session_products"] = browsing.session_products + 1
        changes["last_at"] = at
    if category:
        changes["interests"] = _interested(browsing.interests, category[:CATEGORY_CHARS], at)
    if product:
        others = tuple(p for p in browsing.viewed if p != product)
        changes["viewed"] = (product, *others)[:MAX_VIEWED]
    if changes:
        work.change(browsing=replace(browsing, **changes))


def _interested(
    interests: tuple[Interest, ...], category: str, at: Instant
) -> tuple[Interest, ...]:
    others = []
    amount, as_of = 1.0, at
    for interest in interests:
        if interest.category == category:
            as_of = max(at, interest.at)
            amount = interest.amount * half_lives(as_of - interest.at, HALF_LIFE)
            amount += half_lives(as_of - at, HALF_LIFE)
        else:
            others.append(interest)
    if len(others) >= MAX_INTERESTS:
        weakest = min(others, key=lambda i: i.amount * half_lives(as_of - i.at, HALF_LIFE))
        others.remove(weakest)
    return (Interest(category, round(amount, 4), as_of), *others)


def _page(work: Work, event: Event, _body: PageViewed | Searched) -> None:
    _looked(work, event.at)


def _product(work: Work, event: Event, body: ProductViewed) -> None:
    line = body.line
    category = line.category
    if not category:
        product = work.blueprint.products_at(event.at).get(line.product_id)
        category = product.category if product else ""
    _looked(work, event.at, category, line.product_id[:ID_CHARS])


def _collection(work: Work, event: Event, body: CollectionViewed) -> None:
    _looked(work, event.at, body.category)


def _cart(work: Work, event: Event, body: CartChanged) -> None:
    _looked(work, event.at)
    if event.at < work.state.cart_changed_at:
        return
    edition = work.blueprint.release_at(event.at).edition
    cart = cart_after(work.state.cart, body, edition)
    work.change(cart=cart, cart_changed_at=event.at)


def _checkout(work: Work, event: Event, body: CheckoutStarted) -> None:
    if not event.backfill:
        _looked(work, event.at)
    state, token = work.state, body.checkout_token[:ID_CHARS]
    ordered = any(checkout_name(token) in note.refs for note in state.orders.recent)
    if ordered or event.at <= state.orders.last_at:
        return  # told late: this basket was bought already
    before = state.checkout
    again = before if before is not None and before.token == token else None
    if again is not None and again.proven and not event.proven:
        # The shop's own word of it, with the way back to it, goes before a browser's.
        work.change(checkout=replace(again, changed_at=max(event.at, again.changed_at)))
        return
    completes = again is not None and event.proven and not again.proven
    if before is not None and event.at < before.changed_at and not completes:
        return
    today = work.blueprint.release_at(event.at).edition >= PRICED_AS_LISTED
    in_part = bool(body.left_out or body.discount or body.discount_codes)
    work.change(
        checkout=Checkout(
            token=token,
            event_id=event.id,
            started_at=event.at if again is None else again.started_at,
            changed_at=event.at if again is None else max(event.at, again.changed_at),
            total=money(body.total),
            currency=body.currency[:CURRENCY_CHARS],
            lines=basket(body.lines),
            cart_token=body.cart_token[:ID_CHARS],
            proven=event.proven,
            free=today and body.free and event.proven,  # pages of shops tell 0 of what they forget
            in_part=today and in_part,
        )
    )


def _changed(work: Work, event: Event, body: ProfileChanged) -> None:
    release = work.heard_under(event)
    work.state = known(work.state, event, body, release.edition)
    work.change(consent=declined(work.state.consent, event, body, release))


def _consent(work: Work, event: Event, body: ConsentChanged) -> None:
    before = work.state.consent
    brand = work.blueprint.release_at(event.at).brand
    counts = consents.counts(body, brand, proven=event.proven)
    edition = work.heard_under(event).edition
    after = consents.changed(before, body, event.at, edition) if counts else before
    work.emit(
        ConsentNoted(
            key=work.key("consent", event.id),
            profile=work.state.profile,
            at=event.at,
            channel=body.channel,
            purpose=body.purpose,
            status=body.status,
            source=event.source,
            method=body.method,
            wording=body.wording,
            wording_version=body.wording_version,
            double_opt_in=body.double_opt_in,
        )
    )
    if after == before:
        return
    work.change(consent=after)
    if after.email == "unsubscribed" and before.email != "unsubscribed":
        _opted_out(work, event, "unsubscribed", "")


def _bounced(work: Work, event: Event, body: MessageBounced) -> None:
    before = work.state.consent.bounced
    work.state = bounced(work.state, event, body, work.heard_under(event).edition)
    if work.state.consent.bounced and not before:
        _opted_out(work, event, "bounced", body.message)


def _complained(work: Work, event: Event, body: MessageComplained) -> None:
    if not work.state.consent.complained:
        work.change(consent=replace(work.state.consent, complained=True))
        _opted_out(work, event, "complained", body.message)


def _opted_out(work: Work, event: Event, reason: str, message: str) -> None:
    """Records it, and credits it to the message it answers."""
    credited = answered(work.state, event, message, work.blueprint.release_at(event.at))
    windows = tuple(
        replace(
            window,
            unsubscribed=window.unsubscribed or reason == "unsubscribed",
            complained=window.complained or reason == "complained",
        )
        if window.message and window.message == credited
        else window
        for window in work.state.windows
    )
    work.change(windows=windows)
    key = work.key("opted_out", event.id)
    work.emit(OptedOut(key, work.state.profile, event.at, reason, credited))


def _ticket(work: Work, event: Event, body: TicketChanged) -> None:
    work.state = asked(work.state, event, body, work.heard_under(event).edition)


def _parcel(work: Work, event: Event, body: ParcelChanged) -> None:
    work.state = delayed(work.state, event, body, work.heard_under(event).edition)


def _had(work: Work, words: tuple[int, ...]) -> None:
    if words and not work.state.moved_into:
        work.change(had=remembered(work.state.had, words))


def _sent(work: Work, event: Event, body: MessageSent) -> None:
    _had(work, body.words)
    notes = work.state.notes
    found = next((note for note in notes if note.key == body.message), None)
    if found is None:
        work.change(notes=with_forgotten(work.blueprint, work.state, body.message, event.at))
        return
    if found.confirmed:
        return
    confirmed = replace(found, at=event.at, confirmed=True)
    work.change(
        notes=tuple(confirmed if note.key == body.message else note for note in notes),
        answers=_answered(work.state.answers, found, sent=1, clicked=0),
    )


def _stopped(work: Work, _event: Event, body: MessageStopped) -> None:
    _had(work, body.words)
    state = work.state
    windows = tuple(
        replace(window, stopped=True) if window.message == body.message else window
        for window in state.windows
    )
    if body.kind == SWITCHED_OFF:
        # Nobody is to learn from it: that it did not go out says nothing of this person, and what
        # they do now says nothing of the message.
        windows = tuple(window for window in windows if window.message != body.message)
    work.change(
        notes=tuple(note for note in state.notes if note.key != body.message or note.confirmed),
        windows=windows,
    )


def _clicked(work: Work, event: Event, body: MessageClicked) -> None:
    _looked(work, event.at)
    notes = work.state.notes
    found = next((note for note in notes if note.key == body.message and not note.clicked), None)
    if found is None:
        return
    clicked = replace(found, clicked=True)
    key = work.key("answered", body.message)
    work.emit(Answered(key, work.state.profile, body.message, event.at))
    work.change(
        notes=tuple(clicked if note.key == body.message else note for note in notes),
        answers=_answered(work.state.answers, found, sent=0, clicked=1),
        windows=tuple(
            replace(window, clicked=True) if window.message == body.message else window
            for window in work.state.windows
        ),
    )


def _answered(
    answers: tuple[Answer, ...], note: Note, *, sent: int, clicked: int
) -> tuple[Answer, ...]:
    """Counts a message, or a click on it, for its tone, angle and visual."""
    counts = {answer.level: answer for answer in answers}
    for factor in WORDING:
        if not note.action.level(factor):
            continue
        level = f"{factor}:{note.action.level(factor)}"
        before = counts.pop(level, Answer(level))
        counts[level] = Answer(level, before.sent + sent, before.clicked + clicked)
    return tuple(counts.values())[-MAX_ANSWERS:]


# Each reducer takes its own body; the table's key is that body's type, which mypy cannot express.
REDUCERS: dict[type, Callable[[Work, Event, Any], None]] = {
    PageViewed: _page,
    Searched: _page,
    ProductViewed: _product,
    CollectionViewed: _collection,
    CartChanged: _cart,
    CheckoutStarted: _checkout,
    OrderPlaced: place,
    OrderRefunded: refund,
    OrderCancelled: cancel,
    ProfileChanged: _changed,
    ConsentChanged: _consent,
    TicketChanged: _ticket,
    ParcelChanged: _parcel,
    MessageSent: _sent,
    MessageStopped: _stopped,
    MessageClicked: _clicked,
    MessageBounced: _bounced,
    MessageComplained: _complained,
    ProfileAbsorbed: absorb,
    ProfileMoved: move,
}
