"""Scarcity in time: the last of its kind, gone for good, not made again."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

NEVER_AGAIN = """
will|would|can|shall not ..2 mixed|made|fired|thrown|stocked|repeated again|once
not|never|nobody ..2 tell|say|know|promise ..1 when|if|whether ..5 throw|make|fire|get|have|see|there ..3 more|another|again|next|any
! not|never|nobody ..2 tell|say|know ..1 if|whether you ..2 have|need|got ..3 more|another|any
quarry|supplier|maker|estate ..6 closed|stopped|gone|shut
garden that|which|has|have ..2 closed|stopped|gone|shut
few of these|them|those ..1 will|are|were|left|remain|ever
not come ..1 round|along|around ..1 often|again|every
may|might|could never ..1 come|return -off|undone|loose|to|down
! you|your ..3 nearly|almost ..1 run|got|gone through
we|i|shop ..2 nearly|almost ..1 run|got|gone through
stopped|stopping ..1 making|producing|supplying
grower|growers|they|garden|farm|farmer|supplier|estate ..2 stopped|stopping ..1 growing
will|would not be ..1 any|many more|left
never|not|rarely|seldom ..1 stay|stays|sit|sits|linger ..4 shelf|shelves
they|these|those|ones|it|bowls|mugs|pots|plates|teapots|teas|tins|{cart.*}|{viewed.*} ..1 never|not|rarely|seldom ..1 stay|stays|sit|sits|linger|lingers ..1 long
one of the|our last|only ..1 @ware|ones|pieces|left
one time firing|run|batch|only|offer
we|i ..2 down to ..2 last|few|handful
one|single|last ..1 @ware|one|piece ..1 left -it|off|to|by|behind|the|us
-your|my last|final few|handful|piece|pieces|pair|remaining|stock|stocks -days|hours|notes|words|e|minutes|mornings|weeks|of|spoonfuls|spoons|sips|drops|leaves|crumbs|lines|letters|pages|bites|steps|chapters|rows|stitches|turns|questions|kilometres|miles|metres|months|screws
final batch|firing|run|stock
last|final batch|firing of|left|before
last|final of our|its|the|their|them|these|this ..1 batch|stock|line|kind|run|season|range|colour|year|firing
-my|your|his|her|their|somebody|asha|nell last|final mug|bowl|plate|teapot|platter|jug|vase|set -of|at|before|when|i|we|that
these|those|they|our ..2 last|final cups
last|final cups ..2 blue|glaze|colour|batch|kiln|stock|shelf
last|final ones|one left|in stock|available|standing|remaining
! is|this|the|it|that ..2 last one|pair|ones in|on your|the ..1 drawer|box|bag|packet|list|cupboard
! the last one|ones in|on ..1 your|the ..1 drawer|box|bag|packet|list|cupboard
is|it|this|that|these|are|the very? last one|ones|pair -about|we|i|you|of|from|for|to|on|this|is|was|rolled|went|fell|ran|wore|broke|had
your very last one|ones|pair
finished|gone|sold|used that is it|all
! ^ down to your last ..2 of|one|ones|box|tin|few|handful|pair|piece
! down to your last ..2 of|one|ones|box|tin|few|handful|piece
! ^ down to the last bar|scoop|spoon|drop|sip|squeeze|bag|capsule|bottle|biscuit of
down to ..2 final|last|few|handful ..1 box|boxes|tin|tins|piece|pieces|one|ones|few|handful|of
last one|ones|few|pair|piece|pieces|tin|tins|box|boxes|set|sets ..2 on|in|from|of ..1 the|this|our|that ..1 shelf|batch|stock|kiln|firing|glaze|season|kind|workshop|shop|run
retir* ..2 glaze|shape|colour|line|range
glaze|shape|colour|line|range ..3 retired|retiring|discontinu*
! when|once|after it|they|this ..1 is|are|have gone ..2 order|reorder|refill|top|rinse|repeat|wash|plant|reply
! when|once it|they|this ..1 is|are|have gone you ..1 can|may order|reorder|buy|have|get
! when|after they|these have gone home|to|in|into
once|when|after they|these|it|this|those ..1 is|are|have ..1 gone -cold|back|out|down|by|through|into
gone is gone
when ..1 gone that is
here today ..1 gone
here today $
here today and
may|might|could|will|would ..2 be gone
not|never ..4 restock*|reissue*|remade|remake*|rerun
never|not ..2 be|to ..1 made|repeated|return|seen|offered|fired|thrown|mixing ..1 again|back
! not ..2 make ..3 fill|type|enter|ask|sign|click|choose ..4 again
not ..2 making|make|fire|firing|throw|mix|mixing ..4 again|after
not ..2 making|make|fire|firing|throw|mix|mixing ..1 any more -complicated|difficult|clever|noise|fuss
not ..2 making|make|fire|firing|throw|mix|mixing ..3 more $
! not ..4 get|see|find|receive ..2 e|mail|message|letter|letters|note|reminder|reminders|page|form|question ..2 again
! not ..2 get lost ..1 again
not|doubt ..4 get|find|see|make ..3 again
no more -letter*|note*|reminder*|mail*|e|message*|word*|news ..3 being made
no more -letter*|note*|reminder*|mail*|e|message*|word*|news ..3 made|coming|after ..1 these|them|that|batch|firing
last time -you ..3 made|make|making|fire|firing|throw|stock*|offer*|see
discontinu*
one of a kind
one off|offs
rare ..2 @ware|leaf|glaze|find|chance|colour|edition|piece|opportunity|batch
@ware|leaf|glaze|clay|crockery|stoneware|these|those|such|one|ones|harvest|batch|stock|{cart.*}|{viewed.*} ..5 hard|harder|difficult|impossible to find|come|get|replace -in|on|across|right|wrong|out|into|off|words|used|a|the|your
! if|when|was|where it|this|that ..3 hard|harder|difficult|impossible to find|get|replace
it|this|they|them ..5 hard|harder|difficult|impossible to find|come|get|replace again|another|elsewhere|anywhere|more|by|now|nowadays|these|later|next|once|when
it|this|they|them ..5 hard|harder|difficult|impossible to find|come|get|replace $
getting|becoming|gets|grown|become ..2 hard|harder|difficult to find|come|get|replace -time|out|up|the|a|your
hard|difficult|impossible to find|come|get|replace ..1 another|more|again|elsewhere|anywhere|nowadays|these
gone by|within|in ..1 lunch*|noon|hours|minutes|days|evening|morning|tea|teatime
is|are no more $
end of line
handful|few made|exist|survive|ever
never|not enough ..2 go|round
kiln|wheel|glaze|colour|shape|leaf|garden ..5 rarely|seldom|hardly ever
rarely|seldom comes|come|turns|appears|happens|makes -off|undone|alone|out
rarely|seldom ..3 kiln
may|might|will|would|could not be ..3 next time
we|i|nell|asha|workshop|shop|supplier|potter|nobody ..2 can|could|able not ..3 replace|replaced|replenish*|repeat*
it|they|these|this|that|them|{cart.*}|{viewed.*} can|could not ..2 replaced|replenish*|repeat* -by
can|could not ..1 replace|repeat it|them|this|these|those
will not ..2 be ..1 repeated|replaced|replenished
will not ..1 replace|replenish
used up ..6 no|not|never
no more ..3 like ..1 it|this|them|these|that
no|none|nothing ..2 like ..1 it|this ..2 again|left
the|very last|final of that|this|our|the ..1 @lot
last|final of a|the|its|that ..1 @lot
last|final @lot -of|at|was|in|before|about|on|to|in|from
! read|reads|reading the last|final line
! write|writing|writes|wrote|read|reading|add|adding ..1 last|final line|lines|piece
put|lay|lays|puts|stock|store ..3 by|up|away|in ..2 while|if ..3 can|were|last
once it|they|these|those|this|that ..2 gone|goes|go|sold ..3 gone|no|not|over|all
last|final ..2 ever
only ..2 ever ..1 made|make|be
! not ..2 write|mail|e|contact|ask|remind|post ..5 again|back this|until|for|next ..1 year|season|winter|autumn|spring|summer|long
! you ..1 not ..2 need|have|want ..3 again this|until|for|next ..1 year|season|winter|autumn|spring|summer|long
not ..4 again|back this|until|for|next ..1 year|season|winter|autumn|spring|summer|harvest|long
! you ..1 not ..1 need ..1 more|another ..4 until|till|this|for|next ..2 year|season|winter|autumn|spring|summer
! not ..2 more|another ..1 letter|letters|note|mail|e|message|reminder|word ..6 year|season|winter|autumn|spring|summer
not ..2 more|another ..4 until|till|this|for|next ..2 year|season|winter|autumn|spring|summer|harvest|firing|kiln
only ..1 one of ..1 its|this|that|their kind|sort|colour|shape|size
shelf|shelves ..2 nearly|almost|practically|all ..1 nothing|empty|bare|gone
i|we|shop|workshop|shelf ..2 down to the ..1 end|bottom|dregs|scrapings|last ..2 batch|stock|tin|sack|shelf|barrel
not be a|another second|third|further|repeat|next ..1 firing|batch|run|chance|kiln|picking|harvest
no|never second|third|further|more|other firing|batch|run|firings|batches|runs
made|thrown|fired once ..1 never|only|and -then|a|it
not|never ..1 come|coming this way again
it|this is ..1 the end|last of ..1 that|this|the|our glaze|batch|clay|shape|colour|line|tea|leaf|run|stock
not ..3 something|one|glaze|shape|piece ..2 have|make|see|sell|offer ..2 again
no ..2 replacement*|successor*
not ..3 in the next|coming firing|batch|kiln|lot
is what is left
thrown|made|fired|mixed|glazed|poured|drawn|threw her|his|our|the|their last
down to the ..2 back|end|bottom of ..2 shelf|batch|stock|tin|sack|chest|barrel
doubt ..4 have|make|see|get|find|be ..2 another|more|again|others
count|bank|rely on ..1 seeing|finding|getting|having ..3 again|another|more|one
when|once they|these|it|this ..2 gone ..3 stay|stays|gone|no|not
last ..1 tins|mugs|bowls|plates|teapots|boxes|jars -of|you|we|i|went
glaze|clay|recipe|colour|line|harvest is? nearly|almost ..1 finished|used|through|out
nobody|none|not|one ..3 making|makes|throws|sells|sell|make ..2 these|those|them|it|this ..1 any more|now
nobody|none|not|one ..3 making|makes|throws|sells|sell|make ..2 these|those|them|it|this anymore|nowadays
can|could not|hardly get|buy|find|source ..3 these days|any|anymore|nowadays
the last but one
may|might|doubt|not|never ..2 throw|make|fire|mix ..3 shape|glaze|one|colour|blend|them ..1 again
last|final @ware of ..1 its|their|this|that|our|the ..1 kind|line|sort|shape|batch|run
not|never ..1 make|throw|fire|mix it|one|them twice
mostly|largely ..1 drunk|gone|sold
nobody|none|never ..3 managed|manage ..1 to keep ..3 shelf|stock
that|this|it is ..1 the bottom|end of ..1 the|our|that sack|chest|barrel|batch|stock|shelf|line|clay|glaze|run
+ mould|wheel|glaze|clay|quarry|pit|kiln ..6 no more of ..1 those|these|them|it|that
they|these do not last
not another ..1 like
harvest|crop|lot|batch|glaze|clay|picking|bucket|recipe ..6 used up|finished|spent
importer|supplier|grower|maker|quarry|blender|miller ..2 no more|none
end of that|this|the|our colour|glaze|shape|batch|recipe|run|blend|harvest|clay
pit|mine|seam|estate|garden|quarry|factory that|which|has ..1 closed|shut|flooded|stopped
not ..1 expect|think|suppose|imagine|bet|fancy ..2 them|these|those|it|they|{cart.*}|{viewed.*} ..2 see|last|make|reach|stay ..4 weekend|week|month|long|season|out|through|lunch*|summer|winter|spring|autumn|year|morning|here
not ..1 expect|think|suppose|imagine|bet|fancy ..2 them|these|those|it|they|{cart.*}|{viewed.*} ..2 be ..2 here|around|there
doubt ..2 these|they|it|them|those|{cart.*}|{viewed.*} ..2 see|last|make|reach|stay
give them|these|those|it ..1 a|an ..1 day|days|week|weeks|fortnight|month|hour -to|in|of|off|for|with|between|out|or|under|outside|after|before
they|these|those|ones|bowls|mugs|pots|teapots|plates|jugs rarely|seldom|never|hardly|not ..1 last|see|reach|survive|make ..3 next|kiln|week|month|weekend|shelf|firing|season
not|never|nobody ..2 count|bank|rely|depend|bet on ..1 it|them|these|those|its|their being|staying ..1 here|there|around|left|available|in
count|bank|rely|depend|bet on ..1 it|them|these|those|its|their being|staying ..1 left|available|around
not|hardly|never|rarely|doubt|fear ..3 be|stay|remain|sit|stand ..1 on the|our shelf|shelves for? long|days|weeks
only ever ..1 one|a ..1 @lot
most|half|many|all of them|these|those ..2 gone|sold|taken|spoken -into|to|through
when|once|after ..7 gone|sold ..4 no|not ..2 encore|encores|reprise|revival|repeat|repeats|successor*
farewell|goodbye tour|performance|appearance|season ..4 glaze|colour|shape|blend|pattern|range|clay|mug|bowl|pot
glaze|colour|shape|blend|pattern|range|clay ..3 hanging|hangs|hung up its ..1 bucket|hat|apron|boots|brush|brushes|ladle
glaze|colour|shape|blend|pattern|range|clay ..3 bows|bowing|bowed out
glaze|colour|shape|blend|pattern|range ..2 takes|taking|took its|a ..1 last|final|farewell? bow
be|are|is no more from that|this|the|our clay|glaze|kiln|batch|recipe|leaf|garden|seam|field
taking|takes|took|take its|their ..1 leave of the|our ..1 shelf|shelves|shop|kiln|workshop
not ..1 be? ..1 glazing|making|throwing|firing|mixing|blending|glaze|make|throw|fire|mix|blend ..5 from here|now|then on
! last pair|piece|few|one|ones you ..1 bought|ordered|had|chose|took|looked|wore|read|used
! your|the last one|ones|pair you ..1 bought|ordered|had|chose|took|looked|wore|read|used
last one|ones|pair we|i ..2 ever|make|made
they|these|those will|would not ..1 come|return back -for|to|in
no more will|can|shall ..1 be ..1 made|sewn|woven|printed|bound|built|baked
maker|potter|weaver|grower|designer|founder has|is ..1 retired|stopped|closed|dead|died|gone
+ once gone ..2 gone|forever|lost
soon ..1 there|they will|would ..1 be ..1 none
there|they will|would soon ..1 be ..1 none
our|the last roll|bolt|sheet|barrel|sack|tree|piece of ..4 is|are|being ..1 gone|used|cut|sold|sewn|finished|woven|empty
! ate|eaten|finished|drank|drunk|used|broke the last one|ones|pair
! dog|cat|child|moth|moths ..2 the last one|ones
down to ..2 final|last -bit|corner|crumb|page|chapter|drop|detail|stitch|inch ..1 few|couple|pair|handful|one|ones|of
shall|will not be getting|seeing|stocking|making ..4 again
not promised|promise|promises us ..1 any|others|more|another
flock|queue|crowd|others|hunters is|are ..1 already|circling|gathering
once|when|after ..6 used|sold|gone|finished|emptied|empty ..1 that is|was it|all|that
+ once|when|after ..6 used|sold|gone|finished|emptied|empty up? that is|was it|all|that $
will|would|shall not ..1 be? print|printing|sew|sewing|bake|baking|brew|brewing|weave|weaving|knit|knitting|stock|stocking|grow|growing|build|building|bottle|bottling|restock|reprint|reprinting|bind|binding|import|importing ..2 more|another|others|again -than
we|i|shop|they will|would|shall|may|might|can not|never ..1 have|see|get|stock|sell|offer -to|you|a|this ..4 again
once|when these|they|those|this|it ..1 is|are|have ..1 been? claimed|sold|snapped|booked|spoken -to|by
mould|mold ..2 broken
are the end of it|them|that $
not ..1 to expect ..1 any ..1 more|others
supplier|maker|grower|importer|publisher|mill ..2 told|tells|warned us|me ..3 not|no|last|end
-crumbs|were gone|sold before|by lunch|noon|breakfast|teatime|midday|closing
"""

TABLES = {"scarcity": NEVER_AGAIN}
