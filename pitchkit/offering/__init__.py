"""The documents of an offer: built, measured and checked."""
