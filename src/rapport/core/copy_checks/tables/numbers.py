"""Figures, percentages and money in words."""

from __future__ import annotations

CLASSES = {
    "fraction": (
        "fourths fifths sixths sevenths eighths ninths tenths hundredths thousandths twelfths"
    ),
    "unit": (
        "litre litres pint pints kilo kilos gram grams inch inches foot metre metres mile gallon "
        "ounce ounces millilitre millilitres centimetre centimetres liter gallons"
    ),
    "number": (
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
        "sixteen seventeen eighteen nineteen twenty thirty forty fourty fifty sixty seventy eighty "
        "ninety hundred hundreds thousand thousands million millions billion* trillion* dozen "
        "dozens umpteen twos threes fours fives sixes sevens eights nines tens twos threes fours fives sixes sevens eights nines tens twenties thirties zillion*"
    ),
    "digit": "oh zero nought one two three four five six seven eight nine double treble triple hundred",
    "ordinal": (
        "fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth thirtieth fortieth "
        "fiftieth sixtieth hundredth thousandth millionth"
    ),
    "money": (
        "pound pounds quid pence penny pennies tenner* fiver* euro euros dollar dollars buck bucks "
        "cents gbp eur usd grand percent pct"
    ),
    "time": (
        "second seconds minute minutes hour hours day days night nights week weeks weekend "
        "weekends fortnight fortnights month months year years"
    ),
    "vague": "few couple handful several some",
}

FIGURE = """
iind|iiird|ivth|vth|vith|viith|viiith|ixth|xth|xith|xiith|xiiith|xivth|xvth|xxth
! two meanings
half the ..2 is|are ..1 gone|left|used|finished|drunk|sold
and a ..1 day|half
every other|second|third|few
! like|as|than|from every other -day|week|month|year|order|pot
a|an|per pint|litre|gallon|kilo|ounce|inch|metre of
! an|a ounce of sense|patience|effort|courage|thought
one|single|half|quarter|third|several|few @unit
! and a half hearted|asleep
! and a dry|wet|cold|warm|good|fine|bad|slow|quiet|windy|sunny|grey|rainy|busy day
! and a day bag|bed|trip|out|dress|cream|off|for|at|in|of|with|pack
takes|take|took|lasts|needs ..1 a|an ..2 hour|day|week|month|year|night
! takes ..1 the ..2 day|night ..1 off
! take a|an ..1 day|night|evening|afternoon|hour|week|month to think|decide|choose|consider|read|mull|measure|sleep|look|talk
! take a|the ..1 day|night|week off|over
fortnight*
couple of
once|twice|thrice ..1 a|per day|week|month|year|season|firing

per person|household|order|customer|head|day
@number|@ordinal
one|a|another|single @money
! a grand announcement|speech|gesture|day|plan|idea|tour|title|view|entrance|piano|opening|old|thing|name|affair
! a|another grand piano|old|day|plan|job|morning|afternoon|entrance|tour|gesture|idea|scale|opening|prix|occasion|room|hall|view|design|word|title|way|thing
! a pound cake
one @time
another @time ..1 left|to|until|before|only|of|remain*|yet
one|single left|remain*
one more|last|final @time|@money
one in|out|of|to|for|plus one
@vague of? @money
@vague ..1 @time left|remain*|to
twofold|threefold|fourfold|fivefold|tenfold|hundredfold|twentyfold
half|halves|halve|halved|halving
quarter|quarters
thirds
a|one|by|nearly|almost|about|over|further|another|extra third of|off|less|lower|cheaper|more|$
third off|less|lower|cheaper
twice the|as|over
double|doubles|doubled|doubling
! double wrap|wraps|wrapped|knit|check*|knot|knots|knotted|boiler|glaz*|glazed|cream|ended|stitch*|thread*|bass|bed|act|take
triple*|treble*|quadrupl*|quintupl*
zero|nil|nought|naught
nineties|eighties|seventies|sixties|fifties|forties
score of
! the|final|musical|film|music score of
holds|hold|about|roughly|nearly|almost|around|over|under|weighs|weigh|weighing|needs|takes ..1 a|an pint|litre|foot|inch|metre|kilo|yard|mile|gallon
weighs|weigh|weighing ..2 a|an pound|ounce|gram|stone|kilo
degrees
-in|of|not|and|or grams|gram|millilitre*|centimetre*|millimetre*|inches|ounces|litres|kilos|kilogram*|metres
percent*|pct
per cent*
number|nr one
the|our|your|a|is|as|britains|yorkshires|worlds no one -else|has|is|who|in|left
first|second|third of @month
one thousand|hundred|million

! in|of two minds
! two minds|cents|heads
! two and two together
! a|an -@time|@money ..1 or two
! one or two -@time|@money|left|remain*
! cup|cups|tea|table|tables|breakfast|supper|dinner|lunch|brunch|pot|coffee|room|places|mug|mugs|chair|chairs|sofa|seat|bench|picnic for two -@money|for|@time
! the two of you|us|them
! the other two
! you two
! no two
! two|both hands|fingers|thumbs|eyes|ears|feet
! one day|evening|morning|night|afternoon|summer|winter -only|left|to|delivery|sale|return*
! two kinds|sorts|types|camps|halves|hands|sides|schools|ways
! these|those|the two
! all fours
! cloud nine
! to the nines
! sixes and sevens
! six of one
! half a? dozen of the other
! half of throwing|making|potting|brewing|cooking|learning|knowing|being
! half of? the ..1 fun|pleasure|work|battle|job|joy|secret|trick
! forty winks
! seventh heaven
! sixth sense
! fourth wall
! four corners|seasons|walls
! five senses
! seven seas|wonders
! one in a million
! thanks a million|thousand
! a million|thousand thanks|thank|words
! two is? company
! three cheers
! nineteen to the dozen
! two birds
! high five
! ten a penny
! nine lives
! four legged|poster|legs|paws
! two seater|wheeler|wheeled|wheelers|wheels|tone|left
! three piece suit|suits
! two left hands|paws|thumbs
! nine to five
! two left feet
! second to none
! two steps
! half done|built|lit|full|empty|asleep|awake|open|closed|dressed|baked|moon|hidden|way|hearted|finished|forgotten|remembered|listening|expect*|smile|timbered|light|dark|drunk|eaten|read|term|heard|joking|decided|made|sure|convinced
! half a|an -price|off|@money|@number|@time|ton
! half an hour|hour -left|ago|later|delivery
! half an eye|ear
! half zip|zips|moon|moons|sleeve|sleeves|length|pipe|marathon|rim|apron|landing|board|size|sizes -price
! half chewed|packed|unpacked|painted|planted|knitted|sewn|assembled|folded|grown|written|thought|serious|tempted|wondering|certain|unread|made|eaten
! the better|other half
! by half -price|off
! half of it|me|us
! close|living|all|back|hind|head|sleeping|tight quarters
! quarter zip|zips|plate|plates|panel|panels
! a quarter turn
! double check*|take|espresso|cream|duty|boiler|act|shot|dip*|lid*
! double bed|beds|duvet|duvets|sheet|sheets|mattress|mattresses|room|blanket|bedding|headboard|wardrobe|glazed|breasted|sided|ended|decker|click|tap|knot|doors|page|spread|pram|buggy|bass|cover|set
! on the double
! doubles as
! by degrees
! zero fuss|pressure|rush|hurry|stress|hassle|obligation|drama
! zero in on
! a third pair of hands|eyes|feet
! degrees of softness|firmness|comfort|freedom|warmth|stiffness|shade
! twice as nice
! seven days of the
! double as
! double|doubles|doubled|doubling up|back|over
! choosing|buying|cooking|brewing for two people
! set|pot|teapot|tray|supper|sofa|bowl|platter|plate for two -@money|for|@time
! both halves|hands|sides
! double|triple life|meaning|act|role|agent|shift|purpose
! no one -is|has|in|who|else|left
twoscore|threescore|fourscore|fivescore|sixscore
scores of
score or more|so|two
@fraction
thrice
trio|quartet|quintet|sextet|septet|octet of
threesome|foursome|twosome|umpteenth|nth
one out ..1 every
one in every -house|home|kitchen|drawer|room|cupboard|family|office|street|village|shed
times ..1 as|over -ever|the|a|with
several|many times ..1 as|more|over
! many times over
an order of magnitude
one and ..1 half
pair or two -of
! which|other|top|bottom|lower|upper|back|front half
! half of a|an|any|every|each @pots|conversation|story|battle|answer|pleasure|secret|recipe|joke|lid|handle|meal|marriage
! take|takes ..1 a day|while or so to
! or two about|on|in|for|with
! one and half a? dozen
a|one|half|about|nearly litre|pint|kilo|inch|metre|gallon|ounce|yard|mile and|or a|more|less|so|half
a|one litre|pint|kilo|inch|metre|gallon|ounce|yard ..1 fits|holds|full|or|deep|wide|tall|high|across|long
a|one foot deep|wide|tall|high|across|long
take|have|buy|choose|pick|get|need|want a couple -of|hours|days
a gross
gross of
brace|braces of
pair left|remain*|only
-have|own|has hundredweight|furlong*|fathom*|cubit*|acre|acres|tonne|tonnes
third of its|our|my|the|a|this
pints|gallons|litres
a|close|nearly|about to? a? pint|quart|litre|gallon|kilo|metre|gram|millimetre|centimetre
! take|takes a pint
! holds|hold a pint glass
third -piece|you|eye|eyes|party|of
a|another|last couple -who|in|at|that|and|of|from
twice
! look|looks|think|thinks|thought|ask|once|never|measure twice
! twice round|around the|my|your park|block|garden|house|pond|field|neck
! twice shy
! read|tie|knot ..3 twice
! fold|folds|folded ..2 in half
! fold|folds|folded ..1 double
pair of us|mugs|bowls|plates|teapots|jugs|handles|tins
a|one day and a|one|half night|day
duo|triad|deuce|twosome|hundredweight|myriad
decade|decades|century|centuries|millennium|millennia
second|third go|try|attempt|batch|kettle|version|generation|round|bake|run|year|month|week|winter|summer|kiln|load
third time
the|your|this|my|our|every second time
second time ..1 and|or|too ..2 third
a|an|the best|better|greater|good part of a|an
spoonful|spoon|teaspoon a|per head|person|guest
heaped|level|rounded|heaping|scant ..1 teaspoon|teaspoons|tablespoon|tablespoons|dessertspoon|dessertspoons
quartet|trio|quintet|sextet|octet|nonet
! string|jazz|piano|wind quartet|trio|quintet|octet
say|by|about|only|just|than|be|is|another|almost|nearly|over|under an|one inch|ounce
there|are|were|only|just|about a handful -of
a|one|another whole|full|solid|clear minute|hour|day|night|week|fortnight|month|year
! a whole|full day|year of
good|full|whole|nearly|almost|least|over|under|bare third -party|eye
a|the|an whole|full|single|good|extra|entire|complete|generous pint|litre|kilo|gallon|metre|mile|inch|ounce|quart
a pair to|per|for every|each
! half the -price|prices|cost|costs|total|bill|amount|basket|order|stock|postage|money|usual|normal|rate|fee|customers|people|range|shop|store|value|weight|height|size|depth|width|thickness|length|volume|leaf|leaves|tin|orders|parcels|pots|mugs|teeth|power|energy|sugar|fat|calories|caffeine|noise|speed|salt|watts|gears|pages|carbon
stand|brew|steep|steeps|rest ..2 a|one minute|hour
once wait a minute
! third time lucky|charm
! third time is the|a charm
! the whole nine yards
! nine days wonder
! dressed to the nines
! -half a|one pint glass|mug|pot|jug|bottle
count ..1 the|your ..1 fingers|toes|thumbs
number of ..1 fingers|toes|thumbs|dwarfs|dwarves
! a penny for ..1 your|his|her|their|my thoughts
as many ..2 as ..2 fingers|toes|days|weeks|months|letters|dwarfs|dwarves|seasons
! better|other half -price|of|off
! half dried|dry|asleep|awake|hearted|heartedly|listening|expecting|minded|baked|forgotten|finished|wild|hidden
a|one ..1 good|full|bare? foot|inch|yard across|long|tall|deep|high
second|third to last
"""

PERCENTAGE = """
percent*|pct
per cent*
"""

CURRENCY = """
tenner*|fiver*|quid|pounds|pence|pennies|penny|euro|euros|dollar|dollars|bucks|cents|gbp|eur|usd|yen|rupee*
pound -cake|of|for|the|away
few|couple|some bob
a grand -announcement|piano|speech|old|day|plan|job|morning|afternoon|entrance|tour|gesture|idea|scale|opening|prix|occasion|room|hall|view|design|word|title|way|thing
! penny for your|the|them|thoughts
! in for a penny
! penny drop*
! quid pro quo
! a yen for
! two cents
! bucks the trend
! pounds the|away|along
! bucks fizz
! spend a penny
! ten a penny
! pretty penny
! pounds and ounces
"""

TABLES = {"figure": FIGURE, "percentage": PERCENTAGE, "currency": CURRENCY}
