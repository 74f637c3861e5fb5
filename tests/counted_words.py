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
    # Conditions that exclude each other are never both in one message.
    "{% if a > 1 %}12345{% endif %}{% if a == 1 %}1234{% endif %}": (5, 0),
    "{% if a > 1 %}123{% endif %}{% if a == 1 %}1234{% endif %}{% if a < 1 %}1{% endif %}": (4, 0),
    "{% if a != '' %}123{% endif %}{% unless a != '' %}12{% endunless %}": (3, 0),
    "{% if a == 'Tea' %}123{% else %}1{% endif %}{% if a == 'Mugs' %}12{% endif %}": (3, 0),
    "{% if a == 'x' and b > 2 %}123{% endif %}{% if a == 'y' %}12{% endif %}": (3, 0),
    "{% if a > 1 %}123{% endif %}{% if a > 4 %}12{% endif %}{% if b %}1{% endif %}": (6, 0),
    "{% if a == 'x or y' or b == 1 %}12{% endif %}{% if b == 2 %}1{% endif %}": (3, 0),
    "{% if b == 1 and b == 2 or a == 1 %}12{% endif %}{% if b == 2 %}1{% endif %}": (2, 0),
    "{% if a contains 'x' %}123{% endif %}{% if b == 1 %}1{% endif %}": (4, 0),
    "{% if a contains 'x' %}123{% endif %}{% if a == 'y' %}1{% endif %}": (1, 0),
    "{% if a contains 'x' %}12{% endif %}{% unless a contains 'x' %}1{% endunless %}": (2, 0),
    "".join(f"{{% if f{n} == 'x' %}}12{{% else %}}1{{% endif %}}" for n in range(9)): (18, 0),
}
