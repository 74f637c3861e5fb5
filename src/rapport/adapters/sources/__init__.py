"""Sources: what Segment, Klaviyo and Shopify tell over HTTP becomes `Incoming` events.

`segment.parse`, `klaviyo.parse_event` and `shopify.parse` take a payload's bytes and the instant at
which it came, and give a `Parsed`. They raise `RefusedInputError` where nothing of it can be taken,
and nothing else.
"""
