"""The command and everything behind it, on a text of our own with the same structure as a customer's."""
