"""Words of the wrong occasion: an order that was placed, in a message about what may be ordered."""

from __future__ import annotations

CLASSES: dict[str, str] = {}

ORDERED = """
thank*|thanks ..2 for ..2 order|orders|ordering|purchase|buying|purchasing
your order is|was ..1 on its way
your order was|being ..1 packed|posted|delivered|dispatched|shipped -by
now that ..3 arrived|come|landed|delivered
hope|hopes|hoping ..2 you ..1 like|enjoy|love ..1 your ..1 order|purchase|new
hope|hopes ..3 arrived|came ..1 whole|safely|safe|intact|well
enjoy your ..1 order|purchase|new
! if|once|when|after|should|until|before ..3 your ..1 order|parcel is|has ..2 on|packed|posted|dispatched|left|placed|delivered|arrived
! as soon as your ..1 order|parcel is|has ..2 on|packed|posted|dispatched|left|placed|delivered|arrived
order ..1 is|was|now confirmed|received|accepted|processed|approved
-no order has been ..1 confirmed|received|accepted|processed|approved|placed
order confirmed|accepted|approved
^ ..1 order confirmation ..1 $
we|i ..1 received|confirmed|accepted|processed|taken your ..1 order
order went|gone|has ..1 through
order goes ..1 through -as|when|once
your ..1 invoice ..1 for|has
you|you have|just bought|ordered|purchased|paid|chose ..1 a|an|the ..1 mug|bowl|teapot|plate|tin|tea|pot|jug
your ..1 purchase is|has|was
! your ..1 earlier|last|past|previous|first ..1 purchase is|has|was
"""

TABLES = {"claim:ordered": ORDERED}
