"""Words with the letters and facts of their longest way, for all that count them."""

from __future__ import annotations

WORDS = {
    "": (0, 0),
    "Your pot": (8, 0),
    "Still thinking about {{ cart.first.title }}?": (22, 1),
    "{% if a == 'Tea' %}Your tea{% else %}Your pot is here{% endif %}": (16, 0),
    "{% if a %}one{% elsif b %}three{% else %}two{% endif %}!": (6, 0),
    "Hi{% if name != '' %} {{ name }}{% endif %}, hello": (10, 1),
    "{% if a %}12345{% else %}{{ a }}{{ b }}{% endif %}": (5, 0),
    "{% if a %}x{% if b %}yy{% else %}zzz{% endif %}{% else %}ab{% endif %}": (4, 0),
    "{% if a -%}\n  one\n{%- else -%}\n  three\n{%- endif %} more": (10, 0),
    "{% unless a %}12{% endunless %}{% if a": (9, 0),
    "{% if a %}still typing": (12, 0),
    "{% endif %}{% else %}ab": (2, 0),
    "{{ a": (4, 0),
    "\U0001f375 tea": (5, 0),
}
