"""What sounds like watching and is none: innocent phrases beside the patterns of `watching`."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

INNOCENT = """
! get|receive|getting|receiving this|it|these ..2 because you ..1 bought|ordered
! if|once|when|after|unless you have looked
! suit|suits|fit|fits|part|place|join|joins|into ..2 your ..2 routine|habits
! what|whatever|which|that|everything you bought ..2 still|is|has|was|holds|serves|from
! while|time|long|ages|bit since you ..1 bought|ordered|shopped|called|came|looked|visited|dropped|stopped ..1 in|by|round|back
! @seer see you|your ..1 there|soon|again|at|in|round
! we know you ..1 will|can|may|might
! i|we know ..1 how it
! if|whatever|whether|unless|anything|everything|something|what you ..2 are looking
! what ..1 are you looking
! if you live
! if you were
! you were here|with|in
! keep your|you ..2 company|tea|warm|posted|hands
! keeps your|you
! keep an eye on the
! caught in
! see your ..1 basket|order|things|mug|cup|pot|bowl|tea|choice*
! we see your question
! i|we ..2 saved your
! watch the|it|for|this|over|how|us|tea|your
! we ..1 spot*|notic*|see a|the|how|every|it|in|them
! let us know|see what|how|if|whether ..1 you
! let me know|see what|how|if|whether ..1 you
! when you|they were ready
! when you were ..1 here
! when you were ..1 small|little|young|child|ready|born
! when you left it
! when you came ..1 in
! where you left
! since|from the last time you ..1 came|were|visited|popped|dropped
! as|where you left ..2 it|off|them
! short walk from the
! i|we know your -address|street|name|birthday|age|postcode|size|taste|tastes|usual|house|habits|routine|number|browser|location|city|town|job|family|email|date|favourite|favourites|secret|history|orders|order|weekend|home|phone
! thank* you ..3 visited
! @seer ..1 hope|like|love|be|glad|happy ..1 to see you -on|in|looking|your
! if|when|unless|before|in you ..1 not ..2 ordered|shopped|bought|visited|opened
! open|opens|view|use|read|reads|work|works|pay|paid|wallet|see|look|looks|browse|finish|well|saved ..5 on|from|in|via|using your ..1 @device
! on|from your ..1 @device or|and|too
! where|wherever|if|once|when|while|whenever|until you ..1 signed|logged in
! we|i ..1 never|not ..1 see|store|keep|share|sell|show ..2 your
! we|i ..1 never|not ..1 seen|met|watched|been|looked|noticed|visited ..2 you|your
! i|we ..1 not know ..5 you|your
! hope you ..4 read
! if|when|once|after|as you ..2 read
! if you are ..1 still? wondering|thinking|undecided|considering|interested|tempted ..2 about|over|it|whether|which|how|on|by|that
! i|we ..1 not see|know|tell what|whether|how|which|if ..1 you|your ..2 are|is|have|want|like
! not ..2 see what you|your
! that|what|which you ..1 not ordered|asked
! i|we will? ..1 see it to your door|table|kitchen
! rather|if|hope|wish|glad|unless|once|when you ..1 opened|read ..3 letter*|email*|note*|message*|mail*
! you may|might not have been
! until|unless|if|when|once|before i|we ..1 know|see|hear|tell how|what|whether|where|which ..1 you|your
! letter*|list|email*|notes|note|this|these|mail|message* ..4 because you ..2 bought|ordered|signed|asked|subscribed|joined
! because you bought ..1 from? us|something
! you ..1 came through|to|by our|the|my|a door
! i|we see ..1 your ..1 question*|point|reply|answer|name
! if|when|whether|once|should|unless|in|case your tin ..5 empty|left|done|week|low
! if|when|whenever|should|once|whatever|something|anything|what|which ..4 catches|caught|catch your eye|fancy
! see|show|put|bring ..4 to your door|table
! if|or not sleep|sleeping
! not sleep well $
! until|till|before|now that? you have looked ..1 at|through|over|round|in ..1 your|the ..1 shelf|shelves|cupboard|tin|kitchen|table|weather|drawer
! we|i|nell|asha|kiln ..1 was|were|are ..2 up late
! kiln|nell|asha|i|potter|fire|firing|glaze <6> small hours
! last night stew|soup|supper|dinner|curry|roast|rice|pasta|leftovers|washing|bread|potatoes|pudding|crumbs|dishes|pie|beans
! people like you and me|i|us
! your neighbours|neighbour ..1 will|may|might|can hear|smell|see|wonder|complain
! if|unless|whether you ..1 went|wandered|paused -elsewhere|before|without
! if|whether|perhaps|maybe|presumably you ..1 went ..1 off|away|from
! note|notes|see|write|remember|watch|mark|guess|down|find|noticing which|whichever|what ..2 you went|returned
! for your usual day|days|table|crowd|company|guests|helping|measure
! or not ..1 order $
! you ..10 to|for|that|which ..1 read|reading|use|using|hang|keep|wear|wearing|put|carry|drink|charge|ride|go|goes|hangs|stands|sits|fits ..6 bed|bath|work|train|bus|night|evening|morning|lunch|breakfast|supper|weekend|lunchtime
! you ..8 for ..1 one|every|late|early|this night|nights|evening|evenings|morning|mornings|week|month|afternoon|weekend
! you ..8 for ..2 work|night|evening|morning|lunch|breakfast|supper|bed|bath|lunchtime
! whatever|any the|your? weather where you
! you ..3 filled in|out the|our ..1 form ..3 for|about|to
! if|whether|when|for|suits|suit|wakes ..2 you are ..1 a|an early|night|morning riser|bird|owl|lark
! if|what|where|whatever|whichever|like|size|one|ones|as|than|way|do you ..1 usually|always|normally|typically|tend|prefer* ..2 order|buy|shop|come|drop|pop|put|brew|boil|start|sit|wake|choose|pick|go|take|look|read|open
! if|when|whenever|whether|orders|once|should you ..1 order|orders|shop|visit ..3 on|at|during @weekday|night|nights|weekends|mornings|evenings
! if|should|case|when|whether|unless you were ..2 out|away|home|at ..1 home|all|when|until|out
! if|when|once|where|whether|and|before the|our|your courier|driver|van|postman|postwoman ..2 left|handed|delivered|dropped|took ..2 it|your|parcel|yours
! if|once|when|perhaps|may|might you ..2 closed ..2 window|tab|page
! you may|might have closed ..2 window|tab|page
! if|once|when you ..1 have ..2 taken a shine|fancy|liking to
! have|if|once|when you read all|every|each|most
! you left ..2 order|basket|box ..1 open
! nights|night|evenings|days|if|when|for|whenever ..3 you are ..1 up late|early
! if|when|whenever|on|days|mornings you are ..1 up ..1 early
! story|book|novel|one|books|series you ..1 read ..3 twice|again
! we|i ..1 remember your|you ..1 order|name|fondly|well|question
! in|on|around|near|of your ..1 own|local area|town|street|village|city
! if you looked ..1 at
! you can|could|may|might always ..2 order|buy|shop|come|drop|pop|visit|stop|put|boil|start|choose|pick|go|take|look|read|open|browse
! if|when|should|whether|perhaps|maybe|case you ..8 second thoughts
! we|i know what you mean|would|will ..1 rather|say|think|answer|ask
! we|i know what you are thinking|wondering
! going by your last|previous order
! you left it|them|{cart.*} on|at|in the checkout ..1 page
! you ..1 left before|without paying|buying|ordering|checkout|finishing
! you ..1 stopped by ..4 page|product
! add|save|enter|put|update|change|note|upload ..8 to|on|from|with your ..1 profile
! if|case ..3 postage|price|delivery|cost|charge|total ..2 put|stopped|made|surprised you
! you can|could|may|might|would|will not ..1 read
! for|suit|suits|like those|people ..1 who ..2 bought|liked|browsed|viewed
! you ..1 keep an eye|eyes on
! you ..1 have|had|got|with your|an eye on
! rather|wish|glad|happier|until|unless if? you looked ..1 again|twice|long|hard
! perhaps|maybe|if|hope|whether you ..2 asleep|awake
! we|i can ..1 see|picture|imagine it|them|this ..2 your ..1 shelf|wall|window|desk|hall|table|garden|kitchen|sofa|bed|room
! as you typed
! your {order.*}|{cart.*}|{viewed.*} ..1 spent ..5 time|minutes|hour*|ages
! people|customers ..1 who ..2 bought|ordered from us|here|before
! you left off at the last|final step|hurdle
! you ..1 almost|nearly bought|ordered {cart.*}
! if|in case you ..2 hesitating
! you ..1 had {viewed.*} open
"""

TABLES = {"watching": INNOCENT}
