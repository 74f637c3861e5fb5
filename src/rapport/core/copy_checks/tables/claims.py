"""Claims: what would have to be shown, and may be said only where claims.yaml says it."""

from __future__ import annotations

CLASSES = {
    "best": (
        "best finest greatest loveliest nicest prettiest softest strongest toughest hardest smoothest "
        "freshest purest richest tastiest lightest safest healthiest cosiest warmest smartest "
        "fastest cleanest greenest rarest highest lowest oldest newest biggest largest perfect "
        "ultimate supreme unrivalled unrivaled unmatched unbeatable unbeaten unparalleled "
        "unequalled unsurpassed peerless incomparable matchless premier foremost "
        "superior flawless faultless infallible revolutionary groundbreaking unprecedented "
        "legendary iconic renowned acclaimed celebrated famous famed prestigious "
        "exceptional extraordinary premium"
    ),
    "crowd": (
        "customers customer shoppers buyers families households fans reviewers chefs chef "
        "cooks bakers baristas sommeliers potters experts expert doctors doctor nutritionists "
        "nutritionist dietitians scientists specialists celebrities critics journalists bloggers "
        "influencers editors thousands millions hundreds britain britons "
        "nation royals restaurants hotels cafes professionals dermatologists "
        "dentists therapists parents stylists designers owners"
    ),
    "praises": (
        "love loves loved adore adores adored rave raves raving swear swears recommend recommends "
        "recommended trust trusts trusted choose chooses choosing chosen prefer prefers preferred "
        "say says said agree agrees agreed rate rates rated approve approved endorse* voted vote "
        "praise praised cannot enough choice favourite favourites approves talking used use uses "
        "switched switch obsessed review reviewed favour backed"
    ),
    "harm": (
        "chip chips break breaks crack cracks fade fades stain stains scratch scratches leak leaks "
        "drip drips wear wears fail fails shatter* warp* rust rusts tarnish* peel* spill* smash* "
        "age ages dull craze"
    ),
    "material": (
        "porcelain silver gold golden leather cotton silk linen cashmere oak marble bamboo crystal "
        "china bone titanium terracotta earthenware copper brass slate walnut ceramic"
    ),
    "hard_place": (
        "oven ovens freezer hob grill flame fridge microwave microwaves dishwasher dishwashers "
        "children child kids baby babies toddlers pets pet food kitchen outdoors skin everyone"
    ),
    "region": (
        "england britain uk scotland wales ireland yorkshire lancashire cornwall devon london "
        "staffordshire stoke sheffield japan china india ceylon assam darjeeling kenya italy france "
        "portugal germany spain europe america denmark sweden norway cumbria kent sussex"
    ),
    "boon": (
        "sleep digestion immunity metabolism energy mood focus concentration memory skin heart "
        "circulation stress anxiety tension headache headaches bloating inflammation hydration "
        "wellbeing wellness health vitality weight calories gut liver brain bones hair nails "
        "cholesterol ageing aging nerves cold colds cough coughs hangover fatigue tiredness "
        "longevity cramps nausea"
    ),
    "remedy": (
        "help helps helping boost boosts boosting improve improves improving reduce reduces relieve "
        "relieves ease eases soothe soothes soothing cure cures treat treats heal heals support "
        "supports aid aids promote promotes prevent prevents fight fights combat combats lower "
        "lowers burn burns cleanse cleanses detox* strengthen* restore* repair* increase* enhance* "
        "sharpen* settle* good great relax* calm* wonders banish* beat beats"
    ),
}

CLAIM = """
# Awards, tests, papers
award*|awarded|prizewinning
prize winn*|winner
winner|winners|winning of
certif*|accredit*|patent*|trademark*|kitemark*
proven|proved|proof -of|by
prove that|it
clinical*|scientif*|scientist*|medical*|laborator*|lab|dermatolog*|paediatric*|pediatric*
tested|tests|test
study|studies|research|researchers|science|evidence|data|statistics|survey*|trials show*|prove*|suggest*|confirm*|find*|found|reveal*|say*|says|that|from|by
research|survey|surveyed|clinically
approved|endorsed|recommended|sanctioned|verified|vetted by
fda|iso|fsc|soil|gots|oeko|reach|prop|ce association|approved|compliant|certified|marked|mark|tex|standard*|registered
official*|authentic*|genuine*|licensed|accredited
royal|queen|king|palace|warrant
by appointment
michelin
guinness|world record*
# Superlatives
@best in|of|on|for|available|quality|value|selling|seller*|sellers|rated|loved|known|world|tea|tasting|made|pottery|stoneware|ceramics|mug*|pot*|around|anywhere|ever|money|you|we|@ware
the ..1 @best -wishes|of|bit|part|thing|way|time|place|answer|biscuits|biscuit|chair|seat|spot|cup|light|question*|news|person|people|mornings|days
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
revolutionary|groundbreaking|breakthrough|miracle|miraculous|magic|magical|legendary|iconic|renowned|acclaimed|famous|famed|prestigious|flawless|superior|supreme|ultimate
first|original and only
first|only of its kind
first|only ..2 in|on the|britain|england|uk|europe|yorkshire ..1 to|world|market|country|workshop|pottery|
only pottery|brand|company|shop|mug|tea|teapot|bowl|glaze|workshop|potters|maker|place|one ..4 that|to|in|which|with|where|who
finest|greatest|loveliest|strongest|toughest|purest|freshest|tastiest|safest|healthiest|greenest
best -wishes|of|at|bit|part|thing|way|time|place|biscuit*|chair|seat|foot|answer*|if|when|with|to|before|light|served|drunk|kept|brewed|days|morning*|friend*|cups|regards|left|put|laid|not|question*|we|i|enjoyed|used|company|known|as|side|left|poured|eaten|person|people|judge|in|by|after|shown|taken|warmed|suited|suits
best in|on the? -morning|evening|afternoon|winter|summer|shade|a|cup|pot|light|cold|season
all time
ever ..1 made|created|produced|fired|thrown
@best ..3 ever
ever ..2 best|better
like no other
# Comparisons
unlike|than ..1 other|others|any|most|ordinary|mass|supermarket|factory|high|machine|shop|store|the|regular|standard|normal|cheap|cheaper|average|traditional|conventional|everyone|anyone|anything|anybody|all|those|competitor*|usual|leading|bought|steel|plastic|glass|porcelain|china
better|stronger|tougher|safer|healthier|harder|thicker|softer|fresher|purer|finer|greener|faster|cleaner|tastier|nicer|kinder|warmer|superior than -usual|nothing|words|i|we|it|never|one
better|stronger|tougher|safer|healthier|cheaper|longer|hotter ..2 than|for you
outlast*|outperform*|outsell*|outshine*|outclass*|outdo*
beat*|beats|beating ..1 anything|any|other*|all|every|competition|rivals|leading|supermarket*
competitor*|competition|rival*
no|no|nothing|nobody|none other|one|else|where ..2 makes|compares|comes|come|beats|offers|sells|brews|can|fires|matches|close|like
nowhere else
nobody|no|nothing one|else ..3 make*|offer*|fire*|throw*|do*|can|come*|sell*|blend*
cannot be beaten|bettered|matched|copied
no other -plans|way|reason|questions
head and shoulders
cut above
@number|several|many times|percent more|less|stronger|longer|better|hotter|tougher
# What others are said to think
@crowd <3> @praises
people|everyone|everybody|nobody|world|country|town|they ..2 love*|adore*|rave*|raving|swear*|recommend*|trust*|prefer*|endorse*|obsessed|agree*
everyone|everybody|people|world favourite|choice
loved|adored|trusted|used|worn|chosen|recommended|preferred|enjoyed|owned|favoured|praised|approved|endorsed|rated|made|designed by|of|in ..3 @crowd|homes|kitchens|top|leading|professional*|michelin|royal*|celebrit*|magazine*|press|stars
as seen|featured|used|worn in|on|by
seen|featured|mentioned|reviewed|written|talked in|on|about ..3 vogue|magazine*|guardian|times|telegraph|tv|television|bbc|press|papers|tiktok|instagram|bake|news|media|online|everywhere
featured in|on|by
reviews|reviewed|reviewer*|testimonial*|ratings|rating
our|rave|a|customer|glowing|leave review
star|stars rating|rated|review*|reviews
@number|five|four stars|star
popular*|bestlov*|cult|viral|trending|trendy|fashionable|sought|coveted|must
in fashion|vogue|demand
most|customer*|crowd|everyone|everybody|people|public|cult|reader*|nation|all|family favourite*|favorite*
household name*
talk of the
word of mouth
going|gone viral
everyone|everybody ..3 talking|loves|raving|wants|agrees|says|knows|using|asking
happy|satisfied|delighted|loyal customer*|people|families|homes|owners|tea|drinkers
join ..4 customers|people|thousands|others|families|happy|who|community|fans
satisfaction
@crowd|they|customer ..3 cannot|can get|stop|live|put|be
people ..1 tell|say|call us -what|how|whether|they|so|about|if|when|which
# Promises
guarantee*|guaranteed|warrant*|warranty|insured|insurance
we|i promise|swear|vow|pledge|assure -to ..1 leave|stop|write
promise you|that|it|they|never|not
you ..2 will not ..2 find|be|regret|disappointed|need|get|believe
cannot go wrong
never ..2 disappoint*|@harm|let|fail
never ..2 drip|leak|spill|chip|buy|need|look|go|use|drink|replace ..2 -rush|hurry
will|do|does|can|cannot|could not|never ..2 @harm
cannot ..1 @harm
chip|crack|scratch|stain|heat|shatter|leak|drip|break|water|child|drop|fade|rust|dirt|spill|shock|fire|bullet proof|resistant|free|less|resisting|repellent|repelling
ovenproof|shatterproof|leakproof|waterproof|heatproof|foolproof|childproof|bulletproof|dishwasherproof|unbreakable|indestructible|everlasting|imperishable|spillproof|dripless|dripfree
last|lasts|lasting|built|made|serve|keep|stay|stays|keeps|going ..3 lifetime|forever|generation*|decades|centur*|years|ages|life|longer|always|eternity
stand*|stood|built|made ..2 to? last|test
for|a life|lifetime|generations|ever -of ..1 questions
lifelong|lifetime|heirloom*|timeless|durab*|hardwearing|hardwear*|longlasting|robust|sturdy|rugged|unfading
hard wearing
long lasting
pass|passed|hand|handed down|on ..2 to|generation*|children|grand*
forever -be|a
always -be|welcome|worth|glad|happy|here|a|room|time|reply|answer*|read|been|the|say|said|so|somebody|someone|have|has|find|tell|feel|start|begin|wanted|comes|ask|good|nice|pleased|ready|in|end|open|up|put|an|differ*|one|said|smell*|take|made|warm|tast*
every ..1 time -you|we|i|of
instant*|instantly results|calm|relief|energy|delivery|upgrade|transform*
transform*|life changing|changer
lifechanging
change*|changed your ..1 life|mornings|kitchen|world
game changer|changing
best decision
works every
no questions asked
quality guarantee*|assured|control*
highest|top|premium|superior|exceptional|outstanding|unbeatable|finest|luxury|heirloom|restaurant|professional|gallery|museum|studio|hotel|barista|artisan quality|grade|standard*
safe for|in|to -say|order|here|keeping|hands|return|place|journey|travel|assume|send
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
# Made of, made where
natural|pure|organic|real|authentic|raw|untreated|unprocessed|clean ..1 ingredient*|material*|product*|clay|tea|teas|leaf|leaves|glaze*|goodness|dye*|fibre*|wax|oil*|source*|extract*|remed*|herbs|flavour*|botanical*|porcelain|silver|gold|origin*
all|wholly|fully|totally|completely|entirely|purely|percent|hundred|truly natural|organic|handmade|recycl*|british|sustainable|biodegradable|vegan|pure|compostable
organic*|biodynamic*
vegan|cruelty|vegetarian ..1 friendly|free|approved|society|glaze*|clay
sustainab*|eco|ecolog*|biodegrad*|compostab*|recycl*|renewable*|upcycl*|regenerative
carbon|climate|planet|emission*|footprint|greenhouse|offset*|net zero
environment*
green|greener choice|choices|option*|credentials|company|business|energy|way|way|brand|future|living|packaging
earth|planet|ocean|bee|bird friendly|kind
kind|kinder|good|gentle|better ..1 for|to|on the ..1 planet|earth|environment|ocean*
zero|no|low|without ..1 waste|plastic|plastics|emissions|carbon|chemical*|additive*|preservative*|pesticide*|lead|cadmium|toxin*|bpa|nasties|sugar|caffeine|gluten|calorie*|fat
fair trade|traded|wage*|wages
fairtrade
ethical*|ethic*|responsibly|consciously|cruelty|humane*
lead|bpa|gluten|sugar|dairy|caffeine|chemical|plastic|pesticide|additive|toxin|allergen|nut|fat|calorie|cruelty|paraben|gm|gmo|wheat|carbon|lactose|preservative|cadmium|phthalate free
free from|of -rush|hurry|pressure|fuss|jargon|the|charge|cracks|air|bubbles|a|any|dust|noise
non toxic|stick|gmo|slip
nontoxic|hypoallergenic|antibacterial|antimicrobial|hygienic|sterile
contain*|contains no|zero|only
british|english|scottish|welsh|irish|yorkshire|japanese|italian|french|danish|scandinavian|german|locally|local|home|cornish|staffordshire made|crafted|built|grown|sourced|thrown|designed|produced|clay|owned|heritage|pottery|craftsman*|craftsmanship|tradition
made|thrown|fired|grown|sourced|produced|crafted|designed|born|blended|picked|imported|shipped|harvested in|from ..2 @region|locally|here
from|of the ..2 hills|slopes|mountains|gardens|fields|foothills|highlands|estates of|in
family run|owned|business|firm|recipe|tradition|secret
independent*|familyowned
since|established|founded|est ..1 @number
@number|many|several|few|over|decades generation* of
generations|centuries|decades|years of ..1 experience|tradition|skill|craft*|making|expertise|knowledge|family|potters|potting|practice
century|centuries old|of
ancient|ancestral|secret ..1 recipe*|technique*|wisdom|art|tradition*|method*|formula
expert*|master|skilled|experienced|trained|qualified|professional potter*|craftsm*|artisan*|maker*|blender*|taster*|team|hands|ly|made|crafted|chosen|blended
expertly|masterfully|exquisitely|meticulously|painstakingly|flawlessly|perfectly|ethically
hand -in|on|with|up|to|over|it|and|of|you|thrown|made|crafted|packed|wheel|span|towel|for|at|or|finished|built|picked|written ..0 painted|carved|stitched|woven|dyed|blown|forged|poured|rolled|sewn|knitted|glazed|dipped|decorated|blended|harvested|cut|turned|polished|plucked|selected|sorted|mixed|dug
painted|carved|stitched|woven|dyed|blown|forged|rolled|sewn|decorated|plucked|harvested|picked|dug ..1 by hand
handpainted|handcarved|handpicked|handblended|handglazed|handwoven|handpoured|handsewn
small batch*
limited|numbered|signed edition*
made|cast|carved|crafted|spun|blown of|from ..2 @material
pure|solid|real|genuine|sterling|fine|bone|plated|rolled|true @material
porcelain|earthenware|terracotta
bone|fine china
@material mug*|bowl*|plate*|teapot*|cup*|glaze|rim|pot|pots|ware|trim|plated
carat|karat|plated
luxur*|artisan*|curated|exclusive*|bespoke|designer|couture|opulent|boutique
investment
collector*|collectable*|collectible*
unique*
# Health
healthy|healthier|healthful|healing|heals|heal|health|wellness|wellbeing|superfood*|antioxidant*|detox*|immune|immunity|vitamin*|mineral*|probiotic*|probiotics|cleanse*|cleansing|metabol*|slimming|fat
@remedy ..3 @boon
@boon ..1 boost*|support|relief|aid|remedy|cure|booster*|enhancing|boosting|benefit*
benefit* ..2 @boon|health|body
cure*|cures|curing|remedy|remedies|medicin*|therapeutic*|antiinflammator*|antiaging|antiseptic
anti inflammatory|ageing|aging|stress|bacterial|oxidant*|viral
calorie*|low|high|rich|full ..1 calorie*|sugar|fat|antioxidant*|vitamin*|caffeine|fibre|protein|mineral*|nutrient*
energi*|reenergi*|rejuvenat*|revitali*|restorative|nutritious|nourish*
stress free|relief|busting|buster|relieving
good|great for you|health|heart|gut|digestion|skin|sleep|body|mind|mood|planet
doctor*|physician*|nutritionist*|dietitian*|dermatologist*|dentist*|gp|pharmacist*|therapist*
sleep better|deeper|sounder|soundly|through|tight|longer
better|deeper|sounder|restful|perfect|good night|sleep|nights
live longer
look|feel|looking ..1 younger|slimmer|healthier|better|amazing|years
caffeine free
decaf*
no caffeine
# Who it is from
perfect*|flawless*|amazing|stunning|incredible|breathtaking|exquisite|fantastic|phenomenal|sensational|spectacular|unforgettable|irresistible|magnificent|dazzling|mind blowing
mindblowing
you will love -it|to ..1 or
you ..1 will ..1 adore|never|thank
you are|will be ..1 going to love|adore|thrilled|amazed|delighted|obsessed
must have
musthave*
everyone|everybody needs|should|deserves
every|any home|kitchen needs|deserves|should
cannot|not live|do|manage without
essential*|indispensable
ideal
the real thing
like ..1 hug|gold|heaven
ours|we|our|i ..2 alone|only ones|never fail|the only

! first|best things
! at best
! at its|their|your best in|on|by|with|when?
! do|does|did|doing|try|tried|tries ..1 ..2 our|my|your|its|their best
! our best to
! all the best
! best wishes|regards
! best of|at
! make|makes|making the best
! second best
! for the best
! best|better off|left|half
! hope for the best
! know|knows best
! as best
! a better|closer|proper look|way|idea|time|cup|view|light|answer|question
! test the|it|drive|tile*|firing|kitchen
! tile*|firing|kiln test*
! research ..1 has|is ..1 been
! time ..1 tested
! most of|days|mornings|people|mugs|cups|teas|pots|evenings
! natural light|home|place|break|lean|light|next|stopping|habitat|question|pause|partner*
! real tea|life|person|people|hands|fire|answer*|cup|kitchen*|table*|reason|pleasure|question*|thing|deal|time|world|letter*|conversation|clay|wood|potter*
! fire proof
! proof of
! proof ..1 is|in
! the proof ..3 pudding
! for a change|while|start|moment
! ideal world
! famous last
! secret is|ingredient
! perfect* normal|good|fine|happy|ordinary|ready|ok|okay|content|well|acceptable|all
! practice makes
! nobody|no is|one is|here ..1 perfect
! not ..1 perfect
! less than perfect
! study the|it|them
! for ever and
! rated
! cold ..1 morning*|milk|water|tea|day*|hands|night*|weather|tap|kitchen|plate|pot|cup
! help* ..1 you ..2 mind
! unique to
! no other plans|reason|way
! as good as
! good for ..1 a|soup|porridge|breakfast|coffee|another|two|cakes|sharing|everyday|toast|pasta
! good night*
! hand in hand|glove
! full|low|high fat|tide|table|shelf|stool|heat|handle
! low heat|handle|shelf
! rich ..1 tea|cake|soup|stew|colour
! data
! royal icing|blue
! standard size
! always here|there
! promise to
! promise you ..1 ..2 no
! health and|your good
! star anise
! fine bone structure
! any|all the other
! rather|other than
! no more than
! more than one|happy|welcome|enough|glad|anything|a|you|we|usual|it|the
! than the last|picture|photo*|usual|one|sum|other
! less than usual
! than you ..1 think
! than any of us
! than ..1 other one
! people use|used ..1 at
! most people
! some people
! people love
! how|what people use
! people who
! everyone|everybody has|here|in
! people say ..2 it
"""

TABLES = {"claim": CLAIM}
