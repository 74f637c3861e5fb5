"""Claims: what would have to be shown, and may be said only where claims.yaml says it."""

from __future__ import annotations

CLASSES = {
    "comparative": (
        "better finer stronger tougher safer healthier purer greener tastier nicer softer smoother "
        "lighter richer kinder gentler fresher warmer sturdier lovelier truer"
    ),
    "buyers": "customer customers buyer buyers shopper shoppers client clients",
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
        "steadiest sturdiest tastiest"
    ),
    "crowd": (
        "customers customer shoppers buyers families households fans reviewers chefs chef "
        "baristas sommeliers experts expert doctors doctor nutritionists "
        "nutritionist dietitians scientists specialists celebrities critics journalists bloggers "
        "influencers editors thousands millions hundreds britain britons "
        "nation royals restaurants hotels cafes professionals dermatologists "
        "dentists therapists parents stylists designers"
    ),
    "praises": (
        "love loves loved adore adores adored rave raves raving swear swears recommend recommends "
        "recommended trust trusts trusted choose chooses choosing chosen prefer prefers preferred "
        "say says said agree agrees agreed rate rates rated approve approved endorse* voted vote "
        "praise praised enough choice favourite favourites approves talking used use uses "
        "switched switch obsessed review reviewed favour backed"
    ),
    "harm": (
        "chip chips break breaks crack cracks fade fades stain stains scratch scratches leak leaks "
        "drip drips wear wears fail fails shatter* warp* rust rusts tarnish* peel* spill* smash* "
        "age ages dull craze"
    ),
    "hard_place": (
        "oven ovens freezer hob grill flame fridge microwave microwaves dishwasher dishwashers "
        "children child kids baby babies toddlers pets pet food kitchen outdoors skin everyone"
    ),
}

CLAIM = """
run|runs|powered|fired on|by|with ..1 sunshine|solar|wind|renewable*
bettered|beaten|rivalled|equalled|surpassed by ..1 none|nobody|few
copied|imitated by ..2 everywhere|others|everyone|everybody
in|by|at ..2 gallery
in|by|from national|sunday|local|weekend|regional ..1 newspaper*|papers|paper
seen|read|appeared|reviewed|mentioned|written|featured ..4 in|by the|a ..1 paper|papers|newspaper*
nothing|nobody|none ..3 as easily|well|good|warm|fast|long|quickly|smoothly|reliably
our|all|every ..1 tests|testing|trials
private|permanent|public collection*
protected ..1 by law|patent
registered design*
guild|association|institute|council|federation|ministry
suitable|fit for ..1 induction|hob|oven|freezer|children|babies|vegans|everyone|outdoor*
induction
take ..2 fall|knock|beating|tumble|battering
yet to meet|see|hear ..2 @buyers|anyone|anybody|better|who|complaint|one|any
never met|seen|known anybody|anyone|one|customer
the original ..2 @ware|yorkshire|recipe|brand
we are the ..1 last|first|oldest|largest|biggest|leading|best|only
@superlative ..3 in the? ..1 world|country|trade|business|land|north|south|market|county|kingdom|industry|britain|england|uk|europe
@superlative ..2 on the? market|earth|planet|high
@superlative ..4 you will ..2 find|own|see|ever|taste|drink|touch|hold|feel|meet|use|pour|lift
most ..3 in the world|country|trade|business|land|market|industry
! most natural|ordinary|important|boring|difficult|simple|obvious|useful|comfortable ..1 in the world
supports|support|helps|funds|backs ..2 local|schools|school|community|communities|farmers|growers|projects|causes|charities
eaten by
food|design|restaurant|art|harshest|toughest|tea critic|critics
charity|charities|donat*|fundrais*
proceeds ..1 go|of|from|to
plant|planted|plants ..2 tree|trees
for every|each ..3 sold|bought
never ..2 known to -complain|argue|answer|say|speak|bite|sulk|talk
makes|make ..3 taste better|sweeter
tastes better than
we|i|nell|our|asha ..2 invented
pioneer*
first to ..2 make|fire|use|glaze|brew
as ..1 as steel|iron|nails|rock|diamond*|houses|boots
people say|call ..1 it|this|our|we|that|them
nicest|loveliest ..5 own|owned|ever|seen|had
most|half|all of our ..1 customers|readers|shoppers|visitors
many of our ..1 customers|readers|shoppers|visitors -write|ask|send|tell|want
recommendations from
on|by ..1 recommendation
without a|one|single ..1 drip|chip|crack|scratch
not|never one|single|a drip|chip|crack|scratch
! is|was|and|are not a drip|chip|crack|scratch
oldest|youngest|smallest|biggest|largest ..2 pottery|potteries|workshop|maker*|firm|company|brand|shop|kiln
never late
always ..1 on time
nobody|none|never|no ..4 sent|returned|complain* ..3 back
nobody|none|never ..1 has|have|had|ever ..2 complain*
customer*|people|guests|buyers never ..2 complain*
nobody|no one|customer* ..2 has|have|ever complain*
had|get|receive|received|been|zero ..1 no ..1 complaint* -and
everyone|everybody|anyone who ..2 buys|bought|tries|owns
buys another|again|more
# Awards, tests, papers
award*|awarded|prizewinning
prize winn*|winner
award|prize|medal|show|competition|contest|national|yorkshire|county|taste|past|this|last|year|years|gold|regional|design ..2 winner|winners
winner|winners of|at|in
a|sure|real winner
winning @ware|glaze|design|blend|recipe|pottery|potter
certif*|accredit*|patent*|trademark*|kitemark*
proven|proved|proof -of|by
prove that|it
clinical*|scientist*|medical*|laborator*|lab|dermatolog*|paediatric*|pediatric*
scientif* prove*|proof|show*|tested|tests|stud*|research*|formul*|fact*|evidence|blend*|design*|backed|validated|confirm*|superior
scientifically
tested
! patience|friendship*|limits|nerves|faith|loyalty|bread|friendships ..3 tested
tests show|prove|confirm|say
lab|taste|blind|stress|drop|crash|quality|consumer|independent test*
pass|passed|passes ..3 test|tests
study|studies|research|researchers|science|evidence|data|statistics|survey*|trials ..2 show*|prove*|suggest*|confirm*|find*|found|reveal*|say*|says|that|from|by
surveyed|clinically
our|latest|recent|new|independent|university|academic|scientific ..1 research|survey
research|survey by|from|at|of|proves
approved|endorsed|recommended|sanctioned|verified|vetted by
fda|iso|fsc|soil|gots|oeko|reach|prop|ce association|approved|compliant|certified|marked|mark|tex|standard*|registered
authentic|licensed|accredited
genuine -question|questions|smile|interest|mistake|surprise|worry|help|person|people|pleasure|reason|answer|ly
royal|palace
official|officially ..5 best|favourite|finest|supplier|cosiest|greatest|partner
royal warrant
by appointment
michelin
guinness|world record*
# Superlatives
@best selling|seller*|sellers|rated|loved|known|quality|value|tasting|made|pottery|stoneware|ceramics|@ware|around|anywhere|ever|money
the ..1 @grand -person|people|of|light|wishes|last|ketchup|kettle|cat
most ..1 popular|loved|wanted|trusted|beautiful|durable|comfortable|advanced|reliable|versatile|elegant|luxurious|delicious|sustainable|ethical|sought|talked|reviewed|recommended|effective|exclusive|famous|efficient|coveted|desirable|stylish|exquisite|authentic|unique|amazing|gifted|innovative
world leading|class|famous|beating|renowned|finest|best|beater
best|top|highest seller*|selling|rated|quality|ranked|tier|notch|drawer|loved|reviewed|choice
bestseller*|bestselling
number one|1
no one in|for|brand|choice
leading|foremost|premier|premium brand|name|maker*|supplier*|pottery|potteries|producer*|quality|specialist*|materials|clay|leaf|teas|range|grade
market leader*|leading
industry leading|first|standard|leader*
state of the art
cutting edge
second to none
unrivalled|unmatched|unbeatable|unparalleled|unequalled|unsurpassed|peerless|incomparable|matchless|unbeaten|unrivaled
revolutionary|groundbreaking|breakthrough|miracle|miraculous|legendary|iconic|renowned|acclaimed|famous|famed|prestigious|flawless|superior|supreme|ultimate
first|original and only
first|only ..2 of its kind
first|only ..2 in|on ..1 world|market|country|britain|uk|europe|england
only pottery|brand|company|mug|teapot|glaze|potters|maker ..4 that|to|in|which|with|where|who
strongest|toughest ..2 @ware|stoneware|pottery|clay|glaze|on|in|you
greatest|purest|freshest|tastiest|safest|healthiest|greenest
! not ..1 the best ..2 made|threw|fired
the|our|very|simply|absolute|only|britain|england|yorkshire|world|country|nation|uk|scotland|north ..1 best|finest|greatest ..1 @ware|pottery|potteries|potter*|stoneware|clay|clays|glaze|glazes|leaf|leaves|quality|on|money|there|around|anywhere|ever|kept|tasting|known|workshop|gift|gifts|present|presents|brew|ceramics|tableware|makers|handle|handles|spout|spouts|you|we|i|anyone -judge|is|are|at
are|is|we|simply|still|quite ..1 the best $
! the best|finest @ware|pot|place|time|way ..1 is|for|to|that|you|i
! not ..1 the best ..2 made|threw|fired
! best place|part|time|seat|use|way ..3
best ..2 in the? world|country|business|britain|england|uk|land|class|show|town|yorkshire|north|market|industry|shop
all time
the|our|very|britain|england|yorkshire|world|simply ..1 finest
finest|best quality|materials|clay|leaf|teas|tea|stoneware|pottery|porcelain|mugs|cups|ingredients
! best -ever|by|of ..3 hardly ever
@best ..3 ever
ever ..2 best|better
like no other
# Comparisons
unlike ..1 other|others|most|any|ordinary|mass|supermarket|factory|high|shop|store
than ..1 ordinary|mass|supermarket|factory|high|machine|shop|store|regular|standard|normal|cheap|cheaper|average|traditional|conventional|everyone|anyone|anybody|competitor*|leading|steel|plastic|glass|porcelain|china
! right ..3 than any
than any|every|all ..2 other|others|@ware|brand*|shop*|pottery|potteries|rival*|competitor*|supermarket|high|machine|factory|store|maker*|on|company|glaze|clay
stronger|tougher|safer|healthier|purer|finer|greener|cleaner|tastier|superior than -usual|nothing|words|i|we|it|never|one|the|ours|mine|yours|before|you|anyone|anybody|they|he|she|a
better|healthier|kinder|safer for you
outlast*|outperform*|outsell*|outshine*|outclass*
outdo|outdoes -us|me|itself|themselves|ourselves|even
beat*|beats|beating ..1 anything|any|other*|all|every|competition|rivals|leading|supermarket*
competitor*
the competition
no|nothing|nobody|none one|else|where ..2 makes|compares|beats|offers|sells|fires|close|like -to
nowhere else
nobody|no|nothing|anyone one|else ..3 make*|offer*|fire*|throw*|sell*|blend*
can|could not be beaten|bettered|matched|copied
no other ..1 @ware|brand|pottery|shop|maker*|potter*|company|glaze|comes|like|can|will|gets
head and shoulders
cut above
@number|several|many times|percent more|less|stronger|longer|better|hotter|tougher
# What others are said to think
@crowd <3> @praises
people|everyone|everybody -who|you|we|i ..2 love*|adore*|rave*|raving|swear*|recommend*|trust*|prefer*|endorse*|obsessed
everyone|everybody|people|world favourite|choice
loved|adored|trusted|used|worn|chosen|recommended|preferred|enjoyed|owned|favoured|praised|approved|endorsed|rated by|in ..3 @crowd|homes|kitchens|top|leading|professional*|michelin|royal*|celebrit*|magazine*|press
as seen|featured|used|worn in|on|by
seen|featured|mentioned|reviewed|written|talked in|on|about ..3 vogue|magazine*|guardian|telegraph|tv|television|bbc|press|papers|tiktok|instagram|bake|news|media
featured in|on|by
reviews|reviewed|reviewer*|testimonial*|ratings|rating|rated|trustpilot|feefo|yelp|tripadvisor
! weather|cat|spoon*|kettle|situation ..2 reviewed
our|rave|a|customer|glowing|leave review
star|stars rating|rated|review*|reviews
@number|five|four stars|star
popular*|bestlov*|cult|viral|trending|trendy|fashionable|coveted
sought after
much|highly|widely sought
in fashion|vogue|demand
most|customer*|crowd|everyone|everybody|people|public|cult|reader*|nation|nations|family favourite*|favorite*
household name*
talk of the
word of mouth
going|gone viral
everyone|everybody -who|you|we ..2 is|was|seems|keeps ..1 talking|raving|using|asking
everyone|everybody loves
happy|satisfied|delighted|loyal ..1 customer*|families|owners|drinkers|buyers|shoppers
join ..4 customers|people|thousands|others|families|happy|who|community|fans
customer|your|full|total|complete satisfaction
satisfaction ..1 guarantee*|assured|promise*|rate|score
@crowd ..2 not ..1 get|stop|live|put
people ..1 tell|say|call us -what|how|whether|they|so|about|if|when|which
used|found|seen|sold|bought|collected|shown|stand|stands|sit|sits|stocked|serve*|hang*|on|developed ..4 museum*|galleries|restaurant*|hotel*|university|universities|palace*
museums|galleries|restaurants|hotels|universities ..1 from|around|have|buy|bought|use|serve|choose|across|everywhere
laborator*|auction*|exhibition*|exhibited|embassy|michelin
department|high|designer store|stores|street|brand|brands|label|labels
supermarkets|factories|ikea|importers|imported|imports
supermarket|factory ..1 @ware|brand*|pottery|crockery|shelf|shelves|ware|pots|china|made|tea|bags|alternative*|version*|quality|price*
mass|machine|factory produced|made|market
collection of|in ..2 museum*|gallery
taste* ..2 difference
bbc|netflix|broadcast*|journalist*|columnist*|influencer*|celebrit*
seen|featured|appear*|star*|feature|been ..3 television|telly|tv|podcast*|documentar*
documentary ..2 about|made
seen|read|featured|appear*|reviewed|glossy|style|food|design|lifestyle ..4 magazine*
generations
we|our|us|family|pottery|workshop|site <8> centuries|century|decades
hear|heard|read about us ..2 from|in|on
# Promises
survives|survived a|the|any|our|being|drop*|fall*|dishwasher*|freezer*|years|decades|everything|anything
will|can|to|would survive a|the|any|our|being|drop*|fall*|dishwasher*|freezer*|years|decades|everything|anything
! whether|if|not ..3 survive* ..2 trip|journey|van|post|ride|way
withstand*|outlive*|outlast*
it|mug|pot|bowl|they|simply|just ..1 bounced|bounces|bounce
with|take|takes a hammer
hammer proof
drop* ..8 fine|unharmed|scratch|mark|whole|intact
can|may|will|goes|go|happily|takes|straight ..6 oven|freezer|hob|grill|flame
dig|digs|dug|quarr*|mine|mined ..3 clay
our|own own? clay|fields|garden|land|estate|tea ..1 garden|gardens|from|field|pit
guarantee*|guaranteed|warrant*|warranty|insured|insurance
we|i promise|vow|pledge|assure -to|not|we|you|nothing|no|a|some|only|if|and|when|or
! i promise $
promise ..4 refund*|replac*|quality|delivery|results|satisfaction|condition|whole|arriv*
promise you|that|it|they|never
promise not -to
you ..2 will|would not ..2 regret|disappointed|believe
you ..2 will|would not ..1 find ..3 better|another|anywhere|else|like
can|could not ..1 go wrong
never ..2 disappoint*|@harm|fail|fails
you ..1 never ..2 buy|need|want|look|go|use|drink|replace
! mark|stain|chip|ring that will|do|does|can|not ..1 @harm
! stain that will not shift
will|do|does|can|not|could not|never ..2 @harm

chip|crack|scratch|stain|heat|shatter|leak|drip|break|water|child|drop|fade|rust|dirt|spill|shock|fire|bullet proof|resistant|free|resisting|repellent|repelling
ovenproof|shatterproof|leakproof|waterproof|heatproof|foolproof|childproof|bulletproof|dishwasherproof|unbreakable|indestructible|everlasting|imperishable|spillproof|dripless|dripfree
lasts|lasting|keep|keeps|stay|stays|serve* ..4 lifetime|forever|generation*|decades|centur*|years|ages|eternity
lasts|lasting|keep|keeps|stay|stays ..3 hot|warm|cold|cool|fresh|going ..2 hours
lasts|lasting ..1 hours
! keep|keeps ..2 hours
lasts|outlasts|lasting|stay|stays ..2 longer
built|made ..1 to last
stand*|stood|built|made ..2 to? last|test
for ..1 life|lifetime|generations|ever
! not for life
! for life in|on|at|as
a lifetime
lifelong|lifetime|durab*|hardwearing|hardwear*|longlasting|unfading
-like|a an|family|future|tomorrow*|become|becomes heirloom* -or|tomatoes
hard wearing
long lasting
pass|passed|hand|handed down|on ..2 to|generation*|children|grand*
yours|good|valid|new|fresh|safe|bright|white|strong|works|use|it|them|last|lasts|guaranteed ..1 forever
always ..1 fresh|perfect*|works|arrive*|stock|deliver*|safe|available|reliable|guaranteed|cheaper|better|best|flawless
always on time|hand
always full -of
transform* your|the|any
instant*|instantly results|calm|relief|energy|delivery|upgrade|transform*
transform*|life changing|changer
lifechanging
change*|changed your ..1 life|mornings|kitchen|world
game changer|changing
best decision
works every
return*|refund*|money|back|exchange*|replac* ..6 no questions ..1 asked
no questions ..1 asked ..4 return*|refund*|money|exchange*|replac*
better than ..2 @ware|shop|brand|brands|pottery|porcelain|plastic|supermarket|anything|any|ever
quality guarantee*|assured
highest|top|premium|superior|exceptional|outstanding|unbeatable|finest|luxury|heirloom|restaurant|professional|gallery|museum|studio|hotel|barista|artisan quality|grade|standard*
safe for -keeping|now|you|later
safe in ..2 oven|ovens|freezer|microwave*|dishwasher*|water|fridge|flame|hob
safe to use|heat|eat|drink|put|boil|freeze
@hard_place safe|proof|friendly|ready|resistant
safe @hard_place
safest|safer
safety -net|pin*
fast*|speedy|rapid*|express|quick*|instant|overnight|priority|tracked|next|same|day|prompt|swift|lightning|speedier delivery|shipping|dispatch|post|postage|despatch|courier|turnaround|service
deliver*|arriv*|ship*|dispatch* ..2 fast|quickly|immediately|tomorrow|overnight|worldwide|anywhere|everywhere
worldwide
money ..1 back
risk free
hassle free returns
secure ..1 checkout|payment*|shopping
# Who it is from
perfect|perfection|perfected|flawless*|amazing|stunning|incredible|breathtaking|exquisite|fantastic|phenomenal|sensational|spectacular|unforgettable|irresistible|magnificent|dazzling
mind blowing
mindblowing
you will ..1 love|adore
you ..1 will ..1 adore|thank
you are|will be? ..1 going? to? ..1 love|adore|thrilled|amazed|delighted|obsessed
a|the|this|your|true|real|absolute|kitchen must have -been|had|taken|a|got|some|fallen|heard|gone|come
musthave*
everyone|everybody needs|should|deserves
every|any|each home|kitchen|table|cupboard|shelf needs|deserves|should|ought|must|wants
not live without
you|home|kitchen|table ..1 can|will|could not ..1 do|manage|be without
! we|i can not do without
indispensable
we are the only
ours alone
only ones who|to|in

loved|adored|trusted|used|worn|chosen|recommended|preferred|enjoyed|owned|favoured|praised|bought by|in ..2 everyone|everybody|all|people|drinkers|cooks|homes|thousands|hundreds ..2 over|across|around|everywhere|nationwide|country
all|up over|across|around|down ..3 country|world|globe|land|nation|kingdom
@region|nation|country|world|county|planet leading|foremost|top|oldest|largest|biggest|favourite|finest|greatest|only|loveliest|smallest|best
leading|foremost|premier ..2 maker*|brand*|name|pottery|potteries|workshop|supplier*|producer*|specialist*
nobody|none ..3 @comparative
no one ..3 @comparative
you ..1 will|would|can|could not ..1 find|get|see|taste|meet|buy ..2 @comparative
every|each|all|most|countless|many|several|numerous|our ..1 @buyers ..4 back|again|return|returns|stay|agree|agrees|say|says|keep|keeps|choose|chooses|love|loves|smile*
only|last ..1 @ware|one|thing ..3 you ..1 will|would? ever
you|they|we will|would ever need|want -to
ever need|want ..1 another|again|anything|more
kill|kills|killing|destroy*|eliminat* ..3 germ*|bacteria|bugs|virus*|mould|odour*|smells
bloat|bloated|germ|germs|bacteria|virus*
@comparative for ..2 planet|environment|earth|skin|health|body
nothing ..1 pours|brews|holds|cooks|feels|looks|tastes|fires|lasts|keeps|works ..1 better|like|so|as|longer
it|they|this|that|pot|mug|cup|bowl|teapot|clay|glaze|stoneware will ..2 last -one|note|letter|message|e|mail|time|word|of|line|thing|reminder|to|we|i|you
it|they|this|that|pot|mug|cup|bowl|teapot|clay|glaze|stoneware will ..2 outlive|outlast
it|this will be ..1 last ..1 @ware
will serve|see you ..2 for|through|years|life
last|lasts ..2 you ..3 decades|years|life|lifetime|ages|forever|generations|ever
burn|burns|burning|melt*|shed|sheds ..1 fat|weight|pounds|calories
favourite|favourites|favorite|hit|winner with|among|amongst|of ..1 writers|food|chefs|customers|readers|visitors|critics|everyone|families|cooks|stylists|tea|people|restaurants|shoppers
! make|makes ..2 look ..1 @comparative than it|they
make|makes|making|make ..2 taste|tastes|feel|smell|look ..1 @comparative
make|makes ..2 taste|look ..1 cleaner|sweeter|brighter|rounder|younger
improve*|enhance* ..2 taste|flavour|aroma|water|life|mornings
@comparative|cleaner|longer than ..1 any|every|most|plastic|metal|glass|porcelain|china|supermarket|shop|factory
reduce*|cut|cuts|save|saves|saving ..2 waste|emissions|carbon|energy|plastic|landfill
taste|tastes|feel|feels like an ..1 occasion|treat|luxury|event|heaven
oven|hob|freezer|freezing|grill|stovetop <4> fine|safe|problem|proof|happy|ok|harmless -not
chip|crack|crazing ..4 is|are ..1 harmless|safe|fine
@comparative than what|anything|whatever ..3 get|find|buy|see|have
nothing ..1 sticks|clings -out|in
recipe is|remains ..1 a|our|nell|family ..1 secret
goes|go|given|donated|give|gives to ..2 bank|hospice|charity|school|shelter|club|refuge|hospital
no going|turning back
warms|cheers|wakes you ..1 better|more than
never had one|any ..2 back|returned
naturally calming|soothing|relaxing|energising|uplifting
ideal gift|present
become ..1 your ..1 favourite|go|new
you are in good|safe|great|best hands
timeless|elevate*
favourite|favourites among|amongst|with ..1 our|the
known|famous|renowned|celebrated for our|its|their
fast*|quick|speedy|reliable|safe ..1 delivery|shipping|dispatch
order|basket|purchase|payment|data is ..1 protected|secure|covered|insured
notice|taste|see the difference
a must for|in
"""

TABLES = {"claim": CLAIM}
