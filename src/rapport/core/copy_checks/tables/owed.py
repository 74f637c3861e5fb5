"""Guilt by debt: what went into a thing, who lives by it, what was promised, what would only be fair."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

OWED = """
told ..1 them|it|her|him ..1 you ..1 would|were
! told it you would|were ..2 decide|deciding|thinking|busy|out
pity|shame|waste to ..2 made|packed|thrown|fired
made|done|fired|thrown ..3 for nobody
stayed|sat|worked up|late ..5 yours|you
stayed|worked on ..5 yours|you
out of business
somebody|someone made that -map|mistake|joke|list
such|much|all|great|lot|this|the|some|went ..2 trouble for you
lengths for you
rude of -us|me|him|her|it
rude not to
been|times ..1 hard|tough|difficult|lean ..1 for us|me
is|are ..1 hard|tough|difficult|lean ..1 for us|me -to
had an|a understanding|agreement
we|i|us|they|she|he ..6 work|effort|trouble|care ..1 for nothing
! after all that time they|it|he|she|the|a
after all ..3 work|done|effort|did|trouble
after all ..1 time we|i|spent|put|together
@we ..2 worked|works|work|tried|laboured|slaved|toiled so ..1 hard|long
poured|pouring ..1 heart*|soul
put ..1 our|my|their|her|his ..1 heart*|soul
something we|i ..1 said
you ..1 owe us|me|it|her|him|nell|asha|them|our|this|that|the|somebody|someone|a
owe it to
you promised -yourself|them|him|her|your
least you ..1 could|can -order|buy|choose|spend|pick|take|use|get|need|carry|squeeze|scoop
not even|ever ..1 reply|answer|say|bother -is|are
not even|ever ..1 order|open -an|a|it|them
-need not ..1 bother ..2 to? reply|answer|finish|order
not ..1 had ..1 decency
small|little|family ..1 business*|shop*|workshop*|bookshop ..4 depend*|rely|relies|surviv*|suffer*|struggl*|die|dies
small|little|family business*|shop*|workshop* ..3 need|needs|count|counts ..1 you|your|orders|every|each|customers|people|readers|on
small|little|family business*|shop*|workshop* like ours|mine|us|this ..3 need|needs|live|lives|depend*|orders|can|notices|feels
we|us|workshop|potters|business|livelihood|i|jobs ..3 depend*|rely|relies|counting|count|bank|banking ..1 on ..1 you|your|orders|every|people|customers
live*|lives|stand*|stands or die*|dies|fall*
orders|customers|people|friends|support|custom|shoppers like yours|you
every|each @custom ..4 feeds|supports|means|matters|counts
every|each @custom ..3 keep|keeps|keeping|help|helps|helping|pay|pays|paying|save|saves|saving|feed|feeding|support|mean|matter us|me|our|my|nell|asha|small|this|workshop|kiln|potters|families|the|a
! order|orders|purchase number|numbers|history|note|form|page ..2 help*|keep* ..4 us
@custom ..3 keep*|help* ..4 kiln|lights|doors|workshop|business|us|potter*
keep* ..1 our|workshop|shop|kiln ..1 lights|doors on|open
help|helps|helping|us|orders|order|custom ..1 keep* ..1 lights|doors on|open
without ..2 orders|custom ..1 we|our|the
without ..1 your order|support -number|frame|confirmation|form|page|the ..1 we|our|the
without you|yours we|our|the
without ..1 people|readers|customers|friends like you ..2 we|our|the
+ ^ ..3 without ..1 your? orders|order|support|custom|you -number|frame|confirmation|form|page ..1 we|our|the|this|there|nell ..3 would|will|stays|stay|stops|goes|stands|is|are|could|can
support small|local|us|our|independent
jobs ..3 depend*|line|risk
only|seems|be ..1 fair to
fair to ..2 us|me|order|finish
for our ..1 sake|sakes|families|livelihood*|jobs
selfish|ungrateful|heartless|inconsiderate
you|your|feel|feels|feeling|us|we|i|without|bit|little ..3 guilt*
on|guilty ..1 conscience
-you|to do with your|an|more order|orders|custom
shame on you|us|those|anyone|everyone
we|us|i|workshop|business|potters|shop are|am|is|have|were|been|still|really|badly ..2 struggl*
we|i|workshop|business|potters|shop struggl*
spent ..4 on your ..1 question|questions|order|basket
keep|kept|keeping your promise|word
keep|kept|keeping your side|end|part of ..1 bargain|deal|promise|agreement|it
keep|kept|keeping your side|end|part $
our|my promise ..4 yours|your
help|helps|helping|keeps|goes|towards ..4 pay|paying|feed|feeding ..3 apprentice*|wages|rent|bills|staff|potter*
-not|no pay|pays|paying|feed|feeds|feeding ..1 our|my|the|an|nell|asha ..1 apprentice*|wages|rent|bills|staff|potter*
help|helping|helps ..2 family|families|us|workshop|potters ..2 eat|live|going|survive|afloat|alive
keep*|kept us|workshop ..1 afloat|alive|going
hate|sad|pity|shame|sorry to ..5 waste
hate|sad|pity|shame|sorry to ..4 for|to|with nothing
hate|sad|pity|shame|sorry to ..2 you|reader|readers|people|somebody|someone|anyone|anybody|name|names ..1 go|leave
-nothing|not|never|no go|going to waste
we|i ..1 need|needed you -to
we|i ..1 need|needed your ..1 order|orders|custom|support|business|help -number|to|with|confirmation
we|i ..1 need|needed orders|custom
your help to keep ..3 lit|kiln|lights|open|alive|going|workshop|shop|business
we|i ..1 need|needed this|it|that ..1 order|sale|one
we|i ..1 need|needed this|that $
rent|wages|livelihood*|living depend*|rel*|ride|rides ..1 on
our|my|staff|team|workers|makers|potters|knitters|growers|drivers|weavers ..2 have|has|had|with ..1 families|family|children|kids|babies|mouths to ..1 feed|clothe|raise|support
sort|kind|type of ..1 subscriber|customer|reader|visitor|shopper|person|member who|that ..5 never|not ..1 buys|buy|orders|order|pays|spends|replies
undo|undoing|undoes|throw|throws|throwing ..4 work|packing ..2 we|they|he|she|i|somebody ..2 for you
shop|workshop|bakery|business|farm|we ..2 close|closes|shut|shuts|fold|folds|survive without your|you
you ..1 broke|break|broken your|the|a promise|word
+ if|unless you ..1 not ..1 order|buy|come ..8 hungry|cries|cry|starve*|freez*|wages|dies|die
+ if|unless you ..1 not ..1 order|buy|come ..6 in the cold
our|my|the ..1 baker|potter|potters|team|owner|founder|seamstress|knitters|gardener|weaver|carpenter|driver ..1 cried|cries|wept|weeps|sobbed|sobs -off|with
disappointed|crestfallen|tearful faces|face|eyes|looks|child|children|boy|girl
imagine|picture|think ..2 disappointment|tears ..1 at|of|in|on|when|if|their|your
imagine|picture your ..1 cat|dog|child|children|baby|family|parents|mother|guests ..3 hungry|crying|alone|disappointed|sick|shivering|starving|freezing
help us|me ..2 survive|pay
help us|me ..1 stay ..1 open|afloat|alive|here|in
help us|me ..2 keep ..3 open|going|lights|alive|afloat|doors|business|workshop|kiln|on|warm
help us|me ..2 through ..3 winter|year|season|times|month|summer|week
-at least ..1 a|an|any|one reader|person|customer|friend|one|body|human ..1 can|could
-at least one|anyone|anybody ..1 can|could do
fair return|exchange|deal ..3 if|to|for|would
return the|our|this favour
do|doing|done your bit|part|share
something we|i ..1 had|have done|said
means|keeps|lets|helps ..3 workshop|pottery|potters|shop|business|bench ..2 go|keep|carry|stay|survive ..1 on|going|open|alive
workshops|potteries|shops|potters|businesses ..2 last|survive|exist|live|close|disappear|go ..3 if|because|unless|when|without
places ..2 last|survive|exist|close|disappear ..3 if|because|unless|when|without
only|just last|survive|exist|here ..1 if|because people|you|customers|readers|orders
you ..1 could|can|might ..1 rescue ..1 this|all|them|everything|us|it
you ..1 could|can|might ..1 save us|everything|nell|asha|me
you ..1 could|can|might ..1 fix ..1 this|all|everything|it $
you alone ..2 fix|change|end|save|rescue
only you ..2 fix|end|rescue
only you ..2 save|stop|change ..1 this|us|that|it|them|everything
after ..1 so|that many|much ..1 questions|letters|time|effort|care|trouble
put|putting ..1 in ..1 the|so|all hours|work|effort ..4 you|your
counting|counted on you|your
we|i|nell|asha|they|workshop|potters ..1 count on you|your
count*|banking|relying|rely ..1 on ..1 this|that|your|it ..1 one|order|sale|you
we|i ..1 were|was|had ..2 looking forward to ..1 sending|making|packing|you
sure|certain you would ..1 order|come|buy|reply|finish|say
hard|tough|difficult for ..3 workshop|pottery|us|me|business|potter ..5 when|if|without
when|if people|customers|readers|you change|changed ..1 their|your minds|mind ..4 hard|hurts|workshop|suffer|suffers|costs|pays|lose|loses
spent|took ..3 day|days|hours|evening|morning|week on ..3 pot|mug|bowl|it|yours|this|that ..3 so|and|only|you|please
order|orders|sale|basket|baskets|customer|reader ..6 is|are ..1 felt
put|puts|poured|putting ..1 so|too|everything|such much|into|lot|a ..1 into ..3 letters|letter|pot|pots|basket|this|these|them|it
too much to ask|expect|hope
! too much to ask of a|an|any jar|lid|zip|sock|shoe|drawer|mug|pan|knife|tin|bottle|cork|door|dog|cat|pot|bag|box|hook|shelf|plug|pen|lamp|chair
letting|let ..4 workshop|pottery|business|potter|friend|nell|asha|team down
do|order|buy|stay it? for nell|asha|us|me $
do|order|buy|stay it? for nell|asha|us|me if|and|before|please
who|what will|would pay|buy|heat ..8 if|when ..2 nobody|no|you
who|what will|would feed|keep ..1 us|apprentice*|potter*|kiln|workshop|nell|asha ..8 if|when ..2 nobody|no|you
thought for|to the potter|workshop|pot|mug|basket|wheel
nothing|silence|word in return
in return ..3 nothing|silence|word
so much hangs|rests|rides|depends on ..1 you|your|this
made|thrown|fired|threw ..2 thinking|thought of you
put ..2 lot|much ..1 love|care|work|heart ..1 into ..5 you|your
you would|will|could|can|might ..1 make ..3 workshop|nell|asha|us|me|potter|pottery|my|our ..2 happy|day|week|year
winter|month|year|living|wages ..3 depends|rests|hangs|hinges|depend|hang on
make|makes|made me|us a liar|fool
+ work|effort|trouble|care ..2 and ..1 then ..1 silence|nothing
forgive me|us for ..1 hoping|thinking|believing
forgive me|us for ..1 having ..1 hoped|thought|believed|cared|made
not ..1 much to ask
remember|remembers who ..2 stood|helped|cared|left|ordered|supported
order|orders|purchase|purchases ..2 make|makes -no ..4 difference
difference to us|me|our
kept our|my ..1 side|end|part|word|promise
all we|i ask is|for|in -that
all we|i ask is that you ..2 order|buy|come|return|stay|shop|reply|finish|remember|think
in return is
in return for ..3 our|my|work|care|effort|trouble|hours|that
how you ..1 repay|thank
gave you ..2 everything
if you have ..3 feeling|heart|pity|conscience left
rent|wages|mortgage to pay
us|we|i|asha|nell who go|goes|will|have|has ..1 without
! think of us when|if|as you ..1 need|want|plan|look|plant|run|next|run
think of that|us|them|her|him|those ..1 when|if|as|before you
only|least ..1 decent|polite|civil ..1 of|that|to ..2 you|people|those|readers|somebody|anyone|read|answer|reply|say
somebody|someone|potter|potters|apprentice|asha|nell|people|she|he|hands ..1 goes|go|went home ..2 less|nothing|empty
less in|for ..1 their|our|my|her|his ..1 pocket|pockets|purse|pay|packet
most people drop|send ..1 me|us ..1 a|one|their
conscience if you must|can|dare|like
work|works|stay|toil|slave|labour ..1 late|hard|long|nights|weekends ..3 so ..1 you
least ..2 deserve|deserves
one|an|each|every|single|small order|sale from you ..4 and|keeps|keep|would|means|on
if|when|unless nobody ..1 orders|buys|replies
do|grant us|me ..2 kindness
do|grant us|me ..2 favour ..1 order|buy|come|return|reply|finish|shop|click
-may|can|will feel|feels|notice|notices|felt ..2 each|every|any ..4 order|orders|basket|baskets|sale
feel|feels|notices|notice it ..2 when|time|if|whenever ..4 basket|baskets|order|orders|nobody|reader|customer
each|every|one|single|an|a unfinished|abandoned|unplaced order|basket ..1 is -kept|saved|held|yours|waiting|no|not
each|every|one|single|an|a unfinished|abandoned|unplaced order|basket ..1 means|counts|costs
+ basket|baskets|order|orders ..2 not|left|elsewhere|lost|abandoned|unfinished|missing ..7 wheel|kiln|bench ..2 turns|stands|goes|stops|sits|is ..3 less|idle|quiet|cold|slower|silent
+ basket|baskets|order|orders ..2 not|left|elsewhere|lost|abandoned|unfinished|missing ..7 wheel|kiln|bench ..2 stops|stands|sits still
shows in ..1 our|the books|takings
+ as small|short|little|tiny as ours ..8 basket|order|orders|reader|customer
our size ..4 feels|feel|notices|needs|counts
cold waiting
cold while|as ..3 waited|wait|waits for ..1 you|your|answer
+ ^ ..1 we|i|nell waited ..3 it|tea|kettle|pot|cup ..1 went|grew|got|was cold
+ poured|made|brewed you a cup|pot|mug|tea ..8 drank|drunk|myself|cold|away
your cup|tea|pot|mug|place ..1 stood|sat|waited|stayed ..6 until|till ..2 cold
+ for you ..7 go|went|gone|grew cold
your conscience|consciences ..3 stir*|prick*|wake*|bother*|nag*|twinge*|tug*
least we|i ..1 can|could|might ask|expect|hope|want
we|i|nell ..1 not|never ..1 ask ..2 much -of|from
we|i|nell ..1 not|never ..1 ask ..2 much of|from you|readers
had ..2 hoped|hoping for ..3 line|word|reply|answer|note|letter|response
hoped|hoping for at least
trouble of measuring|weighing|looking|tasting|writing|asking|finding|answering|checking
would have been kind|nice|good|polite|friendly to ..1 answer|reply|write|hear|know|let
i|we|and heard nothing -but|of|from
only|surely fair|right|decent that you|if
we|i did ..1 our|my part|bit|share
packers|team|staff|bench|workshop|somebody|people|we was|were|are|feel|felt let down
do not let them|us|him|her|anybody|anyone down
work|effort|time|trouble goes|went|go to waste when|if|because
whose|who is fault|blame -it|ours
do|doing the decent|honourable|honorable thing
look|see what ..1 happened|became|you did -when|if|next|in|after|here
trusted you|your
hate|dread|loath|hard|sad|sorry|hates ..2 to ..3 tell|explain|admit|report ..1 the|our|my|her|him|them|everyone team|staff|packers|baker|bakers|florist|makers|colleagues|dog|cat|children ..4 you|no|not|nobody|why
ask|asks|asking|asked|wonder* ..1 why nobody|no|you ..2 want|wants|wanted|love|loves|left|leave|came|come|chose|bought|forgot
shame|pity|sad|cruel|sorry to break|breaking ..2 promise|word|heart
break|breaking|broke|broken ..1 your|a|that promise|word to ..1 a|the|your|our|us
poor creature|beast|mite|soul ..2 its|his|her|their|a
where|what did ..1 that|this leave us|them|him|her|it
do|doing the right|kind thing and|by|$
wonder*|asking|asks ..1 what it|he|she|they ..2 did|done ..2 to|wrong
gave|gives|given up her|his|their|our|my ..1 lunch|evening|weekend|break|morning|sleep|afternoon|holiday|sunday|day ..6 you|your
+ think|imagine|picture|spare ..1 of? ..1 the|that|your|poor ..6 alone|lonely|shivering|forlorn|abandoned|unloved -time
+ think|imagine|picture of? ..1 the|that|your|poor ..4 in the dark|cold|rain
would be nice|kind|good|fair to ..2 have ..2 returned|back|reply|answer|thanks
what kind|sort of owner|person|parent|reader|customer|friend|rider|gardener|cook|baker|host|mother|father ..1 leaves|leave|lets|let|forgets|forget|walks|walk|turns|turn|ignores|ignore|abandons
-you|i|we has|have ..1 done nothing ..1 to? wrong|deserve
do not ..1 turn|walk|look away -from
+ poor|lonely|forlorn ..1 basket|cart|order|parcel|teddy|lamp|chair|coat|tent|bike|book|plant ..4 alone|itself|cold|dark
promise|deal|word is a promise|deal|word
can not ..1 buy|order|shop|fetch|pay|reorder ..3 own|itself|himself|herself|themselves
walk|walking|turn|go|get past ..3 face|eyes|paws
could|can|would|will you really|truly|honestly walk|leave|turn|let|ignore|forget
we|i|team|staff|makers feel|feels|felt ..3 cheated|ignored|unloved|snubbed|betrayed|abandoned|forgotten|jilted|dumped
treat|leave|ditch|ignore ..1 a|your|any friend|guest|neighbour|dog ..1 this|that|like
we|i|team feel|felt a ..1 used
we|i|shop|bakery|workshop can not ..1 keep ..2 lights|doors|ovens|oven on|open|lit
surely you -know|can|may
we|i|team|makers ..3 so let down
your ..1 cat|dog|rabbit|hamster|horse|puppy|kitten|parrot|pet ..1 will|would ..1 never ..1 understand|forgive|forget
basket|cart|order ..4 out in the cold|rain|dark
people|customers|readers|you ..2 not keep|kept their|your word|promise|promises
did|done so much for you
+ without you|your ..3 we|i|shop ..3 close|shut|stop|fold
be|become|been the|a ..1 parent|mother|father|mum|dad|owner|friend|partner|husband|wife|one|host who ..2 put|puts|let|lets|waited|waits|forgot|forgets|ignored|ignores|saved|skimped|failed|fails|delayed|did
because of you
waits|wait|waiting only|just on|for you
we|it|they have|has ..1 waited for you
left us alone
lonely since|without|when
"""

TABLES = {"guilt": OWED}
