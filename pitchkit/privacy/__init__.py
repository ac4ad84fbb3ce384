"""Personal data in a text: numbers and addresses that belong to one person, and what looks like a name. Pure patterns.

Nothing found is no promise: who somebody is can show without a name or a number.
"""
