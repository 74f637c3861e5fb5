"""What the shop's software tells by webhook: checkouts, orders, refunds, customers."""

from __future__ import annotations

from hashlib import blake2b
from uuid import UUID

from rapport.core.time import Instant
from rapport.testing.shop.behaviour import Checkout
from rapport.testing.shop.catalogue import Item
from rapport.testing.shop.customers import Customer
from rapport.testing.shop.orders import PlacedOrder
from rapport.testing.shop.request import (
    HMAC_HEADER,
    ShopRequest,
    encode,
    iso_seconds,
    money,
    signature,
)
from rapport.testing.shop.segment_payloads import Call, Json
from rapport.testing.shop.settings import ShopSettings


class ShopifyPayloads:
    """Writes Shopify's webhooks. `accepts` is whether the customer agrees to marketing by now."""

    def __init__(self, settings: ShopSettings) -> None:
        self._settings = settings

    def checkout(
        self, call: Call, checkout: Checkout, updated_at: Instant, *, accepts: bool
    ) -> ShopRequest:
        """`checkouts/create`, or `checkouts/update` where something changed since."""
        changed = updated_at > checkout.started_at
        url = f"https://{self._settings.shop_domain}/checkouts/{checkout.token}/recover"
        body = self._head(call.customer, accepts=accepts) | {
            "id": checkout.number,
            "token": checkout.token,
            "cart_token": checkout.cart_token,
            "name": f"#{checkout.number}",
            "created_at": iso_seconds(checkout.started_at),
            "updated_at": iso_seconds(updated_at),
            "completed_at": None,
            "discount_codes": [],
            "line_items": self._lines(checkout.items),
            "subtotal_price": money(checkout.subtotal),
            "total_line_items_price": money(checkout.subtotal),
            "total_discounts": "0.00",
            "total_price": money(checkout.total),
            "abandoned_checkout_url": url,
        }
        return self._request(call, "checkouts/update" if changed else "checkouts/create", body)

    def order(self, call: Call, order: PlacedOrder, *, accepts: bool) -> ShopRequest:
        """`orders/create`."""
        checkout = order.checkout
        codes = []
        if order.code:
            free = order.shipping < checkout.shipping
            taken_off = order.discount or checkout.shipping - order.shipping
            kind = "shipping" if free else "percentage"
            codes.append({"code": order.code, "amount": money(taken_off), "type": kind})
        body = self._head(call.customer, accepts=accepts) | {
            "id": order.id,
            "name": order.name,
            "order_number": checkout.number,
            "checkout_id": checkout.number,
            "checkout_token": checkout.token,
            "cart_token": checkout.cart_token,
            "contact_email": call.customer.email,
            "created_at": iso_seconds(order.at),
            "processed_at": iso_seconds(order.at),
            "updated_at": iso_seconds(order.at),
            "cancelled_at": None,
            "financial_status": "paid",
            "test": False,
            "discount_codes": codes,
            "line_items": self._lines(checkout.items),
            "subtotal_price": money(order.revenue),
            "total_line_items_price": money(checkout.subtotal),
            "total_discounts": money(order.discount + checkout.shipping - order.shipping),
            "total_price": money(order.total),
            "shipping_lines": [
                {
                    "title": "Standard delivery",
                    "price": money(checkout.shipping),
                    "discounted_price": money(order.shipping),
                }
            ],
        }
        return self._request(call, "orders/create", body)

    def refund(self, call: Call, order: PlacedOrder) -> ShopRequest:
        """`refunds/create`: the whole order's money went back."""
        lines = [
            {
                "id": order.id + number,
                "line_item_id": line["id"],
                "quantity": line["quantity"],
                "line_item": line,
            }
            for number, line in enumerate(self._lines(order.checkout.items))
        ]
        paid = {
            "id": order.id + 500,
            "order_id": order.id,
            "kind": "refund",
            "status": "success",
            "amount": money(order.total),
            "currency": self._settings.currency,
        }
        body: Json = {
            "id": order.id + 900,
            "order_id": order.id,
            "created_at": iso_seconds(call.at),
            "processed_at": iso_seconds(call.at),
            "note": "sent back",
            "restock": True,
            "refund_line_items": lines,
            "transactions": [paid],
        }
        return self._request(call, "refunds/create", body)

    def customer(self, call: Call, state: str) -> ShopRequest:
        """`customers/update`; `state` is the word for their consent to e-mail."""
        person = call.customer
        body = self._person(person) | {
            "created_at": iso_seconds(self._settings.start),
            "updated_at": iso_seconds(call.at),
            "phone": person.phone or None,
            "email_marketing_consent": {
                "state": state,
                "opt_in_level": "single_opt_in",
                "consent_updated_at": iso_seconds(call.at),
            },
            "sms_marketing_consent": None,
            "default_address": {
                "city": person.place.city,
                "country_code": person.place.country,
            },
        }
        return self._request(call, "customers/update", body)

    def _head(self, customer: Customer, *, accepts: bool) -> Json:
        """What a checkout and an order have in common."""
        return {
            "email": customer.email,
            "phone": customer.phone or None,
            "currency": self._settings.currency,
            "customer_locale": customer.place.locale,
            "buyer_accepts_marketing": accepts,
            "buyer_accepts_sms_marketing": False,
            "taxes_included": True,
            "total_tax": "0.00",
            "source_name": "web",
            "customer": self._person(customer),
            "billing_address": {
                "first_name": customer.first_name,
                "last_name": customer.last_name,
                "city": customer.place.city,
                "country_code": customer.place.country,
            },
        }

    def _person(self, customer: Customer) -> Json:
        return {
            "id": customer.id,
            "email": customer.email,
            "first_name": customer.first_name,
            "last_name": customer.last_name,
        }

    def _lines(self, items: tuple[Item, ...]) -> list[Json]:
        return [
            {
                "id": 1_000 + number,
                "product_id": _number_if_one(item.product.id),
                "variant_id": _number_if_one(item.product.id),
                "sku": item.product.id,
                "title": item.product.title,
                "variant_title": None,
                "quantity": item.quantity,
                "price": money(item.product.price),
                "compare_at_price": None,
                "total_discount": "0.00",
            }
            for number, item in enumerate(items)
        ]

    def _request(self, call: Call, topic: str, content: Json) -> ShopRequest:
        body = encode(content)
        webhook_id = UUID(bytes=blake2b(call.id.encode(), digest_size=16).digest(), version=4)
        headers = {
            "Content-Type": "application/json",
            "X-Shopify-Topic": topic,
            "X-Shopify-Shop-Domain": self._settings.shop_domain,
            "X-Shopify-API-Version": "2026-01",
            "X-Shopify-Webhook-Id": str(webhook_id),
        }
        if self._settings.shopify_secret:
            headers[HMAC_HEADER] = signature(body, self._settings.shopify_secret)
        return ShopRequest(call.arrives_at, "POST", "/webhooks/shopify", headers, body)


def _number_if_one(product_id: str) -> int | str:
    """Shopify's ids are numbers; an invented catalogue's need not be."""
    return int(product_id) if product_id.isdigit() else product_id
