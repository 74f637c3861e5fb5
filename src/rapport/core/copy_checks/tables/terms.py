"""What is added to an offer that was decided: other terms, another gift, somebody else, a next time.

`offer:decided` applies only where an offer was decided, `offer:minimum` where it has one: without, the same words are harmless, or
what they promise is found by `offers`.
"""

from __future__ import annotations

CLASSES = {
    "trinket": (
        "mug mugs cup cups bowl bowls plate plates saucer saucers jug jugs spoon spoons strainer "
        "caddy scoop infuser teapot candle lid tile coaster tray towel apron brush card pot dish "
        "biscuit biscuits vase egg stand trivet cosy platter"
    ),
    "outsider": (
        "friend friends neighbour neighbours sister sisters brother brothers mother mothers family "
        "families colleague colleagues mate mates aunt cousin others somebody someone anybody "
        "anyone everybody everyone household"
    ),
}

DECIDED = """
late ..6 still|works|work|honour*|fine|matter*|mind|anyway|regardless|accept*|good|try
later ..6 works|work|honour*|accept*|matter*
miss|missed|past|lapse* ..8 anyway|regardless
near enough will|is do|fine|good
no end date
big|large|small|little or|and small|large|big|little ..3 order*|basket*|spend
order*|basket*|spend ..2 big|large|small|little or|and small|large|big|little
no matter how small|large|big|little
whatever|whichever ..1 you ..2 order|buy
on|for any|every|all order|orders|purchase*|basket* -whatever|of|over|from|above
share|pass|send|give|forward|tell ..1 it|this|code ..1 to|with|on|round|around ..3 whoever|whomever|anyone|anybody|everyone|everybody|friend*|neighbour*|family|others
-would lend it|this|code ..1 to|on
day|days|hour|hours|bit|little late|over ..5 mind|matter*|fine|notice|fuss|worry|ok|okay
mind|matter*|notice|fuss ..5 day|days|hour|hours|bit|little late|over
minimum|date|deadline|end|limit|terms ..3 only|just|merely|more|not ..4 suggestion|guide|guideline*|formality|strict|firm|stone|rule
nobody|hardly|never ..4 check|checks|checking|counts|counting|minds ..2 date|minimum|total|calendar|code
we|i|till|checkout|computer ..1 do|does|will|would not|never ..1 check|count|look|mind ..3 date|minimum|calendar|code
on top of ..2 everything|all|other
for you and yours|anyone|everyone|all
full|whole|entire|bigger|larger|proper|generous|big|large tin|bag|box|caddy|bottle|pouch|tub|sack|pack|jar ..8 parcel|order|post
still ..2 works|work|good|use|valid|count|counts|apply|applies|take|accept ..8 late|later|after|past|even
not|never|nobody|hardly|little ..4 strict|fussy|picky|stickler*|pedantic|precise|rigid|exact
flexible|lenient|relaxed ..4 about|on|with|date|minimum|terms|end|rule*
elastic|soft|loose ..1 about|on|date|minimum|terms|end|rule*
! let|lets loose on -the|date|end|terms|rules|any|our|its
elastic|soft|loose with the|its|our ..1 date|end|minimum|terms|rule*|limit|code
will|shall|would|can|could|gladly|happily honour ..3 all|anyway|afterwards|after|regardless|late|later|whenever|past|then
not ..6 turn|turning|send|sending ..1 you|anybody|anyone away
code|it|offer|{offer.code} ..3 run|ran|runs|expired|lapsed|ended ..14 honour*|another|accept*|sort|mend|fresh|anyway
! let|lets|set|sets|turned|turn ..2 loose with|on ..3 scissors|shears|brush|brushes|pencil|paint|glaze|slip|ribbon|string|tape|stapler|kitchen|bench|garden|wheel
no|without|never ..1 end|expiry|limit|limits|deadline|cutoff|closing|small|condition*|cap|restriction* -of|in|to
! pleased|pleases|please|delighted|delights|amused|amuses ..2 no end
! chalk|winter|laundry|washing|mud|rain never ends
use ..1 it|code|this|them ..12 as often as
use ..1 it|code|this|them on ..1 all|everything|anything
go|goes|going ..1 higher|further ..1 still|yet
covers|cover|works|applies|counts ..3 returns|repairs|services|workshops|courses|deliveries|alterations|engraving|wrapping ..1 too|also|and|as
goes|keeps|stays|go|keep ..1 on? ..1 working|valid ..2 after|beyond|past
-of|have|has use|give|lend|share|pass|treat|works|good|valid|counts ..4 to|with|for|by|and ..2 @outsider -to|who|in
give|treat|lend|tell a|your|any|the ..1 @outsider -to|who|in
! what you|to tell the|your ..1 @outsider
@outsider else|elses|too|also ..6 code|use|order|basket|it
order|orders|basket|baskets|parcel|parcels ..2 to|from|for anywhere|everywhere|wherever|abroad|anyone|anybody|any
next|following|another|future|second|every|later|each order|orders|basket|visit|purchase ..4 too|also|as|ours|us|works|good|counts|free|off
! next order|purchase ..4 and works until|to|up
next|another|future|second|every|later|each time|times ..4 too|ours|works|counts|free
next|another|future|second|every|later|each time|times ..2 also|as|good
! next time {offer.code} is|will|can|may be? good for {offer.value}
next|another|future|second|every|later|each time|times ..2 on us
too|also|again|still|as ..4 next|following|another|future time|order|one|orders|basket
works|work|valid|good|counts|applies|use ..2 anywhere|everywhere|again|always|forever|whenever|twice|throughout
! good morning|afternoon|evening|night|day good? again|whenever|wherever|everywhere
i|we|nell|asha|she|he|will|and|or ..2 add|include|put|tuck|slip|pop|give|send|throw|pack|adds|puts|tucks|slips|pops|sends|throws|enclose ..4 a|an|another|some|the|any ..2 @trinkets ..2 too|in|as|with|$
take|choose|pick|have|get ..1 sampler or|and|plus
sampler or|and|plus a|an|some|another|two
make|made|making|makes it|that|them a|an|some ..1 big|full|whole|large|proper|bigger|double|larger
whole|full|big|entire|proper|large|larger|bigger|family ..1 caddy|tin|bag|box|bottle|pouch|tub|sack|pack|chest of|$
! that|those big|large|heavy ..1 bag|box|bottle|tub|sack|pack of -our|ours|free|tea
whole|full|big|entire|proper|large|larger|bigger|family size* sampler|caddy|tin|bag|box|bottle|pouch|tub|sack|pack|chest
returns|return ..5 too|also|covered|free|ours|postage
returns|return ..4 on us|me
returns|return ..5 as -simple|easy|plain|before|ever|always|usual|they|it|described|straightforward|short|said|soon|often|long|you|though|if|explained
way|journey|trip|road back|home ..3 too|ours|free|also|covered
way|journey|trip|road back|home ..2 on us
express|tracked|insured
sent|send|sends|goes|go|travels|travel|comes|posted|journey|signed|@parcel|parcel|box <4> recorded
bigger|larger|better|deeper|higher|steeper ..2 saving|discount|offer|sampler|sum|number
more ..2 off|back|again ..3 if|when|for|with|on
and|plus ..2 more|extra ..2 off|saving
spend|order|buy ..4 more|bigger|larger|extra ..6 add|get|more|save|we
! spend|order|orders|buy ..2 {offer.minimum} or more ..6 add|get|save|we
! fresh ..2 tin|bag
it|code|offer|that|this|{offer.code} ..1 does|do|will not|never ..1 end|expire|lapse
never ..1 end|ends|expire|expires|lapse|lapses
a|an|another|any @trinkets ..2 comes|come|goes|travels|arrives|joins|thrown ..2 with|along|too|beside|free -you|in
! a|an|another @trinkets ..2 goes|travels|comes|flies ..2 with free @parcel
! a|an @trinkets goes well with
a|an|another @trinkets ..1 is yours|ours|free
{offer.code} adds|puts|brings ..1 the|a ..1 whole|entire|full ..2 range|set|tin|box|collection
! a|an|another @trinkets @parcel is free
friend|friends|neighbour|neighbours|sister*|colleague*|family|mates ..2 order|orders|basket|baskets|parcel
any|every|all|each ..1 tea|teas|pot|pots|order|orders|piece|pieces you ..1 like|want|choose|name|ever
date|end|deadline|minimum ..6 stretch*|bend|move|shift|budge|extend*|wait|guideline
date|end|deadline|minimum ..4 to suit
stretch*|bend|budge|extend* ..4 date|deadline|minimum|rule*|end
another ..2 for ..2 @outsider|them
you ..2 still ..1 get
you ..2 still ..1 have|keep ..3 sampler|gift|code|off|saving|discount|free|{offer.*}
you ..2 still ..1 have|keep it|them ..2 after|afterwards|later|past|then|anyway
after that|then ..2 it|code|offer ..1 still
your|the @trinkets comes|travels|rides|goes ..1 along|too
^ a whole tin|bag|box|caddy|bottle|pouch|tub|sack
swap|exchange|trade|change ..3 tea|sampler|gift|code for
swap|exchange|trade|change it for ..2 @wares|@trinkets
there is|are|will ..2 a|an|some|another ..1 @trinkets ..4 box|parcel|order|from|with|for|waiting|yours
! there is|are a|an ..2 @trinkets in your basket -from|free|too|as
! there? is? a|an|some|another ..1 @trinkets that|which goes|go|pairs|sits well|nicely|beautifully with -your|the|it|every|each|any
! there is ..1 a|an|another ..1 chair|stool|seat|sofa|hook with|for you|your -order|basket|parcel|box
send|post|sent|ship|posted ..4 to ..2 @outsider
never ..2 runs|run|ends|expires|stops|lapses|stale
saving|discount|sum|amount|offer ..2 goes|grows|rises|climbs|go|grow|rise ..1 up|higher|if|when|with
! offer|saving|discount to go with it|your|the
get|have|yours|comes|sampler|tea|code|it ..3 without ..2 ordering|buying|order|purchase|basket|spending
! send nothing|it|anything without
goes|counts|holds|applies|works for|on|with your|the|any|every ..1 next|every|other|following
next|following|other|second|future parcel|parcels|pot|mug|tin|delivery ..4 too|also|as|ours|us|works|good|counts|free|off
every|each parcel|parcels|delivery ..4 too|also|ours|works|good|counts|free|off
longer|further|later ..2 than|past ..1 date|that|planned|usual|stated
! later than that and ..3 code|checkout|till|offer|link
all|every|each your|future|my|of|later ..1 orders|order|parcels|deliveries
friend|friends|neighbour*|sister*|family|families ..4 too|also
friend|friends|neighbour*|sister*|family|families -at ..4 use|get|have|gets ..3 it|code|this|that|them|off|{offer.*}|one|delivery|discount|same|some|share|free|voucher|@present
each|every order|parcel|basket ..1 comes|gets|has|with
each|every @ware ..1 comes|gets|with -from|out|off|down|up|home|in|to|dusty|dirty|cold|warm|wet|hot|used
each|every @ware ..1 has ..4 sampler|gift|free|extra|present|discount|code|wrapped|wrapping|delivery|post|postage|paid|cheaper|reduced|{offer.*}
each|every @goods ..1 comes|gets ..4 sampler|gift|free|too|extra|present
! each|every @wares|order|parcel|basket ..1 has|gets a|an|one|its|some ..1 corner|corners|gap|gaps|edge|edges|side|story|weight|temper|character|turn|moment|middle|weak|soft
sampler|gift|one ..3 for ..1 your|a|the|her|his ..1 @outsider
have|use|claim|works|redeem|get|valid|good|yours ..3 any|at time|anytime -until|till|before|up
! have a ..1 look|think|read|browse ..2 any|at time|anytime
works|work|valid|good|lasts|holds|runs|last|hold ..4 as long|often|many|much as
use ..1 it|this|that|code|{offer.code} as long|often|many|much as
free|delivery|postage|saving|discount|off ..4 for|all a|the|one|this|whole ..1 year|month|week|season|summer|winter|lifetime
bit|little|touch|tad|pinch|shade|day|days|hour|pence|pounds under|short|below|late|shy -the|your|a|note|letter
not|never ..2 run|runs out -of
tin|bag|caddy|sampler|it ..4 is a|the full|whole|large|big|proper|real|bigger ..1 one|tin|bag|size
you ..2 choose|pick which tea|teas|sampler|blend
! and? i|we|nell|asha|she|he|will|or ..2 put|puts|press|presses|place|places|give|gives ..1 a|the|your|that ..1 cup|mug|bowl|jug|spoon|pot in your|his|her|my|the|our|somebody ..1 hand|hands|way
add|adds|tuck|tucks|put|puts|slip|slips|pack|packs ..1 a|an|another|the ..2 @trinkets ..1 to|in|into|inside ..1 the|your|every|any ..1 parcel|box|order|basket
! you ..2 put|add ..1 a|an|the ..2 @trinkets ..1 to|in|into ..1 your|the basket|order
a|an|another|the ..2 @trinkets comes|travels|joins|goes|rides ..1 with|in|along ..1 the|your|every|any ..1 order|parcel|box
all|everything|anything|whatever you ..1 ever|later buy|order|choose|want
on the same terms
gets|get it|one too|also|as
late ..8 sort|help|see|fix|arrange
holds|goes|applies for ..1 @outsider
smaller|lesser|lower ..1 order|basket|total|sum ..3 do|works|counts|fine|too|qualif*
more for regulars|members|subscribers|friends|loyal
next one ..3 covered|included|too|also|as
anywhere in the world|country|land
to any country
a|an|another ..2 @trinkets comes|come|tags|rides along|too
it|that|sampler|gift comes|come|arrives with a|an|another ..2 @trinket
more of|like a ..1 tin|bag|bottle|box|pouch
slip|tuck|pop|put|add|slips|tucks|pops|puts|adds ..2 second|another ..1 tin|bag|box|bottle|pouch|pack ..4 box|parcel|order|too
know*|hold*|works|work|remember*|keep*|stand* ..2 for good -reason|measure|tea|luck
add|put|tuck|slip|pop|lay|pack|send|throw|drop|nestle|find|include|puts|tucks|slips|pops|lays|packs|sends|throws|adds|drops ..3 one of my|our|nell|asha|her|his|these|those ..3 @trinkets ..4 in|beside|with|alongside|too|next|there|as|along
one of my|our|nell|asha ..2 @trinkets goes|comes|travels|rides|joins|follows|slips
find ..2 a|an|another ..2 @trinkets ..2 under|in|inside|beside|between|among ..1 the|it|them|your|paper|parcel|box
! find yourself|yourselves wanting|needing|missing ..2 @trinkets ..4 the|it|them|your
lay|lays|set|sets|stand|put|puts|tuck|tucks ..1 a|an|another ..2 @trinkets in? beside|alongside|next|with to? it|them|yours|the
@trinkets of mine|ours ..2 goes|comes|travels|in|with|beside|too
hold|holds|count|counts|good|works|valid|applies|covers|cover ..2 your|the ..1 whole|entire ..1 household|family|street|office|table|village
we|i ..2 extend|prolong|renew|reopen ..1 it|that|this|the|code|offer
make|makes|making ..1 an exception|allowance
same goes|holds|counts|applies ..2 your|any|his|her ..1 friend*|family|sister|brother|neighbour*|household|mother|office|next|other
make|makes|making it a ..1 little|bit|touch|shade ..1 more|bigger|extra|larger
split|spread ..3 over|across|between ..4 orders|baskets|parcels
this|your|first order|one|basket and ..1 every|each|any|all ..2 order*|one|after|other|basket*
+ free|ours|off|valid|postage|delivery|us ..5 now and ..1 later|always|ever
worth more than you
not|nothing|without|never ..3 enter|type|quote|show|entering|typing|doing|quoting ..1 anything|something|code|codes
nothing to ..1 enter|type|quote|show|remember|apply
comes|taken|applied|off ..2 automatically|itself|themselves -{offer.code}
"""

MINIMUM = """
on|with|for|to|in|across|covers|at|by any|every ..1 order|basket -of|from|above|over|worth
any|every order|basket -of|from|above|over|worth ..3 gets|get|qualif*|counts|count|comes|earns|earn|ships|travels|free|ours|will|has|goes|{offer.*}
any|every order|basket ..1 after|following|thereafter|later|from
any|every order|basket $
small|tiny|little|empty|no|modest|single order|basket|spend -of|from
whatever|however ..1 you? ..1 size|spend|total|much|little
"""

TABLES = {"offer:decided": DECIDED, "offer:minimum": MINIMUM}
