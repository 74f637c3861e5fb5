"""Addresses and numbers in words, and ways to reach somebody that no fact states."""

from __future__ import annotations

CLASSES = {
    "domain": (
        "com net org co uk shop store io example info biz site online eu de fr es it nl pl app xyz "
        "ly gift club live me us tv tk ru cn gov edu ac ltd top vip link click page web dev"
    ),
}

LINK = """
on the web|internet|net
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
in|into|on|open|your|web browser|browser
link in|below bio|profile
click|tap|press|paste|copy ..3 link|links|hyperlink|url|address
open|visit|use|see|follow ..3 website|webpage|url|hyperlink
click|tap here|below
our website|webpage|homepage
google|search|look ..2 for|up|us ..3 google|online|internet|bing|web
google us|for|our|it
qr code
scan ..3 code
instagram|facebook|tiktok|whatsapp|telegram|pinterest|youtube|twitter|snapchat|messenger|linkedin
find|follow|tag|dm|add|like us on
dm|inbox us
hashtag*
download ..3 app|attachment|file|here
attachment* -to|between|style|for
see|find|open ..1 attached
install
etsy|ebay|amazon|shopify|depop|vinted|reddit|substack
! no|without ..1 strings attached
! attached to
! the whole point it
our|shop|web|shops site -of
on|via|by our|the socials
social media|channels|feed|profile
address bar
bookmark us|our|the|this
our ..1 page on|at the ..1 web|internet|net|site|networks
bluesky|mastodon|wechat|skype|facetime|spotify
follow us
type ..3 into ..2 browser|phone|bar
look|find|search ..1 us|me up|online|on -your|the|a
online at
our|on threads|discord
! dot it|me|them|us with|about|on
usual|social|other|all|various|many networks|channels|platforms|places ..1 online|$
our|my channel|feed|podcast|blog|vlog -of|between
the podcast|blog|vlog
follow along on|at
look|find|search|watch|join|like|tag ..5 networks|socials|channel*|platform*
usual|social|other|various networks
search engine|bar|box|results|online
our|my|the name ..2 into ..3 search|browser|engine|google|bar
type ..8 all one word
all one word
one word ..2 com|org|net|uk|dot
tap|click|press|touch ..2 blue|underlined|coloured words|word|text|line|letters
tube|video|picture site|channel|app
post|share|upload ..4 tag|mention
tag us|me|the|our|a
our|my|the page has|for|on|online|at details|facebook|social|web
find|follow|see|watch us|me where ..3 photographs|photos|pictures|videos|films
scan ..2 square|code|label
name ..2 dot
dot ..2 shop|com|uk
search our|the|my ..2 name
search ..1 for ..1 our|us|name
our|my ..1 other|online|second|sister ..1 shop|store -pot
watch ..2 film|video|clip|films|videos
on the tube
group|live|online|video chat
there is|we have|our|an app for|to|on|that|$
message|write|dm ..2 to? our|my handle|account|profile|page
download*
our|my|the|these videos|reels|clips
our|my page is|has
tap|click|press|touch ..2 picture|pictures|image|photo|photograph|banner|logo|name|heading|here|headline -and|with
follow|use|open|through|via|try|with this|that|a|the link -at|in|between
! to order|look|see|ask|stop|skip|leave|buy|choose|reply|read ..3 use|follow the link
online -without
! ordering|buying|shopping ..4 online
sign|log|signed|logged ..1 in|into|on to|into|at|on
login|logon
! do not have to sign in to
on|at|via|through|by the|our|my ..2 site|sites|website|webpage|app|portal|forum|homepage|newsfeed|storefront
shops|shop|stores|store page
rate|review us -as|up
leave|write|post|give ..3 review|rating|stars -of|for|in
open|see|read|download ..3 attachment*|enclosure|download
pdf|jpeg|mp4|ebook
swipe|swipes|swiping
video|vimeo|zoom|trustpilot|tripadvisor|feefo|yelp|twitch|patreon|kickstarter|linktree|flickr|quora|viber|signal|wikipedia|folksy|gumtree|paypal|teams call -to
join|meet|see|via|on|over|by ..2 zoom|skype|facetime
on|at|via|our vimeo|trustpilot|tripadvisor|feefo|yelp|twitch|patreon|kickstarter|linktree|flickr|quora|viber|wikipedia|folksy|gumtree|paypal|netflix|imdb
search|searching|searches for|under|using|by ..8 find|see|shows|up|come|comes|there|page|film|name
search for|under our|us|the|my -best|right|lid|other
chatbot|chatbots|webchat|livestream|webinar|newsgroup
chat|talk|ask|message|type ..4 site|chatbot|bot
message|type ..4 window|bubble
chat|talk|ask|write|question|questions ..3 in|via|through|using ..3 window|bubble -with|box|while|is
window|bubble ..4 screen|page|corner
chat box|window|bubble|button|line|bot
insta|reels|fb|ig
our|my|the stories are|on|have
in our highlights
page|shop|us|it|post a like|follow|share|thumbs|star
comment|comments|commenting under|below|on ..4 post|picture|photo|video|page
latest|newest|recent|pinned|last|our ..1 post under|on|about|says|shows|has
under|on our latest|newest|recent|pinned|last
follow along
click|clicks|clicking on|through|it|to|for|any|a|the|your -or|button|away|and
guestbook|noticeboard|webform|dashboard|homescreen
message board
fill|filled|filling in|out ..2 form|survey|questionnaire|sheet|box
! no form to fill
address below|above|underneath
address ..1 on the ..1 tin|label|box|van|card|slip
slash care|sale|shop|offer|tea|mugs|help|gift
web|net page|pages|site|form|shop|cam|camera
go|head|over|under ..1 to|in ..2 settings|preferences|menu
website*|blog*|vlog*|faq|faqs|tweet*|retweet*
help centre|center|desk|page
go|visit|see|to|check|browse the|our|my|your ..1 site -of
pin it|this|us|them|your ..3 board|boards|wall
log|logging|logged on|into|in -to|the|fire|it
same handle everywhere|on|there
handle is ..2 same everywhere|on
web address|link|version|shop|store
chat live|online
link|links in|on ..1 bio|profile
our|my page for|of|too|on|has
check|visit|see|like|follow|join our|my page
! clip the
video|videos|podcast*
full stop ..1 then|and ..3 word|example|com|shop|uk
bar|box|line ..1 at|along|across the ..1 top ..3 screen|browser|window
top of your ..1 screen|browser
our|the|shop ..1 name without|minus ..2 spaces|gaps|space
on|in|via|see|visit our|my ..1 page|bio|feed|profile
"""

E_MAIL = """
at ..1 gmail|hotmail|outlook|yahoo|icloud|example|protonmail|googlemail
email|mail|write|send|reply|contact|message ..4 at ..4 dot
email|mail us|me at -once|any|the|your|our|leisure|work
email|mail|write|send|reply|contact|forward ..2 to|us|me ..2 at -the|your|our|once|any|home|leisure|work|night|a|an|this|that|all|last|least|lunch*|workshop|length
info|support|sales at -the|your|our|a|home|last|once|this|hand|all
address is ..2 at
email|mail|write|message ..1 to? nell|asha|us|the|our ..3 at the|our|workshop* ..1 address|workshop*
mailbox|inbox|address ..1 is called
same name as ..1 the|our shop|workshop|site
"""

PHONE = """
text|txt|sms|dial ..4 our|my|this number
reach|contact|get ..4 usual|same|our number|line
@digit @digit @digit @digit
@digit @digit @digit
oh @digit @digit
nought|oh one|two|eight
plus forty four
area code
freephone|hotline|helpline|landline|voicemail|phoneline
phone|telephone|mobile|whatsapp line|number|lines
contact number
call|ring|phone|fax|dial|telephone us|me -old|a|what|crazy|fussy|biased|romantic*|slow|when|nosy|curious|sentimental|optimist*|stubborn|mad
call|ring|phone|telephone the|our workshop|team|office|shop|studio|line|number
call|phone|text|dial ..2 number|now|line
give ..1 us|me ..1 ..1 call|ring|bell|buzz|tinkle
send|drop us|me a? text|sms|whatsapp|dm
text us|me|the|nell
text|sms|whatsapp|message ..3 to @digit|number
lines are open
toll free
extension @digit
text|txt|sms stop|yes|no|start|join|end|help|quit
give|giving ..3 call|ring|bell|buzz|tinkle -to|of
call|ring|phone ..2 any|at any|whenever|between|before|after
pick up the phone
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
our phone|telephone -case|stand
ring|call|dial|try|use|phone|reach|catch|get|ask|through|via ..2 our line -of|in
our line opens|stays|closes|for|will
ring|call|phone|telephone ..1 through to|and
fax
! our line of
our number|line is|stands|on|hangs|has
number is|stands|printed ..1 on
call|ring ..2 and ask|speak|tell
leave|left ..1 message on|with ..1 machine|phone|answerphone|line|voicemail
send|drop|fire|shoot ..1 a text|sms to|us|me|over
text|sms to the|our studio|workshop|shop|number
text|txt|sms|whatsapp the|this|that|a word|code|name
text|txt ..2 to us|me|our|nell
the|our|my|a number|numbers is|are|s|on|has|below ..1 on|below|in|the|at|above|printed|painted
numbers on|below|printed
! a number of
ring|call|phone|buzz nell|asha -a|the|over|by|it
text|txt ..6 to the|us|our|nell|this
send|sends|sent|sending ..3 a text|sms|voicenote
on my|our|the mobile|cellphone|cell
my|our mobile
phone|telephone book|directory
our texts|sms
number below|above|overleaf
"""

TABLES = {"link": LINK, "e-mail address": E_MAIL, "phone": PHONE}
