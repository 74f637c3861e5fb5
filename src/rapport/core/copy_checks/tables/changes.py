"""Changes to what was decided: bigger, longer, wider or vaguer than the facts that it stands by."""

from __future__ import annotations

CLASSES = {
    "sum": "{cart.total} {cart.first.price} {cart.first.total}",
}

VALUE = """
up|over|under|around|about|nearly|almost|roughly|approximately|another|extra|additional|further|minimum|maximum|double|twice|half|exceeding {offer.value}
! tell|tells|told|hear|heard|know|read|ask|say|talk|word|words|news|note|something|brings ..2 about {offer.value}
! look|looking|wander|stroll|browse around {offer.value}
up to {offer.value}
more|less|greater|better|bigger than {offer.value}
at least|most {offer.value}
as much|little as {offer.value}
double|twice|triple|half our|the|your ..1 {offer.value}
{offer.value} or more|less|better|extra
{offer.value} more|extra|again|twice|each|per|cashback|back|plus|forever|always|rising|upwards
{offer.value} and|plus up|more|then|another|free|extra
{offer.value} {offer.value}
{offer.value} ..2 everything -in|you|that
{offer.*} ..12 everything in the shop|store|range|collection
work*|valid|good|goes|count*|appl*|off|on|less|less|use|spend|cheaper|reduced ..3 everything in the shop|store|range|collection
everything in the shop|store|range|collection ..5 off|less|cheaper|reduced|half|free|included|lower
{offer.value} ..2 sitewide|storewide|all|every|any|each|anything|future|selected
! {offer.value} ..2 any time|day|moment
{offer.value} off ..3 next|future|every|each|forever|friends|both|again
! {offer.value} off for? your|the next @wares|roll|loaf|tea|jar|tube|reel|bar|sack|block|ball|skein|cone|tub|candle|blade|filter -and|too|also|as|plus|or
! {offer.value} off when|if|once you order|shop|buy again
! {offer.value} off for? your|the next order|purchase|visit|tin|refill|bag|pot|mug|pair|bottle|book|box|batch|packet|bunch|one -and|too|also|as|plus|or
{offer.value} ..4 for life|ever|always|good
{offer.code} {offer.code}
after|past|beyond|following {offer.ends}
! nothing|over|gone|expires|lapses|closed after {offer.ends}
{offer.*} ..20 as often as you ..1 wish|like|want|please|care
{offer.*} ..20 on all|everything|anything you ..1 buy|order|choose|like|want
{offer.*} ..24 we ..2 go|climb|reach ..2 higher|further
{offer.*} ..24 goes|go|keeps|keep|stays ..2 on? ..1 working|valid|good|open ..2 after|beyond
! changed|changes|changing|retired|retires after|past {offer.ends}
! after|past {offer.ends} ..1 no longer|not count*|qualif*|work*|open*|appl*
{offer.ends} or ..1 later|longer|beyond|after|onwards|so
{offer.ends} and|or|plus ..2 beyond|longer|later|after|then -that|which|the|we|i|back
from|starting|starts|begins|since|after {offer.ends}
not until|before {offer.ends}
extend* <4> {offer.ends}
before|until|by ..2 days|hours|day|hour|week before|after {offer.ends}
{offer.minimum} or less|under|below
under|below|less {offer.minimum}
less than {offer.minimum}
save|saves|saving @sum
@sum off|back|free|less|discount*|saving*
usually|normally|originally|only|just|from|down|instead|now @sum
@sum ..1 instead|reduced|discounted|or
more|less than @sum
-adds|add|adding up to @sum
{brand.facts.*} or|and more|longer|less|extra|beyond
up to {brand.facts.*}
more|less|longer than {brand.facts.*}
at least|most {brand.facts.*}
over|under|nearly|almost|double|twice|half|another|extra {brand.facts.*}
{offer.*} ..12 friend|friends|family|families|neighbour*|everyone|everybody|anyone|both|colleague*
! {offer.*} ..12 is|are both
! {offer.*} ..12 part|parts|remain|stay|stays ..1 friends
{offer.*} ..6 even|maybe|perhaps|possibly|sometimes|probably ..2 more|better|higher|bigger|longer
even|maybe|perhaps|possibly ..1 more|better with {offer.*}
{offer.*} ..12 each|forever|always|again|twice|future|later|extend*|renew* -other
! {offer.*} if|when you order|shop|visit|buy|come again
! {offer.*} ..4 off if|when|once you order|shop|visit|buy|come again
! {offer.*} ..12 see|feel|breathe|open|close|shut|sing|play|ride|bake|cook|read|walk ..3 again
! {offer.*} ..4 {offer.*} if you order|shop|visit|buy again
! {offer.*} and {viewed.*}|{cart.*} again
every|each|all|any order*|purchase* ..3 {offer.*}
massive|huge|enormous|whopping|big|generous|full|mere|measly|cool|straight|flat|easy|nice|lovely|good|healthy|decent|incredible|amazing|guaranteed|whole|cheeky|tidy {offer.value}
{offer.value} or|and|to|plus ..2 half|third|quarter|double|more|{offer.value}
between|from {offer.value}
{offer.ends} or|and ..2 whenever|whatever|anytime|any|maybe|perhaps|beyond|as
! {offer.ends} and leave|skip ..1 whatever|any
! {offer.ends} and use {offer.code} as you pay|order|check
! {offer.ends} and then it|they goes|go|is|slips|drifts ..1 back|home|asleep|away|quiet -up|down|on|for
! {offer.ends} and until|till then
{offer.value} ..3 all|everything|anything ..2 you|we
{offer.value} ..5 sale|reduced|discounted items|things|prices|pieces|pots|goods
{offer.*} ..12 for|of life|ever
{offer.code} ..3 works|work|valid|good ..2 ever*|any|all|always|anytime
! {offer.value} off all|any orders|order of|over|above|from {offer.minimum}
! {offer.*} ..12 later ..3 on
! {offer.*} ..12 as|like always
! {offer.*} ..12 not|no|nothing ..5 again|later
! {offer.value}|{offer.label} off? when|if you ..3 come|stock|stop|drop|call|pop|visit ..2 again -and|too|also|as|or|each
! {offer.value}|{offer.label} off? for when|whenever you ..3 come|stock|stop|drop|call|pop|visit ..2 again -and|too|also|as|or|each
! {offer.*} off? from your friends at|behind|in
! back|normal|closes|stops|gone|ends|over|goes|expires|lapses|rests|retires|sleeps|wears|destruct|vanishes|fades|disappears|dies|melts|void|silent|usual|regular ..3 after {offer.ends}
! no longer ..3 after {offer.ends}
! not ..1 work|works|valid|apply|applies|accepted ..2 after {offer.ends}
! after {offer.ends} ..2 the|it|this|code|offer|price|basket ..4 usual|normal|regular|no|ends|stops|gone|over|expires|lapses -end|limit
! if|when|should ..3 again ..12 {offer.*}
about|around|roughly|approximately|near {offer.ends}
{offer.ends} ..1 or so|thereabouts|roughly
{offer.ends} ..3 give or take
{offer.ends} ..6 strict|fussy|stickler|flexible|stretch*|negotiable|grace
{offer.ends} ..8 honour*
! weighing|weigh|sum|summing|adding|sums|weighs ..2 up {offer.value}
! help* ..4 up {offer.value}
! with ..3 up {offer.value}
! at|with|about the price with a ..3 {offer.value}
{offer.value} ..4 and|plus|with ..2 postage|delivery|shipping|carriage|sampler|samplers
friend|friends|sister|neighbour*|brother|colleague* ..4 get|gets|have|receive|use|uses ..2 {offer.*}
{offer.code} ..5 return trip|journey|postage|parcel
every|each time ..6 {offer.code}
pass|share|lend|forward {offer.code}
{offer.code} round|around
{offer.ends} or until|till|when|if|so
{offer.value} ..6 more if|when|for
! {offer.value} ..5 {offer.minimum} or more if|when|for
! {offer.value} off ..1 order|orders of|over|from {offer.minimum} or more if|when you|we ..1 say|use|enter|type|quote|whisper|give|write ..2 {offer.code}
{offer.value} off or more|better
{offer.code} ..2 on|for everything|anything|all ..2 you
{offer.code} also
never|forget|ignore ..1 mind ..3 {offer.minimum}
forget|ignore ..4 {offer.minimum}
{offer.minimum} or not
{offer.*} ..6 and ..2 second|next|other ..1 order|orders|basket
! {offer.code} and your next order|purchase is {offer.value} cheaper|less
{offer.ends} ..3 few|couple|some ..1 days|hours ..1 after|more|longer|beyond|later
{offer.value} ..3 whole|entire shop|store|range|collection
! any|every|each|all order|orders of {offer.minimum}
"""

TABLES = {"offer:value": VALUE}
