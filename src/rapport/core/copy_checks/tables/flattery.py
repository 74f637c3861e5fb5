"""Flattery: words that butter up the reader."""

from __future__ import annotations

CLASSES = {
    "praise": (
        "great excellent exquisite impeccable superb wonderful amazing fabulous fantastic brilliant "
        "marvellous outstanding exceptional incredible lovely good perfect refined discerning "
        "flawless unerring enviable beautiful gorgeous sophisticated stylish discriminating clever "
        "smart stunning remarkable keen sharp extraordinary rare fine finest elegant expert "
        "immaculate unmistakable faultless"
    ),
}

FLATTERY = """
as @praise|special as you|yours -can|like|please|want|need|left|were|know
so @praise ..1 eye|taste|palate
clever|wise|smart|shrewd of you
few people ..1 have ..2 sense|taste|eye|wit
not the same without
as|so special as you
few|many people ..1 go|choose|pick|see|know|manage|would
take|takes ..1 somebody|someone|person ..1 with|who ..3 taste|eye|eyes|judgement|heart|vision|sense|mind|style|knows|understands|sees|notices|courage|soul
take|takes ..1 somebody|someone|person special|rare|discerning|clever
you|your|yourself|yourselves|dear|fellow|hello|welcome|for|as|of|to ..3 connoisseur*|tastemaker*|trendsetter*|aesthete*|visionar*
connoisseur*|tastemaker*|trendsetter*|aesthete*|visionar* like|such|will|know*|choose*|appreciat*|deserv*
! no -one|body|other ..1 is a connoisseur
! is|are|am no connoisseur*|visionar*|tastemaker*|trendsetter*|aesthete*
you|your|our ..3 genius -at
you chose|choose|picked ..1 well -known|before|made|in|enough
you ..1 spotted|noticed|saw what|something ..1 others|most|few
nobody ..1 we|i ..1 rather
you are ..1 quite|such|a ..1 the|a|real|true ..1 expert|pro|natural|star|cook|host
you are the reason
not like ..1 other customers|people|shoppers
unlike other customers|people|shoppers
your ..1 choice|taste says|tells|speaks
takes|have|has|with a|an|the ..1 trained|practised|keen|sharp eye
takes a ..1 eye
you of all people|readers|customers
you of all $
! for|that|your ..1 special|wonderful|amazing person|woman|man|people
beautiful|wonderful|special|amazing|brilliant|remarkable person|people|woman|man|human
you have got? style|class|flair|taste
your ..2 @praise ..1 taste|eye|judgement|judgment|instinct*|palate|choice*|discernment
you ..2 have|got|with ..2 @praise ..1 taste|eye|judgement|instinct*|palate|style
you ..3 have an eye -test|exam|appointment|patch|on
have ..1 @praise eye
you ..2 an|a|the ..1 instinct|eye|gift|knack|talent|flair|nose for
most|other|few people ..1 would|could not $
you|your|yours ..8 most|other|few people ..1 do|can $
than most|other people do $
knew you would
among the ..1 few
for ..2 customers only
! people|someone|somebody|person with ..1 different|sweet|other|another taste
! people|someone|somebody|person with ..1 good taste buds
person|people|someone|somebody|man|woman|customer of|with ..2 taste|discernment|refinement|calibre|distinction
with|of your ..1 taste|discernment|calibre|standards|refinement
someone|somebody|people|person|shopper*|customer*|those|collectors like you
there is you
then|and there is you
! there is|are {viewed.*}|{cart.*}|{order.*} and|then ..1 there is you
! you are after|buying|making|planning ..2 special
you are|were ..2 special|amazing|wonderful|brilliant|incredible|fantastic|important|extraordinary|valued|precious|unique|awesome|favourite|vip|genius|star|legend|gem|treasure|smart|clever|beautiful|gorgeous|stylish|connoisseur|chosen|queen|king|gifted
you ..1 are ..1 something ..1 special
special to us|me
you so? clearly|obviously|certainly|evidently|truly ..1 know|have|appreciate|understand|deserve|love|recognise
! nobody|no|never|hardly|not ..3 truly|really understands|appreciates|knows
! cat|kiln|asha|nell ..2 truly|really understands|appreciates|knows
truly|really understands|appreciates|knows
you|yourself ..3 deserve|deserved|deserving
someone|women|mums|mothers ..3 deserv*
! you ..1 say|tell|judge|decide|guess|choose who|which|what deserves|deserved
! leaf|leaves|tea|pots|glaze|clay that|which deserv* to? be?
deserv* ..1 the|a|an ..1 best|treat|break|better|something
because you are ..2 special|worth|one|our|valued|loyal|amazing
earned ..2 treat|reward|discount|special|break|upgrade
treat* yourself
spoil* yourself
pamper|indulge ..1 yourself
you ..2 indulge*
our|most|my|top ..2 valued|loyal|favourite|best|special|treasured|important|cherished|esteemed|discerning ..1 customer*|friend*|people|client*|shopper*|reader*|guest*|member*
you|being|because|as|we|i|only ..3 one of our ..3 customers|few|members
one of our ..1 @praise|few|valued|loyal|favourite|special|most|dearest|longest|oldest ..2 customers|members|readers|people
among our ..3 customers|people
top|favourite customer*|client*|shopper*
loyal* -@vessel|broom|servant|dog|van
! out of loyalty
discerning
valued
vip*|insider*|elite|inner circle|hand picked
chosen|select few|group|handful
hand picked|selected for you
handpicked|handselected for you
! link|list|account|code|address|page|password ..2 only|just for you
just|only|specially|especially|exclusively|personally|reserved for you
exclusive*|exclusively
clever|smart|wise|brilliant you|cookie
^ clever|lucky|smart|brilliant thing $
you ..2 clever|lucky|smart|brilliant thing|things
! lucky you ..1 live|never
superb|fantastic|perfect|brilliant|inspired|wise|smart|impeccable|outstanding|exquisite choice*|pick|decision|selection
! we|i really? love|loved ..1 your ..1 question*|feedback|thoughts|view*|photo|photos|picture|pictures|ideas|letters
we|i|everyone|everybody|us really|all? love|adore|admire|envy|worship you|your
of all ..5 you are
impress|impresses|impressed|impressive|envy|envious|jealous|admir* ..3 your|friends|guests|everyone
darling|sweetheart|babe|hun
people of|with @praise
not everyone|everybody|anyone ..4 taste|appreciate*|invited|gets|picked|chosen|pick|choose
not everyone|everybody|anyone ..4 understand* -washing|the|these|how
only the best for
finer things
you ..1 stand out
few people ..4 taste|eye|notice|appreciate*|understand
nobody ..3 like|as you
no one ..3 like|as you
so proud of you
one in a million
you have been chosen|selected|picked
chosen you
specially|personally selected|chosen|picked
! is|makes|make a good|lovely home for
! for|in|find a good|lovely home
! for|like|as|is|are|such a|your smart home|kitchen
for|like|as|is|are|such a|an @praise person|human|soul|lady|gentleman|customer|reader|kitchen|home
@praise ..1 person|human|soul|lady|gentleman|customer like
you are ..1 worth
only|just the|those ..1 discerning|refined|chosen|select|best|brightest
! if|whether|unless|when|until you are ..1 a|an|the ..1 expert|pro|natural
you are ..1 a|an|the ..1 natural|expert|pro|master|genius|inspiration
what an|a ..1 @praise ..1 eye|taste|choice|palate|mind
! only|just for you to
! love your ..1 question*|feedback|thoughts|view*|company|kettle
! you deserve to know
! you are welcome
! reserved for you to
! valued at
! exclusive of
! lucky thing ..1 clay
one of ..2 few ..2 readers|people|customers|who|to
yours|your ..3 masterpiece|triumph|marvel
yours is ..1 delight|joy
yours is a ..1 work of art
clever|wise|smart|discerning|tasteful|stylish|sophisticated|refined|cultured people|readers|customers|buyers|souls|shoppers|kitchens|hosts|drinkers
you ..1 see|notice|know|understand|hear|taste|feel ..1 more than ..1 others|most|many|anyone|other
you|your ..2 had|have|with ..1 kind|lovely|beautiful|good|clever|warm eyes|face|smile|heart|soul
person|people|somebody|someone|customer*|reader*|cook|eye|friend such|just as|like you|yours|yourself
one of the ..1 good|best|rare|clever|special ones|few
cleverest|kindest|wisest|smartest|loveliest|nicest|sharpest readers|customers|people|reader|customer|person|ones
basket|choice|choices|table|pick|picks|eye|selection|order is|are ..1 so|very|really|rather|most tasteful|lovely|beautiful|elegant|perfect|inspired|exquisite|clever
so|very|most tasteful|discerning|stylish|sophisticated
we|i mean|meant you $
we|i mean|meant you of
people ..8 the way you do
people ..6 you ..2 are rare
rare|unusual to ..1 find|meet|see ..2 such|somebody|someone|people|customer|reader|eye|taste|person
you ..1 clearly|plainly|obviously|evidently -what|how|that|which|why ..1 care|cook|host|know|see|understand|have|are
only|not ..1 many|few|everyone ..3 would|could|can ..1 have|spot*|notice*|chosen|choose ..1 that|this|it
you are ..1 the|our|exactly ..1 kind|sort|type of ..1 person|customer|reader|people
your ..1 table|kitchen|home must|is ..2 lovely|beautiful|elegant|envy|special
we|i|everyone ..1 have|has all|both ..2 admired|look|admiring ..4 your|it|twice
only|just ..1 someone|somebody|people|person ..2 with|like|of ..1 your|you -link|password|name|address
only|just a|an ..1 person|eye|mind|cook|reader|host|soul|customer ..1 with|like|of ..1 your|you -link|password|name|address
love|like|adore|admire ..1 the|how way you|you ..1 think|choose|see|look|live|cook|work
love|adore|admire how you
you ..1 are|have ..2 such|so ..2 taste|eye|flair|style|sense|person
we|i ..1 wish ..2 more|all|every customers|people|readers ..2 like|were
! a|an ..1 person|woman|man of your ..1 height|size|weight|build
a|an ..1 person|woman|man|cook|host|eye of ..1 your|such|rare|real
well chosen you|we|indeed
bravo you|to|for|{first_name}
kudos to|for? you
you ..1 do|are|have ..2 not ..2 ordinary|average
you ..1 are ..2 not ..2 usual
how ..1 clever|wise|thoughtful|kind|lovely|tasteful ..1 of you
your|you ..2 excellent|superb|impeccable|faultless|unerring|refined|exquisite
the|a likes ..1 of you
! how ..1 kind of you ..1 to? write|reply|ask|say|tell
sets|puts|places you ..2 above|apart|ahead|beyond
+ you being ..2 @praise|bright*|clever*|smart*|better|wise*
far|much|so brighter|cleverer|smarter|wiser|better looking
good|better|best looking ..4 you|your
you ..3 good|better looking
most|other|few people ..1 never|hardly|rarely|not ..8 you do|are|have|can|will
written|made|kept|meant|for for the ..1 few who
the|a few who see|know|notice|understand|care|appreciate
our|my most|best|dearest|favourite|finest ..1 customer|customers|reader|readers|friend|regular|regulars
you ..2 chosen|chose|picked|choose|choosing ..1 brilliantly|beautifully|cleverly|wonderfully|superbly|wisely|splendidly|perfectly|exquisitely|impeccably|shrewdly|magnificently
well|wisely|beautifully|right|good|just|perfectly|chose|chosen|picked ..3 as you always|usually do|have
as you always|usually do|have $
eye|taste|palate|judgement|nose|sense|mind|flair like|such ..1 yours
! best of friends
cleverest|wisest|sharpest|loveliest|brightest|finest|best|dearest|keenest|kindest|smartest|nicest of ..2 readers|customers|friends|people|you
few|nobody|none|many|rarely|hardly ..4 as ..1 well|carefully|cleverly|sharply|thoughtfully as you
takes|took|needs somebody|someone ..2 special|rare|clever|discerning|particular|certain ..2 to -keep|hold|make|reach
takes|took|needs a|an ..1 special|rare|clever|discerning|particular|certain ..1 person|eye|mind|cook|host|reader|palate|customer|taste|sort|kind|somebody
for|to|with|like ..1 people|readers|customers|those|somebody|someone|anybody|folk with|of ..1 judgement|taste|discernment|style|wit
what @praise taste|judgement|instincts
you|your ..1 have|has ..1 the ..1 hands|eye|heart|soul|makings|mind|touch of ..1 a|an|the potter|artist|saint|maker|cook|artists|potters
think|thought|thinks ..1 the? world|highly of you
trust you to ..1 find|pick|spot|choose|see|go
choice|basket|eye|order|taste|that ..3 says|speaks ..2 lot|much|volumes|well ..1 for|of you
you ..3 excellent|great|splendid|lovely|beautiful|handsome|marvellous ..1 choice|pick|selection
you ..3 first rate ..1 choice|pick|selection
you brighten
you light|warm up? our|my|us|nell|everyone|everybody
excellent|splendid|marvellous|impeccable choice|pick|taste|eye
you are ..1 a|our|the ..1 kind|sort|person we
you are ..2 our ..1 kind|sort
we|i ..1 like|love|admire ..1 how|the way you
readers|customers|people like you ..3 are|is|make|keep|do
you ..1 were|are ..1 born|made ..1 for|to
you ..1 know|recognise ..1 quality|good|beauty|craft|value when
always ..1 had|have ..1 good|great|such|an|excellent taste|eye
rare|good|fine|sound|sure judgement|instinct of|on you|yours
beautiful|lovely|elegant|handsome home|house|kitchen|table|shelf ..1 like yours
a|any ..2 like you ..2 needs|deserves|knows|understands|will|would
rarer|keener|sharper|finer|surer eye|taste|palate|judgement|sense
pleasure|joy|delight|privilege|honour to ..1 write|talk|serve|pack|make|work ..2 to|for|with ..1 somebody|someone|people ..1 like|so|with|thoughtful|who
only you ..1 would|could|can -decide|know|say|tell|judge|choose|be|change|see|open|read|edit|stop|use|cancel|unlock|sign|delete|share|answer
you ..1 have ..1 way|touch|flair|knack with|for
you ..1 have ..2 gift with
you ..1 have ..1 rare|real|true|such|great|natural ..1 gift for
lucky|proud|fortunate to ..1 have|know|call ..4 like|you|yours
glad to ..1 have|know|call ..4 like|yours
glad to know you
! glad to have ..4 told|asked|met|shown|written|sent|made|tried|said
reader|customer|friend|person like you
of all ..1 our|the|my readers|customers
you are ..1 hard to ..1 impress|please|fool
you must|surely ..1 be ..1 a|an|the|such ..2 host|hostess|cook|person|friend|gardener|reader
never put a foot wrong
your ..1 questions|letters|replies|basket is|are ..1 sharper|better|kinder|wiser|cleverer|nicer|cleverest|best
sort|kind|type of ..1 choice|question|basket ..1 a|an|only|the ..1 potter|cook|artist|expert|collector|designer
somebody|someone|people so ..1 thoughtful|clever|kind|discerning|careful
you are ..2 ahead of ..2 everybody|everyone|others|rest|most|us
our|my|the ..1 cleverest|wisest|sharpest|brightest|kindest|loveliest|keenest|smartest friends|readers|customers
wish ..3 readers|customers|people|everybody|everyone ..3 like you
^ great|excellent|lovely|wonderful|brilliant|fantastic|superb|beautiful|what choice|pick|taste|find
^ ..1 the clever|wise|discerning ones -among|in|on|under
^ ..1 the bright|clever|wise ones know|see|do|notice|choose
you are ..2 one|among of ..2 favourites|dearest
you are ..2 one of our|my favourites
not ..2 everybody|everyone ..2 like this
! help*|let|lets you choose ..1 well
i|we|potters|nell ..1 take|takes|raise|doff|lift ..1 off? my|our|her|the ..1 hat|cap|hats $
most people pass|walk|go|look by|past|over|through ..2 pieces|ones|pots|shapes|details
! if|when|unless|whether you are|were ..1 that|such ..1 sort|kind|type
you are|were ..1 that|such ..1 sort|kind|type
brighter|better|warmer|livelier|nicer|happier with you $
takes|take|took ..1 a|an ..1 real|rare|proper|fine|trained|true|practised ..1 palate|eye|nose|tongue|taste
most drinkers|customers|buyers|readers|shoppers ..1 stop|stops|settle|never ..2 at|for|get|notice|learn|see|taste
most people never ..1 get|notice|learn|taste|see
! people like you and me|i|us
few|ones|readers|customers|customer|people|friends|person|reader like you -and|to|have|might|may|can|do|will|said|asked
you|readers|customers|few ..5 make|makes|making ..3 worthwhile
+ what a|an ..4 human|person|reader|customer|soul|friend|host|creature you
+ what a|an ..4 you are
how wonderful|clever|lovely|brilliant|marvellous|thoughtful|wise|charming|splendid|stylish you are|were
only the ..1 most|very|truly ..1 intelligent|clever|wise|best|brightest|finest|sharpest|discerning|observant ..1 people|readers|minds|customers|eyes|ones|drinkers
not everyone|everybody|many ..2 what you
few|nobody ..2 see|sees|notice|notices|understand ..1 what you
for|to|our|such ..2 special|valued|treasured|cherished|prized ..1 customer*|reader*|client*|guest*
your ..1 eye|taste|judgement|nose|palate ..5 better|sharper|finer|keener ..1 than|ours|mine
people|readers|somebody|someone|those with your ..1 flair|taste|eye|style|judgement|talent|gift
as charming|bright|kind|clever|stylish|lovely|patient|sharp|thoughtful|generous|wise|brilliant|discerning as you -can|like|please|were
you are ..2 marvellous|wonderful|brilliant|splendid|delightful|fabulous|treasure|gem -at|with
never ..2 nicer|kinder|cleverer|lovelier ..1 customer|reader|person|guest
if anyone|anybody ..2 deserves|earned|merits
! you are clever|good with
you ..4 have an eye -on|test|exam|appointment|patch
do|does you ..1 credit|proud
how very|just like you
home|house|kitchen|table|eye|taste|mind|palate|shelf|dresser|garden|room|hands|household|collection ..1 as ..1 tasteful|lovely|beautiful|elegant|stylish|handsome|fine|fair|refined|clever|discerning|gracious|welcoming|pretty|graceful|charming|good|sharp|keen|kind|practised|sure|warm as yours
somebody|someone|anybody|anyone|person|people|reader|customer|friend as ..1 @praise|charming|kind|thoughtful|generous|bright|warm|patient|wise ..3 as you|yourself
as ..1 @praise|charming|kind|thoughtful|generous|bright|warm|patient|wise and|or ..1 @praise|charming|kind|thoughtful|generous|bright|warm|patient|wise as you|yours
! if|unless|whether|should you are|be ..1 the|that ..1 kind|sort|type of ..1 person|customer|reader|people
you ..1 have such|so ..2 elegant|fine|graceful|charming|stylish|lovely ..1 way|manner|mind|style
you are|is ..1 not ..1 like ..1 the others|rest|other
your|you ..2 beyond compare|comparison
your ..1 choice|basket|questions ..1 shows|proves ..3 you|taste|mind
you ..1 look|looks good|great|wonderful|lovely|beautiful in everything|anything|whatever
we|i|us|nell|asha|everyone ..1 bow to ..1 your
you ..1 have outdone|surpassed
you ..3 of course ..2 saw|knew|chose|spotted|noticed|understood
an|a ..1 elegant|stylish|beautiful|lovely|clever|fine choice|order|basket|pick|find ..1 from|for|by an|a ..1 elegant|stylish|beautiful|lovely|clever|fine
+ an|a elegant|stylish|beautiful|clever|fine choice from
learn ..2 from your ..1 orders|order|basket|choice|choices
beauty|treasure|gem|star|gentleman|lady like you
that certain something
take|takes|learn|learns ..1 lessons|lesson from you
+ one|only|best|someone|somebody|whose|person|customer|reader|favourite|name|reason|who ..12 that is you $
you make|made us ..1 look|proud|better
! you ..1 deserve a|an ..1 clear|straight|proper|honest|quick ..1 answer|explanation
mark of ..3 generous|kind|good|fine|noble|clever|true ..1 heart|taste|mind|eye|soul|host|cook
yours must|is ..1 be? ..1 bigger|finer|kinder|warmer|better|sharper than ..1 most|others|ours|mine
your natural|effortless|innate|easy elegance|grace|charm|style|flair|beauty|poise
you|your -ll ..2 make|makes anything|everything|it all look ..1 good|great|wonderful|lovely|beautiful
wonderful|marvellous|marvelous|splendid|superb|terrific|truly ..1 eye|taste|style
somebody|someone|person|one has|have|with ..2 wonderful|marvellous|fine|lovely|good|great|real|such|truly ..1 taste|eye|style|flair
hey|hello|hi|well|morning|evening gorgeous|handsome|beautiful|superstar|genius|legend|trendsetter|lovely|clever -weather|day|morning|evening|people|new|old|little
are not you|are you not ..1 a picture|star|treat|legend|vision|genius|marvel
! it|basket|cart|they|dog|cat|pet ..1 has|have? earned ..2 treat|reward|break
! you|your have? excellent|impeccable ..1 timing|question|company|condition
"""

TABLES = {"flattery": FLATTERY}
