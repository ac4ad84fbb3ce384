"""Answers back into the buyer's own files: a copy in which only the places change that are to be filled."""
