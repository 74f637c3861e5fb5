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
}

LASTING = """
suitable|fit for ..1 induction|hob|oven|freezer|children|babies|vegans|everyone|outdoor*
induction
take ..2 fall|knock|beating|tumble|battering
without a|one|single ..1 drip|chip|crack|scratch
not|never one|single|a drip|chip|crack|scratch
survives|survived a|the|any|our|being|drop*|fall*|dishwasher*|freezer*|years|decades|everything|anything
will|can|to|would survive a|the|any|our|being|drop*|fall*|dishwasher*|freezer*|years|decades|everything|anything
withstand*|outlive*|outlast*
it|mug|pot|bowl|they|simply|just ..1 bounced|bounces|bounce
with|take|takes a hammer
hammer proof
drop* ..8 fine|unharmed|scratch|mark|whole|intact
can|may|will|goes|go|happily|takes|straight ..6 oven|freezer|hob|grill|flame
never ..2 disappoint*|@harm|fail|fails
will|do|does|can|not|could not|never ..2 @harm
chip|crack|scratch|stain|heat|shatter|leak|drip|break|water|child|drop|fade|rust|dirt|spill|shock|fire|bullet proof|resistant|free|resisting|repellent|repelling
ovenproof|shatterproof|leakproof|waterproof|heatproof|foolproof|childproof|bulletproof|dishwasherproof|unbreakable|indestructible|everlasting|imperishable|spillproof|dripless|dripfree
lasts|lasting|keep|keeps|stay|stays|serve* ..4 lifetime|forever|generation*|decades|centur*|years|ages|eternity
lasts|lasting|keep|keeps|stay|stays ..3 hot|warm|cold|cool|fresh|going ..2 hours
lasts|lasting ..1 hours
lasts|outlasts|lasting|stay|stays ..2 longer
built|made ..1 to last
stand*|stood|built|made ..2 to? last|test
for ..1 life|lifetime|generations|ever
a lifetime
lifelong|lifetime|durab*|hardwearing|hardwear*|longlasting|unfading
-like|a an|family|future|tomorrow*|become|becomes heirloom* -or|tomatoes
hard wearing
long lasting
pass|passes|passed|passing|hand|hands|handed|handing down|on ..4 generation*|grand*|heir*|daughter*|son|sons|family|families
pass|passes|passed|passing|hand|hands|handed|handing down|on ..1 to ..1 children|kids
hand|hands|handed|handing|passed down ..1 to|from|through
safe for -keeping|now|you|later
safe in ..2 oven|ovens|freezer|microwave*|dishwasher*|water|fridge|flame|hob
safe to use|heat|eat|drink|put|boil|freeze
@hard_place safe|proof|friendly|ready|resistant
safe @hard_place
safest|safer -place|spot|way|bet|distance|side
safety -net|pin*
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
