"""Protected traits: health, parenthood, love, faith, origin, politics, age, grief and money."""

from __future__ import annotations

CLASSES = {
    "illness": (
        "arthriti* arthritic rheumat* diabet* cancer* anxiety depression depressed adhd autis* "
        "disabilit* disabled wheelchair* dementia alzheimer* "
        "menopaus* migraine* insomnia* asthma* epilep* chemo* dialysis obes* overweight bmi bipolar "
        "ptsd ocd eczema psoriasis ibs crohn* hiv parkinson* sciatica osteo* infertil* "
        "sclerosis fibromyalgia illness* ailment* alcoholi* sobriety sober dyslexi* "
        "hypertension cholesterol reflux incontinen*"
    ),
    "ailing": (
        "allerg* coeliac celiac intoleran* tremor* diagnos* symptom* medication* surgery hospital* "
        "therap* rehab* impairment* impaired deaf blind disorder disorders immun* chronic"
    ),
    "faith": (
        "christian* muslim* islam* jewish jew jews judaism hindu* sikh* buddhis* catholic* "
        "protestant* methodist* anglican* evangelical* atheist* mormon* mosque* synagogue* "
        "gurdwara* ramadan eid halal kosher diwali hanukkah passover quran koran allah jesus christ "
        "rabbi rabbis imam* hajj iftar suhoor shabbat communion"
    ),
    "devout": (
        "church* prayer* pray prays praying parish* bible* biblical scripture* gospel* "
        "priest* congregation* sabbath pilgrim* baptis* religio* believer* worship* sermon*"
    ),
    "origin": (
        "ethnic* racial minority minorities immigrant* migrant* refugee* asylum "
        "hispanic* latino* latina* latinx bame gypsy "
        "nationality citizenship foreigner* expat* diaspora"
    ),
    "people_of": (
        "woman women man men lady ladies gentleman gentlemen girl girls boy boys guy guys person "
        "people family families community communities customer customers shopper* household* couple "
        "couples folk folks heritage roots background homes friend friends readers"
    ),
    "nationality": (
        "english british scottish welsh irish indian pakistani bangladeshi chinese japanese korean "
        "polish african caribbean asian american european german french italian spanish turkish "
        "nigerian jamaican arab jewish muslim christian hindu sikh vietnamese filipino russian "
        "ukrainian romanian greek portuguese brazilian mexican iranian iraqi syrian somali "
        "latina hispanic roma"
    ),
    "love": (
        "gay gays lesbian* queer* bisexual* homosexual* heterosexual* transgender* trans lgbt* "
        "nonbinary pronoun pronouns sexuality asexual*"
    ),
    "politics": (
        "tory tories libdem* brexit* remainer* leftwing rightwing socialist* socialism "
        "communis* republican* democrat* trump starmer sunak farage "
        "referendum activist* feminist* ukip"
    ),
    "age": (
        "pensioner* seniors retiree* elderly oap boomer boomers "
        "millennial* teen teens teenage* octogenarian* grandparent* "
        "grandma* granny grandpa* grandad* nan nana grandchild* grandkid* twentysomething* "
        "thirtysomething* midlife"
    ),
    "vessel": (
        "mug mugs cup cups bowl bowls plate plates pot pots teapot teapots tin tins lid lids jug jugs "
        "spoon spoons crockery spout spouts handle handles kettle kettles kiln apron broom brush "
        "sponge towel saucer saucers basket baskets jar jars glaze wheel bucket"
    ),
    "partner": (
        "husband husbands wife wives hubby girlfriend* boyfriend* spouse* fiance* partner bride groom"
    ),
    "mother": "mum mums mummy mom moms mama mothers",
    "parent": "mother dad father parent grandmother grandfather woman women man men ladies girl lady",
}

TRAIT = """
limited|poor|weak|failing grip|mobility|dexterity|sight|eyesight|hearing|movement
whatever your race -day|distance
your|any ..1 race or|and|creed|religion
girl|girls|boy|boys|lady|ladies|man|men|woman|women best|favourite|secret
your ..1 time|stage|season of life
bigger|larger|smaller|curvy|curvier|fuller|plus|slim* ..1 body|bodies|figure|figures|hips
real|proper|strong|true|modern|busy|smart|any|every men|man|women|woman|lads|girls|bloke*
since|after|when|now that? you ..1 separated|retired|graduated|married|divorced|emigrated|converted
since|after|when|now that? you moved out|here|country
scot|scots|brit|yorkshireman|yorkshirewoman|londoner|northerner|southerner|yorkshireman|geordie|scouser|brummie like|you|we|know|knows
as|like|for an? scot|brit|yorkshireman|yorkshirewoman|londoner|northerner|southerner|geordie|scouser|brummie|native
too ..1 broke|skint|frail|infirm
you ..2 too ..1 poor|fat
you are|were|get ..1 too ..1 old|young|thin|weak
mature|elderly|senior|female|male ..1 customer|customers|reader|readers|drinker|drinkers|shopper|hands|generation|cook|cooks|woman|man
older|younger ..1 customer|customers|drinker|drinkers|shopper|hands|generation|cook|cooks|woman|man
our|for our ..1 older|younger readers
proud|proudly to? be? ..1 @nationality
proud to be
for|during|in|over lent
hands ..6 steady|steadier|weak|unsteady
hard of hearing|seeing
now ..2 you are ..1 on your own
ageing|aging|older|elderly|arthritic hands|eyes|bones|skin
over the hill
bad|sore|dodgy|aching|stiff back|knee|knees|hip|hips|hands|joints|wrists|fingers
children|kids ..3 left|flown|moved home|away|out|nest
empty nest* -of|box|in|on|from|under
hands ..1 shake|shaking|tremble|hurt|ache
shaky|trembling|unsteady hands
out of work
chaps|blokes|lads|gals|brits|scots|aussies|yanks|carpal
a girl|woman|man|lady ..1 can|needs|should|never|deserves|has
lost|losing someone|somebody
# Health
@illness
your ..1 allerg*|intoleran*|coeliac|symptom*|medication*|surgery|therap*|diagnos*|tremor*|disorder*|impairment*|hospital|rehab*|immun* -in|at|for
since|after|before|during|from|with|following|through ..2 surgery|hospital|therap*|rehab*|diagnos*|chemo* -tank|bed|bench
-if|unless|whether|when you ..2 allergic|coeliac|celiac|intolerant|deaf|blind|immun*|chronic* -to|in|on
since|as|because|knowing|that|know you ..1 are|have ..1 a|an? ..1 @ailing
as|for|like|being|are|feeling ..1 a|an? ..1 deaf|blind|allergic|coeliac|celiac|chronic* ..1 customer*|people|person|reader*|shopper*|you|like|as|folk|friend*|skin
people|those|anyone|somebody|customers|readers|everyone ..2 with|who|that|living ..3 tremor*|impairment*|impaired|disorder*|deaf|blind|chronic*|medication*
cheaper|better|than|like than? therapy
your|immune|nervous immune|immunity ..1 system|defences|$
sight|visually|hearing impaired|impairment*
allergy|allergies sufferer*|season|relief|like|as
chronic pain|illness|fatigue|condition*
the deaf
you|have|had|on|your ..1 medication*
your|women|men ..1 condition|health|pain|joints|diet|blood
your ..1 hips|knees|weight|figure ..2 hurt|hurts|ache|aches|loss|goal|goals|problem*|trouble*|flatter*|not|nothing|slim*|worr*|suffer*|creak*|protest*|too
you ..1 pain
kind|easy|gentle ..2 sore|stiff|weak|tired|painful|achy hands|fingers|joints|wrists
your ..1 diet -of
you|we|who ..2 on a ..1 diet -of
dieting|dieter*|slimming|slimmers
slimmer you|waist|figure|body|by|hips
weight|fat loss
los* weight
menstru*|pms
period pain*
your hormon*
living|live|lives|cope|coping|struggl*|suffer*|battl* ..1 with ..3 pain|illness|alone|anxiety|depress*|loss
recover* ..1 from ..2 surgery|illness|operation|treatment
caffeine ..2 your|you ..2 sleep|heart
# Parenthood
pregnan*|trimester*|breastfe*|ivf|midwife|midwives|midwifery|antenatal|postnatal|miscarr*|motherhood|fatherhood|infertil*
your ..1 newborn*|toddler*|maternity|fertility
with|congratulations|now|since|while|having ..3 newborn*|toddler* -size*|in|clothes|bed|shoes|range
maternity leave
on maternity
and|or|than|know|like toddlers -clothes|sizes|shoes
expectant
expecting -company|guests|visitors|rain|you|a|it|to|too|the|any|much|milk|tea|soup|snow|trouble|nothing|new|more|them|some|our|something|deliver*|parcel*|stock|this|that|another|these|those|long|frost|sun|fresh|two|three
with|now|since|that|because|congratulations|hear|heard|gather|when|while|had|having|you|perhaps|imagine ..4 a|the|your|new baby -blanket|clothes|grow|range|shower|carrier|monitor|cot|section|gift|gifts|sling|wool|wrap|shoes|sizes|size|page|leaf|steps|spinach|blue|teapot|shampoo|wipes|oil|soap|corn|carrots|vest|vests
for your|the ..1 babys room
baby|babies on the? way|board
baby|babies arrive*|arrived|coming|due
a new arrival on the? way
new arrival in|at ..1 house|home
because|since you bought|ordered ..2 maternity|baby|nappies|pram
for babies and toddlers
-if your baby|babies -blanket|clothes|grow|range|carrier|s
^ babys finally|here
baby is here|sleeping|finally|asleep|due
new|first mum|mother|parent*|dad|father
@mother of|to|like|who|deserve*|everywhere|be|need*
as|busy|tired|every|fellow|yummy|super a|all|the|our|fellow? @mother|@parent
for a|all|the|our|fellow|busy|tired? @mother|@parent -and|or|in|on|are|is|sizes|size|alike|alone|clothes|shoes|with
busy|tired|new|fellow|yummy|super|other|every @mother
mothers|fathers|parents|women|men|girls|ladies like you
ladies|gents -bicycle*|bike*|size*|shoe*|glove*|fit|watch*|frame*|section|page|range|coat*|jacket*|saddle*|shirt*|boots|wear|hat*|trousers|knit*
for|every|any|all|most|modern|busy|strong|real|only|you|some ..2 woman|women|man|men of|who|like|deserve
women|men who|like|deserve
curvy|plump|fat|slim|skinny|larger|bigger|fuller women|woman|ladies|men|girls
for women|men|ladies|girls|boys -and|or|in|on|are|is|sizes|size|alike|clothes|shoes|the|has|have|it|with|runs|run|comes|come
you|with|as|for|now|while|when ..2 your kids|children|grandchildren|grandson|granddaughter|toddler -or|and|room|feet|size|sizes|clothes|shoes|bike|bed|book|books
your kids|children|child|son|daughter|toddler|grandchildren|grandson|granddaughter|bump will|would|must|deserve*|love*|loves|are|have|has|is|left|starts|goes|asleep|turn*
little one|ones on the|its|their|his|her way
little one|ones arrival|coming
before|after|your|busy|on the? school run
# Love and family
your|as|for ..1 @partner -of|to|or|for|in|who
divorc*|newlywed*|breakup
as|like|for|you|your|every|any|fellow|are|being ..2 widow*|bachelor*|singleton*
his and his
her|hers and hers
being|newly|still|happily|young single -bed*|size|serving|duvet*|estate
you ..1 are ..1 single
people|we|who are|stay single
for|you ..1 singles
single again|life|people|women|men|parent*|mother*|mum*
alone again|tonight
own again
on your own again|tonight
table for one again
live|living|lives alone
your ..1 divorce|separation|relationship|marriage|honeymoon
@love
same sex
straight men|women|couples
happy|this|for|of pride -in|of
pride month|parade|season|week
# Faith, origin
@faith
you|yours|those|anyone|people|folk|readers|customers|who|families|household <5> @devout
your ..2 @devout -garden|window|candle*|chair
for|after|before|during|from|at|to a|an|the|your|our? ..1 @devout -mouse|bells|warden|tower|of|clock|roof|spire|steps|hall|fete|fetes|jumble|bell|according|kettle|biscuit|kiln|to|garden|flowers|window|in|candle*|pew*
for|after|before|from|at|to your|the? temple -mouse|steps|garden|bells|of|arm*|and|tip*
@devout group|groups|meeting|hall|service|services|table|supper|lunch|mat|mats|beads|book|time|times|room|leader|leaders|wedding|feast|day|days|goers|goer|fast
church|prayer|prayers|worship $
to|after|before|at temple $
god|gods -knows|send|of
god bless*
blessings|blessed
your|our|any|every|all|keep|share|people|of ..1 faith|faiths -in|that|to|on|as|and
! matter|leap|article|act of faith
breaking the|your fast
your ..2 faith|beliefs|religion|culture|heritage|ancestors|ethnicity|homeland|nationality -in
your mother tongue
your accent -wall|colour|chair|lamp|light*|rug|piece*
your ..1 origins|ancestry
to|back|of|from your roots
@origin
@nationality -tea|breakfast|coffee|pepper|glaze|clay|slip|leaf @people_of
black|brown|white woman|women|man|men|lady|ladies|gentleman|girls|families|family|community|communities|customer|customers|people|households|household|folk|readers|couple|couples -boot*|shoe*|jacket*|size*|shirt*|coat*|trousers|glove*|sock*|jean*|hat*|dress*|fit|trainer*|album*|photo*
black|brown|white friends|heritage|readers
for our|the ..1 @nationality friends|customers|readers|shoppers|cousins
as an|a ..1 @nationality you|we|i|$|speaker|speaking|person|woman|man|household|family|customer|reader|cook
as|like a|an black|white|brown you|we|person|woman|man|customer|family
fellow @nationality
the old country -house|lane|style|road|chair|kitchen|way|pub|garden
came here from
tea|taste|flavours of home -made
like|from|as|of|than|do|drink back home -from|in|to
^ back home -from|in|to|put|take|let
your grandmother|grandma|mother ..1 made|used|back
# Politics, unions
@politics
labour|green|lib|liberal voter*|supporter*|government|dem
labour|lib|liberal|conservative|green party -dress|bag|bags|hat|hats|plates|set|food
conservative voter*|values|supporter*|government
conservatives
vote|voting|voted|tea for labour
^ for labour
how|who|way|however|whoever|whichever|whatever ..2 you ..2 vote*|voting
left|right wing -mirror|of|chair|and|is
! -you|are|be|is|stand|sit|vote on|under|along|beneath the|its|their left|right wing -press|voter*|politic*|view*|paper*
! feather|feathers|spot|stripe|plane|robin|moth|dragonfly ..8 left|right wing
trade|labour|credit|workers|nurses|rail union*
union member*|rep|rate|dues|card|meeting
on|postal|rail|nurses strike
picketing
picket line*
comrade*
solidarity
# Age
@age -square|squares|smith|bread|knot|breads|sizes|size
at|for|of your age
your age
your|certain|older|younger age group|bracket|range|gap
age gap
women|men|people|customers|those|anyone|nobody over|past|approaching ..2 @number|their|certain|age
over|past|turning|approaching|hitting|reached|reaching|nearly ..1 fifty|sixty|forty|thirty|seventy|eighty
turning|approaching|hitting ..2 @number|old|older|age
not getting|as ..1 younger|young
you|we|us|are|all|of ..1 getting older|old
old|older age|people|folk|customers|bones|joints|generation
young|younger at|people|women|men|customers|generation|professional*|family|families
golden|twilight|later years
of a certain age
generation|gen x|y|z
middle aged
middle age -of
mature|silver customer*|shopper*|ladies|women|surfer*
"""

TABLES = {"protected trait": TRAIT}
