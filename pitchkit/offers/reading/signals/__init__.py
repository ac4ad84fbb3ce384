"""What the words of a buyer tell: limits, weights, dates, rules of form, kinds of demand, questions. Pure."""
