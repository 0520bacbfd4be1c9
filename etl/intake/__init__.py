"""Users' own files, however they were made: detected, shown as understood, read by the contract.

Nothing is guessed: what the file does not decide is asked. Every line is accounted for as
accepted, refused with the column, the reason and how to mend it, or left out with the reason.
"""
