"""Addresses and numbers in words, and ways to reach somebody that no fact states."""

from __future__ import annotations

CLASSES = {
    "domain": (
        "com net org co uk shop store io example info biz site online eu de fr es it nl pl app xyz "
        "ly gift club live me us tv tk ru cn gov edu ac ltd top vip link click page web dev"
    ),
}

LINK = """
dot|punkt|point|punto @domain
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
link in|below|bio|here|above|underneath
click|tap|press|follow|open|visit|use|paste|copy|see ..3 link|links|hyperlink|url|address|website|webpage
click|tap here|below|now|this
visit|go|head|see|check|browse|come|pop|over ..3 website|site|homepage|webpage|web
our|the|my website|site|webpage|homepage
google|search|look ..2 for|up|us ..3 google|online|internet|bing|web
google us|for|our|it
qr code
scan ..3 code
instagram|facebook|tiktok|whatsapp|telegram|pinterest|youtube|twitter|snapchat|messenger|linkedin|discord|threads
find|follow|tag|dm|add|like us on|in|at
dm|inbox us
hashtag*|handle ..1 is
download ..3 app|attachment|file|here
attachment*|attached
install
"""

E_MAIL = """
at ..1 gmail|hotmail|outlook|yahoo|icloud|example|protonmail
email|mail|write|send|reply|contact|message ..4 at ..4 dot
email|e mail|address us|me at -once|any|the|your|our|leisure|work
email|mail|write|send|reply|contact|forward|e ..2 to|us|me ..2 at -the|your|our|once|any|home|leisure|work|night|a|an|this|that|all|last|least|lunch*|workshop
hello|info|support|sales|orders|help|contact|care|service|team at -the|your|our|a|home|last|once|this
address is ..2 at
"""

PHONE = """
@digit @digit @digit @digit
@digit @digit @digit
oh @digit @digit
plus forty four
area code
freephone|hotline|helpline|landline|voicemail|phoneline
phone|telephone|mobile|whatsapp|contact|customer line|number|us|me|lines
call|ring|phone|text|fax|dial|telephone us|me|our|the ..1 -workshop ..1 cat|a|what|it|old|crazy|fussy|biased|days|when|for ..1 tea
call|ring|phone|text|dial ..2 on|number|now|today|line|anytime
give ..1 us|me ..1 ..1 call|ring|bell|buzz|tinkle
text|sms|whatsapp|message ..3 to @digit|number
lines are|open
toll free
extension @digit
! call us old|biased|sentimental|what|fussy|crazy|romantic*|optimist*|slow|stubborn|nosy|curious
! call me old|biased|sentimental
! call it|the|that
! ring to it
! ring the bell|changes
! rings true
! texture*
! two or three
! one or two
"""

TABLES = {"link": LINK, "e-mail address": E_MAIL, "phone": PHONE}
