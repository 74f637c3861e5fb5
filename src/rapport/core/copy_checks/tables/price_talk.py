"""Prices and promises said another way round: by comparison, as a hint, as money that comes back."""

from __future__ import annotations

CLASSES = {
    "thing_bought": (
        "coffee coffees latte lunch dinner takeaway pint paperback sandwich loaf bun cake taxi bus haircut newspaper magazine pizza beer meal round cinema ticket bottle candle bouquet"
    ),
    "meal": (
        "coffee coffees lunch lunches dinner dinners takeaway takeaways pint pints paperback sandwich sandwiches round latte lattes cappuccino croissant croissants bun buns meal meals haircut newspaper magazine pizza beer beers drink pastry brunch breakfast cinema bus taxi snack"
    ),
}

TALK = """
cost|costs|costing|pay|spend|spending|worth|price* ..4 as much|little as -you|it|we|ever|they
cost|costs|costing|pay|paying|price* ..2 same as
less|more|dearer|over|under than ..3 pay|spend|spent|paid|cost|costs ..1 for|on|at|in|elsewhere
pay|paid|paying|cost|costs|spend|spent|price*|bill ..6 less|more|cheaper|lower|higher ..1 than ..5 elsewhere|anywhere|others|competitors|usual
cheaper|dearer|costlier|pricier ..1 than ..5 elsewhere|anywhere|others|competitors|shop|shops
less|over|under what|anything|whatever ..2 pay|spend|spent|paid|cost|costs ..1 for|on|at|in|elsewhere
less|dearer ..2 paid|cost|costs ..1 for|on|at|in|elsewhere
comes|come|came|adds|added|sets|works to|back|up|out|at ..4 less|under|little|nothing|more than|over -or
price|cost|worth|value of? a|an|your|that|one ..2 @meal
same as|price ..2 @meal
as much|little as ..2 @meal
! like*|love*|enjoy* ..3 as much as ..2 @meal
less|more|cheaper|dearer|lower|under ..1 than a|an|your|the|most ..2 @meal|bill
! more than a|your|the ..1 coffee|drink|breakfast|meal|beer cup|table|bag|machine|maker|grinder|stop
! keys|buttons|key ..2 loose|spare|pocket change
! loose|spare|pocket change ..3 bowl|dish|tray|saucer|plate|hall|door|pockets
-a|this|that|one|the small change -of|in|to|the
change from|out ..1 a|your
! change from your|my|his|her ..1 pocket*|coat|bag|purse|trousers|seat*|fare
! a ..1 change from a|your
break the bank
easy|kind|gentle|light|soft|lighter|easier|kinder|gentler|softer on|to the|your|a|any ..1 purse|wallet|wallets|pocket|budget|bank
your|any wallet|wallets|purse ..3 not|happy|lighter|rest|shut|feel*|heavier|fuller|full|fat|heavy|empty
no wallet|wallets|purse ..2 was|were|is|are|will ..1 hurt|harmed|opened|emptied
wallet|wallets|purse ..3 notice*|thank*|smil*|breath*|relax*|sigh*|hurt
! wallet|wallets|purse thank you
wallet|purse can|may|will stay
off|from your wallet|purse
empty*|drain*|dent*|hurt*|touch*|strain*|bother*|trouble|worry ..2 wallet|purse
wallet|purse friendly|pleasing
leave|leaves|keep|keeps|spare|spares ..1 your|the wallet|purse
cost|costs|costing|spend|pay ..3 earth|fortune|packet|arm|pittance|pence
for a|the ..1 pittance|fortune|pence
fraction of the|what|that
modest|small|tidy|smaller|round|princely sum|outlay
go|goes|going|sold|sell|sells|yours for ..1 less|more ..1 than -the
go|goes|going|sold|sell|sells|yours for ..1 less|more ..1 than the supermarket|shops|competition|others|chains
prices ..1 start|begin|from
starting|starts|start from|at only|just|under|less|{cart.*}
price|prices|pricing ..4 fall*|fell|drop*|climb*|held|hold|frozen|unchanged|lower*|soften*|slip*|tumbl*|rose|crept|stay*|stuck
! price drops|falls|comes|goes down? by {offer.value}
coppers|shillings
for what it|they ..1 cost|costs -you
@parcel|price|cost|costs|total ..14 find|meet|talk|work|sort|arrange ..3 way|arrangement|halfway|agreement|middle
price|cost|costs|total ..14 see ..3 way|arrangement
postage|carriage|price|cost|costs|total ..9 sort|work|talk ..2 something|what|it ..1 out|do|can|over
delivery|shipping|courier|postage|carriage|price|cost|costs|total ..9 see ..1 what ..2 can|could ..1 do
delivery|shipping|courier ..3 too|dear|steep|high ..9 sort|work|talk ..2 something|what|it ..1 out|do|can|over
miss|missed|late|past|lapse* ..8 honour*|extend*
after {offer.ends} ..8 honour*|extend*|anyway|regardless|another
after {offer.ends} ..6 still ..2 work*|good|valid|use|count*|appl*|free|off|yours|get
still|always ..1 honour*|accept* ..4 code|it|offer
surprise|free|extra|bonus|unused|unspent|available|shop|welcome credit -card|note|to|for|where|is
your|some credit -card|note|to|for|where|is|as
more|extra off than|usual|again|today|still
little|bit|something|some|extra more off
adds|adding|tucks|slips|puts|sends|includes|brings|joins|gives|offers|throws ..4 full|whole|entire|bigger|larger|proper ..1 tin|bag|box|caddy|bottle|pouch|tub|sack|pack|set|jar|@pots_and_goods
we|i|nell|asha|will|shall|gladly ..2 add|tuck|slip|put|pop|send|include|throw|give|offer|make ..4 full|whole|entire|bigger|larger|proper ..1 tin|bag|box|caddy|bottle|pouch|tub|sack|pack|set|jar|@pots_and_goods
full|whole|entire|bigger|larger|proper tin|bag|box|caddy|bottle|pouch|tub|sack|pack|set|jar ..6 comes|join|joins|climb*|ride*|travel*|goes ..2 along|too
full|whole|entire|bigger|larger|proper tin|bag|box|caddy|bottle|pouch|tub|sack|pack|set|jar ..4 comes|join|joins|climb*|ride*|travel*|goes ..1 in|into|with your|the|every|each|any ..1 order|parcel|basket|post
{offer.code} add|adds|puts|gets|brings|tucks|slips|sends ..1 @pots_and_goods
! {offer.code} brings|sends|gets ..1 @pots_and_goods ..2 free @parcel
{offer.code} ..10 and a|an|another ..1 @pots_and_goods ..3 join|joins|come|comes|too|as|free|along|with
{offer.code} ..8 samplers
{offer.code} ..12 chosen|choice|choose ..2 yourself|you|yours
nothing|no ..1 to? spend ..1 first
whatever|however|whichever ..1 much|little|small|large|big ..2 spend|spending|order|buy|costs|comes|total
whatever you ..2 spend|pay
no matter how|what ..3 spend|order*|cost*|buy
no matter how small|large|big|little ..2 total|sum|bill
with any|every|all order|orders|purchase*|basket* -whatever|of|over|from|above
on any|every|all order|orders whatever ..1 you
orders|order|baskets|basket of ..1 any|all|every size*|kind|sum|value
without|no|never ..2 threshold*|minimum*
add|buy|order|choose|pick|take ..1 one|another|something|two|a ..3 lose|losing|save|free|skip|drop|ditch|dodge ..2 @parcel
you keep it|them ..6 refund|return|returned|paid|back|pay
get|gets to keep ..3 as|too|anyway|regardless well|$
return|returns|give|gives|get|send|pay|hand|repay ..3 what|everything|all|whatever you ..1 paid|spent
your|the|every money|payment|penny ..1 back
pay|repay|paid you ..1 back|full
pay|paid back ..2 same|in|full|you
more ..5 than ..3 paid|pay|charged ..1 for|$
more|heavier|fuller|bigger|larger|extra ..4 than you ..1 paid|pay|ordered|asked|bought|chose -to|if
to the brim and ..2 then|more|some
generous* <6> checkout|till|total|bill|price
checkout|till|total|bill|price ..6 kinder|lighter|smaller|softer|soften*|shrink*|shrunk|melt*|slimmer|friendlier|gentler|thinner|lower|shave*|trim*
! checkout|till ..6 smaller|lighter|softer|lower|thinner size|one|colour|shade|pot|bag|box|tin|version|shelf|bed|pillow|yarn
let the till|checkout surprise
get|gets|use|uses|works|applies|counts|have|has|claim* it|this|them|code|both|that|{offer.code} twice
use|uses|works|applies|counts|claim* it|this|code|{offer.code} over
use|uses|works|applies|claim* code|{offer.code} again
works|applies|counts twice
existing|old|new|returning|loyal|regular|valued|first|every customers|readers|friends|fans|subscribers|customer|buyers ..3 get|gets|receive*|enjoy*|save*|pay|qualify
@sum ..4 bargain|steal|value|little
owe|owed you nothing -to
i|we ..1 will|would|could throw in -the|{offer.label}|{offer.value}
sweeten*|sweetener* ..3 deal|order|basket|you|offer|pot
carte blanche
goodwill gesture
gesture of goodwill
half as much
win win
! come|comes|came to more|less than the|its sum
! change from a|the ..1 saucer|mug|cup
! before|when|until|once|after|as|if i|we ..1 pay for something|anything|things|it
! a? great|good deal before|after|while|if|by|when|from|than
! tell|tells|told|say|says|know|knows|learn|learnt|learned|matters|matter ..2 great|good deal
! @corner free
! ever cost|costs ..2 more
! swallow|shoulder|bear|meet|stomach ..2 cost|costs|expense|bill ..3 @parcel
! cover|covers|absorb|absorbs ..3 cost|costs ..3 @parcel
! what you get for it
! find|finds ..1 way ..3 house|door|kitchen|home
miss|missed|late|lapse*|past|out ..6 see|find|try ..2 what|something i|we ..1 can|could
price ..5 what|where|something ..2 stops|puts|worries|holds|gives|pause ..10 write|reply|ask|tell|way|something
! on any order whatever its size
! has|have come to an arrangement
! wallet on your
! use it again $
! been at the price with
cost|costs|costing|price* ..4 you|one would|might|could|will pay|spend|give|leave ..1 for|on
talked|coaxed|persuaded|tempted|nudged|argued ..2 into ..5 kinder|kind|generous|lower|less|cheaper
total|price|till|checkout|sum|bill|postage ..5 talked|coaxed|persuaded|tempted|nudged|argued ..2 into
let me see|look|do|try ..2 about|what|with ..2 @parcel|price|cost|total
look|looking after ..2 @parcel|cost|bill
mention|quote|show|bring ..1 this note|letter|e|mail|message
thank you|thanks ..2 tucked|waiting|slipped|hidden|inside|enclosed|put ..2 in|for|your|with|aside|by|$
! thank you|thanks for ..1 waiting
account|balance ..3 topped|credited
topped|top up your|the account|balance
credit by|aside|away ..1 for
we|i will? pay ..3 return
we|i will? pay ..3 way|journey|trip back|home
return|returns|send it|them|sending ..4 we|i ..1 pay|cover|stand -for|the ..1 sending|carriage|@parcel
not ..2 find|get|see|buy ..4 for|at less|lower|better|cheaper -of|than|at
share|pass|send|give|lend|forward|tell ..1 code ..1 to|with|on|round|around
our|the|your biggest|largest|best|finest tin|bag|box|caddy|bottle|pouch|tub|sack|pack ..6 parcel|order|free
sampler|gift of ..1 your|you choice|choose|choosing|own
sampler|gift and|with|plus|alongside|beside ..2 spoon|spoons|scoop|strainer|infuser|card|biscuit*|mug|cup|bowl|tin
! sampler with your biscuit*|cup|mug|cake|toast
@parcel|{offer.code} ..8 there|out and back
@parcel|{offer.code} ..10 wherever|anywhere|anyplace|abroad|worldwide|globe|overseas
@parcel|{offer.code} ..10 this|one ..1 order|basket|time and ..2 next|another|after|following
{offer.code}|{offer.ends} ..10 and ..3 next|another|following one|order|time|basket
! {offer.code} and your next order|purchase is {offer.value} cheaper|less
{offer.code} ..8 more than once|one
express|faster|priority|upgraded @parcel
tell|let|show the? till|checkout ..2 know|that
! something go|goes|went|gone|going wrong|awry|amiss|astray|sideways ..1 at the till
! little|bit|more stuck|lost|puzzled|shy|slow|long|time|patience at the till
! little|bit ..2 pause|stop|queue|wait|breather|chat|word ..1 at the till
sweet* ..3 total|price
sweet* ..2 at|from|by the? till|checkout
till|checkout ..2 sweeten*|sweeter
have ..3 word ..2 with|about ..2 till|accountant|treasurer|price|postage
price|total|sum|bill ..3 surprise|surprises|pleases|delight*|relief|modest|reasonable|friendly
kinder|easier|softer|gentler on ..2 total|bill|bank|budget
! make|makes|making|made it|this|that|them|things|{viewed.*}|{cart.*} a? touch|bit|little|lot|shade? easier|kinder|gentler|lighter|softer on the|your purse|wallet|pocket|budget
! @parcel|ware ..1 cost|costs you nothing but
what|as|than a|an|your|the ..2 @thing_bought costs|cost|would
spend|spends|spent|pay|paid|cost|costs ..3 more|less|as|same|much ..4 @thing_bought
! spend|spends|spent ..3 time|morning|evening|afternoon ..4 @thing_bought
very|quite|really|perfectly|surprisingly|pleasantly reasonable ..4 for|price*|cost*|money
reasonable|fair|keen|decent|sensible|modest for what it|they
reasonably|fairly|keenly|sensibly|modestly|honestly priced
pay|pays|paid|paying ..2 us ..1 less
not|less|hardly ..2 as? dear|costly|pricey ..2 as|than ..1 it|they|you
accountant|treasurer|boss|bookkeeper ..5 other way
not ..1 tell the accountant|treasurer|boss|bookkeeper
looked|look after|kindly|well ..1 at|by the till|checkout
have|get|take ..2 @wares ..2 with|and|for|from our|my ..1 love|blessing|thanks|regards|compliments
something|little|reward for|towards your trouble|patience|loyalty|time|wait|pains
worth your while|trouble|time to|and|if|$
make it worth your
without|minus -the ..1 @parcel -cost|costs|charge*|label|address|note|in|getting|being|{offer.*}
send|replace|swap|exchange|give ..3 fresh|new|another|different ..1 one ..2 if|when
keep|use|have|take it|them ..5 decide ..4 whether|if ..2 pay
decide|choose ..3 later ..3 pay
on top of ..2 anything|any|what -you|is|else
{offer.value} ..2 off ..1 teas|tea|pots|mugs|bowls|plates|glazes|range|all|both ..1 too|also|as|and|alike
{offer.minimum} ..2 thereabouts|so|roughly|nearly|near|close|ish
about|around|roughly|near|nearly|almost {offer.minimum}
{offer.minimum} ..8 near|nearly|close|almost ..1 enough
enough|lasts|last ..2 for|a ..2 month|week|year|season|winter|summer
send|ship|post|sent ..3 express|priority|faster
we|i|nell|asha|will|shipped|ship ..2 send|ship|sent|it|them ..2 fast
send|ship|sent ..2 first class
{offer.ends} ..2 plus|and|with|also a|some ..1 little|bit|something|extra ..1 off
see|do|treat you ..1 right|proud|well -of
save|saves|saved|saving you ..2 trip|cost|price|@parcel|money
in lieu|kind for|of your
even ..1 better|more value|price|deal|off
kinder|nicer|friendlier|gentler|special price|total|bill|rate
! i|we ..1 will|would|could throw in a|an|some ..1 joke|jokes|story|opinion|pun|rhyme|compliment|recipe
below|under|beneath what|anything|whatever ..2 pay|paid|find|see elsewhere|anywhere|online
{offer.*} ..20 next|following one|order|basket|time too|also|again
code|offer|discount ..8 next|following one|order|basket|time too|also|again
works|work|good|valid ..10 next|following one|order|basket|time too|also|again
cost|costs|costing little|hardly|barely -thought|effort|us|more
! water|rain|asking|question|questions|advice|looking|smile|opinion|opinions|answer|answers|reply|kindness|patience|air|nap|yawn|look ..2 costs|cost ..1 nothing
! kiln|fire|glaze|life|weather|firing ..4 lottery
! is|was ..1 a ..1 lottery ..1 and|every|with|each
! free to please|move|breathe|roam|wander|choose|lean|swing|turn|drip|bloom|run|grumble|ask|ignore|disagree|look|change|say|think|be|do|stop|leave|take|read|skip|sit|stay|sing|talk|wonder|grow|spread|explore|poke
! free|freely with ..2 opinions|advice|views|opinion|tongue|compliments|spoon|butter|jam|salt
! free to please|suit|tell|ask you|us|your
! cheap joke|laugh|shot|trick|pun|thrill|jokes|puns
! trade|deal in mud|clay|gossip|opinions|soup
! the deal is simple|this|as
! thought|smile|kindness|word|hello ..2 costs little|nothing
! tell us|me ..8 your ..1 family|friends|sister|friend|colleague|neighbour ..5 and|we|you|both|get
! prize ..5 goes|went to ..2 @vessel|ladle|cat|dog|tray
! set|sets|roam|roams|run|runs|wander ..4 free $
! free spirits|radicals|thinkers
! budget for ..1 biscuits|cake|clay|jam|paint|glaze|soup|cakes
! if|when|once a|the|your tin lasts|last ..4 season|month|week
! no|without|not ..2 subscription|subscriptions
! we|i do|have|hold|run not do? sales
tea|teas|coffee|wine|beans|food|everything|price|prices|cost|costs|postage|delivery goes|going|go|is|are ..1 up ..1 in|next|after|from|by|soon|again -steam|smoke|smile|flames
price|prices|cost|costs ..5 rise|rises|rising|climb*|increase*|dearer -the
as|so low as ..1 it|they|we|prices
price|cost|costs ..2 that of
hold|holds|freeze|lock|fix ..1 the|your|that|this|our price|prices|total
let|allow us|me carry|shoulder|foot|take|settle|meet ..2 bill
for less than the|one|its|it|they|elsewhere|before|last|others
on top of everything ..1 else|already
! thank you|thanks ..1 tucked|waiting|hidden|put|slipped in your basket
"""

TABLES = {"offer": TALK}
