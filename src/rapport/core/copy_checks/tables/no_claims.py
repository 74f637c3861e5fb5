"""What sounds like a claim and is none: innocent phrases beside the patterns of claims."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

CLAIM = """
! keep no hours
! ask|asking|wonder|wondering|know|sure|unsure|check|question whether|if ..8 oven|freezer|grill|hob|stove
! talk|talking|ask|asking|questions|chat|help about|with ..4 engraving|monogram|monograms
! the best ideas|letters|conversations
! few|some unmatched bowls|mugs|plates|cups|chairs|saucers
! royal icing|blue
! we|i|asha|nell think you will ..1 love
! hope|hopes|hoping ..1 you ..1 will love
! to last the ..1 day|morning|evening
! no|not|hardly|far|being ..1 experts|expert|specialists
! first|best things
! at best
! at its|their|your best in|on|by|with|when?
! its|their finest in|on|at?
! do|does|did|doing|try|tried|tries ..1 ..2 our|my|your|its|their best
! our best to
! all the best
! best wishes|regards
! best of|at
! make|makes|making the best of
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
! not ..3 flawless|perfect|museum*
! less than perfect
! clear* its|his|her|their|my|our throat
! the doctor is in|out
! how ..3 survives the post|journey|trip|road
! idea|know|guess|tell|say|ask|asks|wonder|wondering|sure|me|us|learn how ..1 fast|often|much|hard ..1 you ..2 it|them|use
! leaves|leaf|pots|tea that deserve* to be
! take|takes|took for ever
! the experts are|were in|out|up
! study the|it|them
! for ever and
! cold ..1 morning*|milk|water|tea|day*|hands|night*|weather|tap|kitchen|plate|pot|cup
! help* ..1 you ..2 mind
! unique to
! as good as
! good for ..1 a|soup|porridge|breakfast|coffee|another|two|cakes|sharing|everyday|toast|pasta
! good night*
! hand in hand|glove
! full|low|high fat|tide|table|shelf|stool|heat|handle
! low heat|handle|shelf
! rich ..1 tea|cake|soup|stew|colour
! data
! standard size
! always here|there
! promise to
! promise you ..1 ..2 no
! health and|your good
! star anise
! fine bone structure
! any|all the other
! your|my|somebody|his|her best @ware
! no|nothing one? other|else than
! nobody else in|is|was|here|to
! rather|other than
! no more than
! more than one|happy|welcome|enough|glad|anything|a|you|we|usual|it|the
! than the last|picture|photo*|usual|one|sum|other
! less than usual
! than you ..1 think
! than any of us
! than any piece|mug|pot|bowl|teapot|one you|that|which|i
! than ..1 anyone|anybody|anything|everyone ..1 would|might|could|needs|wants|likes|should|thought|expected
! than ..1 other one
! people use|used ..1 at
! most people
! some people
! people love
! how|what people use
! people who
! everyone|everybody has|here|in
! people say ..2 it
! avoid|not|never|without ..8 straight ..4 oven|ovens|hob|freezer
! not ..3 oven|ovens|hob|freezer
! nobody|none|no ..1 one? ..3 better placed|off|not
! nothing ..2 better than
! nothing ..1 tastes like home
! perfectly imperfect
! we|i|nell|asha ..1 tested|tried a|many|several|lots|some|so ..3 @ware|lot|handles|handle|shapes|glazes|spouts|lids|recipes|clays
! promise not to
! not promise that|it|you|they|anything
! you asked to be|get|hear|receive
! not change your life|world|mornings|kitchen
! not ..1 save|saving|change the world
! proved|proves|prove to be
! proved|proves|prove ..1 useful|hard|difficult|awkward|impossible|tricky|stubborn|right|wrong
! greatest respect|pleasure|care|difficulty|fan|danger|of
! in the ..1 interest|interests|name of ..1 research|science
! small|minor|a miracle -cure|cloth|glaze|tea
! not|no ..2 scientist*|doctor*|expert|experts
! often|usually|sometimes|always the? best
! the|a second infusion|cup|pot ..3 best
! like|likes|liked|love|loves|know|knows|remember|works|work|rest|sits|sit|does|do|goes|go|keeps|keep|suits|suit|sleep|serve*|enjoyed|enjoy|pour*|feel* ..5 best
! award* ..1 myself|itself|ourselves|themselves|points|marks|him|her
! popular belief|opinion|imagination
! not the only ones|one who|to|in
! your hearts|heart ..1 content|out|desire
! take|takes|took|taking ..1 forever
! is|are|am|was forever
! not|no|hardly ..1 guarantee*
! not|never|hardly|do ..3 bounce*
! oven|ovens|hob|freezer|grill ..3 no|not|never
! do|does|is|are|would|should|not|please not ..4 oven|ovens|hob|freezer|grill|stove
! run|runs|powered on|by|with ..3 tea|toast|biscuit*|cake|coffee|stubbornness|hope|radio|habit|crumpets|enthusiasm
! fashionably
! museum piece*
! oven hotter than
! nothing|not|no ..4 oven|ovens|hob|freezer|grill
! bounce*|bounces|bounced ..1 light|ball|idea*
! something|tea|teas|anything without caffeine
! not ..2 award*
! not ..4 survives the fire|firing|kiln|post|trip|journey
! no|not ..2 award
! dig|digs|dug ..1 hands|fingers|heels|elbows|thumbs ..2 clay
! there is|was ..1 a remedy $
! would ..1 have asked|told us|me
! leave|let|stop|quiet|silent|last|silence|peace ..6 i|we promise
! stronger than anyone|you ..1 would|might|could ..1 drink|like|take|choose|want
! panel of experts ..3 convened|called|met|sits|argued|disagreed|sent|giggl*|lunch
! not|no|hardly|never|scarcely|two ..1 experts|specialists|masters
! experts in ..1 baskets|biscuits|crumbs|nothing|toast|mud|puddles|waiting
! the doctor|nurse ..5 clay|lid|lids|spout|spouts|crockery|pot|pots|teapot|wheel|glaze
! patient|patients ..3 lid|lids|spout|spouts|crockery|pot|pots|teapot|mug|handle <8> doctor|nurse
! tin|tins|pot|pots|lid|teapot|kettle|rustle|basket|plant ..3 in ..1 good|rude|fine|excellent health
! ^ in ..1 good|rude|fine health
! good health to|pot|all
! rustle|rattle|clink ..4 health
! keep|keeps|keeping it|leaf|tea|them|lid|clay|glaze ..1 in good heart
! other mugs|pots|cups|bowls|plates|teapots are|will|do ..2 jealous|envious|asleep|listening|watching|waiting|whisper*|talk*|tease*|grumble*|gossip*|move|budge|shuffle|mind|agree|proud|pleased|fond|friends
! that|which|when|if|whose|where ..1 lid|lids|it|they ..1 will|would|does|can|could not come off|loose|away
! lid|lids ..1 will|would|does|can|could not come off ..2 run|warm|write|tell|try|twist|be|the
! can|may|will|go|goes|happily|happy|likes|loves|suits|moves? ..3 by|beside|near|next|above|behind ..2 stove|oven|ovens|hob|grill
! stand|stands|sit|sits|live|lives|hang|hangs|keep|rest|lean by|beside|near|next|above|behind ..2 stove|oven|ovens|hob|grill
! nell|asha|cat|dog|nurse|door|somebody|someone|porter|conductor|link ..8 see|sees you out
! i|we ..1 see you out
! the best thing you|we|i|anyone can|could do|say
! to be tested|asked|tried on|with|by|against toast|porridge|soup|jam|butter|visitors|cats|gravy|custard
! tested|checked for rattles|squeaks|leaks|crumbs|echoes|wobbles
! free from|of ..3 clay|crumbs|cats|cat|opinions|puns|spoons|mud|dogs|biscuits|plans|meetings|duties|news|emails|homework|puddles
! takes|take|took|taken|spend|spent|spends ..2 a lifetime
! safety first
! royal mess|pain|icing|we|muddle|welcome
! rooibos|peppermint ..6 drops|leaves|skips|lacks ..2 caffeine
! our|my|your ..3 favourite ..2 of all time
! medal|trophy|award ..3 goes|went to ..2 @vessel|ladle|cat|dog|tray|radio
! popular|famous with|in|among ..1 cats|dogs|hens|spiders|ducks|kitchen|house|moths|mice
! judge|blame|tell|know|ask|fool|hurt|telling|asking no one
! ask|asks|asked|asking|wonder|wondering|unsure|see|say|says|tell|know whether|if ..4 oven|ovens|freezer|hob|grill|stove
! not|nor|hardly|no ..3 review
! review of ..1 soup|toast|cake|biscuit|biscuits
! plate|bowl|glaze|dark|ground ..3 makes|make ..3 look|looks ..1 brighter
! is|was|and|are not a drip|chip|crack|scratch
! patience|friendship*|limits|nerves|faith|loyalty|bread|friendships ..3 tested
! not ..1 the best ..2 made|threw|fired
! the best|finest @ware|pot|place|time|way ..1 is|for|to|that|you|i
! best place|part|time|seat|use|way ..3
! best -ever|by|of ..3 hardly ever
! right ..3 than any
! weather|cat|spoon*|kettle|situation ..2 reviewed
! whether|if|not ..3 survive* ..2 trip|journey|van|post|ride|way
! i promise $
! mark|stain|chip|ring that will|do|does|can|not ..1 @harm
! stain that will not shift
! keep|keeps ..2 hours
! not for life
! for life in|on|at|as
! we|i can not do without
! make|makes ..2 look ..1 @comparative than it|they
! not|nobody|never|yet|none|nothing|hardly ..3 be|been|has|have|is? ..1 proved
! dough|bread|loaf|buns ..2 is|are|been|was|were|has ..2 proved
! all the tea|clay|gold|mud|rain|gorse|sheep in @region
! small|no|minor|little miracle
! reign|reigns|reigning|rule|rules supreme
! recycle the|this|your|its ..1 box|paper|card|straw|packaging|wrapping
! scientists may|might|can|could|would ..1 not? explain|argue|disagree|frown
! reviews ..4 yawned|purred|sneezed
! designer of the|a|that
! it is all in a day
! i|we|he|she|asha|nell|cat|dog ..1 slept|sleep|sleeps like ..1 log|top|baby
! win|wins a? beauty|popularity|staring contest|competition
! -has|have|had|must|need|needs|made|built|fit to ..1 be tested -by|for
! rooibos|peppermint ..5 no|without|not ..1 caffeine
! cult following of|among|with hens|cats|geese|ducks|spiders|moths|mice|spoons
"""

TABLES = {"claim": CLAIM}
