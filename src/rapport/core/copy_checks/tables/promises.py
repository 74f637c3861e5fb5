"""Promises that no fact makes: when things arrive, how fast we answer, what is refunded, what is vouched."""

from __future__ import annotations

CLASSES = {
    "leave": (
        "leave leaves left arrive arrives arriving reach reaches land lands there ship ships "
        "shipped send sent dispatched posted post delivered refund refunded pay paid back yours "
        "answer reply packed with replace replaced on out"
    ),
}

CLAIM = """
# When
parcel|parcels|order|orders|refund|money|delivery|we|courier|van|post|replacement|answer|reply ..4 @leave ..5 the|that same|next|following|very day|morning|afternoon|evening|hour|week
it|they|everything|i|all|most|one|them|tin ..4 leaves|left|arrive*|arrives|reaches|lands|ships|shipped|sent|dispatch*|posted|delivered|refunded|refund|packed|replaced|answer|reply ..5 the|that same|next|following|very day|morning|afternoon|evening|hour|week
leaves|left|arrive|arrives|arriving|reaches|lands|ship|ships|shipped|sent|dispatch*|posted|delivered|refund|refunded|answer|reply|there|yours|packed|replaced ..3 the|that next|following day|morning|afternoon|evening|week
leaves|leave|left|arrive*|reach*|land|lands|ship|ships|shipped|send|sent|dispatched|posted|post|delivered|refund|refunded|paid|answer|reply|packed|replaced ..2 the|that same day|morning|afternoon|evening|week -and
same|next|working day delivery|dispatch|despatch|post|postage|service|answer|reply|shipping
leave*|leaves|arrive*|reply|replies|answer*|hear|respond|dispatch*|sent|refund*|ship*|delivered|back|there ..4 within|inside|under ..2 hour|hours|day|days|week|weeks|minute|minutes|fortnight|afternoon
you ..4 within ..2 hour|hours|day|days|week|weeks|minute|minutes|fortnight|afternoon
reply|replies|answer|answers|hear|respond|answered ..5 before ..3 kettle|boiled|supper|lunch|breakfast|bedtime|tea|cools|cold|finished|evening
we|i|get|hear ..1 write|back ..3 before ..3 kettle|boiled|supper|lunch|breakfast|bedtime|tea|cools|cold|finished|evening
reply|replies|answer|answers|respond|hear ..3 by ..1 return|lunch|supper|teatime|breakfast|bedtime|evening|morning
replies|answers|answer|answered|reply|hear|send|sent|leave*|dispatch*|ship*|refund*|replace*|arrive* ..4 straight|right away
replies|answers|answer|answered|reply|hear|send|sent|leaves|dispatch*|ship*|refund*|replace* ..4 immediately|instantly|promptly|overnight
! no|not|never|nothing|without ..8 straight|right|immediately|instantly away?
answer*|reply|replies|here|help|us|there|call|open|somebody|someone|write|order|deliver* ..6 day or night -cream*
day or night ..5 answer*|reply|here|help|us|somebody|someone|we
+ day or night ..2 we|somebody|someone|i ..2 answer*|reply|help|write|read
-all|year round the clock -face|tower
by return ..1 of? post
with|at|on|to you|your ..1 door|doorstep|mat|hands|home ..2 in|by|for ..2 time|christmas|breakfast|morning|supper|lunch|tea
with|at|on|to you|your ..1 table|shelf ..2 in|by ..2 time|christmas|breakfast|morning|supper|lunch|tea
in time for ..1 the|your|a ..1 weekend|birthday|wedding|holidays|christmas|party|guests|mother|father|easter
on|at|to your ..1 mat|doorstep|doormat|door ..3 before|by|in ..3 know|morning|time|days|kettle|week
arrive|arrives|there|with before you ..2 know|boiled|finished|can
you|your|yours|order|parcel ..4 front|head|top of the ..1 queue|pile|line
skip|jump the queue
runs|run out ..2 the very day
with|to you ..3 the|that next|same|following day|morning|afternoon|evening|week
priority ..1 queue|dispatch|packing|treatment|customer*
# Returned, refunded, replaced
free ..1 return|returns|exchange*|collection|repair*|replacement*
return|returns|exchanges|collection|repairs are|is ..2 free|us
back|return*|exchange* ..2 at our|my|workshop ..1 cost|expense
return|returns|back ..4 on us|me $
return|returns ..1 postage ..1 on us|me
collect|fetch|collects|collected|fetched ..5 from|at|to ..1 your ..1 door|doorstep|home|house|kitchen|gate
we|i|courier|driver|van|somebody|them|picked ..3 pick|picks|picked|up ..4 from|at ..1 your ..1 door|doorstep|home|house|gate
send|sending|sends a|the|our ..1 van|courier|driver|carrier|somebody|someone ..4 you|your|it|fetch|collect
pay|pays|give|gives|send|return you|your ..3 money|postage ..1 back|too|
pay you back
give|return|returned|refund ..2 what you paid
money ..1 is|will|lands|in|goes|with|arrives|comes ..4 account|back|card|same|you
full|complete|total|entire ..1 refund*|reimburs*
full|complete|entire ..1 amount|value
full|complete|entire|total ..1 price ..3 back|refund*|return*
refund* ..5 full|postage|twice|double|everything|whole|account|card|cash
your|return ..1 postage back
postage ..1 both ways
keep it ..4 refund*|money|paid|anyway
keep it for? free -of|from
keep it ..2 of charge
-will|do|can|where|how|if|should|whether|when|once|until|while you keep it|both|them and|$|too|free|either
prepaid|returns label|labels|envelope
return label|labels
restocking
store|shop ..1 credit
send|bring|post|return ..1 it|them|anything ..1 back ..1 whenever|forever
send|bring|return|post it|them|anything back ..2 any|at any|time time|point|stage|reason
any ..1 time ..3 return it|them|anything
return*|refund*|back|money|send|swap|exchange*|replace* ..8 for any ..1 reason
for any ..1 reason ..6 return*|refund*|back|money|send|swap|exchange*|replace*
return*|back|refund*|send ..6 no reason|reasons needed|given|required|asked|wanted
without ..1 a|any|giving reason
replace*|mend*|repair*|fix*|refund*|good ..4 free|life|whenever|forever|however|no charge|always|years
! replace it or refund you ..1 whichever
make|made it|them|things good|right for|with|however|-as
even ..1 after|years ..4 broken|dropped|months
even ..1 if ..4 broken|dropped|months|years
-depend*|depends|on|about|and|or how ..1 hard|roughly|badly|hastily|clumsily|fast ..1 you ..2 it|them|tip|treat|use|wash|pour|drop
however|matter how? ..1 hard|roughly|badly|hastily|often|clumsily|fast ..1 you ..2 it|them|tip|treat|use|wash|pour|drop
! however|matter how? ..1 hard|often you ask|tell|call|read|look|listen ..1 it|them
however you ..1 treat|wash|handle ..1 it|them
no matter how|what ..2 you treat|use|wash|drop|do|pour|tip
no matter what ..1 $
no matter what happens
# Vouched for
you have my|our word
my|our|nell word ..1 on it|that
give|gives|gave you ..1 my|our word
rest assured
rest easy -the|your|on|in|nothing|head
be|feel ..1 assured that|of|it|we|in -nothing|no
you can|may|will ..2 be|feel ..1 confident|certain that|of|it|we|in
be|feel confident that|of|it|we|in
-not|never|would count|rely|depend|bank on ..1 us|it|that|this ..1 to|for|every|being|always|$
! you can ..1 rely|count|depend on the? weather|kettle|cat
not|never|nothing|nobody|without ..3 let|lets|letting you down
others|other|cheap*|ordinary|usual ..4 let|lets you down
! not|never|will|want ..3 let us down
! if|should|when|where|whenever|ever ..5 let|lets you down
will|would|does never ..2 let|tire|leave|lose|look|go|feel|need|want|regret|break|taste|drip|dribble|fail|dull|cool
neither|nor ..3 and never will|would|has
nothing|none|never|single|not ..5 arrive|arrived|arrives|come|came|turned|reached|left ..3 broken|damaged|chipped|cracked|pieces|bits|late
not|no|never|nothing|none <5> in all ..1 our|my|these|the years
in all ..1 our|my|these years
-if|when|where has|have never|yet|not|rarely|seldom ..2 broken|broke|cracked|chipped|dripped|leaked|stained|faded|crazed|disappointed|dribbled
never|not|seldom|rarely ..2 lost|lose a|one|any|single ..1 parcel|order|customer|pot
hardly|barely|scarcely|seldom|rarely ..2 chip|chips|crack|cracks|stain|stains
! hardly|rarely|seldom ..1 cracks|chips in|at
buy|bought|buying ..2 once ..4 for|never|life|good|keep|all
will ..2 never ..2 replac*|another
grandchildren|grandchild|heirs ..3 will|would|drink*|use|inherit*|thank|fight|argue|may|might
to|by|with|and|from|or|until|till|for ..2 grandchildren|grandchild|heirs $
to|by|and|from|children|son ..2 grandchildren|grandchild|heirs
money well spent
pays|paid|pay for itself
-one|a|another handle|lid|glaze|rim|spout|foot|it|they ..1 can|will|does|do|could not|never ..1 come off|away|loose|undone|apart
built|made|strong|tough|solid like|as a ..1 tank|rock|fortress|house|oak|horse
laugh|laughs|laughed|laughing|shrug*|sneer* ..2 dishwasher*|drop*|knock*|heat|falls|years|bumps
you will|would? not|never ..1 go|look|going back
wonder ..1 how you ..2 managed|lived|coped|did|drank
if|should|when ..4 breaks|chips|cracks|fails|off|leaks|drips ..1 we|i will? ..2 make|replace|send|mend|give|throw|fix|repair|refund
we|i|nell|asha|to ..2 stand|stands behind ..2 every|each|our|it|them|what|everything
stands behind ..2 every|each|our|what|everything
will|always|would|shall arrive*|reach*|get|be|come ..3 in one piece
will|always|shall arrive*|reach*|come ..3 whole|intact|unbroken|safe|safely|undamaged
last|lasts you|us $
@ware ..2 you|they|to ..1 hand|pass on
hand|handing it|them|one on to|when|one
age|ages ..1 beautifully|well|gracefully
never ..1 dulls|fades|tires|loses|dims
keep|keeps|kept|used|have ..3 as long ..6 send|return|bring ..1 it|them ..1 back
return|returns never|always|do|does not? ..1 end|ends|expire|expires|close|stop
back ..1 costs|cost ..1 you|nothing
we|i ..1 cover|covers|bear|meet ..3 postage|return|cost|costs ..2 back|return|returns|
refund* ..2 you the moment|minute|instant|day
money|refund ..4 the moment|minute|instant|second it|we|you
# What it withstands
spout|spouts|teapot|lid|pot|it|they|mug ..1 never|not ..1 dribble*|drip*|spill*|leak*
no|nothing ..1 tea|coffee|knife|fork|stain|heat|wash|dishwasher|thing has|can|will|could ..1 ever? ..1 stain*|mark*|scratch*|harm*|hurt*|crack*|chip*|break
as the day you|it
you|one could ..1 drive|drop|throw|stand|jump|kick|dance it|on|over|this -in|into|by|round
you|one can ..1 drive|jump|kick|dance it|on|over|this
you|one can ..1 drop|stand it|on -in|into|by|round|off|a|the|end|its|your|either
! cobbler*|tailor*|baker*|gardener*|cook|cooks|chef*|potter*|knitter*|neighbour*|cat|cats|dog|dogs laugh|laughs ..1 at a|the|any|every
comes|come ..1 out ..1 clean|spotless|like new
good|bright|fresh|like as new ..3 years|after|for|wash*
better with|after age|time|years|use
never goes|out of style|fashion|date
rest of your|a days|life|mornings|lifetime
it|that|this|they|these|will|would|@wares see|sees you out -there|here|on|in|at|of|to
built|made|good|ready for ..2 decades|years|generations|lifetime
safe bet|choice|buy|hands
! in safe hands|keeping
! in fairly|reasonably|mostly|tolerably|passably|moderately|quite|rather safe hands|keeping
! i|we|nell|asha|she|he would never want|tire|regret -for
! i|we|nell|asha|she|he will never tire|regret
you ..2 not ..1 lose $
you ..1 have nothing to lose
will ..2 last -one|note|letter|message|e|email|mail|time|word|of|thing|line ..2 every|years|decades|long|longer|ages|well|for
more|many ..1 years ..2 of ..2 use|service|breakfasts|mornings|tea|pouring
# When and how, without a day
-you|to|who|your|if|they post|ship|dispatch|deliver|send|pack|bake ..1 every|each|most ..1 day|morning|evening|afternoon|weekday
van|parcel|parcels|box|boxes|order|orders|post|courier|teas|tins|everything|all ..2 leave|leaves|out|off|sent ..1 every|each|most ..1 day|morning|evening|afternoon|weekday
pots|we ..2 leave|leaves|sent ..1 every|each|most ..1 day|morning|evening|afternoon|weekday
^ sent|out ..1 every|each|most ..1 day|morning|evening|afternoon|weekday
go|goes|leave|leaves|post|posted|ships|arrives|answer|answered|reply|refunded ..2 the day|morning|hour|moment ..1 you|they|it|we ..1 order*|come*|arrive*|write*|ask*|land*
delivery|post|parcel|order ..2 takes|take ..1 no time
delivered|brought ..3 by hand|bicycle|bike|us|nell
carried ..1 by us|nell
somebody|someone|person ..1 always ..3 desk|here|phone|there
day and night
arriv*|there|deliver*|post*|with ..2 quicker|faster|sooner than you ..1 think|expect|boil|know
often|usually|sometimes|even|always before ..2 kettle
# Returned, in other words
take|takes|have ..1 as long as ..5 send|return|bring|back|decide ..3 back
send|sends|post it|them ..1 back and we|i ..1 pay|refund|cover|settle|make
no|without ..1 receipt|quibble|paperwork ..2 needed|required|asked|necessary|to
if ..3 not ..3 right|happy|pleased|satisfied|delighted|convinced|like ..2 we|you|i ..2 make|pay|owe|refund|swap|replace|money
you ..1 do not ..1 pay|owe
we|i will? ..1 mend|repair|reglaze|refire|fix yours|any|your
we|i will ..1 mend|repair|reglaze|refire it|them if|when|for|whenever|should
send|sends|sell|sells|stock|supply|offer|offers|include*|comes|come|ship|post|provide|replace|throw|add|adds ..5 spare|replacement|matching|extra lid|lids|saucer|saucers|handle|handles|part|parts
spare|replacement|matching|extra lid|lids|saucer|saucers|handle|handles|part|parts ..2 is|are|come|comes|included|available|free|at
wrap*|wrapped ..2 as a ..1 present|gift
swap|exchange|trade it|them|one ..2 for ..1 free|whenever|any ..1 other
we|i will ..1 keep ..1 a|one|spare ..3 for you
never goes|out out|of of? style|fashion|date
reply|answer|answers|replies ..4 the day|hour|minute|moment ..1 they|it|you
keep|keeps|stay|stays ..3 hot|warm|cool|cold ..1 for|to|until|however|all|till ..2 touch|hours|hour|day|morning|afternoon|minutes|while|end|last|bottom|long|ages
been|goes|go|went ..1 through the ..1 freezer|oven|wash ..2 more|many|every|hundreds|times|daily
fork*|knife|knives|cutlery|metal|spoons leave|leaves|make no|not ..1 trace|mark|marks|scratch*|lines
break|drop|chip|crack|lose|smash it|one and ..1 we|i ..1 will|send|make|replace|throw
at|on our|my risk -assessment
try|use|keep ..3 for a ..1 month|week|year|season|while ..4 risk|back|pay
we|courier|driver|van ..1 will|can ..2 pick|collect|fetch ..2 up $
never|not|rarely|hardly ..2 take|takes|took ..1 longer|more than
never|not|rarely|yet ..2 missed|miss|lost|lose|late|failed ..1 a|one|any|with|to ..1 delivery|parcel|deadline|post|order
you|ask|question|questions|your ..6 answer|reply|answers ..3 before you|it|the|supper|lunch -order|buy|decide|choose|pay|make|go|confirm
we do repairs|commissions|deliveries|refunds|exchanges|engraving|wrapping|weddings|orders
we|i will? ..1 store|hold|look it|them|yours ..4 for|until|till ..1 you ..3 bigger|new|ready|payday|move|home|house
we|i will? ..1 keep it|them|yours ..4 for|until|till ..1 you ..3 bigger|new|payday|move|home|house
deliver|delivered|deliveries|delivers by ..1 bicycle|bike|hand|horse|boat|drone|van|train
tracked|insured ..1 and|parcel|delivery|post|all
knife|knives|forks|dishwasher|time|nothing ..1 not|can|could ..1 not? touch|hurt|dent|harm it|this|them
survive|survives|survived your ..1 clumsiest|guest*|children|toddler*|sink|floor|dog
stays|stay|keeps|remains ..1 bright|new|white|clean|shiny|glossy for good|ever|years|always
it|that ..1 is our|my problem|worry|loss|risk
bet the|my|our kiln|wheel|workshop|farm|shirt
does ..1 what it says
our|these|they pots|mugs|bowls|teapots|plates ..1 never come|comes back
first class post|parcel|delivery|$
nothing ..1 we|i|you ..4 ever ..1 lost|broken|broke|chipped|cracked|smashed|leaked|stain|fade|chip|crack
arrives|comes|get|receive ..2 look|looks exactly|just|precisely as|like
make|throw|fire|glaze|made|thrown|glazed ..1 to order
regardless of? how you ..1 treat|use|wash|handle
we|i will ..1 replace|refund|exchange|swap|reimburse|resend|reglaze
we|i will ..1 make|throw|fire you ..1 another|a|new|fresh -picture|photo|photograph|note|letter|list|link|line
! we|i will ..1 make you push|fill|click|wait|choose|sign|read|scroll|jump|climb|carry|sit a|another|new|fresh
+ if|should|when ..4 breaks|break|cracks|chips|broken|damaged ..4 we|i will -see|look|tell|help|talk|do|sort|try|find|say|read|want|need
make|makes good anything|whatever|any|every|everything
no|without|zero drips|chips|stains|leaks|cracks|scratches
not ..2 get|find|buy ..3 anywhere|somewhere else
delivered|arrives|arriving ..1 safely
tea|teas|leaf|leaves never ..1 go|goes|going|turn|turns|grow|grows stale|off|flat
taste|tastes|look|looks|stay|stays ..2 same after|for ..3 years|winters|seasons|washes|number|decade*
i|we|you drop|nod off as soon|the
i|we|you fall asleep as soon|the
never late
always ..1 on time
-not|never guarantee*|guaranteed|warrant*|warranty|insured|insurance
we|i promise|vow|pledge|assure -to|not|we|you|nothing|no|a|some|only|if|and|when|or|less
! we|i promise|vow|assure the|this|that|these joke|jokes|pun|puns|rhyme|rhymes
promise ..4 refund*|replac*|quality|delivery|results|satisfaction|condition|whole|arriv*
promise you|that|it|they|never
promise not -to
you ..2 will|would not ..2 regret|disappointed|believe
you ..2 will|would not ..1 find ..3 better|another|anywhere|else|like
can|could not ..1 go wrong
-if|when|whether|unless|things|clothes|something|what|anything|nothing you ..1 never ..2 buy|need|want|look|go|replace
-if|when|things|clothes|something|what|anything|nothing you will|would|could ..1 never ..2 use|drink
you never ..1 use|drink another|any|anything
yours|good|valid|new|fresh|safe|bright|white|strong|works|use|it|them|last|lasts|guaranteed ..1 forever
always ..1 fresh|perfect*|works|arrive*|stock|deliver*|safe|available|reliable|guaranteed|cheaper|better|best|flawless -to|water|milk|sheet|start
always on time
works every time|day|bit -she|he
return*|refund*|money|back|exchange*|replac* ..6 no questions ..1 asked
no questions ..1 asked ..4 return*|refund*|money|exchange*|replac*
quality guarantee*|assured
fast*|speedy|rapid*|express|quick*|instant|overnight|priority|tracked|same|prompt|swift|lightning|speedier delivery|shipping|dispatch|post|postage|despatch|courier|turnaround|service
next|day delivery|shipping|dispatch|postage|despatch|courier|turnaround
day|next post -office
deliver*|arriv*|ship*|dispatch* ..2 fast|quickly|immediately|tomorrow|overnight|worldwide|anywhere|everywhere
worldwide
money ..1 back
risk free
hassle free returns
secure ..1 checkout|payment*|shopping
recipe is|remains ..1 a|our|nell|family ..1 secret
you are in good|safe|great|best hands
fast*|quick|speedy|reliable|safe ..1 delivery|shipping|dispatch
order|basket|purchase|payment|data is ..1 protected|secure|covered|insured
"""

TABLES = {"claim": CLAIM}
