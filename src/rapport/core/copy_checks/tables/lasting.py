"""Claims of use: how long things last, what they survive, where they are safe."""

from __future__ import annotations

CLASSES = {
    "harm": (
        "chip chips break breaks crack cracks fade fades stain stains scratch scratches leak leaks "
        "drip drips wear wears fail fails shatter* warp* rust rusts tarnish* peel* spill* smash* "
        "age ages dull craze"
    ),
    "hard_place": (
        "oven ovens freezer hob grill flame fridge microwave microwaves dishwasher dishwashers "
        "children child kids baby babies toddlers pets pet food kitchen outdoors skin everyone"
    ),
    "beside_heat": (
        "glove gloves mitt mitts bag bags page guide shelf timer thermometer door cloth cleaner "
        "manual pan pans"
    ),
    "rainwear": (
        "jacket jackets coat coats trousers boots shoes layer layers clothes clothing hat hats "
        "gloves cover covers bag bags page section plaster plasters mascara pen pens ink"
    ),
}

LASTING = """
suitable|fit for ..1 induction|hob|oven|freezer|children|babies|vegans|everyone|outdoor*
works|work|suits|suit|suitable|fine|safe|goes|happy|ready|compatible|good|for <3> induction -hob|page|guide
induction ..1 hob|hobs|cooker too|as|and|or|safe|ready
take ..2 fall|knock|beating|tumble|battering
without a|one|single ..1 drip|chip|crack|scratch
not|never one|single|a drip|chip|crack|scratch
will|can|to|would survive a|the|any|our|being|drop*|fall*|dishwasher*|freezer*|years|decades|everything|anything
withstand*|outlive*|outlast*
keeps ..1 out ..2 rain|wind|cold|draughts|damp|wet|water
keeps ..2 rain|wind|cold|draughts|damp|wet|water out|off|away
-if|that|so|sure|where|when|and rain|water|wind|damp|snow|cold ..1 can|could|will not ..1 get|come|seep|creep|blow through|in|inside|past
-does|do|will|would|can|could|should|if|how|whether it|mug|pot|bowl|they|simply|just ..1 bounced|bounces|bounce
takes a hammer
can|will|could|would|even take a hammer
hit|struck|attacked|even ..2 with a hammer
hammer proof
dropped|dropping ..8 fine|unharmed|scratch|mark|whole|intact
+ dropped ..8 whole|intact|unharmed|unscathed
drop it|them|one|this|yours ..6 fine|unharmed|scratch|mark|whole|intact
drop|drops ..5 unharmed|scratch|intact
can|may|will|goes|go|happily|takes|straight ..6 oven|freezer|hob|grill|flame -@beside_heat
! can|may|will burn|burns ..4 flame
! slice|slices|bread|loaf|loaves|rolls|dough|leftovers|soup|stew|cheese|butter|berries|beans|cake|buns|biscuits|stock ..2 can|may|will|goes|go|happily ..4 freezer
! can|may|will go ..2 freezer with|in paper|slices|bags|between
-^ never ..2 disappoint*|@harm|fail|fails
will|do|does|can|not|could not|never ..2 @harm
! or|please|but do not ..1 @harm it|them|this|that
! will|do|does|can|not|could not|never ..2 chip in for|to|with|towards
! will|do|does|can|not|could not|never ..2 break|crack|spill ..1 song|dance|joke|jokes|secrets|beans|news|habit|sweat
chip|crack|scratch|stain|heat|shatter|leak|drip|break|water|child|drop|fade|rust|dirt|spill|shock|fire|bullet proof|resistant|free|resisting|repellent|repelling
ovenproof|shatterproof|leakproof|heatproof|foolproof|childproof|bulletproof|dishwasherproof|unbreakable|indestructible|everlasting|imperishable|spillproof|dripless|dripfree
waterproof -@rainwear
lasts|lasting|keep|keeps|stay|stays|serve* ..4 lifetime|forever|generation*|decades|centur*|years|ages|eternity
lasts|lasting|keep|keeps|stay|stays ..3 hot|warm|cold|cool|fresh|going ..2 hours
lasts|lasting ..1 hours
lasts|outlasts|lasting|stays ..2 longer
stay ..2 hot|warm|fresh|soft|sharp|bright|clean|cool|cold|put ..2 longer
built|made ..1 to last
stand|stands|stood|standing ..2 to? last|test
built|made to last
for life -in|on|at|as|with|outdoors|of|drawing|after|admin
for a|one|all|its|your life -in|on|at|as|with|outdoors|of|after
for ..1 lifetime|generations|ever -so
! not|nothing|never ..4 for ever
-in|half a lifetime -in|ago|away
lifelong -friend*|habit*|love|learner*|fan|dream|search|quest|dislike|interest|reader*
-a lifetime -ago|away
! had|has|lived its lifetime
durab*|hardwearing|hardwear*|longlasting|unfading
-like|a an|family|future|tomorrow*|become|becomes heirloom* -or|tomatoes
hard wearing
long lasting
pass|passes|passed|passing|handed|handing down|on ..4 generation*|grand*|heir*|daughter*|son|sons|family|families
hand|hands down|on ..1 to|from|through ..3 generation*|grand*|heir*|daughter*|son|sons|family|families
pass|passes|passed|passing|hand|hands|handed|handing down|on ..1 to ..1 children|kids
hand|hands|handed|handing|passed down ..1 to|from|through
safe for -keeping|now|you|later
safe in ..2 oven|ovens|freezer|microwave*|dishwasher*|water|fridge|flame|hob
safe to use|heat|eat|drink|put|boil|freeze
@hard_place safe|proof|friendly|ready|resistant
safe @hard_place
safest|safer -place|spot|way|bet|distance|side
# What it does to a body, a room or a pan
visibly|noticeably|measurably|dramatically ..1 reduc*|smooth*|firm*|lift*|plump*|brighten*|improv*|soften*|lighten*|whiten*|tighten*|younger|clearer|brighter|stronger
reduce*|reducing|smooth*|diminish*|soften*|minimi* ..2 fine|expression|laugh lines
reduce*|reducing|erase*|diminish*|minimi*|fade*|fights ..2 wrinkle*|pores|blemish*|redness|cellulite|scars|puffiness|pigmentation -from|in
repair*|mend*|seal*|heal* ..2 split ends
ends|stops|beats|kills|removes|eases ..2 pain|pains|ache|aches|itching|snoring
stops|keeps|stop you|your|them ..1 from? sweating|snoring|itching|slipping|sneezing|aching
skin|hair|face|complexion ..1 looks|feels|stays|grows younger|softer|smoother|firmer|brighter|fresher|thicker
makes|make|making ..1 children|toddlers|kids|dogs|babies|puppies|cats cleverer|calmer|smarter|happier|healthier|stronger
thrive*|flourish* with|on ..1 our|this|{viewed.*}|{cart.*}|{order.*}
insoles|chair|brace|belt|saddle|it|they|pillow|cushion ..1 correct|corrects|improves|improve|straightens|straighten ..1 posture|gait|stance
never need|needs ..1 sharpening|ironing|polishing|replacing|cleaning|oiling|descaling|charging
dishwasher|microwave|oven|tumble|freezer ..1 without ..1 worry|worrying|fear|harm
lifts|firms|plumps|tightens|tones|brightens|clears|evens|softens ..2 cheeks|skin|face|jaw|complexion|eyelids|brow|neck|hands
makes|leaves|keeps ..1 hair|skin|hands|feet|nails|lips|coat|coats|fur ..2 soft|smooth|silky|shiny|glossy|radiant|clear|supple|thick|softer|smoother|thicker|shinier|glossier|stronger|younger|clearer -enough
gives|give ..3 a|an ..1 shinier|softer|thicker|healthier|brighter|glossier|smoother|whiter coat|skin|hair|complexion|fur|smile
fade*|lighten*|remove*|remov* ..1 dark|age spots
fade*|reduce* ..1 stretch marks
jacket|coat|boots|shoes|tent|bag|roof|it|they ..1 never|not let|lets water|rain|damp|wind ..1 in|through
is|are|comes|come|fully ..1 lined|stuffed|padded|trimmed with|in ..1 lambskin|sheepskin|down|goose|wool|silk|fur|fleece|cashmere|suede|felt
your ..1 child|children|dog|cat|baby ..1 learns|learn|sleeps|sleep|grows|eats ..1 faster|better|deeper|sooner with|on|thanks|if
+ if ..2 breaks|break|fails|fail|tears|snaps|splits ..3 we|i will? replace|mend|repair|refund|swap|fix
# Where and by whom
in|by|from a|an|the|our|one family ..1 workshop|workshops|mill|firm|farm|factory|bakery|tannery|pottery|studio
made|handmade|crafted|handcrafted|woven|sewn|knitted|carved|blown|brewed|roasted|grown|built|spun|forged ..6 in|from the ..1 alps|pyrenees|dolomites|highlands|lowlands|hebrides|cotswolds|dales|fens|vosges|jura|carpathians|andes|midlands
in|from the black forest
in|from the lake district
keeps|stops|prevents ..1 hair|skin|nails|teeth|gums from? falling|splitting|breaking|drying|cracking|thinning|bleeding|ageing|aging
keeps|keeping ..2 teeth|gums|breath|joints ..3 clean|fresh|healthy|strong|supple|white|sweet
clean|cleaning|cleanse the|your air -filter*|vent*|intake|duct*|hole*|pump|stone*|bed*|grille*|line*
grain|wheat|soy|soya|egg|corn|preservative free -of|from
made|packed with|from ..1 fresh|real|pure|prime chicken|beef|fish|salmon|lamb|turkey|meat|fruit|cream|butter|vegetables|eggs|milk
copper|steel|aluminium|iron|silver|bamboo|carbon core
spread|spreads|distribute|distributes|conduct|conducts ..1 heat ..1 evenly|well|better|fast|quickly|right|beautifully
safety -net|pin*|page*|notice*|label*|instruction*|advice|note*|goggles|glasses|strap|catch|information|leaflet|rules|sheet|question*|data|gate|belt|helmet|razor|lock|warning*|first|deposit
it|they|this|that|pot|mug|cup|bowl|teapot|clay|glaze|stoneware will ..2 outlive|outlast
it|this will be ..1 last ..1 @ware
will serve|see you ..2 for|through|years|life
last|lasts ..2 you ..3 decades|years|life|lifetime|ages|forever|generations|ever
oven|hob|freezer|freezing|grill|stovetop <4> fine|safe|problem|proof|happy|ok|harmless -not
chip|crack|crazing ..4 is|are ..1 harmless|safe|fine
+ drop ..5 forgive|forgives|survive|unharmed|unscathed
never|not leave|leaves ..2 ring|rings|stain*|residue
"""

TABLES = {"claim": LASTING}
