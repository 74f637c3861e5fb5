"""What is nobody's business: protected traits, what people did and where, and their data."""

from __future__ import annotations

CLASSES = {
    "illness": (
        "arthriti* rheumat* diabet* cancer* anxiety depress* adhd autis* disabilit* disabled "
        "wheelchair* allerg* coeliac celiac intoleran* dementia alzheimer* menopaus* migraine* "
        "insomnia* asthma* epilep* stroke chemo* dialysis obes* overweight bmi bipolar ptsd ocd "
        "eczema psoriasis ibs crohn* hiv aids std tremor* parkinson* sciatica osteo* infertil* "
        "sclerosis fibromyalgia patient's illness* ailment* diagnos* symptom* medication* "
        "prescription* surgery operation hospital* therap* rehab* addict* alcoholi* sobriety sober "
        "impairment* deaf blind dyslexi* disorder* condition hypertension cholesterol reflux "
        "incontinen* immun* chronic flare arthritic diabetic*"
    ),
    "birth": (
        "pregnan* expecting expectant trimester bump newborn* breastfe* ivf fertil* midwi* antenatal "
        "prenatal postnatal miscarr* maternity mum mums mummy mummies mom moms mama mamas "
        "mothers motherhood fatherhood parenthood toddler* babies baby babys morning sickness"
    ),
    "faith": (
        "christian* muslim* islam* jewish jew jews judaism hindu* sikh* buddhis* catholic* "
        "protestant* methodist* anglican* evangelical* atheist* mormon* church* mosque* synagogue* "
        "temple* gurdwara* ramadan eid halal kosher lent diwali hanukkah passover prayer* pray "
        "prays praying worship* parish* quran koran bible* biblical scripture* gospel* allah jesus "
        "christ rabbi* imam* vicar* priest* congregation* sabbath shabbat pilgrim* hajj iftar suhoor "
        "baptis* religio* believer*"
    ),
    "origin": (
        "ethnic* race racial minority minorities immigrant* migrant* refugee* asylum african* "
        "caribbean* asian* hispanic* latino* latina* latinx bame roma traveller's arab* gypsy "
        "nationality citizenship foreigner* expat* foreign diaspora"
    ),
    "people_of": (
        "woman women man men lady ladies gentleman gentlemen girl girls boy boys guy guys person "
        "people family families community communities customer customers shopper* household* "
        "couple couples folk folks heritage roots background household* homes mother* father* "
        "friend friends readers"
    ),
    "love": (
        "gay gays lesbian* queer* bisexual* homosexual* heterosexual* transgender* trans lgbt* "
        "nonbinary pronoun* sexuality orientation drag asexual*"
    ),
    "politics": (
        "tory tories conservative* labour lib libdem* brexit* remainer* leaver* leftwing rightwing "
        "socialis* communis* republican* democrat* liberal* election* vote votes voted voter* voting "
        "politic* trump starmer sunak farage parliament* referendum activist* feminist* woke "
        "campaigner* maga reform snp ukip party"
    ),
    "union": (
        "unison union unions unionised unionist* picket* striker* tuc shop steward strike strikes "
        "striking"
    ),
    "age": (
        "pensioner* senior seniors retiree* retired retiring retirement elderly oap boomer* "
        "millennial* teen teens teenage* student students youngster* octogenarian* middle aged "
        "grandparent* grandma* granny grandpa* grandad* nan nana grandchild* grandkid* "
        "twentysomething* thirtysomething* midlife"
    ),
    "partner": (
        "husband husbands wife wives hubby girlfriend* boyfriend* spouse* fiance* newlywed* "
        "divorc* widow* separated bachelor* singleton* ex married marriage"
    ),
    "saw": (
        "saw see seen noticed notice noticing spotted spot watched watching watch tracked tracking "
        "observed monitor* detected recorded logged caught clocked picked noted know knew remember "
        "recall registered keep kept"
    ),
    "did": (
        "looked look viewed browsed browsing browse visited visiting visit clicked opened searched "
        "searching scrolled scrolling lingered lingering hovered hovering zoomed returned returning "
        "checked checking compared comparing googled hesitated hesitating dithered revisited tapped "
        "swiped typed abandoned popped dropped eyed eyeing peeked peeking ogled stared paused "
        "watched read came coming been considered considering wandered shopped clicking opening"
    ),
    "device": (
        "phone phones iphone* android* ipad* laptop* tablet mobile device* browser* smartphone* "
        "macbook* chrome safari screen desktop samsung app"
    ),
    "place": (
        "area neighbourhood* neighborhood* street town city postcode* postal* region village location "
        "address county home house road doorstep district"
    ),
    "nationality": (
        "english british scottish welsh irish indian pakistani bangladeshi chinese japanese korean "
        "polish african caribbean asian american european german french italian spanish turkish "
        "nigerian jamaican arab jewish muslim christian hindu sikh vietnamese filipino russian "
        "ukrainian romanian greek portuguese brazilian mexican iranian iraqi syrian somali"
    ),
    "times": "times twice thrice repeatedly often frequently again",
}

TRAIT = """
@illness
your|you|women|men|people|for ..2 condition|health|pain|joints|hips|knees|diet|weight|body|figure|skin|blood|hands -on|around|full|and|over|are|warm
weight|fat loss
los* weight
pregnan*|trimester*|breastfe*|ivf|newborn*|midwi*|maternity|antenatal|postnatal|miscarr*|motherhood|fatherhood|toddler*|fertil*
expecting|expectant -company|guests|visitors|rain|you|a ..1
new|first|baby bump|baby|arrival|mum|mother|parent*|dad|father|addition
baby|babies -leaf|steps|spinach|blue|teapot
mum|mums|mummy|mom|moms|mama of|to|like|who|deserve*|everywhere|and|on|be|need*
as|for|busy|tired|new|every|fellow|yummy|other|super a|all|the|our? mum|mums|mummy|mom|moms|mother|dad|father|parent|grandmother|woman|women|man|men|ladies|girl|lady|grandfather
mothers|fathers|parents|women|men|girls|ladies like you
ladies|gents|girls -gents
diet|dieting|dieter*|slimming|slimmer*
woman|women|man|men of|who|like|deserve
for women|men|ladies|him|her|girls|boys
your kids|children|child|son|daughter|little|toddler|baby|family|grandchildren|grandson|granddaughter|bump|bundle
little one|ones on|arrival|coming
@partner -of|to
@faith -mouse|bells|warden|tower|of ..1 a ..1 hand
god|gods -knows|send
bless|blessing|blessings|blessed
faith|faiths -in
your ..2 faith|beliefs|religion|culture|heritage|roots|origins|ancestors|ethnicity|race|background|community|people|homeland|mother tongue|accent|nationality|country|skin
@origin -beauty
black|white|brown|asian|african|indian|chinese|japanese|polish|irish|scottish|welsh|jewish|british|latina|hispanic|caribbean|pakistani|bangladeshi|turkish|arab|roma|english|european|american @people_of
as ..1 @nationality -person
fellow @nationality|christian*|muslim*|tory
@love -of|show
straight|pride men|women|couples|month|parade|season
same sex
happy|this pride
@politics -of|piece|game|bowl|food|dinner|tea|animal|time|guests
left|right wing
political*|politic*
trade|labour|credit|teaching|your|workers|nurses|rail union*
union member*|rep|rate|dues|card|meeting
on|the|your|support*|postal|rail|nurses ..1 strike|picket
picket*
@age -moment|potter|thrower|glazer
at|for|of your age
your age|birthday|birth|years
age group|bracket|range|gap
women|men|people|customers|those|anyone over|under|past|approaching|in ..2 @number|their|certain|age
over|under|turning|approaching|hitting|past|reached|reaching|nearly|in ..2 @number
turning|approaching|hitting ..2 fifty|sixty|forty|thirty|seventy|eighty|old|older|age
not getting|as ..1 younger|young
getting older|old|on
old|older age|people|folk|customers|hands|bones|joints|generation
young|younger at|people|women|men|customers|generation|professional*|family|families
golden|twilight|later years
of a certain age
generation|gen x|y|z
middle age*
mature|silver customer*|shopper*|ladies|women|surfer*
bereave*|grief|griev*|mourn*|funeral*|late husband|wife|mother|father
passed|pass away
sorry for|about|to ..2 loss|hear
your loss
lost|losing someone|somebody|loved|a|your ..1 loved|mother|father|parent|husband|wife|dad|mum|one|partner
money|things|times|budget|cash ..2 tight|hard|short|difficult|tough|thin
payday|pay day|salary|wage*|income|overdraft|mortgage|rent|debt*|benefits|credit score|rating
unemploy*|redundan*|laid off|jobless|jobseek*
cost of living
low|single income|parent*|mother*|mum*
people|families on|in ..2 budget|benefits|income|debt
struggling financially|with
menstru*|period pain*|hormon*|pms|menopaus*
recovery|recover*|healing ..2 from|you|surgery
going through
living|live|cope|coping|struggle*|suffer*|battle* ..1 with ..3 pain|illness|alone|anxiety|depress*|loss
live|living|lives alone
single again|life|people|and|women|men
your ..1 breakup|divorce|separation|split|relationship|marriage|wedding|engagement|partner|therapist|doctor|gp|nurse|church|mosque|temple
veteran*|disabled|carer*|caregiver*
gluten|sugar|dairy ..1 you|your
caffeine ..2 your|you ..2 sleep|heart|pregnan*
vegan*|vegetarian* like|as|you
your ..1 lifestyle|class|caste
working|middle|upper class
poor|rich|wealthy|posh people|like|area|neighbourhood*
lefty|lefties|righty|snowflake*

! expecting ..1 guests|company|visitors|rain
! labour of
! labour ..2 love
! labours|laboured
! black|white|green|english|indian|chinese|japanese tea|breakfast|coffee|pepper|glaze|clay|slip|leaf
! party piece|trick|food|tea|wall
! a|the|tea|dinner|garden|birthday|your|party party
! in good condition
! condition of
! operation of|is|in
! strike a|the|up|while
! strikes a|us|me|you
! union of
! retired glaze*|from|potter*
! retiring to
! race to|against|is
! worship*
! temple|temples of
! stroke|strokes of
! allergic to ..1 hurry|fuss|jargon|plastic|rush|pushy
! addict*
! foreign to
! liberal with|hand|amount|spoon*|splash|helping
! vote for
! drag it|the|your
! separated from
! senior potter*|thrower*|kettle
! over|under in
! blind firing|tasting|taste*
! baked blind
! deaf to
! blind to
! chronic lack
! wedding present*|gift*|list*
! pray tell
! lent|lends|lend a|us|me|itself
! religiously
! baptism of
! the party
! shop floor|front|door
! temperature
! therapeutic*
! getting on with|for
! rich|richer glaze*|colour*|and
! old hands at
! for him|her self
! your family teapot
! family teapot
! in the family
! bless you
! a blessing in
! things ..2 difficult
! times are
! baby steps
! your people
"""

WATCHING = """
@we ..2 @saw ..2 you|your -know|can|might|may|may|would|soon|will|there|across|in|at|on|through|as|wanted
@we ..2 @saw ..1 that|how ..1 you|your
@we ..2 not help|could ..1 notic*|see*
@we ..1 been|have|are watching|tracking|monitoring|following|observing|keeping|studying|analysing|looking
you ..3 @did ..6 times|twice|thrice|repeatedly|again|more
you ..2 looked|viewed|browsed|visited|clicked|searched|scrolled|hovered|zoomed|compared|googled|lingered|revisited|abandoned|opened -like|forward|good|like
you ..2 have|were|was|are|keep|kept|been ..2 looking|viewing|browsing|visiting|clicking|searching|scrolling|hovering|zooming|comparing|eyeing|watching|checking|lingering|returning|coming|hesitating|thinking|considering ..1 -for
you|your ..2 spent ..5 on|looking|browsing|page|reading|minutes|time|hour*|ages
you ..1 keep|kept ..2 looking|coming|returning|opening|checking|going
you ..2 came|come|been ..2 back ..4 times|twice|again|more|day|since|for|to ..1 look|same|page|see|this|it
you ..2 were|was|are ..3 on|from|using your|a|an ..1 @device
from|on|via|using|in your ..1 @device
your ..1 @device
your ..2 browsing|browser|history|searches|search|clicks|behaviour|behavior|activity|cookies|screen|ip|gps|scroll*|sessions|session|journey|visit|visits|viewing|footprint*|profile|data|records|habits|pattern*|purchases|inbox
your ..1 location|area|neighbourhood|neighborhood|street|town|city|postcode|region|village|county|district|doorstep|road|local
in|near|around|of|from|to your ..1 @place -whole
live|lives|living|based|located|reside in|near|at|around|close|by ..4 -harmony|a|the ..1 kitchen
you|since|as ..2 live|living|moved|based|located -with|on|off|for|to|and|by|without|happily
people|customers|others|shoppers|neighbours ..2 near|around|like|in|similar you|your
customers|shoppers|people|those ..1 who ..2 viewed|bought|looked|browsed|liked|chose
based|according|going|judging on|to|by your|our ..3 -own|taste|what
because|since|as|given ..1 you ..2 bought|viewed|looked|browsed|clicked|searched|ordered|opened|visited|like|liked|love|loved|live|often|always|usually
our ..1 records|data|system|systems|algorithm*|logs|analytics|tracking|software|computer*|ai show*|say*|tell*|know*|suggest*|indicat*|that|reveal*|notic*|predict*
our ..1 records|algorithm*|analytics|logs|tracking
algorithm*|analytics|tracking|cookies|retarget*|geolocat*|surveillance|gps|wifi
last night
middle of the night
late at night
night owl
late|small|early night|hours you|browsing|visit*|shopping
up late|so
could not sleep
not ..1 sleep
other|earlier day|today|evening|night|this ..1 you
since ..1 your last visit|order|time|purchase|look
since you last|were|looked|visited|left
last time you
you|your last ..1 visited|looked|visit|order|time|opened|bought|search|purchase
while you were ..2 looking|browsing|away|asleep|sleeping|at|out|sitting|shopping|lying|on
when you ..2 visited|looked|browsed|opened|were|left|clicked|came
you left|were|got|made ..2 without ..1 buying|ordering|paying|finishing|saying|checking
you ..1 almost|nearly|nearly ..1 bought|ordered|paid|checked|finished|did
you|your stopped at
you were ..1 so? close
you opened|read ..3 email|message|letter|note|last
you ..1 never|not|have ..2 opened|clicked|read|replied|answered|finished|completed|come|been|bought|ordered|visited
did not ..2 open|click|finish|complete|buy|order|check
we know ..3 you|your|where|what|how|who|when|that
we can ..1 see|tell
we could ..1 see|tell
i can ..1 see|tell you|that
we|i remember ..1 you|your|that|when|what
tell ..1 you ..2 are|have|were|want
we have|got|had ..2 eye|eyes on
keep* ..2 eye|tabs|track on|of you|your
caught ..1 you|your
caught your eye|attention
eyes|eye ..3 on ..3 you
something|one|it ..2 caught your
you ..2 eye|eyes on
you had your ..1 eye|heart|finger|cursor|mouse
your ..1 cursor|mouse
saved ..2 your ..1 card|details|address
know|knows where you
someone ..2 your ..2 household|home|house|address|office
your|the colleague*|boss|employer|workplace|office|job|company
where you live|work|are|sleep|shop
weather ..1 in|where|near
raining|sunny|snowing|cold|hot ..2 in|where|outside|over ..3 you|your|there
facebook|instagram|twitter|tiktok|linkedin|pinterest|snapchat|youtube|whatsapp|google|amazon|alexa|siri
still ..1 thinking|interested|deciding|undecided|wondering|considering|looking|dreaming|tempted|there|on ..1 your|the|about|fence|mind|it|this|them|that|$
your|the wishlist|wish list|favourites|account
you ..2 hesitat*
second|third|fourth time you|this|you|here
back again|here|so
welcome back
your ..1 nth|usual|favourite|last ..1 order|size|colour|mug|tea|purchase|tin
you|your ..1 usually|always|normally|typically|tend|prefer* ..1 order|buy|shop|choose|drink|take|browse|come
! @we see you|your ..1 there|soon|again|at|in|round
! we know you ..1 will|can|may|might
! i|we know ..1 how it
! we know ..2 clay|tea|glaze*|pots
! if|whatever|whether|unless|anything|everything|something|what you ..2 are looking
! what ..1 are you looking
! you are still deciding ..1
! have ..1 looked after
! you|been looking after|forward
! back again to the
! if you live
! for your kitchen|table|home|house|shelf
! around your ..1 table|kitchen|house|home
! in your ..1 kitchen|house|home|own|hands|cupboard
! of|from|to|near your ..1 home|house
! your home|house
! near your kettle
! you were here|with|in
! if you were
! your day|morning|afternoon|evening
! your own home|house|street
! keep your|you ..2 company|tea|warm|posted|hands
! keeps your|you
! keep an eye on the
! caught in
! read on your
! see your ..1 basket|order|things|mug|cup|pot|bowl|tea|choice*
! we see your question
! we keep your|you ..2 basket
! we ..2 kept|keep your ..1 basket|things|order|choice*|selection|cart
! i|we ..2 saved your
! see you
! phone call
! on|from the phone
! watch the|it|for|this|over|how|us|tea|your
! we ..1 spot*|notic*|see a|the|how|every|it|in|them
! remember you
! notice the
! we read
! your data
! when you|they were ready
! when you were ..1 here
! when you left it
! where you left
! as|where you left ..2 it|off|them
! welcome back to the
! tells|tell you what|how|that|if|whether
! we know your
! to home|house
"""

PERSONAL = """
password*|passcode*|passwort|pin|username*|login|log in
credit|debit|bank|card|account|sort|security|cvv|cvc|verification card|details|number*|code|account|transfer|statement
iban|bic|swift|paypal|venmo|zelle|bitcoin|crypto*
card ending|number*|details|on
national insurance|security|health
social security
passport*|driving licence|licence number
date of birth
your|place|of birth
confirm|verify|update|validate|provide|send|enter|supply|submit|give ..2 your ..2 account|details|identity|payment|card|billing|information|address|password|bank|data|e|email|phone|number
maiden name
billing|home|delivery|postal|shipping|street|email address -is|on|at|where
your|registered|her|his|their|the phone|mobile|telephone|order|customer|account|tracking|reference number*|id|ref
order|customer|account|tracking|reference|invoice|member|loyalty number|id|reference|ref|no|code
lives|live|living|reside*|delivered|registered at|address
mr|mrs|dr|prof
dear sir|madam
gmail|hotmail|outlook|yahoo|icloud|googlemail|protonmail|aol
email|e mail|address|name is|are
your|my|his|her|their|customer full? name -on|in|for|to
dear|hi|hello|hey customer|friend|valued|subscriber|shopper|user|sir|madam|member
medical record*
payment failed|declined|method|details|information
logged in|on as
! pin -number|code ..1 board|it|head|point*|cushion|tool
! the delivery|billing address
! order number|id on
! address on the
! in his|her name
! name on
! name is on
! your name on|in|to
"""

TABLES = {"protected trait": TRAIT, "watching": WATCHING, "personal data": PERSONAL}
