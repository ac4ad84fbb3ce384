"""Which entries of a library answer a question of a buyer, how well, and by what one can tell.

A question is read as lemmas; compounds are taken apart; the library's thesaurus ties the buyer's words to ours; and words that
share runs of letters count a little. No model, no network.
"""
