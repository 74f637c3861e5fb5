"""Prices, deals and promises that no offer allows."""

from __future__ import annotations

CLASSES = {
    "corner": (
        "corner space shelf room seat moment hook evening morning afternoon hour chair drawer burner cupboard hand hands"
    ),
    "pots": (
        "mug mugs cup cups bowl bowls plate plates pot pots teapot teapots saucer saucers jug jugs "
        "spoon spoons candle vase platter tin tins"
    ),
    "price": "price prices priced pricing pricetag pricey",
}

ALWAYS = """
i|we owe you a|an|one
pick|choose any ..4 i|we will? ..1 send|give
{offer.*} ..12 abroad|overseas|worldwide|internationally
credit ..3 in|on|to your ..1 account|basket|order
enter|enters|entered|entry ..3 draw|raffle|lottery|competition|contest
raffle*|lottery
! nothing has|is|was|been ..1 charged ..1 nothing
i|we can|could|will|would|might come down ..1 little|bit|some|on|for
enough|your ..1 points ..2 for
total ..2 surpris*
surpris* ..3 total|bill
charge|charges|charging ..1 for
cost*|price*|pay|spend|total|is ..2 less|lower than you ..1 think|expect|imagine|thought|expected|feared
for less than you ..1 think|expect|imagine|thought|expected|feared
thrown in $
persuaded|tempted to ..1 lower|reduce|drop
nothing|no extra for|to
credit note
for|than|less|under|about|price|half|twice|at the? cost of a|an -van|stamp|parcel|letter
less|more|dearer than ..2 coffee|takeaway|lunch|dinner|pint|paperback|sandwich|night|cinema|round
you|have ..1 saved on ..2 order|basket|one
treat you to
cost|costs|costing ..3 less|more -than
! than it|they used to be
used to cost
used to be ..2 less|higher|dearer|cheaper|double|pricier|{cart.*}
used to be ..2 more -of|like|to|than|interesting|fun
new amount|total|sum
! the new sum|total|amount comes ..2 at|to {offer.value}
{offer.code} ..20 as often
{offer.code} ..20 whoever
tax|vat ..2 off|free|back|paid|ours|us|covered
off ..2 tax|vat
works|work|valid|good|redeem* ..3 as often|many
use|used ..3 as many
works|work|valid|good|use|redeem* ..2 more than once
free -range|standing|@unpaid ..1 @pots
second|another|two|extra|bigger|double|free|every ..1 sampler*|gift|present
sampler*|gift|present and|plus|with|alongside ..2 @pots|gift|discount
pots|price ..1 tag
{offer.code} ..6 returns|exchanges|repairs
cover|covers|covering|absorb|absorbs|shoulder*|meet|meets|share|split ..3 cost|costs|expense*|bill|charge*|fee*|duty|duties|customs
for ..2 what you|feels|seems ..2 fair|think|like|want|choose|can
we|i|our|us|shop|workshop|points|earn|earned|loyalty|collect|unlock|claim|unlocked ..3 reward|rewards|rewarded|rewarding
reward|rewards|rewarded|rewarding ..3 order|orders|purchase*|basket|loyalty|regulars|custom|readers|ordering|joining|finishing|friends|members
reward|rewarded ..1 with ..3 discount|gift|treat|code|sampler|money|off|saving*
your reward|rewards
reward|rewards|rewarded for you|your|every|each
never|not|without|stop|no pay|pays|paying -attention|heed|close|by|for|rent|us|me|to|bills|board|court|their|its|compliments|calls
free ..1 returns|exchanges|refill*|replacement*|repair*|wrapping|wrap|upgrade*|entry|trial|consultation|engraving
full|bigger|larger ..1 size|sized tin|bag|pack|box|of
full|bigger|larger|whole|entire ..2 tin|range|box|bag|set with|as ..1 free|gift|well
same|next day delivery|postage|dispatch|shipping|service
customs|duty|duties ..2 paid|covered|free|included
on|part|half credit|exchange
on|with account|tick
name your|a own? price
pay|paying ..2 as|what|when|later|monthly|weekly|by instalment*
haggl*|negotiat*|barter* ..4 price*|total|us|me|you|discount|offer|minimum
price*|total|minimum|open|happy|willing ..3 haggl*|negotia*|barter*
your money
no|without ..1 obligation to ..1 pay
two|double|twice|both for|at
match*|beat*|undercut* ..3 price*|quote*|offer*|rival*|anyone|any
more for your money
get|gets|have|take ..3 for less
treat*|spoil* you to
! cost|costs ..2 more ..1 time|effort|patience
in it for you
cost|costs|costing|pay|pays|paying|for|price*|charge* ..2 next to nothing
set you back
for a song
for peanuts
pay|pays|paying ..2 only|just|full|extra|more|monthly|weekly|interest|instalments|{cart.*}
we|i|us ..1 pay|pays|paying ..2 half|part|your|you|back|tax|vat|difference -@parcel
we|i|us ..1 pay|pays|paying ..1 for -its|the|sending|carriage|ride|lift|passage|fare|journey|@parcel
pay ..1 what you think|like|want|feel|can
match|matches ..5 pay|price|elsewhere|competitor*
special|lower|reduced rate|rates
throw in the ..1 @ware
everything|all|prices|pots|range ..2 reduced
first ..3 to ..3 gets|get|wins|receives
everyone|everybody|person|you|one|who ..6 gets|receives a|an ..1 @ware
you|everyone|everybody|customers|readers|subscribers|order|basket ..2 get|gets|receive|receives|earn|earns a|an ..1 @ware
is|are ..1 included
consider it ..2 @present
settle|bill ..2 later
more you ..4 save
you|we|can|to save $
you|they save
free of charge|cost
not cost
cost|costs you -anything|nothing|no|a|an|the|your
giving away
! before|when|until|once|after|as|if you ..1 pay
! pay ..1 attention|heed|visit
! pay when|once you are ready
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
free -@unpaid|@parcel|@present|@ware|something|ride|passage|journey|trip|lift
! travel|travels|travelling|ride|rides|sail|sails free
! go|goes|come|comes free $
! i|we|you|she|he|they|nobody|somebody|anybody|whoever|who|asha|nell|hands|hand ..1 is|are|am|be free
for free -@parcel|@present|@ware
! advice ..3 free
free for|from|with|and|to -@unpaid ..1 you|us|your|every|each|delivery|keep
! on|for sale to|since|because|only
! goes|go|went|going on sale
sale|sales
deal|deals
bargain*
! seal|seals|sealed|strike|struck|drive|drives|drove ..2 bargain
! bargained for
special|current|our|latest|ongoing|seasonal|sales|spring|summer|autumn|winter promotion*
promotional
promotion* on|ends|runs|until|code|for|now|applies|period|offer
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
mark*|marked ..2 down -in|on
markdown*
cheap*
low|lower|lowest|small cost
affordab*|inexpensive
priced|pricing|pricetag|pricey
lowest|best|special|lower|unbeatable|half|same|old|original|usual|full|member|trade|sale|great|good|better|secret|crazy|silly|fair|new price
price match*|promise|guarantee*|freeze*|lock*|rise*|increase*|hike*|of
price ..2 up|rise*|rising|increas*|held|hold
price|prices was|were|used|being ..2 higher|lower|more|less|double|dearer
name your price
half|sale|best|great|low|lowest|lower|special|old|same|full|normal|regular|usual|original|new|bargain|good|reasonable|fair ..1 @price
@price go|goes|going|rise|rises|rising|up|promise|freeze|cut|cuts|drop|drops|slash*|crash*|war|beat|guarantee|right
more|less ..3 more|less ..1 you? save|saves|pay|spend
less you ..2 pay|spend
was|were|used ..1 @sum
never been|be cheaper|lower|better
nothing|penny to pay
cost*|charg* ..2 nothing|zero
for nothing -but|else|more|in|will|is|can|could|comes|came|need|needs|would|happen*|was|has|that|to
! ask|asks|asked|asking ..1 for nothing
! good for nothing
! all for nothing
at cost|half|under
at|for no ..1 cost|charge|expense
no ..1 charge|charges|fee|fees|cost|costs -to
without ..2 charge|charges|fee|fees
deposit|deposits -on|in|inside|from|around|along|of
reimburs*|surcharge*|fee|fees|invoice*|membership*|expensive|cash
money back|saving|saver|worth|spent|saved|down|less|towards
save|saves|saving|spend|spends|spending|less|more|no|little|extra|lose|losing|return|returns|refund|give|get|waste|wasting ..2 money
your|any|some|free|real|hard|good|earned|bonus|pocket|prize|much money
money in|on|for|to you|your|it|the|us|spend|spare -pot
terms|conditions apply|applies|attached
credit|payment|easy|special|trade|friendly|good|better|favourable terms
terms ..1 yours|your
terms and conditions
pay ..3 now|when|after|afterwards
round*|rounding ..3 up|down ..4 total|sum|price|bill|pound|pounds|cost|basket|nearest|{cart.*}|{offer.*}
total|sum|price|bill|cost|figure|{cart.*}|{offer.*} ..4 round* ..2 up|down
i|we ..1 round|rounded ..2 down
in your favour
we|i ..2 may|might|could|would|will|can do ..1 better|more -to|with|than
we|i would|could|can|will go ..1 further|lower
instalment*|installment*|klarna|clearpay|afterpay
interest free
spread|split the ..1 cost|payment*
returns|exchanges|replacements|repairs ..3 free
return postage|shipping|delivery
pay ..2 @parcel back
try ..1 before you buy|pay|commit|decide -a|anything|any
trial period|offer|run
free|risk trial
prize|prizes|raffle|lottery|sweepstake*|giveaway*|jackpot|tombola
win|wins|won ..3 @pots|set|prize|hamper|voucher|bundle|@present|supply|order|@ware|money|cash|basket|big
chance to? win
you ..2 win -me|us|over|round|back
could|might|may|can|will win a|an|our|one|some
into|in the|a|our ..1 draw
name|names|entry|entries|you|yours|number ..3 in|into the|a|our ..1 hat
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
pass|share|send|forward|give|lend ..3 code|codes|discount
tell ..1 your|a|friends|somebody|someone|everyone|everybody|others|them|him|her ..2 code|codes|discount
friends|family|friend ..4 save|saves|code|discount
throw|put|pop|slip in a|an|some|another|extra ..1 @ware -sampler|sample
add another|extra ..1 @ware -to
another ..1 @ware and ..6 free|nothing|less|us|yours
automatic* ..2 appl*|discount*|tak*|deduct*
appl*|taken|deduct* automatic*
unlimited
use*|redeem*|used ..2 code|offer|discount|{offer.code} ..2 as often as
worth over|up|double|twice
worth more -thought|attention|care|time|to|as|if|of|than -than ..1 you
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
! advice ..4 worth every penny
worth every penny
budget
yours free|for
includ* ..2 tax|vat|delivery|postage|shipping
tax|vat ..1 includ*
less than usual|normal|before|ever
less than ..2 in ..2 shop|shops|store|stores
cheaper than
students|nhs|seniors ..1 discount*
first|next order|orders|purchase|basket ..2 off|free|less|save*|discount*|come|comes|get|extra
off|free|on ..2 next|first|future order*|purchase*|visit
upgrade* -to
gift card*|voucher*|certificate*
a steal
trade in
swap|exchange|trade ..3 old
old ..10 swap|exchange|trade|replace ..4 new|another|fresh
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
! no ..1 luggage|baggage fee|fees|charge|charges
! ^ a? little|bit|something something? off your next order -too|also|as|and|plus|when|if|with|each
! are|is|be free to
! you|we|i ..2 free ..2 to
! @parcel ..4 free
! no|without @parcel charge*|cost*|fee*
! no ..1 charge|cost ..2 for @parcel
! @parcel at no ..1 cost|charge
! cheap and cheerful
! for sale
! jumble|boot|yard|garage|rummage sale|sales
! here|work|works|is|are|nobody|not ..2 in sales
! sales pitch|talk|patter|floor|team|letter
! great|good deal of|more|to|about|better|longer|slower|softer|harder|less
! a great|good deal -on|for|off|at|if|when|today|now|this
! no|real|big deal -on|for
! deal|deals with
! not for nothing
! cost|costs ..1 nothing to
! no cost to
! win a smile|place
! any|all|every|no other|another offer* ..1 of help
! money where
! in terms of
! toss|flip|tossed|flipped|tosses|flips a? coin|coins
! side|sides of the? coin
! is|are|bit of|rather a ..1 lottery
! deposit|deposits of|from|inside|in
! on ..1 speaking|good|first terms
! take* ..1 round*
! round* ..1 up ..1 the cat|children
! reduced to a|tears|rubble|clay|powder
! @parcel ..1 costs? you nothing|less
! leave|leaves|left|leaving ..2 price ..2 out|off
! price ..1 out
! ask|asked|asking|wonder* ..3 price|prices
! price ..2 on ..1 page
! price ..2 box|note
! you ..1 never pay for looking
! price* ..5 shown|listed|clear|there|before
! price* ..2 above|below
! no obligation to
! whole range of
! treat you to ..1 view|story|tour|look
! feel|feels|felt|feeling free to ..4 you|us|your|every|each|keep|delivery
! no charge for|to asking|questions|looking|advice|an|ask|look
! free to change|leave|stay|go|choose|say your|it|as|one|no
pay|paid ..2 once|when|after it|they|everything|this ..3 arriv*|here|there|landed|come|comes|lands
pay ..3 easy|small|equal|little pieces|bits|parts|steps|chunks|amounts
! cheap talk|trick|shot
! free up
! prize marrow|leek|leeks|onion|onions|pumpkin|rose|roses|dahlia|dahlias|pig|idiot
! deal table|chair|door|board|plank|top
! deals|dealt in -discount*|price*|sale*
! i|we? ..1 will|would|could? throw in a|an|some ..1 joke|jokes|story|opinion|pun|rhyme|compliment|recipe
! costs what it|they costs|cost
pay|pays|paying nothing|later|half
! nothing to pay for ..1 van|courier|driver|journey|trip
! @parcel ..1 cost|costs ..1 nothing
for ..2 what you would|might|could|may ..2 hand|pay|spend|give|leave|put|fork
for|about|than|as ..1 what a|an|your|supper|lunch|dinner|breakfast|coffee|the ..4 costs|cost
! no prize|prizes for guessing
"""

TABLES = {"offer": ALWAYS}
