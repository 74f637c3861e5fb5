"""What a reader would find creepy: what they did, when and where."""

from __future__ import annotations

CLASSES = {
    "steps": (
        "payment paying card cards address addresses form forms postage delivery billing "
        "password typing button box total details field fields"
    ),
    "acted": (
        "looked viewed browsed opened read chose picked put added left bought ordered "
        "visited compared started stopped began filled shopped came returned saved "
        "searched clicked paused lingered"
    ),
    "seer": "we i my our nell",
    "saw": (
        "saw see seen noticed notice noticing spotted spot watched watching watch tracked tracking "
        "observed monitor* detected recorded logged caught clocked picked noted know knew remember "
        "recall registered"
    ),
    "did": (
        "looked look viewed browsed browsing browse visited visiting visit clicked opened searched "
        "searching scrolled scrolling lingered lingering hovered hovering zoomed returned returning "
        "checked checking compared comparing googled hesitated hesitating dithered revisited tapped "
        "swiped typed abandoned popped dropped eyed eyeing peeked peeking ogled stared paused "
        "watched read came coming been considered considering wandered shopped clicking opening"
    ),
    "looking": (
        "looking viewing browsing visiting clicking searching scrolling hovering zooming comparing "
        "eyeing lingering hesitating"
    ),
    "device": (
        "phone phones iphone* android* ipad* laptop* tablet mobile device* browser* smartphone* "
        "macbook* chrome safari desktop samsung"
    ),
    "place": (
        "area neighbourhood* neighborhood* street town city postcode* postal* region village location "
        "county doorstep district"
    ),
}

WATCHING = """
you kept|keep swapping|changing|adding|removing|moving|switching
from the way you
judging|going by ..1 how|what|when ..3 you
courier|driver|postman|postwoman ..2 tells|told|says|said ..2 you
you were ..1 not ..1 at home|in
you used to buy|order|shop|visit -it|this|here|{order.*}|{cart.*}
! the|what|something|whatever ..2 you used to buy|order
and then you ..1 stopped|vanished|left -the|it|them|{cart.*}
you were ..1 on|in the|a|your ..1 train|bus|tube|sofa|bed|work|office|bath
-have|if|once|when you read ..4 to the end
you read ..3 twice|again
hope ..1 the ..1 move|wedding|holiday|surgery|interview|operation
you ..1 logged|signed in ..4 from|on|via|using|twice|again|yesterday|last|this|at|@weekday|late|early
you|were|was|are|came|went|popped|dropped|returned back for another|more|a ..1 look
-keep|kept|still|go|going you ..1 went|go|came|were back and forth|fro
you ..1 switched|flicked|flipped|jumped|toggled|wavered|swung|hopped|dithered ..5 between|forth
after|before|while ..1 lingering|hovering|hesitating|pausing|dithering|dwelling|zooming over|on|at|in|between|near ..3 picture|pictures|photo|photos|page|price|basket|checkout|button|colour|colours|size|sizes|delivery|description|reviews|item|product|{cart.*}|{viewed.*}
which|that tells|told|suggests us|me ..1 that|the|you|your|how|what|why
you ..1 came|arrived|found ..2 us ..2 from|through|via
you ..1 arrived|landed|came ..1 here? from|through|via|by ..2 ad|advert*|link|search|google|banner|post|newsletter|picture
your part|neck|corner of -the|your|a|it
your part|neck|corner of the world|country|woods|county|town|city|map|valley|coast|island|land
eye on what|how ..1 you|readers|customers|people|our
we|i ..1 looked|checked|went|studied|pulled|dug -in|after ..3 your ..3 orders|purchase*|account|history|profile|basket
+ you ..1 added ..8 removed|took|deleted|again|twice
+ you ..2 took|taken it|them|one out|off -of|the|in|from
we|i ..1 track|tracked|monitor*|log|logged|record|recorded|analys* -the|our|each|every|glaze*|temperature*
you left our|the|this site|shop|page|store|website|app
last|previous|past|recent|earlier order|purchase|visit|basket ..1 told|tells|says|shows|suggests
told|tells us|me ..4 about you
you ..1 stayed|remained|dwelt|dwelled|waited|spent ..4 page|site|shop|product|photo|photograph|picture|checkout
you ..1 stopped|paused|halted|turned|left ..2 at|on|by|before|over|with ..3 page|product|photo|photograph|picture|screen|@steps
you ..2 opened|read|received|ignored|deleted ..3 emails|messages|letters|mails|newsletters
you ..1 opened|read all|every|each|most|none
@seer ..2 @saw ..2 you|your -know|can|could|might|may|would|soon|will|there|across|in|at|on|through|as|wanted
@seer ..2 @saw ..1 that|how ..1 you|your -can|could|may|might|will|would
@seer not help|could ..1 notic*|see*
we|i could|can not help ..1 notic*|seeing|spotting|overhear*
we|i ..1 been|have|are watching|tracking|monitoring|following|observing|studying|analysing ..3 you|your
you ..3 @did ..6 times|twice|thrice|repeatedly
you ..3 @did ..2 again and again
-if|once|when|after|until|before|address|details you ..1 clicked|typed|removed
! or you ..1 wandered|popped|slipped off|out|away
you ..1 went ..1 away|off|elsewhere|straight|quiet|from
you ..1 went back to ..3 page|same|first|shop|{cart.*}
you hung over|around|about
that|your ..1 pause|hesitation is|was|tells|says|means
you ..1 were browsing|looking|viewing on|from
you ..1 returned -the|an|it|them|your ..3 page|twice|again|day|shop|site|more|once|look|times|to
you ..1 paused ..6 long|while|minute|minutes|seconds|twice|often
! if|when|case|perhaps ..3 you ..1 paused ..4 at|on|over|here|there
-if|when|while|as you ..1 compared
-if|should you ..1 got as|to|halfway ..6 @steps|page|screen|last|final|step|field|name|end
-if|when|once|after|unless|before you ..1 filled|typed|wrote ..1 in|out? ..3 address|form|name|details|card|postcode
you ..1 stopped|left|reached|got|paused|were ..4 the delivery|payment|address step|stage
your usual ..1 day|days|time|hour|hours|week|month|pattern|rhythm|evening|night|slot|amount|quantity|visit|visits
your ..1 shopping|buying|ordering|browsing|spending|drinking|brewing|reading|daily|evening|nightly|weekly|monthly habit|habits|pattern|patterns
know|knows|learn*|studied|study|see|seen|follow*|track*|understand* ..1 your ..1 routine|habit|habits|rhythm
your ..1 routine|habit|habits|rhythm ..1 is|are|has|have|seem*|tell*|show*|suggest* ..2 -yours|up|to
you ..3 @did ..4 for the ..1 first|second|third time
you ..3 @acted ..8 yesterday|tonight|lunchtime
you ..3 @acted ..8 at|around|past|after|before|till|until|towards|near ..1 midnight|dawn|bedtime|noon -blue|green|black
you ..3 @acted ..8 last|this|other|one|every|@weekday|late|early night|nights|evening|evenings|morning|mornings|afternoon|week|weekend|month|hour|hours -light|cream|bag
you ..3 @acted ..8 at|in|on|over|during|before|after|until|till|past the|your? ..1 night|midnight|lunch|lunchtime|breakfast|supper|dawn|work|bed|bath|train|bus|commute|evening|morning|weekend -bag|cream|light|table|linen|side|tray|set|lamp
you ..3 @acted ..8 on @weekday
you ..3 looked|viewed|browsed|stayed|lingered|paused|read|compared|stopped ..6 for ..3 minutes|hours|hour|ages|long|days|weeks -way
you even|briefly|quickly|closely|repeatedly|often|mostly|secretly|only|barely looked|viewed|browsed
+ -if|once|when you ..1 looked|viewed|opened|compared ..8 then ..1 at|on|to? the|a|our|its|another
you ..2 looked|viewed ..2 price|prices|delivery|postage|reviews|total|cost|returns
you ..1 looked ..1 long|hard|twice|again
you ..2 were looking|viewing ..4 while|when|ages|hours|long
look|looks of your ..1 history|orders|order|basket|clicks
you left|went when|as|once the ..2 postage|price|total|delivery|cost|charge
postage|price|delivery|cost|charge|total ..2 put|scared|frightened|stopped|surprised|made you
made|make you think twice|hesitate|leave
we|i know your ..1 dog|cat|child|son|daughter|garden|kitchen|home|skin|family ..1 is|has|likes|loves|eats|needs|drinks
friend|friends of yours ..1 bought|ordered|chose|looked|viewed|has|have
your friend|friends ..1 bought|ordered|chose|looked|viewed
-if|when|whether|should|that|perhaps|unless you ..4 a weakness|thing|eye for
you ..1 not scroll|scrolled|read ..3 far|end|bottom|down
we|i found you ..1 through|in|on|via
-if you ..1 looked ..1 at ..3 other|another|rival|competing|competitor* ..1 shop|shops|site|sites|store|stores|brand|brands
you ..2 clicked|scrolled|hovered|zoomed|googled|lingered|revisited|abandoned
you ..2 browsed|visited ..5 pages|site|often|other|elsewhere|while|before
you ..2 searched for
-if|when|while you ..2 been|keep|kept @looking -for
-if|when|while you ..2 were clicking|searching|scrolling|hovering|zooming|comparing|eyeing|lingering|hesitating|visiting -for
you ..2 were looking|viewing|browsing ..8 yesterday|tonight|lunch|lunchtime|midnight|night|evening|morning|afternoon|@weekday|ago|earlier|commute|train|bed|bath -bag|cream|light|table|linen|set|lamp|box
from|by|given|to the ..2 pages|searches|clicks|links you
you ..2 visited|came|shopped|ordered|browsed|looked from a|an|another|the|your ..2 address|place|device|machine|town|city|country|computer|phone
time for your usual order|shop|visit
you|your ..2 spent ..5 looking|browsing|page|reading|minutes|time|hour*|ages
you ..2 spent ..5 evening|night|morning|afternoon|day|while|lunch* ..2 with|on|at|in
you ..1 left|went|gave ..2 because
-if|maybe|perhaps|whether|when you ..1 stopped ..1 because
you never ..1 click|reply|answer
-books|book|drawer|drawers|jar|jars|box|boxes|cupboard|cupboards|door|doors|window|windows|tin|tins|letters you never ..1 open|read
you browse|shop|look|read ..3 on your ..1 @device
you were reading|shopping|ordering|choosing ..6 at|on|in|from ..2 lunchtime|lunch|work|night|train|bed|bath|phone|computer|laptop|desk
you ..1 keep|kept ..2 looking|coming|returning|opening|checking
you ..1 keep|kept ..2 going back|past|over -and
you ..2 came|been ..2 back ..4 times|twice|again|day|since|to ..1 look|same|page|see|this|it
you have ..2 come ..2 back ..4 times|twice|again|day|since|to ..1 look|same|page|see|this|it
you ..1 keep|kept|always come|coming back
you ..2 were|was|are ..3 on|from|using your|a|an ..1 @device
from|via your ..1 @device -case|stand|charger|or|and|too|to|before
! can|could|may ..5 from|via|on your ..1 @device
you|your ..6 @acted|chose|found|ordering|browsing|opening ..8 on|from|via|using your|a|an|the ..1 @device -case|stand|charger
your ..1 @device -case|cover|stand|holder|bag|charger|cable|screen ..2 says|say|tells|told|remembers|knows|followed
your ..1 @device ..1 is|was|must|shows ..6 us|our|page|pages|site|shop|tab|tabs|browsing|looking
back|again|left|finish|continue|picked|still|waiting|followed ..5 on|from|to your ..1 @device
your ..2 browsing|searches|clicks|cookies|ip|gps|scroll*|footprint*|tabs
your ..1 shopping|buying|browsing|search|viewing|reading|online|web|click|device behaviour|behavior|activity|history|session*|profile|pattern*|data -stay*|is|are|private|yours
your browser|history|profile|activity|behaviour|behavior|session|sessions ..2 say*|tell*|told|know*|show*|suggest*|reveal*|indicate*|language|tab|tabs|history|settings
by|from|to|on|with your ..2 behaviour|behavior|activity|habits|profile|viewing -as|is|can
your ..1 location|area|neighbourhood|neighborhood|street|town|city|postcode|region|village|county|district ..2 is|has|looks|seems|gets|got|says|suggests|knows|weather|forecast|loves|favourite*|orders|buys|drinks|tells
in|near|around|of|from your ..1 neighbourhood*|neighborhood*|street|town|city|postcode*|village|doorstep -or|and|shape
on your street|road|lane
people|customers|shoppers|neighbours|readers|weather|homes|popular|favourite|raining|rain|snow|cold|hot|sunny|others|orders|everyone|you|gardens ..5 in|near|around|of|from your ..1 area|region|county|location|district|parish
short|stone|quick|easy way|hop|walk|drive|throw to|from ..2 you|your
people|customers|others|shoppers|neighbours ..2 near|around|like|similar you|your
your neighbour* ..2 has|have|bought|ordered|love*|like*|chose|chosen|are|got|own|prefer*|picked|say|says|drink*|use|uses|got|swear*
like|by|as|than|from|of|near your neighbour* -or|and|with|if|unless
customers|shoppers|people|those ..1 who ..2 viewed|bought|browsed|liked
you ..1 looked|look at it|them|this more than once
we can|could tell you use|used|bought|buy|delete|cook|wear|live|own|work|sleep|drink|like|love|opened|read|left|have|had|are|were
we know you ..1 looked|look|bought|opened|read|like|love|use|live|work|left|clicked
based|judging on|by your ..3 order*|purchase*|history|visit*|click*|brows*|view*|search*|activity|basket|past|previous|recent|latest|last|location|profile|habit*|interest*|choices|data|behaviour|wishes|likes|looks
according to our ..1 records|data|system*|logs|notes
because|since|given ..1 you ..2 browsed|clicked|searched|opened|liked|loved|live|lingered
because|given ..1 you ..2 visited
since you ..1 visited the|our|a|an|its|this ..4 page|pages|section|site
days|weeks|months|years|week|month|year since you ..1 called|came|looked|visited|ordered|dropped|stopped
you bought ..5 last -the|person
our ..1 records|data|system|systems|algorithm*|logs|analytics|tracking|software|computer*|ai show*|say*|tell*|know*|suggest*|indicat*|that|reveal*|notic*|predict*
our ..1 algorithm*|analytics|tracking
our ..1 records|logs ..1 have|has|hold|list|for|of ..1 you|your
our ..1 records ..1 $
algorithm*|analytics|retarget*|geolocat*|surveillance
last night
you|your|visit*|brows*|order*|look* ..6 middle of the night
you|your|visit*|order*|brows*|read*|awake|shop*|basket <8> small hours
late night browsing|shopping|visit*
you|were|are ..2 up late -reading|and
could not sleep
^ no sleep
you ..2 awake|asleep
! before|until|once|when|while you ..2 awake|asleep
late|early|dark|midnight when you ..2 got|came|left|stopped|put|looked
from|by your location
your light was ..2 on
your light ..1 still on
since ..1 your last look|search|click|session
since you looked|left ..1 in|by|us|$
since you last opened|clicked|logged|read|browsed
last time you ..1 came|were|visited|logged|popped|dropped|looked
you|your last ..1 looked|opened|search|clicked|browsed|viewed
while you were ..2 looking|browsing|asleep|sleeping|sitting|shopping|lying|working|commuting
while you were ..1 at|on|in ..1 work|home|train|bus|sofa|bed|bath|office|phone
when you ..2 browsed|clicked
when you ..1 came|were by|back|past|passing|browsing|here
when you ..2 left -the|it|off|our|this|them ..1 us|quickly|without|suddenly|last
you left ..2 without ..1 buying|ordering|paying|finishing|saying|checking
you left ..2 at the|your ..1 payment|last|final|card|address|postage|delivery
you ..3 closed ..2 window|tab|page
! if|when|case|perhaps you ..3 closed ..2 window|tab|page
-address|addresses|details|data you ..3 typed
you ..1 almost|nearly bought|ordered|paid|checked
counter|tally|log|logbook|statistics|stats|gauge|dashboard|records|system|computer|machine|ledger tells|tell|says|say|shows|show|told|reckons|thinks ..1 us|me|that? ..1 you|your
you ..10 but|and|yet never ..1 clicked|tapped|pressed
you ..1 tapped|pressed|swiped|clicked the|a|an|our|on ..1 picture|pictures|link|links|button|photo|photograph
-if you ..1 read|saw|looked|viewed|browsed ..2 on|at other|another sites|site|shops|shop|pages|page|stores
pages|sites|articles|shops|listings ..1 that? you ..1 been|were ..2 reading|visiting|viewing|browsing|looking|comparing
you ..1 been ..2 reading|looking|browsing|shopping|searching|comparing ..2 elsewhere
-if|should you ..1 got all|halfway|nearly|almost|right|most|some ..5 @steps|till|page|screen
you ..9 went|gone|wandered off to compare|look|shop|think|browse
you were ..1 so close
you ..2 opened|read|clicked ..3 email|message|letter|note|mail|bulletin|newsletter|circular|digest|update
you ..1 never ..2 opened|clicked|replied|been|visited|bought|ordered|shopped|purchased|logged
you ..1 not ..2 opened|clicked|replied|logged|read|answered
you ..1 not ..2 been|visited|bought|ordered|shopped|purchased ..4 days|weeks|months|years|month|spring|summer|autumn|winter|christmas
not ..1 order $
! a|the|this|one basket|list you did|do not order
we know ..1 you|your -will|can|may|might
! we know ..1 you are not|meant|supposed
we know where|when|who|what ..1 you|your
later|earlier|sooner than is? ..1 your ..1 habit|usual|custom|rhythm|average|norm
we can|could ..1 see ..1 you|that|from
we can|could ..1 tell ..1 that|from|by
we can|could ..1 tell you are|have|were|like|love|want|prefer|live|opened|read
i can|could ..1 see|tell ..1 that? ..1 you ..1 are|have|were|like|love|want|keep
we|i remember ..1 you|your
we have|got|had ..2 eye|eyes on you|your|what|how|who
we|i|nell|asha ..2 keep*|kept ..2 eye|tabs|track on|of you|your ..1 -basket|parcel|order
caught ..1 you
you ..2 eye|eyes on
you had your ..1 heart|finger|cursor|mouse
eye|eyes on ..2 all|for|since ..2 week|weeks|day|days|while|month|months|morning|evening|night|ages|time|@weekday
your cursor|pointer
your mouse ..2 was|went|over|rested|stopped|moved|hung
hovered
saved ..2 your ..1 card|details
someone|somebody ..2 in|at|from|of your ..1 household|office|house|home|family|address ..2 bought|ordered|looked|visited|has|have|already|is|was
your ..1 colleague*|boss|employer|manager ..2 has|have|saw|see|know*|look*|bought|likes|love*|order*|walk*
tell ..1 your ..1 boss|employer|manager|colleagues
you ..3 looked|look|order|ordered|browse|browsed|shop|shopped|read|visit ..3 from|in|at your ..1 workplace|office
near|around|from|know|knows|found|guess|see|saw where you live|work|sleep|shop
weather where you
rain|rains|raining|rainy|sun|sunny|snow|snows|snowing|cold|hot|wet ..4 where you are|live|s|$
raining|rainy|sunny|snowing|wet|cold|hot ..2 in|on|over your ..1 @place
facebook|instagram|twitter|tiktok|linkedin|pinterest|snapchat|youtube|whatsapp|google|amazon|alexa|siri
you ..2 hesitated|hesitating
second|third|fourth time you ..2 @did|came|opened|ordered|bought|asked|put|left|called
second|third|fourth time this
you ..1 came|come|been|looked|opened|visited ..3 second time
second|fourth time lucky
+ third time lucky ..6 you|your|yours
you are ..1 back again|already
^ back again|already
your usual ..1 order|purchase|shop ..3 is|has|will|should|must|again|ready|due
your usual tin|tea|mug is|are|has|will|should|must|again|may
you|your ..1 usually|always|normally|typically|tend|prefer* ..2 order|buy|shop|browse|come|drop|pop|visit|log|stop|put|brew|boil|start|sit|wake
by our|my reckoning|count|records|sums
pages|ones|products|things|pots|mugs|bowls|teas|pictures you ..2 opened|visited|lingered|clicked|studied|enlarged
you ..5 zoomed|scrolled|lingered|hovered|enlarged
you ..2 come|came|been|popped|dropped|stopped|walked|wandered|looked|passed ..5 few|several|couple|many|number|dozen ..1 of? times|visits|evenings|days
few|several|couple times now|already|this|lately
than you ..1 did|saw|could ..1 before|then|last
better|more|clearer|closer than you did
late|early|dark|evening|night|midnight|morning|lunchtime|raining|sunday when|while|as you ..3 put|made|left|looked|chose|filled|visited|added|were|came|stopped|closed|opened
you ..4 the other|small evening|day|night|morning|week|afternoon|hours
rate you ..1 drink|use|go|order|get|are|brew
your tin ..1 has|will|must|should|is ..2 about|roughly|nearly|almost|be ..2 @number|@time|week|left|empty|done
your orders ..2 are|fall|come|have|get ..3 closer|apart|often|frequent|regular|together|bigger|smaller
courier|driver|van|postman|postwoman ..2 left|handed|delivered|dropped|took ..2 it|your|parcel|yours
i|we see ..1 courier|parcel|delivery
i|we see your -order|reply|question|point|message|note|answer|letter|parcel
you came ..3 by|via|from|through ..2 way|blog|link|google|page|post|article|ad|friend|newsletter|search
you ..2 arrived|landed|reached ..2 us|here|page ..1 by|via|through|from
^ opened|read|seen ..2 and|then|but put|not|never|left|set|ignored
^ opened read
your end|side|corner|part|bit of -the|table|bargain|story|it
raining|snowing|freezing|sunny|windy|hot ..2 present|now|outside|there ..3 gather|hear|believe|see
we|i gather|hear|understand ..1 that? ..1 you|your|it ..1 is ..1 raining|snowing|sunny|cold
you|your ..3 twice|thrice|repeatedly|often ..2 this|last|in week|month|day|evening|hour
you|your ..3 past|last few|couple days|weeks|evenings|nights|visits
you ..1 seem|seemed|appear|appeared to ..1 like|prefer|favour|hesitate|linger|want|be
you ..1 put ..3 in ..2 and took|take
you ..1 always|usually|often|generally|normally ..1 choose|pick|go|buy|order|take|look|shop|come|read|open
you ..3 drawn to ..2 green|blue|white|grey|dark|the|our|cups|mugs|glaze*|plain|bright|bold
i|we could|can tell from|by ..1 your|what|how|which ..3 you|your|order|orders
i|we could|can tell from|by ..1 the|your ..1 clicks|order|orders|page|pages|basket|choice|choices|way|postcode|address|time|hour|colour|size
someone|somebody|person|people|customer ..1 who ..1 usually|always|often|mostly|normally|tends ..1 to? ..1 shop*|buy*|order*|browse*|visit*
^ still up -for
still up ..1 so|at|are|late|you
you ..2 still up -for
still awake
up ..1 late ..1 you|again
you ..1 up ..1 early
you|were ..2 up at ..2 hour|night
you ..1 shop*|browse*|visit*|order* ..3 on|at|during @weekday|night|nights|weekends|mornings|evenings|lunchtime|work
you ..1 seem*|look*|sound* ..2 interested|keen|torn|undecided|hooked|taken
you ..2 taken a shine|fancy|liking to
-if|when|whether you ..1 could|can not ..2 stop|resist|help ..2 looking|thinking|coming
courier|driver|postman|delivery|tracking ..3 photo|picture|camera|note|app ..2 shows|show|says|said|tells
you left ..2 parcel|box|it ..4 doorstep|porch|outside
you were ..2 out|away|at home|home ..1 all|when|until
i|we take|gather|assume|guess|suppose|reckon ..2 you ..1 were|are|have|had|live|must
worked|figured|calculated ..1 out ..2 you|your|how
we|i ..1 work ..1 out ..2 you|your|how
size of your tin|basket|order|orders ..6 you|we|must
digital|your finger* fingerprints|prints|prints|footprint*|trail
fingerprints|footprints|trail ..5 shelf|shop|site|page|pages|everywhere
at an|this|that hour|time when|of ..1 night|decent|sensible|most|people
found|saw|traced|followed your ..2 fingerprints|footprints|footsteps|steps|trail|tracks|traces
decent|sensible people|folk are|were ..1 asleep|bed
^ added ..4 taken|took|removed ..2 out|off|back|again
+ you ..1 added|put ..4 taken|took|removed ..2 out|off|back|again
your ..1 basket tells|told|says|shows|suggests|knows ..2 you|us|me
while|once|when|after the house|children|family|world|everyone ..1 was|were|had ..1 asleep|bed|quiet|gone|out
followed|tracked|watched|traced ..2 van|parcel|courier|you|map|dot|driver
on|until ..2 map ..6 your|you
your label on ..1 it|them
your name on ..1 it|them if|once|when|until|as
aside|saved|kept|held ..5 your name on
i|we can tell ..2 you ..1 open|opened|read|click|clicked|look|looked
you open ..2 every|each ..2 letter|mail|email|message
map|maps|screen|computer|logs|data say|says|tells|tell ..3 you
signed up from
! what|everything|all|the you had open
you ..1 took|take ..3 out|off and ..1 put
you read|opened|saw this|it|them|us|me at|over|during|on|before ..2 breakfast|lunch|supper|train|bus|work|bed|phone
left ..6 before paying|checkout|buying|ordering
^ since|because you like|love|prefer|enjoy|enjoyed|liked|loved
since|because you like|love|prefer|enjoy|enjoyed|liked|loved {viewed.*}|{cart.*}|{product.*}
letters|emails|mails|notes|messages ..3 was|were ..1 opened|read|clicked
you|have|has|was|were|letter|letters|email|mail ..2 opened but
you ..1 took|moved ..3 {cart.*}|it|them|one ..1 out|in|back ..2 of|your|again|basket
you ..1 put|had|added ..4 back|again ..2 in|into|to|of|your|basket|$
you ..2 put it|them|{cart.*} in|back again
read|reading you right|correctly|rightly
-its|his|her face|faces ..1 at|against|in ..1 our|the|my ..2 window|windows
we|i ..1 know|recognise your ..1 face|footsteps|step
you have been back ..1 to ..3 page|teapot|mug|bowl|shop|same|it|this|that|shelf|teas|tea|plate|jug
you keep|kept ..6 again and again
you have ..2 come|been|looked|gone|visited|opened|returned|viewed ..4 again and again
going|judging|tell|guess*|reckon* ..1 by|from your ..1 order|orders|clicks|visits|basket|history|purchases|habits|choices|searches
+ you ..6 we|i notice|noticed|gather|observe|observed
you get|go|drink|finish|empty ..1 through? ..3 tin|tins|tea|pot|leaf ..3 faster|quicker|quickly|slower|sooner
our|the|my figures|records|numbers|books|data|sums|charts|diary|ledger ..1 say|says|tell|tells|show|shows ..2 you|your
your ..1 last|latest|recent|previous|earlier visits|looks|searches|clicks
you took|gave ..3 long|good|close|second|hard|quick|lingering look|looks|glance
you were here ..4 and again
you were on|at|in ..2 page|site|checkout|till ..2 for|while|twice|late|again|yesterday
you shop|browse|order|buy|visit ..2 when|after|while|late ..3 children|kids|house|everyone|night|asleep|husband|bed
drink|buy|order|choose|read tells|told us|me
since you ..1 called|came|looked|visited|ordered|dropped|stopped|opened ..1 in|by|round|back|last|$
you are ..1 a|an night|early|morning owl|bird|lark|riser
looks|seems ..3 you ..1 changed|stopped|paused|nearly|almost ..1 your|at|before|on|bought|ordered
you bought|ordered|chose|picked|took ..6 in|last|this ..2 autumn|spring|summer|winter|month|year
you usually|normally|always|generally|often ..1 reorder|restock|refill|replenish
as a rule ..1 you ..1 order|buy|shop|come|write|return|reply|reorder ..1 sooner|earlier|more|about|around|by|every|in
later|sooner|earlier|longer|more|less than you ..1 usually|normally|always
you ..1 order|buy|shop|return|write sooner|earlier|later|oftener than this|usual|now
not like you to
you ..4 left ..1 it|us this|so|that long|late
now is ..2 when|time|moment|point you ..1 come|order|buy|usually|return
usually|normally|generally ..3 heard from you
heard from you by now
your ..1 orders|visits|letters come|arrive|came ..1 like|as clockwork|regular*
your private|personal ..1 photos|pictures|posts|messages|profile|diary
look|sound of your connection|network|screen|signal|window|garden|street
your connection|wifi|broadband|ip|network ..4 tells|says|shows|you|suggests|near
page you ..2 lingered|clicked|studied|enlarged
^ back for another|more ..1 look
^ back for a|the second|third|new|further|longer|closer|nth look
-if|should|when|have|once you ..1 rubbed|deleted|erased|corrected|retyped|crossed|cleared|pasted|mistyped ..1 out? ..5 postcode|address|name|number|line|form|field|code|box|details
-if|should|when you ..8 and typed|retyped|entered|tried another
you compared ..3 with|to|against something|another|others|a|an
you|has|have ..1 looked|visited|browsed|been|checked|returned every|each day|evening|night|morning|week -of
our|the|my|their map|maps|screen|logs|sensors|counter|dashboard ..1 shows|show|showed|has|have|puts|places ..1 you
it took|takes you ..2 while|long|ages|some|several|few|minutes|tries
-if|when|should you ..1 stopped|paused|lingered|stayed|hung|tarried|dwelt ..1 for? a|some ..2 moment|while|bit|time|second|minute ..1 over|at|on|by|with|near
we|i|our ..1 keep|keeps|kept|make|makes|made ..2 note|notes|record|records|list|log|tally|count|track ..1 of ..2 which|when|where|how|pages -to
+ you ..1 read|looked|viewed|bought|chose|ordered ..6 so|therefore|because we|i ..1 guess|think|suppose|assume|expect|imagine|bet|reckon|take
you ..1 a|the|your habit|way|tendency|knack of ..1 leaving|stopping|coming|going|looking|changing|putting|dropping|browsing|buying|ordering|waiting
-if|once|when|have|should you ..1 read ..2 whole|entire|all|every ..1 page|pages|article|guide|review|reviews|story|list
you ..8 had|having second thoughts
your ..2 visit|visits|look|looks|return|returns ..3 unnoticed|unseen
where your ..1 @device|car|watch ..1 has|have ..1 been
you ..1 wandered from|between
judging|going|guessing from|by the ..3 you ..1 looked|viewed|opened|read
search|searches ..5 led|brought you ..1 us|here
"""

TABLES = {"watching": WATCHING}
