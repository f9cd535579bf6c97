"""crosscheck: reads the articles on one story and shows an editor what they say of each other."""

__version__ = "0.1.0"
