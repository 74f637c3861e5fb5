"""Scarcity: shortage that no stock makes true."""

from __future__ import annotations

CLASSES = {
    "lot": (
        "batch firing kilnful kilnload load kiln run harvest crop lot flush picking consignment shipment delivery series line"
    ),
    "batch": "batch firing kilnful kilnload kiln harvest crop lot flush picking consignment shipment",
    "few": "few couple handful last final",
    "stocked": "left remaining remain remains available stock unsold",
    "stock": "stock stocks supply supplies availability quantity quantities inventory",
    "others": "other others another someone somebody everyone everybody shoppers customers buyers browsers neighbours crowd people",
    "rival": "someone somebody another other others shoppers customers buyers everyone everybody",
}

SCARCITY = """
made|fired|threw|make only ..1 a handful|few|couple
things|some|pieces|items|pots ..3 basket ..2 running|runs|getting low|short
running|runs|getting low|short ..1 in|at ..1 workshop|shop|warehouse
harvest|crop|yield|picking ..2 small|poor|short|thin
other|another|more hands|hand ..2 reach*
yield*|gives|gave ..2 handful|few in|of|each
our|workshop|shop|these|stock|own ..2 shelf|shelves ..5 bare|empty|emptied
-your|wall|under shelf|shelves ..2 is|are|stands|stand|looks|look|goes|go|was|were|nearly|almost|soon|quickly|half ..3 bare|empty|emptied -on|in
gaps ..5 our|workshop|shop shelf|shelves
is|are|already ..2 gaps ..5 the shelf|shelves
-if|when|where our|the|workshop|shop shelf|shelves ..5 gaps
-your|a|wall shelf|shelves ..3 emptying|thinning
! you|your|yours ..2 almost|nearly out of it|this|these|them|that
! ^ almost|nearly out of it|this|these|them|that $
! if|when ..3 almost|nearly out of it|this|these|them|that
almost|nearly out of this|these|it|them|that|stock
fewer ..3 left|remain*
all ..1 there will|is|are ..1 be $
remaining stock|few|@ware
pushed|lucky|pressed to find|get
will|would|may|might|could|likely ..1 struggle to find|get ..1 another|one|more|it|them|these|this|any
not many ..1 of it|them|these|those|this|that|the|our|@ware|{cart.*}|{viewed.*}
not ..2 have|make|keep|got|hold many|much ..2 of it|them|these|those|this|that|@ware|{cart.*}|{viewed.*}
only ..1 got|have|has|had ..1 the? one $
doubt ..3 be|have|get|see ..1 any|left|more
most|many|all|few ..3 found ..2 home|homes
! order|parcel|parcels|box|van|letter|e|mail ..3 on its|their way out
! on its|their way out of|to
we|stock|colour|colours|size|sizes|line|range|shape|style|glaze ..4 on its|their way out
not ..1 only one|person ..1 who|that ..2 want*|like*|look*|has|have|eye*|saw|love*|put|ask*|after|wish*
yours|it|this ..1 is|was one of the ..1 few -things|words|books|places|games|ways|times|days|people|jobs
@stock ..5 limited|low
! few ..1 remaining|available steps|fields|questions|colours|dates|minutes|details|pages
! @few ..1 left over
! last|final available date|time|slot
@few ..3 @stocked -in|it|off|behind|them|you|your|to|from|at
! only|just|barely|hardly ..3 left in|on|at your|the ..1 bed|drawer|cupboard|jar|bag|tin|bottle|wardrobe|tube|packet
! only|just the left
only|just|barely|scarcely|hardly -as ..2 left -it|off|them|your|to|you|in
! only|just ..1 available ..1 in|with|as|for|online|from|on
! available only|just
! only remains to
only|just|barely ..2 remain*|available
only|just ..2 in stock
! one|two ..1 left shoes|shoe|feet|foot|hand|hands|gloves|boots|sleeve
@number ..2 left -it|off|them|to|in|by|behind|the|us
one left $
@number|one|single ..3 in stock
not many|much ..3 @stocked
! not much left of the|your|a|that|this ..1 loaf|jar|tube|tin|bottle|bar|soap|candle|cake|bag|packet|ball|pad|pencil
not|are many of these|those|them
few to go $
very few -days|hours|notes|words|e|minutes|mornings|weeks|spoonfuls|spoons|sips|drops|leaves|crumbs|lines|letters|pages|bites|steps|people|things|changes|ingredients|tools|parts|screws|clicks|questions|of us
only|last ..3 your name on it
they|these|those|pieces|ones|stock|sizes|@vessel ..2 out|leaving the door
we|i|shop|workshop|stock|stocks|supply|supplies|sizes|colours|pieces|these|they|those|ones|@vessel|@ware|kiln|leaf|glaze|clay|time|shelf|shelves|basket|things|{cart.*}|{viewed.*} ..3 running out|low|short
-if|when|once|whether|before|until|tell|think|feel|sure|know|that|should it ..1 running out|low|short
running out|low|short of|on ..1 stock|them|these|this|it|@ware|clay|glaze|leaf|time
running out|low|short fast|soon|quickly|now
shortage* of|in @stock|clay|glaze|@ware|tea
stock|supply|clay|tea|glaze shortage*
! hardly|barely|scarcely any left in|on ..1 your|the|my ..1 jar|bag|tin|bottle|box|pot|tube|drawer|packet
hardly|barely|scarcely any left|stock|of|remain*|to|@ware
hardly|barely|scarcely left -the|our|my|your|his|her|its|home|us|it|them
hardly|barely|scarcely enough ..1 left|of|remaining|for|stock|copies|pairs|@ware
hardly|barely any|a @ware|handful|few
no|not ..3 making|throwing|firing ..1 any? ..1 more
! only ..1 one|single|few ..2 left on|in|at ..1 your|the ..1 bed|drawer|jar|bag|tin|bottle|wardrobe|box|tube|packet|house
only ..1 one|single|few ..3 made|left|exists|each
only|just|left|remaining|made|have|is|was ..1 one of each
stock*|supplies|we|shelves ..2 run|runs|ran out|low|short
they|these ..2 run|runs|ran out|low
they|these ..1 ran short
low|limited|dwindling|scarce|short|thin|finite|restricted ..1 @stock|edition*|release|batch*|numbers|number
limited|finite|restricted ..1 run
limited|restricted to
limited|special|small|numbered edition|editions|run
very little|few of it|them
@stock ..3 low|limited|dwindl*|last|lasts|running|shrink*|short|thin|going|fad*|tight|disappear*
while|whilst @stock
rarity -in|on|here|at|round|around
stock|stocks|supply|supplies|shelf|shelves|numbers|batch|they|these|it|pile|rest ..3 dwindl*
dwindling stock*|suppl*|batch|number*|shelf
in short supply
gold dust
! the stock on|in your
! the stock is|was|will|can|may|needs ..1 simmer*|boil*|bubbl*|cool*|steam*
only|last|few|fewer|little|barely|hardly|while|one|single|two|pair|handful|left|remaining|dwindling|short|low|thin|end|bottom|sweepings|tail ..5 stock -of|pot|cube|cubes|phrase|answer
in|our|the stock ..3 low|thin|short|down|out|fast|shrinking|shrinks|dwindl*|limited|small|last|lasts|left|empty|scarce|only|today|now|until|while|but
earliest|quickest|fastest to ..1 use|enter|order|claim|reply|click|buy
how few are|remain|there
when it is gone it is gone
checked ..2 stock
oversubscribed
stock ..1 clear*
only ..1 made|fired|threw|make|throw a|some ..1 few|handful|couple
only ..1 made|fired|threw|make|throw few|some|one|@number
everything must go -in|into|on|through|under|to|with
already ..2 found ..1 home|homes
only|just|but one|a|two|single ..1 @batch -of -at|in|to
there was|is|were only|just|but one ..1 @lot|@ware
there was|is one|a single ..1 @lot
may|might|will|would|could not be there|here -when|to|for
only ..1 part|some|few|little of ..2 @lot
rest ..2 to chance
handful|few|couple ..4 left -over|behind
! last|few|couple of|in the ..1 series
few|handful|couple|last of|from this|that|our|the ..1 @lot
scarce -time
thin on ..1 ground
rare* ..3 shelf|stock|see|kiln
oolong|rooibos|assam|blends|colours|shades ..2 hard to come by
few|fewer than ..2 remain*|left|made
our|the|my|workshop|stocks|stock|supply stocks|stock|shelf|shelves|supply ..3 thin|thinner|thinning|thinned|dwindl*|shrink*|emptying|emptied|bare
out of stock
we|i ..1 make|fire|throw|mix|get|buy ..2 so|very|only few|little -change|changes|plastic|noise|fuss
there is just|only the one $
just|only the two|three|few left|remain*|made|on|of
we|i have|made|fired just|only the one $
made|fired|threw|have|thrown|got fewer|less than ..3 meant|hoped|planned|wanted|liked|intended|usual|usually
only so many|much -times|ways|hours|things|words|cups ..5 kiln|batch|firing|left|made|make
only so many|much -times|ways|hours|things|words|cups ..3 round
kiln|harvest|garden|season|glaze ..2 gave|gives|yielded|left|spared ..2 little|few|less|only
between you and another|someone|somebody|other ..1 buyer|reader|customer|else|shopper|person|people|it
few|fewer|little than|remain* ..3 left|shelf|made|like
not ..2 making|throwing|firing ..2 another|others|more|any
one of these|them|those ..1 and ..1 one only|$
one only
book|list ..2 closes|close|full ..2 batch|firing
spare|scrape ..2 only|few ..2 left
a? handful|few ..3 and ..2 then no|none|nothing|they
fingers of ..2 hand
not ..3 available|making|keeping|offering ..4 for long
there is ..1 one of these|those|them
! that is all that is left $
it|they|these|this|lot will|would|does|do not go|stretch round|far -the|a|your|from|in
chest|barrel|sack|crate|store is|are|stands|looks ..2 nearly|almost|practically|all ..1 bare|empty
they|these|those|ones|@ware ..2 walking|running|marching|jumping|leaping|flying ..2 out|off ..2 door|shelf|shelves|shop
our|shop|workshop shelf|shelves is|are short
our|shop|workshop shelf is light
made|threw|fired|mixed a? handful|few $
made|threw|fired|mixed only|just a? handful|few $
+ after this|that|these ..3 nothing|none
ration|rationed|rationing ..3 them|it|these|those|orders|order|customers|tea|tins|stock|this|bowls|mugs|oolong|leaf|rooibos|glaze|clay
lucky few
getting ..1 scarce|scarcer|rare|rarer
stock|stocks|supply|supplies|shelf|shelves|numbers ..2 getting ..1 thin
only ..3 so many|much ..3 go|round|share|shelf
we|i|nell|asha|shop|workshop|now|already|almost|nearly ..3 scraping the ..1 bottom|barrel|shelf
scraping the ..1 shelf|shelves
scraping the bottom of ..1 stock|batch|kiln|chest|sack|shelf|harvest|barrel
what was|is left ..4 not ..1 much|many
what was|is left ..3 little|few
one|part of a|only ..1 small|tiny|limited|short number|few|handful|lot
there are|is ..1 fewer
are fewer $
few of you ..1 will|can|may ..1 get|have|own|be
some of you ..1 will|can|may ..1 not|only|miss
only some of you
only|just ..3 the odd one|mug|pot
shortage of the|our|this|that|blue|green|white
such|very|in|so|only|these|those small numbers|quantities
small quantities
another ..3 left on|in|here|anywhere
none left
! if there are|is none left
! should there be none left
! none left in the|your|that tin|jar|bottle|cupboard|drawer|bag|packet|tube|pantry|larder|shed
! -what if|when there is|are none left -in|at|with|for|by
only ..1 a? handful|few|couple of ..1 these|them|this|it|those|{cart.*}|{viewed.*}
few|handful|none|hardly ..4 to be had -by|for|in
shelf|shelves|boards ..2 nearly|almost|mostly|practically clear|bare|empty|shelf|cleared -of
echo|echoes on|in|from|off ..3 shelf|shelves
now|is|are mostly|nothing|only ..1 shelf|shelves|gap|gaps
what will be ..1 on|left|there ..4 by|when you
only|just|but ..1 a? handful|few|couple|pair of ..1 these|them|this|it|those|{cart.*}|{viewed.*} -questions|words|rules|steps
not ..1 a whole|full shelf|box|batch|crate|board of it|them|these|those
@vessel|pieces|glazes|ones|sort|kind|those|these ..6 tend|tends to ..1 be? gone|leave|sell|vanish
often|usually|mostly|generally ..1 claimed|reserved|snapped|sold -with|as|in|by|at|to
@vessel|pieces|glazes|ones ..1 often|usually|mostly gone before|by|within
seats|places|spaces ..6 filling|fill|fills|filled -with|the|in|out
we|i|nell|asha ..2 start|started|open|opened|begin|keep a ..1 waiting? list $
list of those|people|readers|customers ..1 who ..1 want|wants|wanted|asked|hope|hoped|wish|wait|waiting
hardly|barely|scarcely ..2 place|seat|space|corner ..1 left|free
! only|just ..1 one|few|two|three step|steps|thing|things|field|fields|page|pages|question|questions|click|clicks ..1 left
! few step|steps|thing|things|field|fields|page|pages|question|questions|clicks ..1 left
! last|final step|page|question|field|click ..1 left
! only|just ..1 one|few|two|three step|steps|thing|things ..1 left to
seen|reached|touched|reaching the bottom of ..1 the ..1 crate|sack|barrel|chest|box|bin|shelf|tin
next ..2 batch|delivery|crop|harvest|roll ..2 anybodys|anyones guess
-your|whichever|which|whose shelf|shelves ..1 is|are|gets|looks ..1 emptier|barer
no restock|reprint|refill|repeat|rerun ..1 is|are|has
pile|stack|heap|mountain ..1 is|are|keeps ..1 shrinking|melting|smaller|dwindling
gave|gives|brought|yielded ..1 little|less this ..1 year|season|spring|summer|autumn
-your|if|seed|litter|ice tray|trays|rack|racks|rail|rails|counter|stall|crate|crates|display ..8 nearly|almost|already|half|practically|mostly empty|bare|gone|clear -of
trays|racks|rails|buns|loaves|jars|bottles|boxes|rolls|bunches|pairs|copies half|most|many ..2 gone|sold|taken
our very? last|only|final|remaining copy|pair|bottle|pack|packet|bag|box|frame|jar|roll|loaf|bunch|bike|bicycle|sofa|lamp|rug|tub|tube|bar|cake|bun|puzzle|game|coat|jacket|dress|shirt|bed|mattress|desk|chair|guitar|kit -of|in
is|are|was|are the very? last|only copy|bottle|pack|packet|frame|jar|roll|loaf|bunch|bike|bicycle|sofa|lamp|rug|tub|tube|bar|bun|game|coat|jacket|dress|shirt|bed|mattress|desk|chair|guitar|kit -of|in|you|that|on|to
printer|printers|publisher|mill|brewer|factory|vineyard|weaver|weavers|maker|makers|supplier|importer|grower ..1 has|have ..1 no|none|nothing ..1 more|others|left
going|gone|goes|go out of print|production
is|are ..2 out of print|production -titles|books
is|are|was|were|be ..1 the very? last|only ..1 we|i ..1 have|hold|got|stock|own -to|been|heard
not ..1 say|know|promise|tell ..2 if|whether|when ..2 more|another|others|any ..1 will|are|is|come|can
list|class|course|workshop|tasting|walk|session|event|tour|lesson|evening ..4 nearly|almost|practically|already|half full|booked
barely|hardly|scarcely a|an|one ..1 boxful|handful|crate|tray|box|pair|bag|bottle|roll|bunch|jar|sack|shelf ..1 left|remains|remaining|of
soon ..2 we|nobody|shop ..1 will|shall not ..1 either|have
sent|gave|allowed|brought us|me ..2 less|fewer|half
what you see ..3 is all
short|small|single|tiny|limited|one print|production run|printing
copies|pairs|jars|bottles|ones|most|many|all ..3 found ..2 readers|owners|riders|buyers|takers|families|keepers|drinkers|wearers
-your|towel|curtain rail|rack|shelf|shelves|stall|selection|choice|pile|stock|stocks|supply|supplies|stack|display ..5 looks|looking|getting|growing|grown|running|wearing ..1 thin|thinner|sparse|patchy
barrel|well|tap ..1 is|are|has|have ..1 running|run|nearly|almost|ran dry
+ we|i|there ..2 enough ..6 and no|not ..1 more|one
we|i|there ..2 only|just|barely enough -time|space|room|light ..3 for
first to|at|through ..1 the till|checkout|door|counter|desk
goes|go|sells|sell|sold|leaves|leave|vanishes ..1 as soon|fast|quickly as it|they|we ..2 cut|made|baked|in|unpacked|landed|arrive|arrives|land|lands|out
sent|gave|made|got|received us|me|only? so|too|very few|little -about|to|time
vanish*|disappear*|gone|swept from ..1 our ..1 shelf|shelves|shop|rail|window|store|counter
there ..2 no|none ..1 more of ..1 this|these|that|them|the|it -page|kind|sort
-if|when|once|after|until|as|before the last of the|our|this|these|those ..4 is|are|was|were|has|have ..2 standing|here|in|on|by|left|waiting|going|gone|ready|out -your
+ not ..8 another|other|someone|somebody|others ..2 will|would|may|might ..1 be ..1 glad|grateful of|for it|them|this|yours|that
another|other|someone|somebody|others -cup|mug|bowl|cat|dog|in ..1 will|would|may|might ..1 be ..1 glad|happy|pleased|delighted|quick to have|take|buy|snap|own -a
batch|harvest|crop|shipment ..6 smaller|thinner|shorter|lower than|this
others|customers|shoppers ..1 behind you
-that is|are ..1 all ..1 we|i ..2 have|had|got|get|made|ordered|found|bought -to|for|from|in|heard|kept
season|seasons|years|summers|springs|autumns|winters s? last|final -month|week|day|weeks|days|sun
the|our last|final -drawer|page|hook|step|screw|bit ..2 is|are ..1 in|on|by|at|hanging|standing|sitting|waiting ..2 the|our bucket|door|shelf|window|counter|till|rail|shop|tray|cabinet|crate
just|only|barely enough for the quick|early|fast|first|lucky|few
being|getting carried|taken|wheeled|snapped|driven ..1 out|off|away|up ..2 shop|store|door|as|faster|now
scraping ..2 together
"""

TABLES = {"scarcity": SCARCITY}
