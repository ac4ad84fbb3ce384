"""Finding entries by words, in whatever form they were typed: another inflection, part of a compound, without accents, misspelt.

No model and no network: lemmas from a dictionary, the library's own words, themes and thesaurus.
"""
