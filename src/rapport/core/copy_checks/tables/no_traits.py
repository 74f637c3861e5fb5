"""What sounds like a protected trait and is none: innocent phrases beside the patterns of `traits`."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

INNOCENT = """
! retail therapy
! surgery for|is ..2 crockery|pots|mugs|lids|teapots|spouts|open|clay
! goes|went|comes|came|off|walk|walks|walked|drive|drives|drove|carries|carried|road|van|parcel|sun|moon|rain|snow|post|bus|path ..3 over the hill
! a|small|quiet|said|say|with|on ..2 prayer|prayers ..3 kiln|wheel|glaze|lid|clay|door
! @devout ..4 according|kettle|biscuit|biscuits|kiln|cake|teapot|tin|jug|jugs|bakery|sink
! kiln god|gods
! act|leap|little|bit|good|some|much|more|take*|keep*|kept|have|has|need* ..2 faith
! elderly|retired|senior kettle|teapot|mug|cat|dog|kiln|wheel|van|apron|tin|radio|pot|bowl|cup|lid|jug|spoon
! bowl*|mug*|pot|pots|cup|cups|one|teapot* ..6 retired
! come|comes|came|coming|good to? grief
! labour of
! blind firing|tasting|taste*
! baked blind
! deaf to
! blind to
! hair|scalp|lengths|ends|tips|colour|dye|conditioner <8> to|from your roots
! blessed with|relief|quiet|silence
! chronic lack
! race|races to|against|is|the
! temple of
! allergic to ..1 hurry|fuss|jargon|plastic|rush|pushy|mornings
! retired glaze*|from|potter*
! kiln|pot|glaze|wheel|van ..1 retired
! taste*|tasted ..1 blind
! senior potter*|thrower*|kettle
! pray tell
! old hands at
! the old generation of
! things ..2 difficult
! a|the small|slight|shallow depression
! therapeutic*
! party politics
! church fete|hall
! your family teapot
! wedding present*|gift*|list*
! proud to be ..1 yours|ours|making|small|slow
! blind date|alley|spot|eye|man|luck|corner|side
! where ..1 hurts
! describe|what|list|the symptoms
! in the care of teenagers|children|students|nephews
! it|which|that has|was ..1 ..1 retired
! spoon|brush|apron|broom|sponge|mug|bowl|jug|pan ..6 retired
! growing family of
! senior to
! for the month|year|winter
! it|yours|mug|pot|bowl|piece|cup|jug|teapot ..3 found|has|got|have|given|for ..1 a|its ..1 new job
! thinking of retirement
! gentle|quiet|early|into|in|for ..1 retirement ..1 among|as|with|on|in|under|from|behind ..2 pencils|shelf|cupboard|geraniums|spoons|flowers|drawer|stove|brushes|bench|windowsill|sink|shed|garden
! @vessel ..6 retirement|retire|retired|retiring
! retirement|retire|retired|retiring <6> @vessel
! as|like a student of
! surgery|clinic|hospital|ward|rehab|therapy for ..3 @vessel
! surgery|clinic|hospital hours
! @vessel surgery|hospital|therapy|rehab
! if|since|because|as your ..1 hands|fingers ..2 are|is|get|feel ..1 wet|muddy|full|floury|dirty|soapy|cold|busy|sticky|clean|dry|restless|idle|empty|free|twitchy
! church clock|roof|spire|steps|jumble|bell|fete|hall
! the mother ship|of all
! like a baby
! @vessel|toaster|hens|hen|cat|dog|drawer ..3 on strike
! ladies and gentlemen ..1 the|a|we|your
! symptom* ..6 rattle|wobble|draught|drip|dribble|chip|crack
! diagnosis ..1 empty|thirst|thirsty|dry
! proud|nervous|anxious|careful|fond|strict|patient as a|any @mother|@parent
! @vessel ..3 single
! dog|cat|puppy|kitten|pet|rabbit|horse|hens|hamster|he|she|bird <6> diet|weight|condition|health
! novel|book|story|memoir|essays|about|history ..5 grief|mourning|funeral|widow|divorce|depression|anxiety|illness
! gift|present|something ..3 for your ..1 husband|wife|partner|boyfriend|girlfriend
! florist|funeral|wedding flower|flowers|wreath
! let|ask|bring|take your @partner
! not ..1 advise|comment|advice ..2 illness|illnesses
! gift|present|card|something|parcel ..2 for a|your|the ..1 grandparent|granny|grandma|grandad|grandpa|nan|nana|teenager|parent|mother|father|husband|wife|partner -like|who
! another|extra|new|more mouth|mouths to feed ..3 hens|cat|cats|geese|ducks|robins|sheep|goats|spoons
! vase|chair|bag|bike|boots|lamp|shelf|pan|jug|shed|basket|desk|bench|pen|tent ..3 between jobs
! has|have|had|be|been|you given your ..1 back|hands|eyes|knees|feet|legs|wrists|shoulders
! friend|friends|colleague|neighbour|somebody|someone|anyone ..4 with|had|having ..2 a|the|new baby
! for men|women|boys|girls|ladies women|men|boys|girls|children
"""

TABLES = {"protected trait": INNOCENT}
