"""Offers: what was not decided may not be promised.

`offer:discount`, `offer:delivery` and `offer:gift` apply unless such an offer was decided,
`offer:any` unless any was. What costs nothing is in `costs_nothing`, what always applies in `prices`.
"""

from __future__ import annotations

CLASSES = {
    "parcel": "delivery deliveries postage shipping post p&p carriage courier dispatch despatch",
    "purchase": (
        "order orders basket baskets total bill price prices purchase purchases cart checkout next "
        "first range collection item items spend"
    ),
    "present": (
        "gift gifts present presents treat treats surprise surprises bonus bonuses freebie freebies "
        "sample samples sampler samplers goodie goodies goody extras"
    ),
    "ware": (
        "mug mugs cup cups bowl bowls plate plates pot pots teapot teapots saucer saucers tea teas "
        "tin tins jug jugs spoon spoons piece pieces item items product products candle set sets "
        "biscuits platter vase"
    ),
    "goods": (
        "boot boots shoe shoes sock socks scarf scarves hat hats cap caps glove gloves shirt shirts "
        "jumper jumpers dress dresses belt belts bag bags tote totes case cases pouch pouches wallet "
        "wallets purse book books notebook notebooks bookmark toy toys ball balls puzzle lead leads "
        "leash collar collars brush brushes comb soap soaps cream creams serum serums cleanser balm "
        "balms lotion bottle bottles pillow pillows cushion cushions blanket blankets duvet duvets "
        "towel towels lamp lamps bulb bulbs plant plants bell bells lock locks light lights pump "
        "pumps helmet grinder filter filters mat mats strap straps cloth cloths frame frames chair "
        "chairs stool stools bicycle bike sofa rug rugs jacket coat tent badge pen pencil chocolate "
        "bone keyring bandana"
    ),
    "wares": "@ware @goods",
    "pots_and_goods": "@pots @goods",
    "trinkets": "@trinket @goods",
    "unpaid": (
        "to of from as for range hand hands form formed rein time afternoon evening morning moment "
        "hour weekend minute corner spot shelf space flowing spirit spirited thinking standing "
        "wheeling will verse agent and day seat chair mouth elbow knee thumb finger paw fall kick style "
        "roaming climbing translation ear lap evenings afternoons mornings moments weekends paws"
    ),
    "free_of": (
        "gluten sugar dairy lactose grain fragrance perfume scent oil lead alcohol caffeine nut wheat "
        "soy egg meat plastic chlorine acid dust paraben parabens sulphate sulphates silicone "
        "silicones chemical hands hand worry care stress fuss trouble smoke nickel latex yeast salt fat glare tangle lint draught clutter"
    ),
}

DISCOUNT = """
! look*|ask*|asking at|for|about the price
a|the|this|of saving|savings
! the|a saving grace
! the saving is|was in|of|on
discount*
! discount box|field|window
! box|field marked|called discount
rebate*
off your|the|this|that|our|any|every|all|each|selected|a ..1 @purchase
! lid|cover|label|tag|dust|cap|paper off your|the|each|a ..1 first|next|item|items
! set|sets|start|starts off the|a ..1 next|first
off everything|sitewide|storewide|anything|list|rrp
! @parcel ..4 off the|your total|bill|order|basket
! mind|eyes|eye|hands|feet|weight|dust|fingers|paws ..1 off everything|anything
off all|every|any|selected|our ..1 @ware
off all|selected|any ..1 @goods
money|percent|extra off
take|takes|get|gets|give|gives|bring|brings|knock ..2 further off
a little|bit|lot off your -mind|shoulders|plate|chest|hands|feet
a little|bit off each|every|all
easier|kinder|gentler|lighter|softer on the|your purse|wallet|pocket|budget
! take|takes|trim|cut|snip a little|bit off each|every|all
{offer.*} off
knock*|shav*|chop*|lop* ..4 off
! knock|knocking|shake|brush off the|any ..1 soil|mud|dust|crumbs|snow|sand|grit|dirt
! knock|knocks|knocked|knocking ..3 mud|dust|snow|soil|dirt|crumbs|hat|frost ..1 off
! knock|knocks|knocked ..3 off ..2 shelf|table|perch|balance|sill|desk|edge|wall|hook
! shave*|shaving|chop*|lop* ..3 head|top|tops|ends|end|stalk|stem|beard|hair|leaves|branch|branches|fringe ..1 off
! shaving foam|cream|soap|brush|bowl|oil|mug|set ..3 off
save|saves|saving big|more|money|up|over|extra|pounds|even|now|today|{offer.*}
! save|saves more time|space|trouble|pages|lists|items
save|saves|saving on
! save on your ..1 list|account|device
! rather|want|like|prefer|meant|mean to? spend less
here is a? little|bit|something off
savings
reduc* ..3 @purchase
! reduce|reduces|reduced the ..1 heat|sauce|water|number|weight|pile ..3 @purchase
less to pay
price|total|sum|bill ..3 smaller|gentler|slimmer
pay|paying|spend|cost|costs|costing less -time|attention|energy|effort
cost|costs|costing ..3 less -than|time|attention|energy|effort
for less $
{offer.*} ..12 discount*|less|saving*|cheaper|reduced
! {offer.*} ..8 discount box|field|window
! {offer.*} ..8 box|field marked|called discount
@price
! @price on|of|for the|it|this ..1 {viewed.first.price}|{viewed.total}|{cart.total}|{cart.first.price}|{order.total}|{order.first.price}
! @price drops|falls|comes|goes down? by {offer.value}
! {viewed.first.price}|{viewed.total}|{cart.total}|{cart.first.price}|{order.total}|{order.first.price} is the price
! price list|lists|tag|tags
! the? @price|priced is|at|of|comes? to? {viewed.first.price}|{viewed.total}|{cart.total}|{cart.first.price}|{order.total}|{order.first.price}
! @price {viewed.first.price}|{viewed.total}|{cart.total}|{cart.first.price}|{order.total}|{order.first.price}
! save|saving on the? ..1 washing|space|trouble|bother|time|paper|page|website|list
! leave|leaves|left|leaving ..2 price ..2 out|off
! price ..1 out
! ask|asked|asking|wonder*|look* ..3 price|prices
! compare|weigh the price of a|an
! price ..2 on ..1 page
! price|prices you see
! with|see|find|sizes|details and|the? prices by|on|at|behind|below|beside|there
! price ..2 box|note
! price* ..5 shown|listed|clear|there|before
total|bill ..2 dropped|drops|down|lower|smaller|reduced|lighter
! total ..2 down|lower the|below|at|here|page
! total ..2 down|lower $
basket ..2 dropped|lighter|cheaper ..1 price|$
bring|brings|bringing ..3 total|bill|price ..1 down
you are ..2 saving -it|for|the|up|space|face|a
little|bit|some|something off $
! is|was|looks|look|feels|seems|seem|feel ..1 something|little|bit off $
! price|prices <3> size|sizes|colour|colours|measurement*|detail*|fit|fabric|material|materials|photographs|description|delivery|stock|care
! price|prices ..3 on ..1 its|their|the|each ..1 page
bite|slice|chunk|nibble|edge|sting out|off|of|from ..2 bill|total|price|sum|cost
generous* ..4 adding|sums|arithmetic|pencil|calculator
till|checkout ..3 nice|nicer|kind|generous|gentle|good to|with you
bottom line ..3 improv*|better|smaller|lower|kinder|lighter
number|figure|sum|total at|on ..1 bottom|foot|end|checkout ..3 smaller|lower|kinder|lighter|shorter|friendlier|nicer|gentler|softer|happier|easier
thank you|thanks|something|little|bit ..3 taken off
have|get|gets|take|taken|taking|takes|knock ..2 bit|little|something|some|touch|slice|chunk off -the|wheel|shelf|guard|balance|stem|stems|top|end|ends
! take something off if|when you are ..1 warm|hot|indoors|inside
! take|takes|taking ..2 bit|little off each|every ..1 stem|end|side|edge|leaf
! have|get|gets|take|taken|taking|takes ..2 bit|little|something|some|touch off our|my|her|his|their|asha|nell ..1 hands|hand|mind|shelf|shelves|plate
bit|little|something|touch|slice|chunk|few|some|lot|money|pounds off the|your|our|any|every|all|each|a|its ..1 @purchase|@wares
till|checkout ..6 other way|blind|wink|winks|forget|forgets|lenient
pay|pays|paid|paying ..3 little|bit|lot less
sum off
something|little|bit|some off for you|your
something|little|bit ..1 may|might|could|will|can come|fall off
! usual|normal|regular @parcel price
round|knock|bring|talk|nudge|shave|trim|get ..3 price|total|bill|sum ..2 down|off|under
"""

DELIVERY = """
no charge|cost|fee ..2 for @parcel
@parcel ..2 not cost
nothing to pay ..2 @parcel
at our|my expense|cost
@parcel charge*|cost*|fee|fees
! @parcel cost*|charge*|fee* ..3 shown|listed|explained|added|calculated|worked|on
not cost ..2 to ..1 send|post|ship
free -@unpaid ..1 @parcel
free @parcel
@parcel ..3 free|gratis|complimentary|included|waived|covered|paid|absorbed|waived
@parcel ..3 taken care of
delivered|posted|sent|shipped|carried|dispatched|travels|travel ..2 free
deliver|post|send|ship|carry ..2 it|order|basket|parcel|everything|them ..1 free
comes|come|arrives to you free
nothing ..1 for|on|towards ..1 @parcel
@parcel ..8 skip|sorted|settled|ours
@parcel ..5 our|my|no|not|never ..2 mind|worry|care
! @parcel ..5 not ..2 care|mind ..2 when|where|about|if
@parcel ..4 worry|care is|are ours
worry|care about ..2 @parcel
mind|worry|forget|skip ..3 @parcel
! not forget|mind|worry|skip ..3 @parcel ..1 address|instructions|note|details|option|options|choice
cover|covers|covering|include|includes ..3 @parcel
@parcel ..3 on us|me
@parcel ..1 is our|my treat
parcel ..2 travel*|goes|comes|flies free
we|i will? pay|pays|cover|covers|absorb|foot|pick|settle ..3 @parcel
no|without|zero|nothing|skip ..2 @parcel charge*|cost*|fee*|bill
no|without ..2 pay* ..2 @parcel
no|without @parcel to pay
waiv* ..3 @parcel
settle*|settled up with
@parcel ..3 nothing|zero
@parcel returns too|also|included
{offer.code} ..4 returns
returns ..2 covered|too|paid|prepaid
{offer.*} ..12 @parcel
! {offer.*} ..12 @parcel ..2 extra|separate|excluded|unchanged|address|details|options|date|times|page
! {offer.*} ..12 @parcel ..3 as|the usual|normal|before|same
! {offer.*} ..12 excluding|excludes|except ..1 @parcel
knock*|slash*|remove|removes|scrap* ..3 @parcel
take|takes|drop|drops|cut|cuts ..1 off|the|your|our|my|all|any ..1 @parcel -box|van|round|shelf|office
pay|pays|paying|covers|cover ..2 @parcel -within
van|courier|postman|stamp|stamps is|are paid for
! counts on us
! depend|rely|count|lean|call|go|light|shine|is on us ..1 to
! @parcel ..3 paid ..2 by -us|me|our
! pay|pays ..1 attention
! {offer.*} ..12 before|after ..3 @parcel
! {offer.*} ..12 @parcel takes|take|usually
! @parcel feel free
! see|seen|show|shows|shown|add|added|find ..3 @parcel cost*|charge*|fee* ..2 at|before|when|on
! @parcel cost*|charge* depend*|is|are|at|before
lose|losing|ditch|ditches|dodge|escape|spare|bin|forget|save ..2 @parcel -on
@parcel|carriage ..3 can|will|shall be ..1 ours|mine
@parcel|carriage|van ..6 our|my bill|tab|account
no @parcel -cost|costs|charge*|box|address|date|details
nothing ..2 added ..2 for ..2 @parcel|van|courier|driver
pay|pays for the -post|postage|van|delivery|carriage|courier|journey|stamps|trip|fare|order ..2 and we|i|the|nothing|not
postman|courier|driver|van|carrier ..3 squared
let|allow us|me carry|shoulder|foot|take|settle|meet ..2 cost|costs|@parcel
courier|van|driver|carriage|post bill ..6 our|us|ours|me|mine
stamps|postage|carriage|courier is|are ..1 our|my ..1 business|affair|problem|concern|job
think|call|consider ..2 @parcel ..1 as? our|my
stamps|journey|fare|ride ..3 is|are ours|mine|on -to|the|its|a|sale
see|seen|saw to the stamps|postage|carriage|delivery|fare
nothing to add|pay|find for ..1 journey|trip|van|post|stamps|ride
@parcel ..2 vanish*|disappear*|evaporat*|melts -into|in|down|up|under|behind
free ride|passage|journey|trip|lift
travel|travels|travelling|ride|rides|sail|sails free
take|takes|taken care of ..2 sending|postage|carriage|delivery|courier
squared|settled|sorted|arranged ..2 with ..1 courier|post|van|driver|carrier|treasurer|till
! tin|tea|sampler|leaves|taste ..3 free ride|passage|journey|trip|lift
parcel|box ..2 we|i ..1 pay for
@parcel ..2 on the workshop|shop|firm|house
@parcel|fare|stamps is|are ..1 spoken for
nothing to pay for ..1 van|courier|driver|journey|trip
swallow|shoulder|bear|meet|stomach ..3 cost|costs|expense|bill
take|takes|taking|taken|took|dropped|removed|wiped|struck|crossed|subtracted|deducted|lifted ..2 @parcel ..1 away|off|from|charge
we|i will? pay|settle|cover ..1 the postman|courier|driver|van|carrier|stamps|fare|journey|trip|post
@parcel ..2 been seen|dealt|handled|squared|met|forgiven
"""

GIFT = """
slip|tuck|pop|put|send|add|throw|drop ..1 an|another ..1 extra|additional|second ..1 @wares
an|one extra|additional @ware
get|gets|and|plus|with|send|sends an extra|additional @goods
! room|space|place|need|want|add|adds|for ..1 an|one extra|additional @wares
comes|come|arrives ..5 and for you ..1 @present
for you a @present
put|set|kept|keep|laid|lay ..3 @present|something aside|by ..1 for you
order|buy|finish ..4 and i|we will ..1 add|throw|include|slip|tuck
order|buy|finish ..4 and i|we will ..1 give|send|put ..2 a|an|another|some|one|something|our|the|little -note|mail|word|message|confirmation|line|receipt|parcel|kettle|box|rest
put|pop|slip|tuck|drop one|some in ..1 the|your box|parcel|order
surprise ..4 box|parcel|bottom|inside|basket
! no|hardly|little a? surprise ..4 box|parcel|bottom|inside|basket
token|trinket|morsel|keepsake ..3 tucked|slipped|hidden|popped|inside|waiting ..3 box|parcel|order|lid|wrapping|tissue
way|ways of saying thanks|thank|hello ..5 box|parcel|inside|enclosed
spare|extra|second|another ..5 stow*|hitch*|sneak*|ride|rides|travel* ..4 box|parcel
lend|loan|give|send ..1 you ..2 @present|@ware
! send|sending ..1 you news|word|letters|notes|pictures|stories of|about ..2 @present|@ware
something nice|good|sweet|small|extra|special|little|else ..2 in|inside|under ..2 box|parcel|envelope|lid|wrapping|tissue
lend|loan|give|send ..1 you a|an|another|some|our ..1 @goods
free -@unpaid ..2 @present|@wares|upgrade|something
! free @parcel on|with|for ..2 @wares
@wares is|are ..1 free -to|of|from|for|hand
! @free_of free ..2 @present|@wares|something
! ^ free the ..2 @goods
sampler|samplers
free|tea|your|our sample|samples
freebie*
complimentary|gratis
! complimentary colour|colours
bonus|bonuses
! bonus track|tracks|chapter|chapters|page|pages|episode|scene
gift|present|gifts|presents|surprise from us|me|all|the ..1 workshop|us|me
@present from us|me
and a|an ..1 @goods from us|me
a|an|another ..1 @wares ..1 hitches|stows|hops|sneaks|climbs ..3 with|along|in|beside|away
a|an|another ..1 @wares travels|rides with the|your ..1 @wares|order|parcel
something ..5 comes|goes|travels ..1 in|with the|your ..1 parcel|box|order
little|small|special|surprise|secret @present ..1 waiting|awaits|with
@present ..2 inside|in|into ..1 your|the|every|each parcel|box|basket|package|order
! no surprise|surprises inside|in ..1 your|the parcel|box|basket|package|order
! dog|dogs|cat|cats|puppy|kitten|pet|horse|training|dental|chew|fish|chicken treat|treats ..2 in|into ..1 your|the basket|order
! treats are ..1 in ..1 your|the basket
add|adds|adding|added|tuck|tucks|slip|slips|pop|pops|throw|throws|include|includes|put|hid|hidden ..3 @present ..2 in|into|to|with|inside
! you ..1 put|added|add ..3 @present ..2 in|into|to
@present ..1 with your|every|each|any|all order*|parcel*|purchase*|basket*
@present is|are yours
gift with
come|comes|came|arrives with ..2 @present|something
hid|hidden ..4 @present
we|i|nell|asha|box|parcel ..3 hide|hides ..4 @present
-a|the|this|that|your|sofa|wool|cotton|linen|knitted|warm|soft|grey|blue|green throw|throws in a|an|some
! throw|throws in a ..1 handful|pinch|dash|splash
throwing|threw|thrown in a|an|some
free ..1 sampler*|sample*
gift|present ..2 free
{offer.*} ..12 sampler*|gift|gifts
@present for you|everyone|readers|subscribers|us -to|and|at
! for a|the|your|somebody|someone ..1 or a treat|gift|present for you -with|from
! code|{offer.code} is|as a|our|your ..1 treat|present|surprise for you
claim|collect|redeem|unwrap ..1 your|a ..1 @present
birthday treat|surprise
your birthday gift|present ..2 is|awaits|waits|inside|from|here
birthday gift|present ..2 from us|me|the|our
birthday gift|present ..3 waiting|inside|enclosed|awaits|yours
! surprise us|me|you|them
! sample it|them
a|an|small|little|your|the|secret|our gift|present|treat|surprise|bonus|freebie ..2 inside|enclosed|waiting|awaits|within|attached|hidden|below -every|each|me|us|job
there is ..3 gift|present|treat|bonus|something ..2 waiting|inside|enclosed|hidden -in|on
there is ..3 gift|present|treat|bonus ..3 yours
there is ..3 gift|present|treat|bonus ..3 for you
with a|our ..2 gift|treat|present|bonus -box|in|wrapping|card|list
! anyone|anybody|someone|somebody with a little|big|small|birthday? present|gift to find|choose|give|send|pick
! and|with a|an|another last|late|little|big|small|birthday? present|gift to wrap|buy|hide|post
! reward|train|call|praise|coax|greet|tempt|training ..4 with a ..1 treat
! help|hand|advice|stuck|struggling|questions|question|begin|start|pleased ..1 with a ..2 gift|treat|present
something ..2 waiting ..3 checkout|box|parcel
something ..2 waiting ..5 till
@present ..4 comes|come|goes|travels with ..1 the|your|every|each|any order|parcel|basket|box
! something you ..3 waiting ..3 checkout|till
! throw in a|an|some ..1 joke|jokes|story|opinion|pun|rhyme|compliment|recipe
sampler|tea|taste|leaf ..4 in it for you
and|plus a|an|another|some ..1 gift|present|treat|surprise|bonus|freebie -for|box|bag|list|tag|label|card|token
i|we will ..1 add|include|pop|slip|tuck|throw ..1 a|an|some|another ..1 @wares
get|gets|receive|receives a|an|another|your ..1 gift|present|freebie|bonus|sample|surprise
find a|an|another ..1 freebie|bonus|sample|surprise
"""

ANY = """
an|this|that|your|our|special|exclusive|limited|latest|current|new|great|best|any|these|the offer|offers -of|you|to
on|special offer
use|enter|with|apply|quote|type|promo|your|our|a|whisper|this|secret|private|the code|codes
! the|a|your|this code|codes is|are? on|from|under|inside the|its|each|a ..1 label|tag|sole|frame|battery|cartridge|plug|sidewall|lens|bulb|casing|blade|seat|base|underside|rim|hub
! how to read|decipher|decode the|your code|codes -and|then
code|codes at|for|inside|below|gets|takes|unlocks|gives
! dress|colour code|codes at|for|inside|below|gets|takes|gives
coupon|coupons|voucher|vouchers|promo|promos
our|my treat -jar|jars|tin|pouch|bags|bag|bowl|range
treat from us|me|the
on the house -key|keys|plant|plants|martin|martins|front|door|number|roof|wall|walls
we|i ..2 pop|slip|throw|tuck|lay|drop ..6 sample|sampler|present|gift|treat|extra
we|i ..2 pop|slip|throw|tuck|lay|drop ..1 in ..4 with|beside it|them|the
sample|sampler|taster|gift|present|treat ..6 comes|come|travels|travel with it|them|the|your
gift|wrap|wrapping|ribbon|card|extra ..6 thrown|tucked|popped|slipped in
as a present|gift|treat ..1 on top|extra
order|buy|add|take|get ..14 comes|come free -of|from|to|with|when|again
extra|more|longer ..1 time to ..1 send|return ..2 back|it|them
gold|silver|platinum|bronze|vip|diamond tier|status|member*
-tea|tasting a|the|our voucher -for|code
points ..2 go|goes|land|count|collect|add|wait ..4 account|balance|next|order
take|takes|taken|taking|knock* a? ..1 little|something|bit|slice ..1 off ..3 new|next|price|bill|total|order|one|refill|each
comes|come|goes|is|are with a ..1 little|bit taken|knocked off
pay ..1 us ..2 once|when|after|later|only
a? little|small|wee something|extra -about|like|odd|wrong|wild|green|blue
something ..1 extra|special|little|nice ..1 for|from|with you|us|your|the
as ..1 a ..1 thank you
welcome|thankyou gift|treat|present|surprise
new amount|total|sum
unlock*|redeem*|entitle*
! entitled to ..1 change|think|say|doubts|opinion|look|mind|ask|moan|a|your
-in|drop|dropped|dropping|call|calling|keen|easy|pressed|look on us -both|all|and|to|who
our|my compliments|gift
! counts on us
! depend|rely|count|lean|call|go|light|shine|is on us ..1 to
thank you gift
! dress code
! unlock*|unlocks the|our|my ..2 door|doors|workshop|kiln|shed|gate
! code of
! special offer of help
! a little extra time|care|room|milk|patience|thought|attention
! opinion*|advice|help|view|comfort|seat|choice|company|hand|tea|stories ..2 on offer
slipped|tucked|popped|added|hidden|put|snuck|stowed ..2 something|little|extra ..3 in|into|inside|with|to|for ..3 basket|box|parcel|order
slipped|tucked|popped|added|hidden|put|snuck|stowed ..2 something|little|extra ..3 with|to|for ..2 you
slipped|tucked|popped|added|hidden|snuck|stowed ..2 something|little|extra in ..2 for you
something|anything ..3 hiding|hidden|waiting|lurking|tucked|slipped ..3 box|parcel|order|basket|lid|tissue
open|unpack|find ..4 something ..2 not ..2 order|ordered|expect|pay|choose
one|thing|something|more you ..2 not|never ..1 order|ordered|choose|chose|pay|paid|ask|asked ..1 for? $
things you ..2 not|never ..1 order|ordered|choose|chose|pay|paid ..1 for? $
! the|a|secret|dress|our ..1 code of
feel|feeling|felt generous
accountant|bookkeeper ..3 cross|unhappy|sulk*|weep*|crying|despair*|furious|faint*
surprise ..3 checkout|till
whisper|murmur|mutter|mention ..4 at the till|checkout
we|i|nell|asha ..4 giving mood
something|little extra ..6 parcel|box|order
we|i|nell|asha hid|hide something|anything
a thank you is ..2 in|inside ..1 your|the ..1 basket|box|parcel|order
parcel|box|order ..4 heavier|fuller than you
stowaway ..1 in|inside your parcel|box|order
uninvited guest ..3 box|parcel|order
find|finds|found its|their|a ..1 way in|into ..1 the|your|every|each parcel|box
something nice|good|pleasant|kind|lovely|sweet|special ..4 checkout|till
a thank you|thanks ..2 awaits|await|waits|waiting|hiding|hidden
order|buy|take|choose|finish|decide ..6 and|then i|we ..1 see to|look after|sort|handle|cover|do
comes|drops|falls|vanishes|goes|disappears|drop|fall|come off|away ..2 at|from|in ..1 checkout|till|bill|total
i|we will? see to the tea
little|small|second|other|extra|baby one ..4 stow*|climb*|hop*|slip*|sneak*|travel*|ride*|join*|tag* ..3 beside|with|along|in|away
bill|till|total ..3 other way|blind eye|not notice
thank you|thanks ..1 tucked|waiting|hidden|put|slipped in your basket
is|are|goes|comes on our bill|tab|dime
"""

TABLES = {
    "offer:discount": DISCOUNT,
    "offer:delivery": DELIVERY,
    "offer:gift": GIFT,
    "offer:any": ANY,
}
