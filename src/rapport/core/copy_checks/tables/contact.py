"""Addresses and numbers in words, and ways to reach somebody that no fact states."""

from __future__ import annotations

CLASSES = {
    "domain": (
        "com net org co uk shop store io example info biz site online eu de fr es it nl pl app xyz "
        "ly gift club live me us tv tk ru cn gov edu ac ltd top vip link click page web dev"
    ),
}

LINK = """
us|me|it|is|are|all|more|order|buy|shop|film|archive|live ..2 on the web|internet|net -for|to
live chat
scan the|your label|code|card|box
dot|punkt|punto @domain
point com|net|org|uk|fr|de|eu|io
dot ..1 dot
@domain dot
forward|double slash
slash slash
colon slash
www|http|https|hxxp|hxxps|ftp|url|urls|href|tinyurl|bitly
bit ly
w w w
triple w
world wide web
into|on|open|web browser
type|paste|put|copy|enter|open|name|address ..8 browser
browser bar|address
link in|below bio|profile
click|tap|press|paste|copy ..3 link|links|hyperlink|url|address
open|visit|use|follow ..3 website|webpage|url|hyperlink
go|head|hop|pop|over|come ..1 to ..1 our|the|my|shop website|site|webpage|homepage -of
click|tap here
click|tap below -to|and|if|when|$
see|find|join ..4 on our homepage|site
google|search|look ..2 for|up|us ..3 google|online|internet|bing|web
google us|for|our|it
qr code
scan ..3 code
scan ..5 with|using ..1 your|a ..1 phone|camera|mobile|tablet
scan the|this|your tin|square|pattern|parcel|bag|packet|back|lid|side
point ..4 camera|phone ..1 at
your phones|phone camera ..1 at
directions ..1 on|from ..1 your ..1 phone|mobile|map|maps
instagram|facebook|tiktok|whatsapp|telegram|pinterest|youtube|twitter|snapchat|messenger|linkedin
strava|komoot|ravelry|goodreads|letterboxd|untappd|vivino|nextdoor|bluesky|mastodon|tumblr|soundcloud|bandcamp|alltrails|storygraph
substack|discord|twitch|patreon|vinted|depop|trustpilot|reddit|spotify|vimeo
come|drop|call|pop|stop|swing|visit|find|knock ..2 our|my|the workshop|shop|studio|store|showroom|warehouse|bakery|roastery|gallery|cafe ..6 in|on|off ..2 lane|street|road|avenue|square|mews|quay|crescent|terrace
! a|this|urgent telegram -channel*|group*|chat*|account|page|app|feed|bot|link
! answer|read|sent|wrote|send|sends|deliver*|open|in the telegram -channel*|group*|chat*|account|page|app|feed|bot|link
find|follow|tag|dm|add|like us on
dm|inbox us
hashtag*
download ..3 app|attachment|file|here
see|open|read|find|download ..2 attachment|attachments|attached -to
see|find|open ..1 attached
install ..2 app|plugin|extension|software|it -on
etsy|ebay|amazon|shopify|depop|vinted|reddit|substack
page|site|shop|website|blog of|from our|a ..1 partner*|sponsor*|sister
our ..1 partner|partners|sponsor|sister page|pages|site|sites|shop|shops|website
see|visit|find|meet|come ..3 our|us|my ..2 stall|booth at|on|in
slack|signal|zoom|skype channel*|group*|club|server|playlist|community
join|on ..1 our slack|zoom|skype
! no|without ..1 strings attached
! attached to
! the whole point it
map|camera|chat|calendar|forum|mailing|contact|journal|diary|archive|noticeboard|tour|quiz <7> site|website|homepage|webpage|online
on|via|by our|the socials
social media|channels|feed|profile
address bar
bookmark us|our|this
our ..1 page on|at the ..1 web|internet|net|site|networks
bluesky|mastodon|wechat|skype|facetime|spotify
follow us
type ..3 into ..2 browser|phone|bar
look|find|search ..1 us|me up|online|on -your|the|a
online at
our|on threads|discord
! dot it|me|them|us with|about|on
usual|social|other|all|various|many networks|channels|platforms|places ..1 online|$
our|my channel|podcast|blog|vlog -of|between
see|follow|in|on|check|join ..1 our|my feed
the podcast|blog|vlog
follow along on|at
look|find|search|watch|join|like|tag ..5 networks|socials|channel*|platform*
usual|social|other|various networks
search engine|engines|results
our|my|the name ..2 into ..3 search|browser|engine|google|bar
type ..8 all one word
all one word
one word ..2 com|org|net|uk|dot
tap|click|press|touch ..2 blue|underlined|coloured words|word|text|line|letters
tube|video|picture site|channel|app
post|share|upload ..4 tag|mention
tag us|me
^ tag the|our|a
our|my|the page has|for|on|online|at details|facebook|social|web
find|follow|see|watch us|me where ..3 photographs|photos|pictures|videos|films
scan ..2 square|code|label
name ..2 dot
dot ..2 shop|com|uk
search our|the|my ..2 name
search ..1 for ..1 our|us|name
our|my ..1 other|second|sister ..1 shop|store -pot
watch ..2 film|video|clip|films|videos
on the tube
group|live|online|video chat
there is|we have|our|an app for|to|on|that|$
message|write|dm ..2 to? our|my handle|account|profile|page
download*
our|my|the|these videos
our|my film|video clips
our|my page has a|the ..2 video|film|map
tap|click|press|touch ..2 picture|pictures|image|photo|photograph|banner|logo|name|heading|here|headline -and|with
! press|touch here
! tap tap ..1 {brand.*}|we|it|somebody|someone is|are|am? here
follow|use|open|through|via|try|with this|that|a|the link -at|in|between|below|underneath|under
! to order|look|see|ask|stop|skip|leave|buy|choose|reply|read ..3 use|follow the link
! tap|click|press ..2 picture|pictures|image|photo|photograph ..3 larger|bigger|closer|close|up
! click|clicks|clicking|tap|press on|through|it|to|for|any|a|the link below|underneath
! click|tap|press ..2 link|links below|underneath
! download|print ..2 pattern|patterns|manual|audiobook|template|sheet
find|see|go|look|search|read|more|range|video|film|book|follow|watch|visit|chat ..4 online -without|and|or|as
! find|read|see|open the|our|its ..2 rules|guide|notes|instructions|pattern|chart ..1 online
our|the online calendar|journal|diary|forum|chat|group|community|guide|class|course|magazine|channel
! ordering|buying|shopping ..4 online
sign|log ..1 in|into ..1 here|at
login|logon
! do not have to sign in to
on|at|via|through|by the|our|my ..2 app|portal|forum|newsfeed|storefront
on the|our usual ..2 site|app
visit our|my|the ..1 site -of
rate|review|like ..4 shops|shop|stores|store page
shops|shop|stores|store page ..2 add|slash|plus
rate|review us -as|up
leave|write|post|give ..3 review|rating|stars ..2 on|at -our|the|your|this|that|its|a|how|any|{brand.name}
open|see|read|download ..3 attachment*|enclosure|download
pdf|jpeg|mp4|ebook
swipe up|down|across
swipe left|right ..2 to|through|below|here|more|shop|screen|picture|pictures|photo|link|page|app|button
video|vimeo|zoom|trustpilot|tripadvisor|feefo|yelp|twitch|patreon|kickstarter|linktree|flickr|quora|viber|signal|wikipedia|folksy|gumtree|paypal|teams call -to
join|meet|via|on|over|by ..2 zoom|skype|facetime
on|at|via|our vimeo|trustpilot|tripadvisor|feefo|yelp|twitch|patreon|kickstarter|linktree|flickr|quora|viber|wikipedia|folksy|gumtree|paypal|netflix|imdb
search|searching|searches for|under|using|by ..8 film|name
! search|searching by name|author|title|cook|maker|colour|size and
search|searching for|under ..6 you ..2 find
search for|under our|us|the|my -best|right|lid|other
! need|have|having to search for the|my
chatbot|chatbots|webchat|livestream|webinar|newsgroup
chat|talk|message ..4 site|website
chat|talk|ask|message|type ..4 chatbot|bot
message|type ..2 in|into ..2 window|bubble
chat|talk|ask|write ..3 in|via|through|using ..1 chat|little|blue|green|round|corner|popup window|bubble
chat|little|blue|round|talking window|bubble ..4 screen|page|corner
chat box|window|bubble|button|line|bot
insta|fb|ig
on|our reels -of
our|my stories ..1 on|have
in our highlights
page|shop|us|it|post a like|follow|share|thumbs|star
comment|comments|commenting under|below|on ..4 post|picture|photo|video|page
latest|newest|recent|pinned|last ..1 post under|on|about|says|shows|has
under|on our latest|newest|recent|pinned|last
follow along on|under|at|as|here|there|online|with us|me|we
^ follow along $
^ click|clicking on|through|it|to|for|any|a|the|your -or|button|away|and|two|lid|parts|pieces|halves|buckle|strap|pen|rails|blocks|bricks|ends|cap|clip|hooks|needle|needles
! ^ click it|them|the open|shut|home|caps|together|into|in
! ^ click the switch|lid|buckle|latch|case|shutter|catch
and|then|to|just|please|not|simply|or|you click|clicking on|through|it|any|a|the|your -or|button|away|and
! click|clicking it|them in|into|on|home|shut|together|back
! click|clicks|clicking ..1 the|a|your ..1 catch|lid|buckle|clasp|blade|cap|frame ..1 shut|home|open|into|back
! click|clicking|tap|press on|the|on the ..1 button
guestbook|webform|homescreen
our|my noticeboard|dashboard|message ..1 online|page|board
fill|filled|filling in|out ..2 survey|questionnaire
! no form to fill
address below|above|underneath -all
type|visit|find|web|use|enter|workshop|shop ..3 address ..1 on|is the|on ..2 tin|label|box|van|card|slip
slash care|sale|shop|offer|tea|mugs|help|gift
web site|form|cam|camera
go|head|over|under ..1 to|in settings|preferences|menu
blog*|vlog*|faq|faqs|retweet*
tweet|tweeted|tweets us|me|it|this|your|about|that|your|our
our|my|latest tweet|tweets
website is|at|address|which|under|plus|called
help centre|center|desk
go|visit|see|to|check|browse the|our|my|your ..1 site -of
pin it|this|us|them|your ..1 to|on your board|boards
^ log on
log|logging|logged onto|on to|and|here|at
log in here|at
same handle everywhere|on|there
handle is ..2 same everywhere|on
web address|link|version
chat live|online
link|links in|on ..1 bio|profile
our|my page too
our|my page on facebook|instagram|pinterest|etsy|google|amazon|youtube
our|my page of ..1 offers
check ..1 our|my page for
like|follow|join our|my page
! clip the
video|videos -game|games|doorbell|camera|light|card|recorder|tape
podcast*
full stop ..1 then|and ..3 word|example|com|shop|uk
bar|box|line ..1 at|along|across the ..1 top ..3 screen|browser|window
top of your ..1 screen|browser
our|the|shop ..1 name without|minus ..2 spaces|gaps|space
street|road|lane|avenue|square branch
on|in|via|see|visit our|my ..1 bio|profile
on|via our|my facebook|guestbook|web|youtube|instagram|fan|etsy|social page
handle everywhere|elsewhere|online
"""

E_MAIL = """
at ..1 gmail|hotmail|outlook|yahoo|icloud|example|protonmail|googlemail
email|mail|write|send|reply|contact|message ..4 at ..4 dot
email|mail us|me at -once|any|the|your|our|leisure|work|{brand.*}|weekends|whatever|whichever|a|an|home|night|this|that
email|mail|write|send|reply|contact|forward ..2 to|us|me ..2 at -the|your|our|once|any|home|leisure|work|night|a|an|this|that|all|last|least|lunch*|workshop|length|{brand.*}|weekends|weekend|noon|whatever|whichever|every|some|both|each|first|checkout
info|support|sales at -the|your|our|a|home|last|once|this|hand|all
address is ..2 at
email|mail|write|message ..1 to? nell|asha|us|the|our ..3 at the|our|workshop* ..1 address|workshop*
mailbox|inbox|address ..1 is called
same name as ..1 the|our shop|workshop|site
"""

PHONE = """
text|txt|sms|dial ..4 our|my|this number
reach|contact|get ..4 usual|same|our number|line -of
@digit @digit @digit @digit
@digit @digit @digit
oh @digit @digit
nought|oh one|two|eight -more|last|other|thing
plus forty four
area code
freephone|hotline|helpline|landline|voicemail|phoneline
phone|telephone|mobile|whatsapp line|number|lines -of
contact number
call|ring|phone|fax|dial|telephone us|me -old|a|what|crazy|fussy|biased|romantic*|slow|when|nosy|curious|sentimental|optimist*|stubborn|mad
call|ring|phone|telephone the|our workshop|team|office|shop|studio|line|number
call|phone|text|dial ..1 number|now|line
call|dial ..2 number|line
give ..1 us|me ..1 ..1 call|ring|bell|buzz|tinkle
send|drop us|me a? text|sms|whatsapp|dm
text us|me|the|nell
text|sms|whatsapp|message ..3 to @digit|number
lines are open
toll free
extension @digit
text|txt|sms stop|yes|no|start|join|end|help|quit
give|giving ..1 us|me|nell|asha|workshop|shop|team|office|studio|one|somebody|someone ..3 call|ring|bell|buzz|tinkle -to|of
call|phone any ..1 time|day|hour|morning|afternoon|weekday|evening
pick|picked|picking|lift up the|your phone|telephone|receiver|handset
! call it|the|that
! ring the bell|changes
! text the
phone|telephone call away
just|only a call away
our|the switchboard|phoneline*
answerphone*|voicemail*
speak|talk|reach|contact|get|chat|ring|answer ..5 by|over|on the? phone|telephone|blower
video|return call
callback*|call backs
our phone|telephone -case|cases|stand|stands|holder|holders|wallet|wallets|strap|straps|pouch|pouches|mount|mounts|charger|chargers|pocket|grips|range
ring|call|dial|use|phone|reach|catch|get|ask|through|via ..2 our line -of|in|for
^ try our line -of|in|for
our line opens|stays|closes
our line will be ..1 open|answered|manned
ring|call|phone|telephone ..1 through to|and
fax
! our line of
our number is|stands|on|hangs|has
our line is ..1 open|manned|busy|closed|answered|free
our|my|shop|workshop|phone|shops|workshops number is|stands|printed ..1 on
call|ring ..2 and ask|speak|tell
leave|left ..1 message on|with ..1 machine|phone|answerphone|line|voicemail
send|drop|fire|shoot ..1 a text|sms to|us|me|over
text|sms to the|our studio|workshop|shop|number
text|txt|sms|whatsapp the|this|that|a word|code|name
text|txt ..2 to us|me|our|nell
our|my number|numbers is|are|s|on|has|below ..1 on|below|in|the|at|above|printed|painted
the number is|are|s ..1 on|below|in|at|above|printed|painted ..2 side|van|door|box|tin|card|lid|foot|sign|parcel|bottom|letter|mail
the number|numbers on the ..3 van|door|sign|parcel -is|are|tells|gives|means|says|shows|needs
our numbers on|below|printed
! a number of
ring|call|phone|buzz nell|asha -a|the|over|by|it
^ text|txt ..6 to the|us|our|nell|this
and|or|just|please|then|can|simply text|txt ..6 to the|us|our|nell|this
send|sends|sent|sending ..3 a text|sms|voicenote
on my|our mobile|cellphone|cell
my|our mobile -hangs|turns|hang|turn|has|of|above|over
phone|telephone book|directory
our texts|sms
number below|above|overleaf
call|phone anytime|whenever
a|one|quick|short|brief|friendly|simple call to ..2 us|me|shop|team|workshop|store|studio|bakery|desk|counter|nursery|garage|office|florist|bookshop
a|one|quick|short|brief|friendly|simple ring|bell|tinkle to ..2 us|me|shop|team|workshop|store|studio|bakery|desk|counter|nursery|garage|office|florist|bookshop
dial ..1 the|our|us ..1 shop|store|team|desk|workshop|line|number|office|studio
just|simply|please|then|can dial -in|of|down|back|up
desk|team|shop|line|office|staff|florist|workshop|bakery takes|take|answers|answer|taking|answering ..1 calls|phones|phone
end of the line|phone|wire ..1 if|when|whenever|to|for
when|if|once|before you ring|phone|telephone -the|a|it|round|up|stand|holder
ask for ..4 when|if you ring|call|phone
we|i|team|somebody|someone|staff ..2 answer|answers|man|answering the|our|every|all ..1 phone|phones|telephone|call|calls
^ call|ring|phone ..1 in|during|after|before ..1 the ..1 morning|day|lunch|hours|evening|week
call|ring|phone and we|somebody|someone|our
shop|store|team|desk|office|bakery|florist|studio can|may|could be rung|phoned|called -the|a
"""

TABLES = {"link": LINK, "e-mail address": E_MAIL, "phone": PHONE}
