"""What a plan changes: people who arrive, places that come or go, and the gaps that follow.

`plan` says what may be changed; `applied` works the changes one after another on what is known
today; `costs` prices added places; `fairness` compares equality before and after.
"""
