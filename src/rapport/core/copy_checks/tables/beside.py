"""What would come beside a decided offer: a service, a surprise, a keepsake that nobody decided."""

from __future__ import annotations

CLASSES = {
    "service": (
        "wrapping giftwrap giftwrapping wrap ribbon ribbons bow bows engraving card cards tag tags "
        "insurance assembly installation unpacking envelope giftbox"
    ),
    "keepsake": (
        "spoon strainer infuser cloth towel caddy scoop coaster card ribbon bow biscuit biscuits "
        "shortbread candle tag pouch sieve whisk trivet cosy magnet badge sticker bookmark postcard"
    ),
    "kept": (
        "booklet leaflet guide biscuit biscuits sugar spare lid saucer cup mug bowl jug plate tin caddy "
        "pouch proof cake sweet sweets chocolate"
    ),
    "unasked": "surprise surprises mystery bonus treat treats present gift extra",
    "packing": "straw paper lid lids tissue wrapping packing box parcel leaves tin cushion",
    "underneath": "under underneath beneath below among amongst amid between inside within behind",
}

BESIDE = """
so|as is|are|was|will|goes the|a|an|any|your|all ..2 @service
same|likewise goes|applies|holds|true|for ..1 for|of|with|to? the|our ..2 wrapping|wrap|ribbon|engraving|insurance|assembly
@service likewise
@service is|are ..1 ours|mine|included
@service is|are our|my ..1 present|gift|treat|hello|thanks
we|i|nell|asha will|can|would|could|shall|gladly|happily wrap ..3 ribbon|bow
{offer.*} ..24 the|our|a|and ..1 wrapping|ribbon|bow|engraving|giftbox|insurance -tie|out|down|and
{offer.*} ..24 wrap|wraps|wrapped|wrapping ..3 for giving|gifting|presentation
{offer.*} ..24 wrap|wraps|wrapped|wrapping ..3 to give|hand
{offer.*} ..24 gift|present wrap*
+ gift|present wrap ..2 {offer.*}
! not|no|never|nor ..3 gift wrap*
handwritten card|tag|cards
i|we|nell|asha will|shall|would|gladly ..1 write|pen|sign|add|enclose|include|do ..1 a|the|your ..1 card|tag|ribbon|bow
i|we|nell|asha ..2 pop|slip|tuck|enclose|include ..1 a|an|some|your|the ..2 note|card|@keepsake
{offer.*} ..12 pop|slip|tuck|enclose|include ..1 a|an|some|your|the ..2 note|card|@keepsake
put|paint|paints|stamp|scratch|write|carve|print|press|add ..1 your|any|their|somebody|someone ..1 name|names|message on|under|into|beneath|underneath|inside ..2 foot|base|lid|handle|mug|cup|bowl|pot|tin|it|piece|card
put|paint|stamp|add|have|press|carve|scratch ..2 initials
i|we|nell|asha ..3 assemble|install|unpack|polish|season ..2 for you
{offer.code} ..24 with|plus|and a|an|another|some ..1 @keepsake
{offer.code} ..24 with|plus ..1 a|an|another|some ..1 @goods
{offer.*} ..24 and ..2 pay|pays ..1 for the|your|a -post|postage|van|delivery|carriage|courier|journey|stamps|trip|fare|parcel|order
! {offer.*} ..24 and ..2 pay|pays for the goods|things|books|plants|wool|yarn alone|only
{offer.code} ..24 with|plus|and ..1 a|an|another|some ..1 surprise|bonus|mystery|extra
a|little|small|another|tiny mystery|surprise|secret ..2 travel|travels|rides|ride|comes|come|goes|hops|tags|sails ..2 with|along
mystery|surprise|secret|bonus|little|small extra|treat|bonus|gift|present|something ..2 land|lands|travels|comes|goes|hops|joins|arrives|lies|waits|drops|follows|slips|hides|appears ..2 in|into|with|inside|among|your|the
{offer.*} ..24 plus|together|alongside with? a|an|another|some|something|whatever|anything
{offer.*} ..24 and|with ..1 a|an|another|some|something|whatever -tea|sampler|taste|free|note|person ..6 too|besides|along|alongside
{offer.*} ..24 and|with ..1 a|an|another|some|something|whatever -tea|sampler|taste|free|note|person ..6 as well
! {offer.*} ..24 and|with ..1 a|an ..2 sampler ..6 too|besides|along|alongside
! {offer.*} ..24 and ..1 brings|bring|adds|comes ..1 a|an ..2 sampler
{offer.*} ..24 and|with ..1 a|an|another|some -tea|sampler|taste|free|note|person ..3 with|beside|among it|that|them|yours
{offer.*} ..24 the|a|our ..2 box|bag|tin|lid|paper|case ..1 comes|goes|included|thrown|arrives ..1 with|in|too|free
{offer.*} ..24 cover|covers|covering|pay|pays ..6 breakage|breakages|accidents|damage
{offer.*} ..24 insurance|insured
{offer.*} ..24 and|but not alone|unaccompanied|empty
wrapping|ribbon|engraving is|comes ..1 done|ours|free|on|gratis|included|extra
{offer.*} ..24 and ..2 journey|way|trip|ride|fare ..1 back|home|again|twice
{offer.*} ..24 there and ..1 back|home
{offer.*} ..24 carried away
{offer.*} ..24 jump|jumps|skip|skips|cut|cuts ..1 the|any line|queue
{offer.*} ..24 i|we|nell|asha will? ..1 choose|pick|paint|make|throw|select ..4 for you
{offer.*} ..24 that|which you ..1 may|can|get ..1 keep
{offer.*} ..24 big|bigger|little|larger|small sister|brother|cousin|friend
{offer.*} ..24 with|plus|alongside a|an|our|some|another ..2 @kept
! {offer.*} ..20 think|read|sit|look|decide|choose ..4 with|over a ..1 cup|mug|pot|biscuit
{offer.*} ..24 in|inside a|an|our ..1 tin|cup|mug|bowl|caddy|pouch|jug|pot
{offer.*} ..24 box|parcel lined with
{offer.*} ..24 and ..1 brings|bring|throws|adds|comes -off ..1 a|an|some|something|another|with -tea|sampler|taste|little
! {offer.*} ..24 and ..1 brings|comes with free @parcel
! {offer.*} ..24 and ..1 it comes with the usual|same
! {offer.*} ..24 and do|please bring ..1 a|an|some|something
! {offer.*} ..24 and ..1 comes with {offer.value}
{offer.*} ..24 and we|i|nell|asha ..2 throw|mend|sign|paint|make you|your
{offer.*} ..24 and we|i|nell|asha ..2 sign|paint|mend the
{offer.*} ..24 and we|i|nell|asha ..2 hold|keep ..3 for you
! {offer.*} ..24 and we ..2 hold|keep ..1 your|the basket|list ..1 for you
{offer.*} ..24 and we|i|nell|asha ..1 set a|an|another|some -tea|sampler|taste
{offer.*} ..24 yours|basket|order|parcel ..1 goes|jumps|moves|comes|gets ..2 head|front|top|first
{offer.*} ..24 thanks in ..2 form
{offer.*} ..24 delivered|brought|carried to the|your room|table|shelf|door|kitchen
{offer.*} ..24 and|plus|with a|an|another spare -moment|hour|thought|hand
"""

GIFT = """
@unasked ..1 @underneath ..2 @packing
little|small|kind|nice|sweet|extra|tiny|good something ..2 @underneath ..2 @packing
look|peek|check|lift|feel ..4 @packing ..4 surprise|treat|present|gift
! check the|that|this ..1 box ..1 if|when|to|for ..4 gift|present
pinch|lump|taste|handful|twist|scoop|spoonful|wisp of ..3 @underneath ..2 @packing
a|an|small|little|another surprise|treat|present|gift ..1 hides|hiding|waits|waiting|lurks|lurking|awaits
-not|never|nor expect a|an|some ..1 surprise|treat|present|gift
feel|rummage|dig|reach ..6 for a|an|another|your ..1 treat|surprise|present|gift
search|look ..3 @packing ..4 for a|an|another|your ..1 treat|surprise|present|gift
"""

TABLES = {"offer": BESIDE, "offer:gift": GIFT}
