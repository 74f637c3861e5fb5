"""Claims of rank: the best, better than others, perfect, a thing to be loved or needed."""

from __future__ import annotations

CLASSES = {
    "comparative": (
        "better finer stronger tougher safer healthier purer greener tastier nicer softer smoother "
        "lighter richer kinder gentler fresher warmer sturdier lovelier truer"
    ),
    "best": (
        "best finest greatest purest tastiest safest healthiest smartest fastest greenest rarest perfect ultimate supreme "
        "unrivalled unrivaled unmatched unbeatable unbeaten unparalleled unequalled unsurpassed "
        "peerless incomparable matchless premier foremost superior flawless faultless infallible "
        "revolutionary groundbreaking unprecedented legendary iconic renowned acclaimed celebrated "
        "famous famed prestigious exceptional extraordinary premium"
    ),
    "grand": (
        "purest tastiest safest healthiest smartest fastest greenest rarest ultimate supreme "
        "unrivalled unrivaled unmatched unbeatable unbeaten unparalleled unequalled unsurpassed "
        "peerless incomparable matchless premier foremost superior flawless faultless infallible "
        "revolutionary groundbreaking unprecedented legendary iconic renowned acclaimed celebrated "
        "famous famed prestigious exceptional extraordinary premium"
    ),
    "superlative": (
        "best finest greatest strongest toughest hardest softest smoothest thinnest thickest lightest "
        "heaviest warmest coolest fastest slowest oldest newest youngest biggest largest smallest "
        "tallest richest purest freshest rarest loveliest nicest prettiest sweetest boldest brightest "
        "deepest cleanest clearest safest healthiest greenest kindest cosiest smartest simplest "
        "steadiest sturdiest tastiest comfiest comfortablest snuggest crispest juiciest creamiest "
        "sharpest quietest crunchiest fluffiest silkiest handiest neatest cleverest"
    ),
}

SUPERLATIVES = """
bettered|beaten|rivalled|equalled|surpassed by ..1 none|nobody|few
nothing|nobody|none ..3 as easily|well|good|warm|fast|long|quickly|smoothly|reliably
the original ..2 @ware|yorkshire|recipe|brand
we are the ..1 last|first|oldest|largest|biggest|leading|best|only
@superlative ..3 in the? ..1 world|country|trade|business|land|north|south|market|county|kingdom|industry|britain|england|uk|europe
@superlative ..2 on the? market|earth|planet
@superlative ..2 on the? high street
@superlative ..4 you will ..2 own|ever|taste|drink|touch|hold|feel|meet|use|pour|lift
the best|finest|greatest|nicest|biggest|loveliest|cleverest|friendliest ..2 shop|store|roastery|bakery|nursery|bookshop|boutique|maker|place ..3 in|on the ..1 internet|web|world|country|planet|town|land|net
more|less ..2 than anything|everything else|other ..3 made|sold|available|around|buy|own|find|tried|market
@superlative ..4 you will ..2 find|see -a|the|on|in|it|its|our|all|them|below|under
most -of|people|days|cats|dogs|things|pages|socks|parents ..3 in the world|country|trade|business|land|market|industry
makes|make ..3 taste better|sweeter
tastes better than
we|i|nell|our|asha ..2 invented
pioneer*
the|were|are|was|is|among first to ..2 make|fire|use|glaze|brew
as ..1 as steel|iron|nails|rock|diamond*|houses|boots
nicest|loveliest ..5 own|owned|ever|seen|had
oldest|youngest|smallest|biggest|largest ..2 pottery|potteries|workshop|maker*|firm|company|brand|shop|kiln
@best selling|seller*|sellers|rated|loved|known|quality|value|tasting|made|pottery|stoneware|ceramics|@ware|around|anywhere|ever|money
the ..1 @grand -person|people|of|light|wishes|last|ketchup|kettle|cat|place|spot|way|bet|question|court|officer*|sock|socks|five|seven|spoon|dog|detective|novel|puzzle|biscuit|scene|line|words|painting|crease|hulk|fox|author*|writer*|book|adventure*
the|our|very|britain|england|yorkshire|world|simply ..1 finest -dust|day|hair|sieve|mesh|powder|point|line|brush|setting|grind|nib|tip|needle*|teeth|detail*|hour
most ..1 popular|loved|wanted|trusted|beautiful|durable|comfortable|advanced|reliable|versatile|elegant|luxurious|delicious|sustainable|ethical|sought|talked|reviewed|recommended|effective|exclusive|famous|efficient|coveted|desirable|stylish|exquisite|authentic|unique|amazing|gifted|innovative
world leading|class|famous|beating|renowned|finest|best|beater
best|top|highest seller*|selling|rated|quality|ranked|notch|loved|reviewed|choice
-the|its|a|your|each top tier|drawer
from|of the top drawer $
bestseller*|bestselling
is|are|the|our|uk|as|at|a|still|britain|england|country|world|nation|your number one|1 -question|rule|thing|on|in|worry|step
no one|1 brand|choice
leading|foremost|premier|premium brand|name|maker*|supplier*|pottery|potteries|producer*|quality|specialist*|materials|clay|leaf|teas|range|grade
market leader*|leading
industry leading|first|standard|leader*
state of the art
-the|its|each|both|one|a cutting edge
at the cutting edge
second to none
unrivalled|unmatched|unbeatable|unparalleled|unequalled|unsurpassed|peerless|incomparable|matchless|unbeaten|unrivaled
revolutionary|groundbreaking|breakthrough|miracle|miraculous|legendary|iconic|renowned|acclaimed|famed|prestigious|flawless
! not|like a revolutionary -new|design*|idea*|way|method*|product*|fabric*|formula*|glaze*|approach
superior|supreme|ultimate -frisbee|question|officer*|court|aim|goal|owner|choice
our|world|most|yorkshire|internationally|justly|rightly|truly famous
famous @ware|glaze|glazes|blend|blends|pottery|potteries|potter*|brand|maker*|name|recipe|recipes|workshop|shop|clay|stoneware|@region|oolong|breakfast
we|nell|pottery|brand ..3 famous -among|in
famous all|across|around|everywhere|throughout|far|nationwide|worldwide|artist*|designer*|chef*|painter*|kitchen*|names
known|renowned|celebrated for our|its|their
famous for ..2 @ware|glaze*|clay|quality|pottery|handles|spouts|colour*|blends|taste|flavour|care|service|stoneware|craft*
first|original and only -question|time|chapter|rule|step|warning
first|only ..2 of its kind
first ..2 in|on ..1 world|market|country|britain|uk|europe|england
the|our|are|is only ..3 in|on ..1 world|market|country|britain|uk|europe|england
only pottery|one|maker|makers|shop|mug|teapot|brand|workshop|place|company ..2 in|on ..1 world|market|country|britain|uk|europe|england
only pottery|brand|company|mug|teapot|glaze|potters|maker ..4 that|to|in|which|with|where|who
is|are|our|own|make|makes|made|britain|yorkshire|world ..1 the? strongest|toughest ..1 @ware|stoneware|pottery|clay|glaze|glazes
strongest|toughest ..2 on|you|yet|ever|around|anywhere|made|known|sold -put
strongest|toughest ..2 in ..1 trade|business|world|country|yorkshire|county
strongest|toughest ..1 @ware|clay|stoneware|glaze there is
strongest|toughest ..1 @ware|clay|stoneware|glaze we|i ..1 know|make|made|sell|have|own
purest|freshest|tastiest|healthiest|greenest
greatest|safest -place|spot|way|bet|danger|fear|enemy|worry|mystery
the|our|very|simply|absolute|only|britain|england|yorkshire|world|country|nation|uk|scotland|north ..1 best|finest|greatest ..1 @ware|pottery|potteries|potter*|stoneware|clay|clays|glaze|glazes|leaf|leaves|quality|on|money|there|around|anywhere|ever|kept|tasting|known|workshop|gift|gifts|present|presents|brew|ceramics|tableware|makers|handle|handles|spout|spouts|you|we|i|anyone -judge|is|are|at
are|is|we|simply|still|quite ..1 the best $
best ..2 in the? world|country|business|britain|england|uk|land|class|show|town|yorkshire|north|market|industry|shop
best|widest|largest|biggest|finest|broadest|richest|fullest|greatest ..4 of any|all ..2 shop|shops|store|stores|brand|maker|seller|dealer
best|widest|largest|biggest|finest|broadest and @best|widest|largest|broadest|biggest|cheapest|finest
our ..1 range|choice|selection|stock|collection is|are|has|have|become|remains ..3 the best|widest|largest|biggest|finest|broadest|greatest
higher|finer|stricter|better|tougher standard|standards|quality than
lighter|softer|quieter|faster|warmer|sturdier|gentler|tougher|simpler than other|most|many|rival -time*|way*|it|they|you|people|days|mornings
no other ..2 is|are|was ..1 as|so|half|quite
nicest|prettiest|cosiest|softest|loveliest|kindest|friendliest|crispest|smoothest ..2 in town|world|country|england|land|business|trade|city
nicest|prettiest|cosiest|softest|loveliest|kindest|friendliest|crispest|smoothest ..2 in the world|country|land|business|trade|city
sharpest|quietest|lightest|warmest|sturdiest|brightest|thinnest|strongest|softest ..2 on|in the market|world|business|country|trade|industry
than any*|what|most ..4 find|get|buy|see ..3 supermarket*|high|chain|shops|store*
all time
finest|best quality|materials|clay|leaf|teas|tea|stoneware|pottery|porcelain|mugs|cups|ingredients
@best ..3 ever
ever ..2 best|better
like no other -part|bit|corner|end|half
unlike ..1 other|others|most|some|many|any|ordinary|mass|supermarket|factory|high|shop|store
-rather|other|smaller|bigger|larger|wider|longer|shorter|narrower|taller than ..1 ordinary|mass|supermarket|factory|high|machine|shop|store|regular|standard|normal|cheap|cheaper|average|traditional|conventional|everyone|anyone|anybody|competitor*|leading|steel|plastic|glass|porcelain|china
smaller|bigger|larger|wider|longer|shorter|narrower|taller than ..1 ordinary|mass|supermarket|factory|high|machine|cheap|cheaper|average|conventional|competitor*|leading
than any|every|all ..2 other|others|@ware|brand*|shop*|pottery|potteries|rival*|competitor*|supermarket|high|machine|factory|store|maker*|on|company|glaze|clay
stronger|tougher|safer|healthier|purer|finer|greener|cleaner|tastier|superior than -usual|nothing|words|i|we|it|never|one|the|ours|mine|yours|before|you|anyone|anybody|they|he|she|a
better|healthier|kinder|safer for you
outlast*|outperform*|outsell*|outshine*|outclass*
outdo|outdoes -us|me|itself|themselves|ourselves|even
best|finest|greatest|softest|strongest|purest|freshest|sturdiest|warmest|lightest|sharpest|tastiest ..3 you can ..1 buy|get|find|own|drink|sleep|wear|eat
nothing|nobody|none ..1 compares|rivals|equals|surpasses|tops
-for|in|on|of your|the|any kitchen|table|home|house|bed deserves
named|counted|ranked|listed among|in|as ..2 best|finest|top|leading
always|usually|is|are|was the? first to ..1 sell
beat*|beats|beating ..1 anything|any|other*|all|every|competition|rivals|leading|supermarket*
competitor*
than|beat*|ahead|unlike|from|of|what|like the competition
the competition ..1 does|do|sells|makes|charges|can|will|has|would
no|nothing|nobody|none one|else|where ..2 makes|compares|beats|offers|sells|fires|close|like -to
found|sold|made|get|find|buy|available|see|seen|had|it|one|glaze|tea|sell|sells ..3 nowhere else -to|in
-have|has|had nowhere else -to|in|for|is ..2 will|can|could|do|does|sells|makes|has|would|$
nobody|no|nothing one|else ..3 makes|making|offers|offered|fires|throws|sells|selling|blends
nobody|no one|else ..2 can|could|would|will|to|does|did|else make|offer|fire|throw|sell|blend
anyone else ..3 makes|offers|sells|fires|blends|throws
can|could not be beaten|bettered|matched|copied
no other ..1 @ware|brand|pottery|shop|maker*|potter*|company|glaze|comes|like|can|will|gets
no other -way|word|name|trick|sound|moment|reason|part|place ..6 like this|ours|these -one
no other -way|word|name|trick|sound|moment|reason|part|place ..6 like this one
no other ..8 as ..3 ours|we|us|this|these
nobody|no -one|else ..8 @comparative ..8 than we|us|ours|here
not find|meet|see a|an|any @comparative ..6 anywhere|elsewhere|else
found|find|reached|reading the best ..4 on|in|of the ..1 internet|web|country|county|town|city|land|market|planet
prefer*|choose*|want* ..3 to|over|above anything|everything ..1 else
put ..2 first|top on ..1 list
will|does|can not|never miss a beat
head and shoulders above
a cut above the rest|others|average|ordinary|usual|crowd|competition
is|are|were|was|real|truly ..1 a cut above
@number|several|many times|percent more|less|stronger|longer|better|hotter|tougher
transform* your|any
transform* the ..1 room|home|taste|flavour|way|look|kitchen|house|skin|mood|everyday|ordinary
instant*|instantly results|calm|relief|energy|delivery|upgrade|transform*
transform*|life changing|changer
lifechanging
change*|changed your ..1 life|mornings|world
changes|changed your ..1 kitchen
game changer|changing
best decision ..4 made|ever|make
better than ..2 @ware|shop|brand|brands|pottery|porcelain|plastic|supermarket|anything|any|ever
highest|top|premium|superior|exceptional|outstanding|unbeatable|finest|luxury|heirloom|restaurant|professional|gallery|museum|studio|hotel|barista|artisan quality|grade|standard*
perfect|perfection|perfected|flawless*|amazing|stunning|incredible|breathtaking|exquisite|fantastic|phenomenal|sensational|spectacular|unforgettable|irresistible|magnificent|dazzling
mind blowing
mindblowing
you will ..1 love|adore -or
! find|discover|choose|pick ..2 something|anything|one ..1 you will ..1 love|adore|enjoy
you ..1 will ..1 adore|thank -yourself
you are|will be? ..1 going? to? ..1 love|adore|thrilled|amazed|delighted|obsessed -or
a|the|this|your|true|real|absolute|kitchen must have -been|had|taken|a|got|some|fallen|heard|gone|come
musthave*
every|any|each home|kitchen|table|cupboard|shelf needs|deserves|should|ought|must|wants
not live without
you|home|kitchen|table ..1 can|will|could not ..1 do|manage|be without
indispensable
we are the only
ours alone
only ones who|to|in
leading|foremost|premier ..2 maker*|brand*|name|pottery|potteries|workshop|supplier*|producer*|specialist*
nobody|none ..3 @comparative
no one ..3 @comparative
you ..1 will|would|can|could not ..1 find|get|see|taste|meet|buy ..2 @comparative
only|last ..1 @ware|one|thing ..3 you ..1 will|would? ever
you|they|we will|would ever need|want -to
ever need|want ..1 another|again|anything|more
@comparative for ..2 planet|environment|earth|skin|health|body
nothing ..1 pours|brews|holds|cooks|feels|looks|tastes|fires|lasts|keeps|works ..1 better|like|so|as|longer
it|they|this|that|pot|mug|cup|bowl|teapot|clay|glaze|stoneware will ..2 last -one|note|letter|message|e|mail|time|word|of|line|thing|reminder|to|we|i|you
make|makes|making|make ..2 taste|tastes|feel|smell|look ..1 @comparative
make|makes ..2 taste|look ..1 cleaner|sweeter|brighter|rounder|younger
improve*|enhance* ..2 taste|flavour|aroma|water|life|mornings
simply the best
number one in ..1 britain|uk|england|the|europe|world
@comparative|cleaner|longer than ..1 any|every|most|plastic|metal|glass|porcelain|china|supermarket|shop|factory
taste|tastes|feel|feels like an ..1 occasion|treat|luxury|event|heaven
@comparative than what|anything|whatever ..3 get|find|buy|see|have
-so|until|that nothing ..1 sticks|clings -out|in
no going|turning back
warms|cheers|wakes you ..1 better|more than
ideal gift|present
timeless|elevate*
notice|taste|see the difference -between|in
a must for|in
nothing ..3 in ..2 your cupboard|kitchen|house|drawer ..4 as|so|like|better
as green|pure|fresh|strong|safe|fine|natural|clean|soft as ..3 gets|comes
beat|beats ..2 plastic|metal|glass|paper|steel|supermarket|factory
"""

TABLES = {"claim": SUPERLATIVES}
