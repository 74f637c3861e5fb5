"""What sounds like scarcity and is none: innocent phrases beside the patterns of the three."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

INNOCENT = """
! i|we ..1 have one of each
! tea|air|steam|water|clay ..4 on its|their way out
! few|couple|handful ..3 left on your|the ..1 plate|side|tongue|table|spoon
! last few cups of|were|are|in|will|taste
! if|when|until it|they|yours|tin is|are nearly|almost gone
! you|your|tin|caddy|tea ..3 running low|short ..1 on|of?
! ^ running low|short on|of
! when|if|is ..2 tea|tin|you ..2 running low|short|down|out
! till has ..1 soft|mad|quiet
! it|they ..2 be|was|is as hard to find
! queue for the ..1 kettle|bath|bathroom|loo|tap|toaster|biscuits|sink
! experts|interest|opinion|opinions|fashion|nap|naps|cats|cat|asleep ..1 in ..1 baskets
! last|final piece ..2 puzzle
! last piece of cake|toast|advice|pie
! we|i|they? have|has? run|runs|ran out of -stock|time|it|them|these|this|those|us|@ware
! hot cakes ..1 plate
! left ..1 in your|the|a|our ..2 basket|cart|cup|pot|sink
! rare treat|moment|quiet|breed|steak|pleasure|thing|bird
! not hard to
! hard to ..1 find fault
! last one in|out|to ..2 bed|kettle|lights
! before we ..1 sell|sold|take*
! short of @stock
! not ..1 have to start again
! flying ..1 off the wheel
! ^ running|getting low $
! tin|tea|leaf|caddy|packet|which|yours ..3 almost|nearly gone -from|soon|now
! ^ running|getting low on tea|leaf $
! your|yours tea|tin|leaf|leaves|shelf|supply|one|ones|stock|pot ..2 running|runs|getting|gets|is low|out|short
! yours ..1 running|runs|getting|gets|is low
! if ..4 running|runs|getting|gets|is low
! last one|few ..2 to pack
! thought|think|like|liked|love|loved|enjoyed|as|than|with ..2 the|your last one
! before you go ..4 quick
! in|that|during|until|before the? last firing
! letter|letters|note|notes|mail ..12 last of its|their kind
! take|buy|choose|have|pick|order|keep|try one of each -left
! ^ running|getting|run|runs low|out|short -in|at|at
! before|until|till i|we ..1 sell|sold|take*
! no more than|of|to
! never|not run|runs out of tea|clay|questions|talk|jokes|ideas|things|words|patience|excuses
! what|which|there is only|just the one
! we|i never|not ..1 run|runs out of tea|clay|questions|talk|jokes|ideas|things|words|patience|excuses ..1 in|at ..2 workshop|shop
! will never run out
! tasted|tested|checked|fired|packed|glazed|made|tried|looked|weighed|washed|held ..3 before it|they is|are ..1 sold
! if|hope|happier|happiest|rather ..4 not stay|sit|live ..4 shelf|shelves
! in|during|for|through the last|final firing -of
! bucket|biscuits|milk|sponge|radio|battery|voice|patience|jokes ..2 running|runs low|short|out
! someone|somebody|everyone ..1 will get back
! others|another want|wants|wanted one ..1 that|which|who|with|for|without
! get|receive|want|have|hear|send|sent|see ..2 no more ..3 like ..1 it|this|these|them|that
! we|i|you|they ..1 sell|make|sells comes|goes|come out of|from|in|at|on
! once the|your|our ..2 soup|jam|milk|flowers|bread|cake|biscuits|steam|guests|heat|scent|porridge|butter|rain is|are|has|have gone
! rare that|for|to
! running|run|ran out of ..1 wall|space|room|paint|puns|words|hooks|excuses|patience|jokes|paper|ideas|shelf|breath|steam
! not ..3 tell|say|claim|pretend ..4 running out|low
! drying|kitchen|packing|your|higher|top|book|books|whose|whichever shelf|shelves ..6 bare|empty|emptied
! shelf in|above|over|by|near|beside ..4 kitchen|wheel|room|sink|window|bench|hall|stove|door ..4 bare|empty
! you|your|tin|tins|caddy|packet|leaf ..3 down to ..2 last|final|few|handful ..1 box|tin|tins|one|few|handful|of
! ^ down to the last|final few|of|handful|spoonful ..3 leaf|leaves|tea|tin|spoonful*|spoon*|cups|dregs|crumbs|packet|caddy
! cushion|kettle|biscuit|biscuits|cake|scone|evening|weekend|post|postage|delivery|carriage|fare|stamps|heart|lap ..1 is|are|was ..1 spoken for
! i|we can|could not keep it|this|that to myself|ourselves any|much longer
! if|when|whenever|once|until|whether ..10 nearly|almost|already|half empty|bare|gone
! if|when|whether|though ..6 out of print
! in doubt about|over any|it
! ^ running|getting? low|short on|of ..1 supplies
! if|when|once|whenever you ..3 low|short on|of ..1 supplies
! shelf|shelves at home ..6 bare|empty|emptied
! if|when|once|whenever|is the|your ..1 shelf|shelves ..3 bare|empty|emptied
! order|parcel|supplies|courier have ..1 been ..1 taken
! parcel|order|box|letter|reply|mail|it ..2 goes|leaves|go ..1 as soon ..8
! last of the ..1 snow|frost|light|sun|water|milk|soap|tea|coffee|oil|shampoo|cream|food|kibble|bag|jar|dough|paint|washing|dishes|leaves|lines
! when|since|where we|you|i ..1 last left
! the last piece ..2 always|missing|lost|under|found|goes|fits
! notes|note|scent|days|weeks|years|hours|evenings|weekends|summers|holidays|minutes|mornings|nights ..1 go|goes|gone|going ..1 fast|quick*
! your {cart.*}|{order.*}|{viewed.*} ..1 is|are ..1 running out|low|short -on|in
! think|thinks|notice|notices|remember ..5 when|once|after they|these|it|this|those ..1 is|are|have ..1 gone
! supplies|stock|stocks at home ..3 low|short|out|down|empty
! if|whether|should the|that|this|your ..2 rail|shelf|pile|stack|supply|supplies ..1 looks|look|looking|getting|running|runs|run|wearing ..1 thin|thinner|sparse|patchy
"""

TABLES = {"scarcity": INNOCENT}
