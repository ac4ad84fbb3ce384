"""What a group costs beside individual help, and what hours it frees: from given figures to outcomes with their derivation. Pure.

`inputs` is what the profile says; `checks` what is wrong with it; `plan` one group with every figure at hand; `hour_cost` and
`comparison` compute; `break_even`, `hours` and `ranges` look at the comparison each from its side; `outcomes` is all of it.
"""
