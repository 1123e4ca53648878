"""The words of a note with what tells a name from a word: spelling, place, neighbours."""

import re
from dataclasses import dataclass

from signalering.privacy.guard.word_lists import WordLists, plain

# A dot belongs inside an abbreviation ("v.d.", "a.u.b."), not between two words ("dhr.Poot").
_WORD = re.compile(
    r"(?:'[st](?=\s)|(?:[^\W\d_]{1,2}(?:\.(?=[^\W\d_]{1,2}(?![^\W\d_]))[^\W\d_]{1,2})+"
    r"|[^\W\d_]+)(?:['-](?=[^\W\d_])[^\W\d_]+)*)"
)
_BEFORE_SENTENCE = re.compile(r"(?:^|[.!?:;\n(\"*•>/-]|\.\.)\s*$")
# Endings of names from elsewhere that no Dutch word has.
_FOREIGN = re.compile(
    r".{2,}(?:ski|ska|skiej|skiego|cki|cka|wicz|czyk|owski|owska|czak|oglu|ovic|ovich|enko|"
    r"yilmaz|ullah|singh|shvili|opoulos|adze)"
)
_SOUNDS = re.compile(
    r"(?:[^aeiou]aa?|[^aeiou]i|iya|aya|ah|eh|oud|eddin|ullah|ane|ani|ov|ev|iu|escu|yn|ia|ie[tl]a)$"
    r"|^(?:abd|abu|bou|kh|dj|mh|nh|ng|tr[uú]|xu|zh|sz|cz|dz|ul|gh)|sz|cz|dj[aeiou]|kh[aeiou]"
)
_DERIVED = re.compile(
    r"(?:aar|aars|ster|ing|ingen|heid|tje|tjes|zorg|oma|opa|iteit|isme|er|ers|"
    r"iaan|eur|euse|iste?|ante|ier|genoo?te?|oor|aire?|man|mens|kind|meid|lid)$"
)
_SHORTEST_STREET = 7
# No name is longer; and what is longer is not taken apart.
LONGEST = 40


@dataclass(frozen=True)
class Token:
    """A word of the folded text. `word` is lower-case and without accents."""

    start: int
    end: int
    raw: str
    word: str
    capital: bool
    opens: bool

    @property
    def shouted(self) -> bool:
        """Written in capitals throughout."""
        return len(self.raw) > 1 and self.raw.isupper()


def tokens_of(text: str) -> list[Token]:
    """Every word of the text in its order; a genitive is cut off ("Anna's")."""
    found = []
    low = text.lower()
    if text.isupper() and len(low) == len(text):
        # Shouted from end to end: no capital tells anything.
        text = low
    for match in _WORD.finditer(text):
        raw = match.group()
        if len(raw) > 3 and raw[-2:] in ("'s", "'S"):
            raw = raw[:-2]
        start = match.start()
        found.append(
            Token(
                start,
                start + len(raw),
                raw,
                plain(raw.casefold()),
                raw[0].isupper() or (raw[:2].casefold() == "d'" and raw[2:3].isupper()),
                _BEFORE_SENTENCE.search(text, max(0, start - 4), start) is not None,
            )
        )
    return found


@dataclass(frozen=True)
class Told:
    """What the lists say of a word."""

    lists: WordLists

    def first(self, token: Token) -> bool:
        """A first name, and no word: in whatever case."""
        word, lists = token.word, self.lists
        spelled = token.raw.casefold()
        if token.capital and spelled != word and spelled in lists.first_names - lists.words:
            # With its accents it is no word: "Gül".
            return True
        if word in lists.ordinary or word in lists.also_names or word in lists.known:
            return False
        if word not in lists.first_names:
            return self._genitive(token)
        if len(word) <= 3:
            return word in lists.short_names or (token.capital and not token.shouted)
        return True

    def surname(self, token: Token) -> bool:
        """A surname, and no word."""
        word, lists = token.word, self.lists
        return word in lists.clear_surnames or (
            len(word) > 3
            and word in lists.surnames
            and word not in lists.words
            and word not in lists.ordinary
            and word not in lists.known
        )

    def any_surname(self, token: Token) -> bool:
        """A surname, be it a word too; no place."""
        word, lists = token.word, self.lists
        listed = word in lists.surnames or word in lists.surname_words
        shut = word in lists.never_surname and word not in lists.surname_words
        return listed and word not in lists.known and not shut

    def also_name(self, token: Token) -> bool:
        """A word that is a first name where it is written like one."""
        return token.word in self.lists.also_names

    def clear(self, token: Token) -> bool:
        """A name by itself, wherever it stands."""
        return self.first(token) or self.surname(token) or self.double(token) or self.foreign(token)

    def leads_to_surname(self, following: list[Token]) -> bool:
        """Whether a surname with a capital comes next, particles before it or not."""
        for token in following:
            if token.word not in self.lists.particles:
                return token.capital and (self.any_surname(token) or self.clear(token))
        return False

    def names_a_street(self, token: Token) -> bool:
        """Whether it ends as streets do, with enough before it."""
        endings = ("laan", "straat", "plein", "weg", "kade", "singel", "steeg", "gracht")
        named = token.word.endswith(endings) and len(token.word) >= _SHORTEST_STREET
        return named and token.word not in self.lists.surnames

    def was_trade(self, following: list[Token]) -> bool:
        """Whether it tells what somebody did: "bakker geweest", "kok van beroep"."""
        return any(token.word in {"geweest", "beroep", "gewerkt"} for token in following)

    def double(self, token: Token) -> bool:
        """Two names with a hyphen between them, or an Arabic article with a name."""
        parts = token.word.split("-")
        if (
            parts[0] in {"sint", "st"}
            or len(parts) < 2
            or min(map(len, parts)) < 2
            or not self.lists.known.isdisjoint({token.word, *parts})
        ):
            return False
        if parts[0] in {"al", "el", "ait", "ben", "bin", "abd", "ould", "oulad"}:
            return len(parts[1]) > 2 and (token.capital or parts[1] not in self.lists.words)
        lists = self.lists
        names = [
            part in lists.first_names or part in lists.surnames or part in lists.particles
            for part in parts
        ]
        words = [part in lists.ordinary or part in lists.words for part in parts]
        return all(names) and (token.capital or not any(words))

    def unknown(self, token: Token) -> bool:
        """In no list at all, and not made of two words that are."""
        word, lists = token.word, self.lists
        if len(word) < 3 or token.shouted or "." in word:
            return False
        if not lists.known.isdisjoint({word, *word.split("-")}):
            return False
        return word not in lists.words and not self._compound(word)

    def ends_in_word(self, token: Token) -> bool:
        """Ends in a word or as words do: at the start of a sentence it is one itself."""
        word = token.word
        if _DERIVED.search(word) is not None or "-" in word:
            return True
        words, names = self.lists.words, self.lists.first_names
        tails = (word[cut:] for cut in range(3, len(word) - 3))
        return any(tail in words and tail not in names for tail in tails)

    def foreign(self, token: Token) -> bool:
        """Ends as no Dutch word does."""
        known = token.word in self.lists.words
        return len(token.word) > 5 and not known and _FOREIGN.fullmatch(token.word) is not None

    def sounds_foreign(self, token: Token) -> bool:
        """With a capital, in no list, and ended or spelled as Dutch words hardly are."""
        if not token.capital or token.shouted or len(token.word) < 4 or not self.unknown(token):
            return False
        return _SOUNDS.search(token.word) is not None

    def human(self, token: Token | None) -> bool:
        """A verb that people do."""
        return token is not None and token.word in self.lists.human_verbs

    def _genitive(self, token: Token) -> bool:
        word, lists = token.word, self.lists
        return (
            token.capital
            and len(word) > 4
            and word.endswith("s")
            and word not in lists.words
            and word[:-1] in lists.first_names
            and word[:-1] not in lists.ordinary
        )

    def _is_plain(self, word: str) -> bool:
        """A word, and no first name."""
        lists = self.lists
        return word in lists.words and (word not in lists.first_names or word in lists.ordinary)

    def _compound(self, word: str) -> bool:
        if len(word) > LONGEST:
            return True
        words = self.lists.words
        for cut in range(3, len(word) - 2):
            if word[:cut] in words:
                rest = word[cut:]
                if self._is_plain(rest) or (len(rest) > 4 and rest[0] == "s" and rest[1:] in words):
                    return True
        return "-" in word and all(part in words for part in word.split("-") if part)
