"""Prices, deals and promises that no offer allows, and changes to the one that was decided."""

from __future__ import annotations

CLASSES = {
    "price": "price prices priced pricing pricetag pricey",
    "sum": "{cart.total} {cart.first.price} {cart.first.total}",
}

ALWAYS = """
i|we can|could|will|would|might come down ..1 little|bit|some|on|for
enough|your ..1 points ..2 for
a|the|this|of saving|savings
total ..2 dropped|drops|down|lower|less|smaller|reduced|surpris*
surpris* ..3 total|bill
charge|charges|charging ..1 for
less than you ..1 think|expect|imagine
thrown in $
persuaded|tempted to ..1 lower|reduce|drop
nothing|no extra for|to
credit note
cost of a|an
less|more|dearer than ..2 coffee|takeaway|lunch|dinner|pint|paperback|sandwich|night|cinema|round
you|have ..1 saved on ..2 order|basket|one
along for the ride
treat you to
cost|costs|costing ..3 less|more -than
used to cost|be
new amount|total|sum
{offer.code} ..20 as often
{offer.code} ..20 whoever
! cost|costs ..2 more ..1 time|effort|patience
in it for you
our|my compliments|gift
next to nothing
set you back
for a song
for peanuts
swallow|shoulder|bear|meet|stomach ..3 cost|costs|expense|bill
take|knock|have|get|gets ..2 bit|little|something|some|@number off -the
pay|pays|paying -attention|heed|close|by
match|matches ..5 pay|price|elsewhere|competitor*
same|special|lower|reduced rate|rates
throw in the ..1 @ware
everything|all|prices|pots|range ..2 reduced
first ..3 to ..3 gets|get|wins|receives
everyone|everybody|person|you|one|who ..6 gets|receives a|an ..1 @ware
is|are ..1 included
consider it ..2 @present
settle|bill ..2 later
more you ..4 save
save $
you|they save
free of charge|cost
not cost
cost|costs you
giving away
! before|when|until|once|after|as|if you ..1 pay
! pay ..1 attention|heed|visit
! we|i will? ..1 pay ..3 @parcel
! mine|ours to pay
! not ..2 stack*|combin* ..4 offer*|discount*|code*
! @parcel ..2 not cost ..1 you?
! nothing to pay for ..1 @parcel
! look*|ask*|asking at|for|about the price
! no|without @parcel to pay
! not cost ..1 to ask
! costs? you nothing to ask|look|reply
! weather ..2 included
free -@unpaid|@parcel|@present|@ware|something
for free -@parcel|@present|@ware
free for|from|with|and|to -@unpaid ..1 you|us|your|every|each|delivery|keep
sale|sales
deal|deals
bargain*
promotion*
clearance
cashback
cash back
store|account|shop credit
credit to|on|in your
loyalty|bonus|reward*|double|extra|earn|collect ..2 points
points for|on every
your ..1 points are|will|expire
a|your|our|claim|earn reward
rewards|loyalty points|club|programme|program|scheme|card
refer* a|your friend*
bring a friend and|to|for
bogo*
buy one|two|any
buy ..3 get
get one|another|@number free
for the price of
multibuy*|multipack*
multi buy
bundle* deal|offer|saving*
mark* down
markdown*
cheap*
low|lower|lowest|small cost
affordab*|inexpensive
prices|priced|pricing|pricetag|pricey
lowest|best|special|lower|unbeatable|half|same|old|original|usual|full|member|trade|sale|great|good|better|secret|crazy|silly|fair|new price
price match*|promise|guarantee*|freeze*|lock*|rise*|increase*|hike*|of
price ..2 up|rise*|rising|increas*|was|held|hold
name your price
was|were|used ..1 @sum
never been|be cheaper|lower|better
nothing|penny to pay
pay|pays|paying nothing|later|half|less
cost*|charg* ..2 nothing|zero
for nothing
at cost|half|under
at|for no ..1 cost|charge|expense
no ..1 charge|charges|fee|fees|cost|costs -to
without ..2 charge|charges|fee|fees
deposit|deposits|reimburs*|surcharge*|fee|fees|invoice*|membership*|expensive|money|cash
terms -with|of|and
terms and conditions
pay ..3 now|when|after|afterwards
round* ..1 up|down
in your favour
we|i ..2 may|might|could|would|will|can do ..1 better|more -to|with|than
we|i would|could|can|will go ..1 further|lower
instalment*|installment*|klarna|clearpay|afterpay
interest free
spread|split the ..1 cost|payment*
returns|exchanges|replacements|repairs ..3 free
return postage|shipping|delivery
pay ..2 @parcel back
try ..1 before you
trial period|offer|run
free|risk trial
prize|prizes|raffle|lottery|sweepstake*|giveaway*|jackpot|tombola
win|wins|won a|an|our|big
into|in the|a ..1 hat|draw
prize|lucky draw
give away|aways
waiv*
refund*
money back
your|get|our money -where
compensation
early|priority|exclusive|vip|advance access
members only|price*
member*|subscriber*|insider* ..3 lower|less|save*|discount*|extra|first|price*|only|exclusive*
as a member
vip*
stack*|combin* <4> offer*|discount*|code*
on top of ..3 offer*|discount*|code*
any|all|every|another|other|more|further|extra|second|bigger|better offer|offers|discount|discounts|code|codes
big*|huge|massive|enormous|whopping|steep|generous|deep|extra|hefty|great saving*|discount*|reduction*|save
save big|hundreds|loads|lots|even
no|without ..1 minimum
no|without ..2 code|codes
no need|reason ..2 type|enter|use|code|apply
by itself|themselves ..2 checkout
comes|come|taken|take off ..1 by|automatically|without
pass|share|send|forward|give|lend|tell ..3 code|codes|discount
friends|family|friend ..4 save|saves|code|discount
throw|put|pop|slip in a|an|some|another|extra ..1 @ware
add another|extra ..1 @ware -to
another ..1 @ware and ..6 free|nothing|less|us|yours
automatic* ..2 appl*|discount*|tak*|deduct*
appl*|taken|deduct* automatic*
unlimited
use*|redeem*|used ..4 as often as
worth over|more|up|double|twice
worth ..1 @number
value|worth of @number|@money
good|great|best|amazing|unbeatable|excellent|incredible|fantastic|superb|real|outstanding value
value for money
wholesale|outlet|warehouse
reduced to|for|by|from
at|below|under cost
staff|employee|friends|family|mates|special|trade|student|member* ..2 discount*|rate|rates
subscribe and
subscription*
black friday
worth every penny
budget
yours free|for
includ* ..2 tax|vat|delivery|postage|shipping
tax|vat ..1 includ*
less than usual|normal|before|ever
less than ..2 in ..2 shop|shops|store|stores
cheaper than
students|nhs|seniors ..1 discount*
first|next orders? ..2 off|free|less|save*|discount*|come|comes|get|extra
off|free|on ..2 next|first|future order*|purchase*|visit
upgrade* -to
gift card*|voucher*|certificate*
a steal
trade in
swap|exchange|trade ..3 old
pre order*
preorder*
a|an|your|our perk|perks
you ..2 qualif*|eligible|entitled
part of what you
pay what you
difference ..2 keep|enjoy|on us|back
enjoy|keep|pocket the difference
! feel|feels|felt|feeling free
! set|sets|setting free
! fuss|jargon|worry|crumb|hands|trouble|rush|hurry|spam|clutter|noise|stress|pressure free
! hands|hand ..1 free
! are|is|be free to
! you|we|i ..2 free ..2 to
! @parcel ..4 free
! no|without @parcel charge*|cost*|fee*
! no ..1 charge|cost ..2 for @parcel
! @parcel at no ..1 cost|charge
! cheap and cheerful
! for sale
! sales pitch|talk|patter|floor|team|letter
! great|good deal of|more|to|about|better|longer|slower|softer|harder|less
! a great|good deal $
! no|real|big deal -on|for
! deal|deals with
! not for nothing
! cost|costs ..1 nothing to
! no cost to
! win a smile|place
! any|all|every|no other|another offer* ..1 of help
! money where
! in terms of
! on ..1 speaking|good|first terms
! take* ..1 round*
! round* ..1 up ..1 the cat|children
! reduced to a|tears|rubble|clay|powder
"""

VALUE = """
up|over|under|around|about|nearly|almost|roughly|approximately|another|extra|additional|further|minimum|maximum|double|twice|half|exceeding {offer.value}
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
everything in the shop|store|range|collection
{offer.value} ..2 sitewide|storewide|all|every|any|each|anything|future|selected
{offer.value} off ..3 next|future|every|each|forever|friends|both|again
{offer.value} ..4 for life|ever|always|good
{offer.code} {offer.code}
after|past|beyond|following {offer.ends}
{offer.ends} or later|longer|beyond|after|onwards|so
{offer.ends} and|or|plus ..2 beyond|longer|later|after|then
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
up to @sum
{brand.facts.*} or|and more|longer|less|extra|beyond
up to {brand.facts.*}
more|less|longer than {brand.facts.*}
at least|most {brand.facts.*}
over|under|nearly|almost|double|twice|half|another|extra {brand.facts.*}
! {offer.value} off all|any orders|order of|over|above|from {offer.minimum}
"""

TABLES = {"offer": ALWAYS, "offer:value": VALUE}
