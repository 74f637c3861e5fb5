"""Sales, deals, points, prizes and terms of trade: words of shops that no offer of ours allows."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

DEALS = """
! on|for sale to|since|because|only
! goes|go|went|going on sale
sale|sales
! there is|are no sale|sales on|and|or|running|with|behind
! no sale|sales $
! point of sale
deal|deals
! seal|seals|sealed the deal
! deal|deals to the left|right
! cut deal
! i|we ..1 deal in -discount*|price*|sale*|offers|bargains|savings
! deal me|us|you in|out
! deal|deals ..2 cards|hand|deck|aces
! a done deal
! a big deal for a|the
bargain*
! seal|seals|sealed|strike|struck|drive|drives|drove ..2 bargain
! bargained for
special|current|our|latest|ongoing|seasonal|sales|spring|summer|autumn|winter promotion*
promotional
promotion* on|ends|runs|until|code|for|now|applies|period|offer
clearance
! has|have|enough|needs clearance
! ground|door|tyre|wheel|ceiling|head|mudguard|leg|knee|frame clearance -is|on|sale|has|of|ends
! clearance between|under|above|below|around|beneath|over
cashback
cash back
store|account|shop credit
credit to|on|in your
loyalty|bonus|reward*|double|extra|earn|collect ..2 points
points for|on every
your ..1 points are|will|expire
your|our|claim|earn reward
a reward for|to you|your|ordering|finishing|every|each|coming|staying|us|loyal* -dog|dogs|cat|cats|puppy|pet|kitten|horse
a reward is|waits|awaits|waiting|inside|enclosed
rewards|loyalty points|club|programme|program|scheme|card
refer* a|your friend*
bring a friend and -tea|lunch|measure|a|ask|let
bring a friend for free|half|nothing|less
bring a friend to ..1 {brand.*}|us|our
bring a friend to the|your|a shop|store|family|club|party
bogo*
buy two
buy one|any ..6 get|gets|free|have|take|receive|half|give|we|another|second|ours|us
buy ..3 get
get one|another|@number free
for the price of
multibuy*
multi buy
bundle* deal|offer|saving*
mark|marks|marking|marked down -the|a|which|your
mark*|marked ..2 down -in|on
markdown*
cheap*
! {offer.value} cheaper
low|lower|lowest|small cost
affordab*|inexpensive
priced|pricing|pricetag|pricey
! priced {viewed.first.price}|{viewed.total}|{cart.total}|{cart.first.price}|{order.total}|{order.first.price}
! priced at {viewed.first.price}|{viewed.total}|{cart.total}|{cart.first.price}|{order.total}|{order.first.price}
low|lowest|best|special|lower|unbeatable|half|same|old|member|trade|sale|great|good|better|secret|crazy|silly|fair|reasonable|bargain ..1 @price
below|under|beneath|than|half|fraction|of|beat*|lower|less ..1 the|our|its|your|their usual|normal|regular|full|original|new @price
usual|normal|regular|full|original @price ..4 higher|more|double|elsewhere|dearer|steep|steeper
! fraction|half|end of ..1 the new @price
price match*|promise|guarantee*|freeze*|lock*|rise*|increase*|hike*
price of -{cart.*}|each|every|it
! {offer.value} from|off the price of the|your ..1 order|basket|tin|pot|bag|book|box|pair
! price of your|the order|basket|it by {offer.value}
! compare|weigh the price of a|an
price ..2 up|rise*|rising|increas*|held|hold
price|prices was|were|used|being ..2 higher|lower|more|less|double|dearer
name your price
@price go|goes|going|rise|rises|rising|up|promise|freeze|cut|cuts|drop|drops|slash*|crash*|war|beat|guarantee|right
! @price drops|falls|comes|goes down? by {offer.value}
more|less ..3 more|less ..1 you? save|saves|pay|spend
less you ..2 pay|spend
was|were|used ..1 @sum
! total|order|basket ..1 was {cart.total}
never been|be cheaper|lower|better
nothing|penny to pay
! nothing to pay until|unless|before you ..1 order|confirm|place|press|finish
! waiting|asking|looking|wondering|thinking|browsing costs nothing
! all that|this|the ..2 for nothing
! ask|asks|asked|asking ..1 for nothing
! good for nothing
! all for nothing
at cost|half|under
! no ..1 charge|charges has|have|is|was|were been|made|taken
! no charge until|unless|before you ..1 order|confirm|place|press|finish
deposit|deposits -on|in|inside|from|around|along|of
reimburs*|surcharge*|fee|fees|membership*|expensive|cash
! the|any delivery|shipping|postage fee|fees -on|for|or|ever|again|and
pay|buy|order|settle ..3 invoice
by|on|per invoice
! petty cash
! cash box|boxes|tin|register|drawer
money back|saving|saver|worth|spent|saved|down|less|towards
save|saves|saving|spend|spends|spending|less|more|no|little|extra|lose|losing|return|returns|refund|give|get|waste|wasting ..2 money
your|any|some|free|real|hard|good|earned|bonus|pocket|prize|much money
! pocket money jar|tin|box|book
! no money has|is|was ..1 been|taken|left|moved|changed
money in|on|for|to you|your|it|the|us|spend|spare -pot
terms|conditions apply|applies|attached
! afterwards|after|otherwise|then ..2 usual|normal|standard ..1 terms|conditions apply|applies
credit|payment|easy|special|trade|friendly|good|better|favourable terms
terms ..1 yours|your
terms and conditions
pay ..3 now|when|afterwards
pay ..3 after -work
! pay a ..1 visit|call|compliment ..1 now|when|after|afterwards
! pay ..1 when|once you ..2 order|confirm|place|press|checked|finish
! before you ..1 pay ..3 now|when|after
round*|rounding ..3 up|down ..4 total|sum|price|bill|pound|pounds|cost|basket|nearest|{cart.*}|{offer.*}
total|sum|price|bill|cost|figure|{cart.*}|{offer.*} ..4 round* ..2 up|down
i|we ..1 round|rounded ..2 down
in your favour
we|i ..2 may|might|could|would|will|can do ..1 better|more -to|with|than|next|for
! what|something|anything|how|where|things we|i ..1 may|might|could|would|will|can do ..1 better|more
we|i would|could|can|will go ..1 further|lower -into|back|than|afield|up|on|along|in|through
instalment*|installment*|klarna|clearpay|afterpay
interest free
free ..2 both ways
both ways ..3 free|covered|ours|us|paid
spread|split the ..1 cost|payment*
easy|small|equal|split payments
rent it|this|one
returns|exchanges|replacements|repairs ..3 free
return postage|shipping|delivery
pay ..2 @parcel back
try ..1 before you buy|pay|commit|decide -a|anything|any
trial period|offer
trial ..3 free
free|risk trial
prize|prizes|raffle|lottery|sweepstake*|giveaway*|jackpot|tombola
! prize marrow*|onion*|pumpkin*|leek*|rose*|dahlia*|possession*|specimen*|pig|bull|cockerel
! prize|prizes went to
! there is|are no prize|prizes ..1 just|only|for|and
! there is|are no prize|prizes $
! eyes|eye on the prize
! prize is a finished
win|wins|won ..3 @pots|set|prize|hamper|voucher|bundle|@present|supply|order|@ware|money|cash|basket|big
win|wins|won a|an|our|one|some|the ..1 @goods
chance to? win
and win $
best photo|joke|story|answer|reply|letter|picture|name|caption|guess ..1 gets|wins|receives|has
you have ..1 won a|an|the|our|something|some
share|enter|reply|order|buy|click ..2 and win
lucky winner*
one of ..1 winners
-how you ..2 win -me|us|over|round|back|or|either
could|might|may|can|will win a|an|our|one|some
into|in the|a|our ..1 draw
name|names|entry|entries|number ..3 in|into the|a|our ..1 hat
prize|lucky draw
give away|aways
! give|gives|giving away the|its|their ..1 ending|plot|secret|secrets|twist|story|surprise
! not|never|without ..1 give|giving away the|how|what|who|too|more|any|much
refund*
money back
your|get|our money -where
compensation
early|priority|exclusive|vip|advance access
members only|price*
member*|subscriber*|insider* ..3 lower|less|save*|discount*|extra|first|price*|only|exclusive*
as a member
vip|vips
stack*|combin* <4> offer*|discount*|code*
on top of ..3 offer*|discount*|code*
any|all|every|another|other|more|further|extra|second|bigger|better offer|offers|discount|discounts|code|codes
! before any code
big*|huge|massive|enormous|whopping|steep|generous|deep|extra|hefty|great saving*|discount*|reduction*|save
save big|hundreds|loads|lots|even
no|without ..1 minimum
no|without ..2 code|codes
! without a|the code ..1 the|your order|basket|parcel ..1 goes|is|stays|costs|travels
! ^ without the code
! no|without ..1 dress|colour|bar|zip code|codes
! sum|total|amount|{cart.total} ..1 without the|a|any code
! with or without ..1 code
! without the|a|any code the|your ..1 order|basket|checkout ..2 as usual|normal|before
no need|reason ..2 type|enter|use|apply ..2 code|codes|word|{offer.code}|anything|voucher
no need|reason ..2 code|codes
by itself|themselves ..2 checkout
comes|come|taken|take|drops|drop|falls off ..1 automatically
comes|come|taken|take off ..1 by itself|themselves
comes|come|taken|take off ..1 without ..2 code|word|asking|typing|entering|doing|anything
pass|share|send|forward|give|lend ..3 code|codes|discount
! give the|your code ..1 at|in|when|as
! give the|your code {offer.code}
! give the|this|your code {offer.code} -to|with
! give the|this|your code at|when
! we|i ..3 pass|send|give|lend you|along|on|a|the|this ..1 code ..2 {offer.code}
! give|gives you|it a|the|this|our|your code -each|every|tomorrow|later|again|when|next|and
! give|send|share us|me the ..2 code
tell ..1 your|friend|friends|neighbour|colleague|mate|somebody|someone|everyone|everybody|others|them|him|her ..2 code|codes|discount
friends|family|friend ..4 save|saves|code|discount
throw|pop|slip in a|an|some|another|extra ..1 @wares -sampler|sample
put in a|an|some|another|extra ..1 @ware -sampler|sample
add another|extra ..1 @wares -to
another ..1 @wares and ..6 free|nothing|less|us|yours
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
wholesale
outlet|warehouse @price|sale|deal|club|clearance|rates
outlet store|stores|shop
our|an|the|factory outlet -on|in|near|nearby|behind|by|for
reduced to|for|from
reduced by -{offer.value}
at|below|under cost
staff|employee|friends|family|mates|special|trade|student|member* ..2 discount*|rate|rates
subscribe and
subscription*
! manage|change|pause|skip|stop|cancel|edit|see|find ..2 your|the|a ..1 subscription|subscriptions
! your|the subscription is|in|page|settings|stays|can
! your|the|this subscription to {brand.*}
! your|the|this subscription to our|the|these ..1 letter|letters|newsletter|mails|list|emails
black friday
! advice ..4 worth every penny
worth every penny
budget
! budget your|the ..1 time|weekend|afternoon|evening|hours
yours free|for
! keep|kept|use yours for
! yours for free @parcel
! yours for {viewed.*}|{cart.*}|{offer.value}
! code|choice|decision|move|call|page|floor is|are yours for
includ* ..2 tax|vat|delivery|postage|shipping -address|details|date|time|options|method|note|notes|instructions|form|page|choices
tax|vat ..1 includ*
less than usual|normal|before|ever
! water|feed|use|eat|eats|sleep|sleeps|need|needs|drinks ..3 less than usual|normal|before
less than ..2 in ..2 shop|shops|store|stores
cheaper than
students|nhs|seniors ..1 discount*
first|next order|orders|purchase|basket ..2 off|free|less|save*|discount*|come|comes|get|extra -when|whenever|as|from|once
! first|next order|orders|purchase|basket you|we ..1 get {offer.value}|{offer.code}
! next order|purchase is|becomes {offer.value} less|lower -and|too|each
off|free ..2 next|first|future order*|purchase*|visit
! {offer.value} off for? your next order|purchase|visit -and|too|also|as|plus|or
! {offer.value} off your|the next order|purchase|visit -and|too|also|as|plus|or
on ..2 next|first|future order*|purchase*
! no|free @parcel charge? on your next order|purchase -and|too|also|as|plus|or
! {offer.value}|{offer.label} on your next order|purchase -and|too|also|as|plus|or
! code|{offer.code} you|to? can|may|could? use|spend|try|enter? on your next order|purchase -and|too|also|as|plus|or
we|i|nell|asha|{offer.*}|@parcel|sampler ..5 upgrade*
! we|i do|all? cater|root|love|like|enjoy|adore|understand|respect|celebrate for? a|an? good|nice|proper|little|big? upgrade|upgrades
upgrade* ..3 @parcel|sampler|order|tin|gift
an|your|free upgrade -to|for
! time|due|ready|planning|considering for? an upgrade -on|from
gift card*|voucher*|certificate*
a steal
trade in -full|general
swap|exchange|trade ..3 old
old ..8 swap|exchange|trade ..4 new|another|fresh
pre order*
preorder*
a|an|your|our perk|perks
you ..2 qualif*|eligible|entitled
! you are ..1 entitled to ..1 change|think|say|doubts|opinion|look|mind|ask|moan
part of what you ..1 pay|paid|spend|spent|give
pay what you
difference ..2 keep|enjoy|on us|back
enjoy|keep|pocket the difference
! order|buy ..1 just? without the code
"""

TABLES = {"offer": DEALS}
