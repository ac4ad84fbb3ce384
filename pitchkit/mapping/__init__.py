"""The argument map: which entry answers which objection, and which sources it rests on, as Mermaid and as a picture.

One group for each objection, so that a map of any size can be read from top to bottom and on paper: an answer to two objections
stands in both groups.
"""
