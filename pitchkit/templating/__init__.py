"""Templates and what they are filled with. The only door to jinja2."""
