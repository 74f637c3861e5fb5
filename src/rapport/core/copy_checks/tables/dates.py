"""Days, dates and times in words."""

from __future__ import annotations

CLASSES = {
    "weekdays": ("mondays tuesdays wednesdays thursdays fridays saturdays"),
    "weekday": "monday tuesday wednesday thursday friday saturday sunday",
    "weekday_short": "mon tue tues wed thu thur thurs fri sat sun",
    "month": (
        "january february march april may june july august september october november december"
    ),
    "month_sure": (
        "january february april june july september october november december sept nov feb aug oct"
    ),
    "homely": (
        "roast roasts lunch lunches breakfast breakfasts best paper papers supper suppers dinner "
        "dinners baking brunch brunches morning mornings afternoon afternoons evening evenings "
        "night nights tea teas cup pot ritual feeling table kitchen blues walk walks toast pancakes "
        "crossword stew soup stroll bath pudding pie list lie mood coffee service porridge"
    ),
    "deadline": (
        "on by until till before this next from ends end only last coming every after black cyber "
        "good arriv* deliver* order* close* ship* post* dispatch* start* begin* expire* today "
        "tonight sale get here there come comes since past late"
    ),
    "easy": "lazy slow quiet rainy long wet grey ordinary average typical usual cold chilly idle",
    "holiday": (
        "christmas xmas christmassy yuletide easter valentine valentines halloween thanksgiving "
        "hanukkah chanukah hannukah diwali eid ramadan passover kwanzaa vaisakhi advent jubilee "
        "mothering payday hogmanay whitsun michaelmas candlemas pentecost"
    ),
}

DATE = """
a|one day|week|fortnight|month|year from now|today
first|second|third|last of the|next|each|every month|week|year
order|orders|ordered|buy ..3 this afternoon|morning|evening
pack|packs|send|sends|post|posts|ship|ships|fire|fires|arrive* ..2 tonight
week|weeks|month|months|year|years end
! tomorrow|tomorrows pots|bowls|mugs|plates|bread|breakfast|batch
! tomorrow or ..1 whenever|later
when|until|once|before|after @month comes|arrives|is|ends|begins
! spring clean
since|by|until|before the? spring|summer|autumn|winter -clean|storage
order*|code|offer|open|here|good|valid|sale|saved|held|kept|you|yours|have|decide|{offer.value}|{offer.code} ..4 until|till teatime|lunch|lunchtime|supper|dark|bedtime
yours|ready|reply|answer|order*|deliver*|arriv*|ship*|post*|send|decide|finish|come|back ..6 by teatime|lunch|lunchtime|supper|dark|bedtime|noon|midday|dusk|dawn|nightfall|sunset|sundown
with you by teatime|lunch|lunchtime|supper|dark|bedtime|noon|midday|dusk|dawn|nightfall|sunset|sundown
gives you until
before the ..1 month|week|day|year|weekend is ..1 out|over|done
week|day|month|hour at ..1 most|least
by the next|following ..1 morning|day|evening|afternoon
mug|cup|pot|tea|shop|pottery|brand|product|maker|design|gift of the year
leaves|leave|goes|go|posted|dispatch*|arrive*|reach*|deliver* ..4 this|same afternoon|morning|evening
of|this|next|last march|august
end of may
end of ..1 term
by noon|midday -it|the|he|she|they|nobody|everybody|you|we|i|there|nothing|half|most
by teatime|lunchtime|supper|bedtime ..3 yours|here|there|ready
final hour|hours|minutes|days
last hours|days of|to
parcel*|post|deliver*|dispatch*|ship*|open|closed|orders ..6 mondays|tuesdays|wednesdays|thursdays|fridays|saturdays|sundays|weekdays
in a couple|few of? ..1 days|hours|weeks|months
post|posts|dispatch*|ship|send|deliver* ..4 same day
gone|not|no|ends|end|stop*|expir*|empty|emptied|release*|price*|code|offer|late ..6 after today
after today ..6 gone|not|no|ends|end|stops|empty|late
today|todays ..1 is? ..1 last|final
last|final day -of|in|at
! last|final day ..4 is|being {offer.ends}
! {offer.ends} is|being|as ..2 last|final day
! last|final day to|for? use|it|order? it? is? {offer.ends}
@weekday
on|by|until|till|before|this|next|ends|only @weekday_short
! only sat down|there|still|on
@month_sure
in|by|until|till|before|since|mid|during|throughout|end|from may|march|august -be|not|have
early|late march|august
in|by|until|till|since|from|of|from early|late may
first|second|third|last of may|march|august
may|march|august bank|sale|deal|ends
may|march|august only $
^ may|march|august only -be|need|do|have|take
may|march|august only offer|sale|deal
tomorrow|tomorrows|yesterday|overmorrow
by|until|till|before|from|only|ends|end|ending|expir*|clos*|arriv*|deliver*|dispatch*|ship*|posted|leave|leaves ..2 today
today only|until|till|before|at
today is -for|a|the|as|quiet|not|nothing|no|grey|mostly|fine|good|busy|too|one|your|when|any
until|till|by|before|ends|end|ending|expir*|clos*|gone|only|delet*|last|finish* ..2 tonight
tonight only|is|at|and
midnight|midnights
! at midnight with the|a radio|lamp|torch|light|cat|dog|baby|book|window
until|till|before|past|from noon|midday|lunchtime|oclock|nightfall|sundown|sunset|sunrise|dawn|dusk
by oclock
at oclock
ends|closes|opens|until|arriv*|deliver*|ship* ..3 at noon|midday
deliver*|arriv*|ship*|close*|end|ends|start*|begin* ..3 at lunchtime|nightfall|sundown|sunset|sunrise|dawn|dusk
oclock
half|quarter past|to
this|next|last|coming|following|every|same|past|previous week|weekend|month|fortnight|year|quarter
this|next|coming weeks|months
by|before|until|till|all|whole weekend
by|before|until|till the|this weekend
in a|an|one|the day|hour|week|month|fortnight|minute|year
! see|sees yourself|yourselves|himself|herself|itself|themselves|myself|ourselves in a|one year|month|week|decade
! than ..2 i|we|you|nell|asha|anybody|most|cat|kiln|kettle|workshop ..3 in a day|week|month|year
within|under|inside a|an|one|the ..1 day|hour|week|month|fortnight|minute|year
within|in|only|just days|hours|minutes|weeks|seconds
by|until|till|before the? end of ..2 day|week|weekend|month|year|season|summer|winter|spring|autumn
there|here|yours|arriv*|deliver*|with ..3 for @weekday
it|parcel|van|order|post|box|and leaves|goes|ships|closes|opens|ends at dawn|dusk|noon|midday|sunrise|daybreak
on|with the noon|morning|midday|evening|early van|post|collection
day|days|week|weekend|month|summer|winter|autumn|spring|season|year|night|@weekday|@month ..3 ends|out|over ..1 and so does|do|is this|it|the
working|business days|hours
business day
within ..4 day|days|hours|weeks|minutes|hour
close of ..1 business|play
close|end of ..2 working|business|trading week|day|month
end of ..1 week|weekend|month|year|today|play|business
@holiday
! advent calendar|calendars
! christmas stocking|stockings|bauble|baubles|wreath|wreaths|cactus|jumper|jumpers|pudding|puddings|decoration|decorations|tree|trees|lights
! easter egg|eggs|bunny
mother|mothers|mum|mums|father|fathers|dad|dads|boxing|singles|prime|pancake|may|independence|labour day
new year|years
good friday
black|cyber friday|monday|weekend|week
bank holiday*
bonfire|burns|twelfth night
next|same|following day delivery|dispatch|shipping|post|postage|despatch|service|arrival
in time for|to
day after tomorrow
a|one|this|that day only
earlier|later today
day|days|hours|weeks from now
one day only

next|coming|following few? hour|hours|minutes|days|weeks|months
in|within|over|for|during the next|coming few? day|days|hour|month
our|this|the|in|an|every|late|early|until|by|for|last august -company|presence|gathering
our|last march|may -of|the|hare|be|have|not|arrive|come|reach|take|find|look|need
yesterdays
! -@deadline @weekday @homely
! a|any|some|your -good @easy? @weekday -only|sale
! @easy @weekday
! keep*|kept|save*|saved|made|meant ..5 for @weekday
! like|feels|that @easy? @weekday
! no tomorrow
! sleep*|sulk*|cool*|rest*|bed|warm|busy|asleep ..2 until|till|past noon|midday|lunchtime|sunrise|dawn|nightfall
! from dawn|sunrise|morning to|till|until dusk|sunset|dark|nightfall|dawn
runs|run|open*|valid|good|offer|code|sale|ends|lasts ..3 from dawn|sunrise|noon|midday
! midnight blue|snack*|feast*|oil|black|sky|kitchen|raid*|cuppa|tea|toast|feasts|ink|glaze*|green|velvet|silk|reading|reader|readers|garden|swim|walk
! in time for tea|breakfast|supper|elevenses|lunch|a
! in time to the
! in time to come
! april showers
! a|an|some @month sky|morning|day|evening|afternoon|rain|light|fog|wind|frost|sun|garden|night|mornings
! end of the day
! in a|the minute|day
! dusk to dawn
! -by|before|until|till|end|of|only|from|sale|price this year -only|ends|end|sale
! learned|learnt|new|made|fired|grew|done|did ..2 this year
on|every|until|till|before|from|only|between|our|most|alternate @weekdays
we|i|us|workshop|shop|van|post|kiln ..6 on sundays
this|last spring|summer|autumn|winter|christmas
next spring|summer|autumn|winter
leave|leaves|left|goes|go|out|with|ship*|post*|arriv*|deliver*|yours|there|send|sends|sent|dispatch*|door ..6 same|next|following day|morning|afternoon|evening
order|choose|buy|decide|reply|pay|chosen|ordered ..5 before|by then
! order|it|one ..1 use|bring|take|carry the|your code ..3 before|by then
by return of|$
overnight delivery|post|shipping|courier|dispatch|service
half term
solstice*|equinox*|midsummer
patricks|davids|georges|andrews|swithins|stephens day
guy fawkes
until|before|from|since|due the first|second|third $
order*|end|ends|valid|deliver*|post*|ship*|ready|pay|arriv*|back|close*|open*|good ..5 on|by the first|second|third $
goes|go|posted|send|sent|packed|ships|ship|van|courier|parcel ..4 first thing -is|was|that|to|you|we|i|of
quarter day
a|one week|fortnight|month|year ago|hence|later|earlier
days|weeks|months ago|hence
at the weekend -ritual|table|breakfast
! walk*|ride|rides|riding|read*|cook*|bake*|baking|paint*|sleep*|potter*|garden* ..3 at the weekend
noon|midday|dawn|dusk delivery|deadline|cutoff
van|post|postman|courier|parcel*|kiln|shop|workshop|shelf|door|doors ..2 goes|go|leaves|leave|shuts|shut|closes|close|opens|open|comes|come ..2 at noon|midday|teatime|lunchtime|dusk|dawn|lunch|supper|oclock|nightfall
on the morning|afternoon|evening|day|night after|before|following ..2 you|order|your|ordering|dispatch|it
morning|day|evening|afternoon after you ..1 order|buy|choose|ask
shuts|closes|ends|stops at teatime|lunch|lunchtime|noon|supper|dusk
shuts|shut|closes|close|ends|end|stops when the shops|shop|sun|schools
! by|at the end of the day ..1 there|i|we|it|my|clay|everybody|nobody|a|is
! order ..6 in a month|year
clocks ..1 go|going|change back|forward|forwards
before|until|till|by|when|once ..3 leaves|snow|frost|blossom|daffodils ..2 fall|falls|turn|come|comes|arrives|open ..6 yours|there|arriv*|with|order*|ready
long weekend
summer|winter|spring|autumn holidays|break|term|sale
! yesterday|yesterdays pots|bowls|mugs|plates|bread|news|leaves|tea|crossword|paper|clay|crumbs|cups|throwing|work
! yesterday toast|jumper|rain|glaze|batch|lunch|supper|post|leftovers|washing|apron|mug|bowl|plate|pot|cup|loaf
! tomorrow is another
leaves|leave|goes|catch*|makes|travels out? with|on? the first|next|last|morning|evening|early van|post|collection
order|buy|choose|finish ..2 before work|breakfast|lunch|supper|dinner
step|doorstep|door|yours|arriv* ..3 by breakfast|elevenses|teatime|lunch|supper|bedtime
you have ..1 until|till the|next|spring|summer|autumn|winter
ends|finishes|closes|stops|over|out with the month|week|year|season|summer|winter|moon
clocks change
close|closes the? books|orders|list
expect*|arrive*|takes|take|wait*|there|yours ..3 more|less than a ..1 week|day|month|fortnight|year
same day if|when
back|return*|open|opens|reopen*|again|ready|due|ship*|fire|firing ..3 in ..1 spring|summer|autumn|winter
eve of
mid month|week|year
midmonth|midweek
by suppertime|dinnertime|elevenses
leaves|leave|off|out ..2 first thing -is|was|that|to|you|we|i|of
post|ship|send|pack|fire|deliver|dispatch ..2 in|on the? mornings|afternoons|evenings
run up to|for the? @holiday|end|sale|summer|winter|spring|autumn|holidays|weekend
the holidays
shortest|longest day
one|next|each|every|same|within|per|full|by|takes|take|about|after|inside|under|usually ..1 working day -of|for|in|at|starts|begins|ends|is
tonight|tonights
! tonight supper|tea|dinner|pot|mug|bowl|soup|reading
! cook*|eat|eats|reading ..2 tonight
! dinner|supper tonight
this evening|evenings|afternoons
midweek
is|are|will|be|work|works|post*|pack*|deliver*|open|closed|shut|shuts|close|closes|closing|fire|fires|firing|arriv*|land|lands|there|here|you|ready|yours|rest ..3 at|over|on|through|for|during|of the|a weekend -guest|guests|breakfast|walk|walks|bag|bags|reading|visitor|visitors
! is|are|you|ready|work|works|pack* ..3 for a weekend away|in|at|by|with|of|trip|break|walk|outdoors|bag|guest|guests
by the end of the day ..3 will|yours|packed|posted|wrapped|sent|gone|with|out|done|leaves|goes|has
by|before|until|till|after|come|when|ahead ..2 frost|snow|snows|snowdrop|snowdrops|daffodil|daffodils|swallows|bluebell|bluebells|blossom|lambs|cuckoo|conkers
the stroke|chime of ..1 noon|midday|midnight|twelve|hour
! when frost is|comes|bites|threatens
with|for the ..1 snowdrop|snowdrops|daffodil|daffodils|swallow|swallows|bluebells|lambs|cuckoo|conkers
full|new|harvest moon
! full|new|harvest moon in a|lamp|lamps|print|mirror|shaped|shape|poster
! like|as a ..1 full|new moon
first thing $
posted|packed|sent|shipped|dispatched|fired in the morning|afternoon|evening
today ..1 then|and no|not|never more|longer
! the|my|your|a first thing
dispatch*|leave*|ship*|posted|pack*|there|away|open* ..2 first thing -is|was|that|to|you|we|i|of
schools|school|term|terms ..1 go|goes|back|starts|start|begin|begins|breaks|break|out
will|to ..4 opened|posted|packed|sent|fired|unpacked|collected|ship|shipped|dispatched|leave|go|arrive|land|delivered|out ..3 in the morning|afternoon|evening
! dog|dogs|puppy|cat wants|want|likes|like|asks|needs|need to ..2 go|out ..3 in the morning|afternoon|evening
! will|to ..4 go|goes|going ..1 cool|cold|warm|pale|blue|soft|dark|grey|quiet|golden|pink|green|silver|brown|dull ..1 in the morning|afternoon|evening
at|by|before|until daybreak|sunup|sundown|sunrise|sunset|nightfall|cockcrow
! walk*|sit|colour|colours|sky|sea|beach|bay|photograph*|print|view|hills at sunrise|sunset|daybreak|sundown|nightfall
at|by|before first light
come the? spring|summer|autumn|winter
start|beginning|middle|close of ..1 week|month|year|season|quarter|summer|winter|autumn|spring|century
early|later|late|first|last|latter|second|front|back part|half|end|days of ..2 the|this|that|next ..1 week|month|year|season|quarter|summer|winter|autumn|spring
beginning|start|middle|close of ..2 the|this|that|next ..1 week|month|year|season|quarter|summer|winter|autumn|spring
weekday|weekdays|weeknight|weeknights
leaves ..1 fall|fell|turn|drop ..6 yours|there|until|till|by|ready
until|till|before|once|when|by|after the ..1 leaves|blossom|apples|snow ..1 fall|fell|turn|drop|melts|come|comes|drops -below|under|past|out|open|apart
any day|minute|moment|hour now
kept|saved|held|keep|keeps|hold|holds|save|hang ..4 for|another a|an|one|the ..1 day|days|week|weeks|month|fortnight|hour|year
! kept|saved|held|keep|keeps|hold|holds|save|hang ..4 for a rainy|quiet|slow|free|lazy|wet|grey|better|cold|cool|warm|sunny|dry|long day
this is our|the|a week|month|year|season|quarter for|of
morrow
will|arriv*|land*|leave|leaves|gone|expect|expected ..6 by teatime|lunchtime|lunch|supper|noon|midday|dusk|dawn|nightfall|bedtime|elevenses|breakfast
! weekday|weeknight lunch|supper|dinner|dinners|lunches|suppers|tea|bowl|bowls|mug|cup|plates|pasta|soup|breakfast|shirt|shoes|bag|walk|walks|ride|rides|wear
! midweek meal|meals|supper|suppers|dinner|walk|read
open|opens|hours|from|there|here ..2 nine to five
next day $
courier|van|post ..2 next day
! with|for|of|hold|holds|holding ..2 daffodil|daffodils|bluebells|blossom|snowdrops ..4 in|brought|from|and|vase|jug|table|$
last|first|final day|weekend|morning|evening of ..1 month|week|year|season|holiday*|term|sales
{offer.ends} which is|means|gives|falls|happens|lands
! {offer.ends} which is ..1 longer than our|your|my -@number|week|day|month|usual
{offer.ends} ..1 a bank|public|school
{offer.ends} ..4 weekend|holiday|holidays|payday|fortnight
ends|end|stops|closes|lapses|lapse|good|valid|expires|runs ..1 out? as|when|with|until|till the ..1 month|week|year|season|summer|winter|shops|holidays
as long as the ..2 holidays|season|month|week|summer|winter|term ..1 last|lasts|runs|holds
at|by|until|till|before|on the turn of ..1 the year|month|season
use|order|good|valid|enter|claim|spend|works ..3 before|until|till the ..1 sun|light|shops|shop|stars|moon ..1 goes|sets|shut|close|comes|fades|rise*|appear
lapse*|end*|expire*|close*|stop* ..3 small|wee hours
good|valid|works|runs|holds|last|lasts ..1 through|until|till|over ..1 harvest|haytime|term|half
day|night|evening|morning of the ..2 match|game|final|race|fair|election|wedding|show|festival|parade|concert
weekend|week|day|month after|before next|last
open*|close*|leave*|ring*|strikes|post* ..2 on the hour
in|within a|an|one day|week|month or so|thereabouts
ready|collect|collection|delivered|arrive|arrives|arriving|ships|posted|dispatched|begins|starts ..4 this ..1 morning|afternoon|evening
goes|go|ships|leaves|arrives|delivered|posted|sent ..1 out|on|off overnight
overnight delivery|shipping|dispatch|courier|post
"""

TABLES = {"date": DATE}
