"""The languages of the screens: Dutch is the source, English is whole."""

LANGUAGES = ("nl", "en")
