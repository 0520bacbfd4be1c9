"""The Equality page: is capacity spread more equally over need than before?"""
