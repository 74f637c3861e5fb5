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
    "sold": "gone sold sell sells selling snapped disappear* vanish*",
    "others": "other others another someone somebody everyone everybody shoppers customers buyers browsers neighbours crowd people",
    "rival": "someone somebody another other others shoppers customers buyers everyone everybody",
}

SCARCITY = """
made|fired|threw|make only ..1 a handful|few|couple
! i|we ..1 have one of each
things|some|pieces|items|pots ..3 basket ..2 running|runs|getting low|short
running|runs|getting low|short ..1 in|at ..1 workshop|shop|warehouse
will|would|can|shall not ..2 mixed|made|fired|thrown|stocked|repeated again|once
harvest|crop|yield|picking ..2 small|poor|short|thin
not ..1 much|enough|many ..3 to go round|around
other|another|more hands|hand ..2 reach*
yield*|gives|gave ..2 handful|few in|of|each
shelf|shelves ..6 bare|empty|emptied|gaps
everybody|everyone|people|customers|readers has|have been ..1 buying|ordering|snapping|taking
scuffle|scramble|stampede|tussle|fight|squabble|brawl|scrum over|for|about ..3 rest|last|them|it|these|one|remaining|pots|ones
not|never|nobody ..2 tell|say|know|promise ..1 when|if|whether ..5 throw|make|fire|get|have|see|there ..3 more|another|again|next|any
almost|nearly out of this|these|it|them|that|stock
fewer ..3 left|remain*
you have ..2 rival|rivals|competition
others|people|shoppers|customers|buyers|eyes|somebody|someone ..3 hovering ..1 around|over|near
all ..1 there will|is|are ..1 be $
quarry|garden|supplier|maker ..6 closed|stopped|gone|shut
end of the line
few of these|them|those ..1 will|are|were|left|remain|ever
remaining ones|stock|few|pieces|@ware
not come ..1 round|along|around ..1 often|again|every
may|might|could never ..1 happen|come|return|be
struggle|pushed|lucky|pressed to find|get
nearly|almost ..1 run|got|gone through
stopped|stopping ..1 making|producing|growing|supplying
circling
not many ..1 of it|them|these|those|this|that|the|our|@ware|{cart.*}|{viewed.*}
not ..2 have|make|keep|got|hold many|much ..2 of it|them|these|those|this|that|@ware|{cart.*}|{viewed.*}
only ..1 got|have|has|had ..1 the? one $
will|would not be ..1 any|many more|left
doubt ..3 any|left|more
most|many|all|few ..3 found ..2 home|homes
! tea|air|steam|water|clay ..4 on its|their way out
on its|their way out
somebody|someone|others|people|customers ..3 asked|asking ..2 about|after|for ..1 it|this|these|one
never|not|rarely|seldom ..1 stay|stays|sit|sits|linger ..4 shelf|shelves|long
not ..1 only one|person ..1 who|that
one of the|our last|only ..1 @ware|ones|pieces|left
yours|it|this ..1 is|was one of the ..1 few
one time firing|run|batch|only|offer
we|i ..2 down to ..2 last|few|handful
@stock ..5 limited|low
@few ..3 @stocked -in|it|off|behind|them|you|your|to|from|at
! few|couple|handful ..3 left on your|the ..1 plate|side|tongue|table|spoon
only|just|barely|scarcely|hardly -as ..2 left -it|off|them|your|to|you|in
only|just|barely ..2 remain*|available
only|just ..2 in stock
@number ..2 left -it|off|them|to|in|by|behind|the|us
one|single|last ..1 @ware|one|piece ..1 left -it|off|to|by|behind|the|us
one left $
@number|one|single ..3 in stock
not many|much ..3 @stocked
not|are many of these|those|them
few ..1 to go $
last|final few|handful|piece|pieces|pair|remaining|stock|stocks -days|hours|notes|words|e|minutes|mornings|weeks|of|spoonfuls|spoons|sips|drops|leaves|crumbs|lines|letters|pages|bites|steps
very few -days|hours|notes|words|e|minutes|mornings|weeks|spoonfuls|spoons|sips|drops|leaves|crumbs|lines|letters|pages|bites|steps|people|things|of us
! last few cups of|were|are|in|will|taste
final batch|firing|run|stock
last|final batch|firing of|left|before
last|final of our|its|the|their|them|these|this ..1 batch|stock|line|kind|run|season|range|colour|year|firing
-my|your|his|her|their|somebody|asha|nell last|final mug|bowl|plate|teapot|platter|jug|vase|set|cups -of|at|before|when|i|we|that
last|final ones|one left|in stock|available|standing|remaining
is|it|this|that|these|are|your|the very? last one|ones|pair -about|we|i|you|of|from|for|to|on|this|is|was
one|it|this|them|some aside|by for you
your name on it
! if|when|until it|they|yours|tin is|are nearly|almost gone
almost|nearly|practically|virtually|close ..1 gone|sold|exhausted|depleted
shelf|shelves ..3 bare|empty|thin|emptying
as good as gone|sold
all but gone|sold
sell* ..2 fast|quick*|rapid*|out|soon|steadily|themselves|briskly
sell* ..1 like hot|mad|crazy|wild*|umbrellas|nothing
sell*|sold very|so|really|too|rather|surprisingly? well
sold out|through
sell out
going|go|gone|goes|disappear*|vanish* ..1 fast|quick*|rapid*
flying|flies|fly|flew|flown ..2 shelves|shelf|door|off|out
out|leaving the door
like|as hot cakes|cake|pies
running out|low|short
shortage* of|in @stock|clay|glaze|@ware|tea
stock|supply|clay|tea|glaze shortage*
hardly|barely|scarcely any left|stock|of|remain*|to|@ware
hardly|barely|scarcely left
hardly|barely|scarcely enough -room|time|space|light
hardly|barely any|a @ware|handful|few
finished|gone|sold|used that is it|all
no|not ..3 making|throwing|firing ..1 any? ..1 more
down to ..2 final|last|few|handful ..1 box|boxes|tin|tins|piece|pieces|one|ones|few|handful|of
only ..1 one|single|few ..3 made|left|exists|each
one of each
almost|nearly everyone|everybody|all ..5 bought|theirs|gone|taken|snapped|ordered
last one|ones|few|pair|piece|pieces|tin|tins|box|boxes|set|sets ..2 on|in|from|of ..1 the|this|our|that ..1 shelf|batch|stock|kiln|firing|glaze|season|kind|workshop|shop|run
retir* ..2 glaze|shape|colour|line|range
glaze|shape|colour|line|range ..3 retired|retiring|discontinu*
sizes|colours|pieces|ones are ..1 going|selling|disappearing|flying
! you|your|tin|caddy|tea ..3 running low|short ..1 on|of?
! ^ running low|short on|of
! when|if|is ..2 tea|tin|you ..2 running low|short|down|out
stock*|supplies|they|we|shelves|these ..2 run|runs|ran out|low|short
low|limited|dwindling|scarce|short|thin|finite|restricted ..1 @stock|edition*|run|release|batch*|numbers|number
limited|restricted to
limited|special|small|numbered edition|editions|run
very little|few of it|them
@stock ..3 low|limited|dwindl*|last|lasts|running|shrink*|short|thin|going|fad*|tight|disappear*
while|whilst @stock
high|higher|huge|great|heavy|popular|overwhelming|unprecedented|such|strong|growing|this|big|too ..1 demand
in demand
demand ..4 high|higher|strong|outstrip*|exceed*|grow*|rocket*|great|huge|up
! till has ..1 soft|mad|quiet
before|until|till ..2 gone|snapped|disappear*|vanish*
get|order|have|buy ..4 before ..3 gone|sold
once|when|after they|these|it|this|those ..1 is|are|have ..1 gone -cold|back|out|down|by
gone is gone
when ..1 gone that is
here today
may|might|could|will|would ..2 be gone
not|never ..4 restock*|reissue*|remade|remake*|rerun
never|not ..2 be|to ..1 made|repeated|return|seen|offered|fired|thrown|mixing ..1 again|back
not ..2 making|make|fire|firing|throw|mix|mixing ..4 again|more|after
not|doubt ..4 get|find|see|make ..3 again
no more -letter*|note*|reminder*|mail*|e|message*|word*|news ..3 being made
no more -letter*|note*|reminder*|mail*|e|message*|word*|news ..3 made|coming|after ..1 these|them|that|batch|firing
last time ..3 made|make|making|fire|firing|throw|stock*|offer*|see
discontinu*
one of a kind
one off|offs
rarity
rare ..2 @ware|leaf|glaze|find|chance|colour|edition|piece|opportunity|batch
! be|was|is as hard to find
hard|difficult|impossible to find|come|get|replace
in short supply
gone by|within|in ..1 lunch*|noon|hours|minutes|days|evening|morning|tea|teatime
gold dust
in|our|the stock -of|pot|cube|phrase|answer
checked ..2 stock
once our|the|this ..3 has|have|is|are ..1 gone -cold|down|off|back|out
is|are no more $
queue for it|this|them|these|the|our|that|yours
! queue for the ..1 kettle|bath|bathroom|loo|tap|toaster|biscuits|sink
@rival|else ..3 has|have|had ..3 eye|eyes|eyed|basket*|cart*
@others ..4 looking|eyeing|viewing|watching|queu*|circling|browsing|wanting|bidding|considering ..2 at|this|these|it|same|your|right|one
is|are|was eyeing|eyed|circling
someone|somebody|others|shoppers|customers|buyers|everyone|everybody -here|in|at else? ..2 may|might|could|will|would|is|are ..2 buy|take|get|snap|grab|want|wanting|eyeing|love|after|beat
someone|somebody|others|shoppers|customers|buyers|everyone|everybody else? may|might|could|will|would ..1 have -agreed|been|to|a|an
another|other person|reader|customer|buyer|shopper|visitor ..2 may|might|could|will|would|is ..2 buy|take|have|get|snap|grab|want|wanting|love|beat
@rival else? ..2 want|wants|wanted ..1 it|this|one|yours
@rival ..3 same ..1 item|mug|bowl|piece|thing|pot|one
else ..2 grab*|snap*|take*|took|buy*|bought|get|gets|got|beat*|enjoy*
@others ..2 grab*|snap*|snatch*
spoken for
it|this|them|these|those|already|others|people|many|several|other|few|everybody|everyone|sits|sitting|waiting|some|she|he|one|ones|piece|pot|pots|mug|mugs|{cart.*}|{viewed.*} ..5 in ..2 baskets|carts
! experts|interest|opinion|opinions|fashion|nap|naps|cats|cat|asleep ..1 in ..1 baskets
waiting list|lists
waitlist*|wait list*
back in stock
backorder*
snapped|snap ..1 up
get|secure|claim|reserve|order|nab|bag yours -with|at
reserve|secure your|one
end of line
oversubscribed
stock ..1 clear*
only ..1 made|fired|threw|make|throw a|some ..1 few|handful|couple
only ..1 made|fired|threw|make|throw few|some|one|@number
handful|few made|exist|survive|ever
hands full of orders
never|not enough ..2 go|round
everything must go
! last|final piece ..2 puzzle
! last piece of cake|toast|advice|pie
! we|i|they? have|has? run|runs|ran out of -stock|time|it|them|these|this|those|us|@ware
! hot cakes ..1 plate
! left ..1 in your|the|a|our ..2 basket|cart|cup|pot|sink
! rare treat|moment|quiet|breed|steak|pleasure|thing|bird
! not hard to
! hard to ..1 find fault
! last one in|out|to ..2 bed|kettle|lights
! before we ..1 sell|sold|take*
! short of @stock
! not ..1 have to start again
! flying ..1 off the wheel
! ^ running|getting low $
! tin|tea|leaf|caddy|packet|which|yours ..3 almost|nearly gone -from|soon|now
! ^ running|getting low on tea|leaf $
! your|yours tea|tin|leaf|leaves|shelf|supply|one|ones|stock|pot ..2 running|runs|getting|gets|is low
! yours ..1 running|runs|getting|gets|is low
! if ..4 running|runs|getting|gets|is low
! last one|few ..2 to pack
! thought|think|like|liked|love|loved|enjoyed|as|than|with ..2 the|your last one
! before you go ..4 quick
most|much|half|all|rest ..3 already ..1 found|gone|sold|taken|went|left|spoken|claimed|promised
already ..2 found ..1 home|homes
only|just|but one|a|two|single ..1 @batch -of -at|in|to
there was|is|were only|just|but one ..1 @lot|@ware
there was|is one|a single ..1 @lot
kiln|wheel|glaze|colour|shape|leaf|garden ..5 rarely|seldom|hardly ever
rarely|seldom comes|come|turns|appears|happens|makes
rarely|seldom ..3 kiln
may|might|will|would|could not be ..3 next time
may|might|will|would|could not be there|here -when|to|for
can|could|able not ..3 replace|replaced|replenish*|repeat*
will not ..2 be ..1 repeated|replaced|replenished
will not ..1 replace|replenish
used up ..6 no|not|never
no more ..3 like ..1 it|this|them|these|that
no|none|nothing ..2 like ..1 it|this ..2 again|left
the|very last|final of that|this|our|the ..1 @lot
last|final of a|the|its|that ..1 @lot
! in|that|during|until|before the? last firing
last|final @lot -of|at|was|in|before|about|on|to|in|from
put|set|kept|keep|put|placed|tucked|hidden|held ..2 yours|basket|it|them|things|mug|bowl|pot ..1 to|on one side
where nobody|no else ..3 find|get|take|buy|reach
nobody|no one ..1 else ..2 find|get|take|buy|have|reach|snap
second|spare|extra|another tin ..1 by|away|aside|in ..1 store|reserve|case -if
put|lay|lays|puts|stock|store ..3 by|up|away|in ..2 while|if ..3 can|were|last
could|can|able only ..1 get|buy|source|find|secure|make|bring|spare|have ..2 part|some|few|little|small|handful|bit
only ..1 part|some|few|little of ..2 @lot
rest ..2 to chance
handful|few|couple ..4 left
few|handful|couple|last of|from this|that|our|the ..1 @lot
once it|they|these|those|this|that ..2 gone|goes|go|sold ..3 gone|no|not|over|all
not ..2 enough ..2 for everyone|everybody|all
scarce -time
thin on ..1 ground
hen teeth
rare* ..3 shelf|stock|see|kiln
dwindl*
hard to come by
few|fewer than ..2 remain*|left|made
as long|while as ..2 stock*|supplies|they|we ..1 last*|have|hold*
our|the|my|workshop|stocks|stock|supply stocks|stock|shelf|shelves|supply ..3 thin|thinner|thinning|thinned|dwindl*|shrink*|emptying|emptied|bare
shelf|shelves ..2 empty|emptier ..2 by|soon|fast|now
last|final ..2 ever
only ..2 ever ..1 made|make|be
not ..4 again|back this|until|for|next ..1 year|season|winter|autumn|spring|summer|harvest|long
not ..2 more|another ..4 until|till|this|for|next ..2 year|season|winter|autumn|spring|summer|harvest|firing|kiln
out of stock
@ware ..3 going|gone|left|leaving ..1 fast|quickly|soon
we|i ..1 make|fire|throw|mix|get|buy ..2 so|very|only few|little
popular ..3 sell*|go|goes|gone|run*|last
! letter|letters|note|notes|mail ..12 last of its|their kind
! take|buy|choose|have|pick|order|keep|try one of each -left
! ^ running|getting|run|runs low|out|short -in|at|at
! before|until|till i|we ..1 sell|sold|take*
! no more than|of|to
there is just|only the one $
just|only the two|three|few left|remain*|made|on|of
we|i have|made|fired just|only the one $
only ..1 one of ..1 its|this|that|their kind|sort|colour|shape|size
only|last|sole ..1 survivor*|survives
made|fired|threw|have|thrown|got fewer|less than ..3 meant|hoped|planned|wanted|liked|intended|usual|usually
shelf|shelves ..2 nearly|almost|practically|all ..1 nothing|empty|bare|gone
tend|tends to leave|go|disappear|vanish|sell|fly ..2 quick*|fast|soon|early|days
leave|leaves|left us quickly|fast|soon
only so many|much -times|ways|hours|things|words|cups ..5 kiln|batch|firing|shelf|left|made|fit|make|be|go
have|has|holds|keep|keeps ..1 the last of it|them|these|this|that ..1 here|now|$
i|we|shop|workshop|shelf ..2 down to the ..1 end|bottom|dregs|scrapings|last ..2 batch|stock|tin|sack|shelf|barrel
kiln|harvest|garden|season|glaze ..2 gave|gives|yielded|left|spared ..2 little|few|less|only
not be a|another second|third|further|repeat|next ..1 firing|batch|run|chance|kiln|picking|harvest
no|never second|third|further|more|other firing|batch|run|firings|batches|runs
between you and another|someone|somebody|other|the
another|other reader*|shopper*|customer*|buyer* ..3 want|wants|after|eye*|look*|ask*|first|beat
few|fewer|little than|remain* ..3 left|shelf|made|like
made|thrown|fired once ..1 never|only|and -then|a|it
not ..2 making|throwing|firing ..2 another|others|more|any
not|never ..1 come|coming this way again
! never|not run|runs out of tea|clay|questions|talk|jokes|ideas|things|words|patience|excuses
! what|which|there is only|just the one
stock*|supplies|supply|batch|shelf|they|we|there not ..1 stretch|go|reach|enough|do ..2 everyone|everybody|all|round|around|far
one of these|them|those ..1 and ..1 one only|$
one only
more of|people|readers you|customers ..6 than ..5 of? them|pots|bowls|mugs|these
it|this is ..1 the end|last of ..1 that|this|the|our glaze|batch|clay|shape|colour|line|tea|leaf|run|stock
went|sold|gone|left|vanished|disappeared in|within|by|before ..1 a|an|the|one ..1 morning|hour|day|afternoon|blink|flash|lunch*|minutes|night
the last to ..1 own|have|get|buy|see|hold|find
not ..3 something|one|glaze|shape|piece ..2 have|make|see|sell|offer ..2 again
kept|keep|keeping|saved|held ..2 this|that|it|one back|aside|by for you
kept|held|hid back ..1 for
book|list ..2 closes|close|full ..2 batch|firing
ran|run out ..2 last time|year|batch|quick*|fast|before
spare|scrape ..2 only|few ..2 left
a? handful|few ..3 and ..2 then no|none|nothing|they
no ..2 replacement*|successor*
! we|i never|not ..1 run|runs out of tea|clay|questions|talk|jokes|ideas|things|words|patience|excuses ..1 in|at ..2 workshop|shop
stock*|supplies|supply|batch ..1 not ..2 stretch|reach ..2 everyone|everybody|all|round|far
! will never run out
! tasted|tested|checked|fired|packed|glazed|made|tried|looked|weighed|washed|held ..3 before it|they is|are ..1 sold
! if|hope|happier|happiest|rather ..4 not stay|sit|live ..4 shelf|shelves
! in|during|for|through the last|final firing -of
else ..2 has|have ..6 basket*|cart*
! bucket|biscuits|milk|sponge|radio|battery|voice|patience|jokes ..2 running|runs low|short|out
! someone|somebody|everyone ..1 will get back
not ..3 in the next|coming firing|batch|kiln|lot
fingers of ..2 hand
not ..3 available|making|keeping|offering ..4 for long
there is ..1 one of these|those|them
is what is left
is all that is left
thrown|made|fired|mixed|glazed|poured|drawn|threw her|his|our|the|their last
down to the ..2 back|end|bottom of ..2 shelf|batch|stock|tin|sack|chest|barrel
it|they|these|this|lot will|would|does|do not go|stretch round|far
lot|batch|firing ..4 moving|shifting|flying|selling -house
doubt ..4 have|make|see|get|find|be ..2 another|more|again|others
chest|barrel|sack|crate|store is|are|stands|looks ..2 nearly|almost|practically|all ..1 bare|empty
walking|running|marching|jumping|leaping ..2 out|off ..2 door|shelf|shelves|shop
count|bank|rely on ..1 seeing|finding|getting|having ..3 again|another|more|one
shelf is short|light
more ..2 readers|people|takers|hands|friends|customers|admirers than ..2 @ware|stock
made|threw|fired|mixed a? handful|few $
made|threw|fired|mixed only|just a? handful|few $
only one|ones ..1 looking|eyeing|interested|wanting|after|admiring
+ after this|that|these ..3 nothing|none
ration|rationed|rationing
few and far
lucky few
first to ask|write|reply ..3 has|gets|takes|keeps
when|once they|these|it|this ..2 gone ..3 stay|stays|gone|no|not
getting ..1 scarce|scarcer|rare|rarer|thin
only ..3 so many|much ..3 go|round|share|shelf
scraping the ..1 bottom|barrel|shelf
last ..1 tins|mugs|bowls|plates|teapots|boxes|jars -of|you|we|i|went
what was|is left ..4 not ..1 much|many
what was|is left ..3 little|few
glaze|clay|recipe|colour|line|harvest is? nearly|almost ..1 finished|used|through|out
nobody|none|not|one ..3 making|makes|throws|sells|sell|make ..2 these|those|them|it|this ..1 any more|now
nobody|none|not|one ..3 making|makes|throws|sells|sell|make ..2 these|those|them|it|this anymore|nowadays
can|could not|hardly get|buy|find|source ..3 these days|any|anymore|nowadays
the last but one
asking|asked after that|this|it|those|these|the ..1 @ware ..4 all|week|day|morning|since
one|part of a|only ..1 small|tiny|limited|short number|few|handful|lot
there are|is ..1 fewer
are fewer $
more ..1 orders|baskets|requests|names than ..2 @ware|stock
may|might|doubt|not|never ..2 throw|make|fire|mix ..3 shape|glaze|one|colour|blend|them ..1 again
last|final @ware of ..1 its|their|this|that|our|the ..1 kind|line|sort|shape|batch|run
few|some of you ..1 will|can|may ..1 get|have|own|be
rest|others|most|all ..2 gone|went|found ..2 good|new|other homes|hands|kitchens
not|never ..1 make|throw|fire|mix it|one|them twice
only|just ..3 the odd one|mug|pot
mostly|largely ..1 drunk|gone|sold
nobody|none|never ..3 managed|manage ..1 to keep ..3 shelf|stock
that|this|it is ..1 the bottom|end of ..1 the|our|that sack|chest|barrel|batch|stock|shelf|line|clay|glaze|run
+ mould|wheel|glaze|clay|quarry|pit|kiln ..6 no more of ..1 those|these|them|it|that
shortage of the|our|this|that|blue|green|white
small numbers|quantities
they|these do not last
people|others|shoppers|customers|readers ..2 have|has ..2 in ..1 their basket|baskets
another ..3 left on|in|here|anywhere
not another ..1 like
none left
! others|another want|wants|wanted one ..1 that|which|who|with|for|without
! get|receive|want|have|hear|send|sent|see ..2 no more ..3 like ..1 it|this|these|them|that
! we|i|you|they ..1 sell|make|sells comes|goes|come out of|from|in|at|on
! once the|your|our ..2 soup|jam|milk|flowers|bread|cake|biscuits|steam|guests|heat|scent|porridge|butter|rain is|are|has|have gone
! rare that|for|to
faster|quicker than we|i|nell|asha|potters|they can|could ..1 throw|make|fire|pack|fill|blend|glaze
not be any|enough|one|some for the|those|everybody|everyone|anyone|you|latecomers|all
harvest|crop|lot|batch|glaze|clay|picking|bucket|recipe ..6 used up|finished|spent
importer|supplier|grower|maker|quarry|blender|miller ..2 no more|none
go|goes to those|whoever|people|them|anyone who|that? ask|asks|come|comes|order|orders|write|writes ..3 first|soonest
only ..1 a? handful|few|couple of ..1 these|them|this|it|those|{cart.*}|{viewed.*}
few|handful|none|hardly ..4 to be had -by|for|in
shelf|shelves|boards ..2 nearly|almost|mostly|practically clear|bare|empty|shelf|cleared -of
echo|echoes on|in|from|off ..3 shelf|shelves
now|is|are mostly|nothing|only ..1 shelf|shelves|gap|gaps
end of that|this|the|our colour|glaze|shape|batch|recipe|run|blend|harvest|clay
pit|mine|seam|estate|garden|quarry|factory that|which|has ..1 closed|shut|flooded|stopped
people|customers|buyers|visitors|they|everyone ..8 by the armful|boxful|cartload|sackful|trayful
what will be ..1 on|left|there ..4 by|when you
other|others people|shoppers|customers lists|baskets|list|carts
shelf|stock|kiln|we can not ..1 serve|satisfy|supply ..2 all|everybody|everyone
plenty|enough|lots of ..1 every|each|all|them|it|these|teas|pots|mugs|bowls ..2 to go round|around
! running|run|ran out of ..1 wall|space|room|paint|puns|words|hooks|excuses|patience|jokes|paper|ideas|shelf|breath|steam
! not ..3 tell|say|claim|pretend ..4 running out|low
"""

TABLES = {"scarcity": SCARCITY}
