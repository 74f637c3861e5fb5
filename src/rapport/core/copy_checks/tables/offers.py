"""Offers, prices and savings: what was not decided may not be promised, nor what was be changed.

`offer:discount`, `offer:delivery` and `offer:gift` apply unless such an offer was decided,
`offer:any` unless any was; `offer` and `offer:value` always.
"""

from __future__ import annotations

CLASSES = {
    "parcel": "delivery deliveries postage shipping post p&p carriage courier dispatch despatch",
    "purchase": (
        "order orders basket baskets total bill price prices purchase purchases cart checkout next "
        "first range collection item items entire whole shop spend"
    ),
    "gift": (
        "gift gifts present presents treat treats surprise surprises extra extras bonus bonuses "
        "freebie freebies sample samples sampler samplers something goodie goodies goody token"
    ),
    "ware": (
        "mug mugs cup cups bowl bowls plate plates pot pots teapot teapots saucer saucers tea teas "
        "tin tins jug jugs spoon spoons piece pieces item items product products candle set sets "
        "biscuits platter vase"
    ),
    "price": "price prices priced pricing pricetag",
    "cut": (
        "drop drops dropped dropping cut cuts cutting slash* lower lowers lowered lowering reduc* "
        "trim* shav* fall falls fell fallen plung* tumbl* down knock* halv* halved crash*"
    ),
    "rise": "rise rises rising rose increas* up climb* jump* hike* soar*",
    "all": "everything sitewide storewide all every any each anything entire whole future selected",
}

DISCOUNT = """
discount*
rebate*
off your|the|this|that|our|any|every|all|each|selected|a ..1 @purchase
off everything|sitewide|storewide|anything|list|rrp
off all|every|any|selected|our ..1 @ware
money|percent|extra|further off
a little|bit|lot off your|the
{offer.*} off
knock*|shav*|chop*|lop* ..4 off
save|saves|saving|saved big|more|money|on|up|over|extra|pounds|even|some|{offer.*}|a|now|today|with
savings
reduc* ..3 @price|@purchase
@price <3> @cut
take|takes ..3 off @price|your|the -shelf|shelves|heat|table|wheel|board|boil|lid|stove|hob|kiln|rack|wall|list|mind|hook
less to pay
pay|paying|spend|costs|cost|costing|for less -than
! reduc* heat|steam|temperature
! for less time
! save on? -money the|your|you washing|trip|time|space|trouble|bother|journey
! save|saving|saved a place|seat|spot|note|link|copy|cup|biscuit|moment
! save|saved on? your|the|their device|screen|account|list|page
! price ..2 down the
"""

DELIVERY = """
free ..2 @parcel
@parcel ..3 free|gratis|complimentary|included|waived|covered|paid|absorbed
@parcel ..3 on us|me
@parcel is our|my treat
we|i will? pay|pays|cover|covers|absorb|foot|pick ..3 @parcel
no|without|zero|nothing|skip ..2 @parcel charge*|cost*|fee*|bill
no|without ..2 pay* ..2 @parcel
no @parcel to pay
waiv* ..3 @parcel
settle up with
on us -both|all|and
! counts on us
! depend|rely|count|lean|call|go on us
! @parcel ..3 paid ..2 by
! post|posts|posted on us
"""

GIFT = """
free ..3 @gift|@ware|upgrade
sample|samples|sampler|samplers
freebie*
complimentary|gratis
bonus|bonuses
@gift from us|me|the
little|small|special|surprise|secret @gift ..1 inside|waiting|awaits|with|in|from|for
add|adds|adding|added|tuck|tucks|slip|slips|pop|pops|pop|throw|throws|include|includes|put ..3 @gift ..2 in|into|to|with|inside
@gift ..1 with your|every|each|any|all order*|parcel*|purchase*|basket*
@gift is|are yours
gift with
throw* in a|an|some
! surprise us|me|you|them
! sample it|them
"""

ANY = """
an|this|that|your|our|special|exclusive|limited|latest|current|new|great|best|any|these offer|offers -of|you|to
the offer|offers -of
on|special offer
use|enter|with|apply|quote|type|promo|your|our|a|whisper|this|secret|private code|codes
code|codes at|for|inside|below|gets|takes|unlocks|gives
the code
treat from us|me
our treat
on the house
coupon|coupons|voucher|vouchers|promo|promos
! dress code
! code of
"""

ALWAYS = """
sale|sales
deal|deals
bargain*
promotion*
clearance
cashback
cash back
store|account|shop credit
credit to|on your
loyalty|bonus|reward*|double|extra|earn|collect ..2 points
points for|on every
a|your|our|claim|earn reward
rewards|loyalty points|club|programme|program|scheme|card
refer* a|your friend*
bring a friend
bogo*
buy one|two|any
buy ..3 get
get one|another|@number free
for the price of
multibuy*|multipack
multi buy
bundle* deal|price|offer|saving*
mark* down
markdown*
cheap*
low|lower|lowest cost
affordab*|inexpensive
best|lowest|special|lower|reduced|better|original|trade|wholesale|secret|introductory|unbeatable|great|crazy|silly|fantastic|incredible|amazing|rock|friendly|members|old|sale|half|fair|fairer|knockdown @price
@price match*|promise|guarantee*|freeze*|lock*|point
@price <2> @rise
@price ..1 was|were|will|used
@price of one|two|a
full|usual|normal|regular ..1 @price
was|were|used|usually -in ..1 @price
today|tonight|tomorrow @price
@price today|tomorrow
never been|be cheaper|lower|better
nothing|penny to pay
pay|pays|paying|cost|costs|costing nothing|later|half
cost*|pay*|charg* ..2 nothing|zero
for|at nothing|cost
at|for no ..1 cost|charge|expense
no ..1 charge|charges|fee|fees|cost|costs -to
without ..2 charge|charges|fee|fees
instalment*|installment*|klarna|clearpay|afterpay
interest free
buy now pay
free trial|returns|return|exchange*|replacement*|refund*|ride|for|with|from|when|today|now|inside|goodies|engraving|personalisation|wrapping|wrap|advice|access|membership|entry|on
free -to|hand|hands|rein|time|afternoon|evening|morning|moment|hour|weekend|minute|corner|spot|shelf|space|flowing|form|spirit*|thinking|wheel*|range|@parcel|@gift|@ware
try|trial free|for
trial period|offer|run
prize*|raffle|lottery|sweepstake*|giveaway*|jackpot
win|wins|won a|an|your|our|big
give away|aways
waiv*
refund*
money back
your|get ..1 money back
compensat*
early|priority|exclusive|vip|advance access
members only
vip*
stack*|combine* <4> offer*|discount*|code*
on top of ..3 offer*|discount*|code*
any|all|every|another|other|more|further|extra|second|bigger|better offer|offers|discount|discounts|code|codes
big*|huge|massive|enormous|whopping|steep|generous|deep|extra|hefty|great saving*|discount*|reduction*|save
save big|more|hundreds|loads|lots|even
no|without ..1 minimum
no|without ..2 code|codes
automatic* ..2 appl*|discount*|tak*|deduct*
appl*|taken|deduct* automatic*
unlimited
as often as
worth ..1 over|more|up|double|twice|@number
value|worth of @number|@money
good|great|best|amazing|unbeatable|excellent|incredible|fantastic|superb|real|outstanding value
value for money
wholesale|trade|factory|outlet|warehouse price*
at|below|under cost
staff|employee|friends ..2 discount*|price*
subscribe and
black friday
worth every penny
budget
give* ..4 free
yours free|for
@price includ*
includ* ..2 @price
less than usual|normal|before|ever|a
cheaper|lower than
students|nhs|seniors ..1 discount*
first|next order ..2 on|off|free
upgrade*
top up
shop and
! feel|feels|felt|feeling|be|are free
! free to
! free ..1 of rush|hurry|pressure|jargon|fuss|noise|worry
! set free
! a|an|one|have free -gift|mug|sample|tea
! your|our|my|his|her|their free time|hand|hands|hour|evening|afternoon|morning|weekend|day|moment
! free from rush|hurry|pressure|fuss
! cheap and cheerful
! for sale
! sales pitch|talk|patter|floor|team
! no sales
! sale and
! great|good deal of|more|to|about|better|longer|slower|softer|harder
! big|no|real deal -on|for
! deal|deals with
! a deal of
! dealt
! buy one of
! for nothing
! nothing for
! stop at nothing
! good for nothing
! for no ..1 reason
! no cost to
! win a smile|place
! wins a|your heart
! win|wins|won your
! any|all|every other|another offer*
! credit where
! upgrade to
! up ..1 price
! the real|big deal
! stack|stacks|stacked|stacking
! at the price
! more codes
! for your|free
"""

VALUE = """
up to|over|under|around|about|nearly|almost|roughly|approximately|another|extra|additional|further|minimum|maximum|double|twice|half|exceeding|a {offer.value}
up to {offer.value}
more|less|greater|better|bigger than {offer.value}
at least|most {offer.value}
as much|little as {offer.value}
{offer.value} or more|less|better|extra
{offer.value} more|extra|again|twice|each|per|cashback|back|plus|forever|always|rising|upwards|and
{offer.value} and|plus up|more|then|a|another|free|extra
{offer.value} {offer.value}
{offer.value} ..2 @all
{offer.value} off ..3 next|future|every|each|all|any|everything|forever|friends|both|again
{offer.value} ..4 for life|ever|always|good
{offer.code} {offer.code}
after|past|beyond|following {offer.ends}
{offer.ends} or later|longer|beyond|after|onwards|so
{offer.ends} and|or|plus ..2 beyond|longer|later|after|then
from|starting|starts|begins|since|after {offer.ends}
not until|before {offer.ends}
before|until|by ..2 days|hours|day|hour|week before|after {offer.ends}
{offer.minimum} or less|under|below
under|below|less {offer.minimum}
less than {offer.minimum}
save|saves|saving {cart.*}
{cart.total} off|back|free|less|discount*|saving*
was|were|usually|normally|originally|only|just|from|now|down|instead {cart.*}
{cart.total} ..1 instead|reduced|discounted
more|less than {cart.*}
up to {cart.*}
{brand.facts.*} or|and more|longer|less|extra|beyond
up to {brand.facts.*}
more|less|longer than {brand.facts.*}
at least|most {brand.facts.*}
over|under|nearly|almost|double|twice|half|another|extra {brand.facts.*}
! and|the|from|of|for|with a|an? {offer.value}
"""

TABLES = {
    "offer:discount": DISCOUNT,
    "offer:delivery": DELIVERY,
    "offer:gift": GIFT,
    "offer:any": ANY,
    "offer": ALWAYS,
    "offer:value": VALUE,
}
