"""How plain a Dutch text is: its sentences and words, and what makes them hard to read. Pure functions over texts.

What is found is an indication, within limits that a library sets for its readers. No measure here says what level a text has.
"""
