"""Names: after titles and kin, initials with a surname, first names and surnames by the lists."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from signalering.privacy.guard.finding import Found, Kind, finding
from signalering.privacy.guard.name_context import (
    ARTICLES,
    BEING,
    NATIONALITIES,
    OWNING,
    acts,
    after_thing,
    ends_sentence,
    is_hers,
    is_month,
    is_named_house,
    is_no_surname,
    is_of_things,
    is_place,
    is_thing,
    is_whose,
    joined,
    looks_like_name,
)
from signalering.privacy.guard.name_roles import (
    NAMED_AFTER,
    is_biblical,
    is_house,
    is_seen,
)
from signalering.privacy.guard.name_shapes import (
    by_article,
    by_attention,
    by_great_particle,
    by_initials,
    by_long_particle,
    by_particle,
    by_particle_low,
    by_turned_initials,
    by_turned_name,
)
from signalering.privacy.guard.tokens import Token, Told, tokens_of
from signalering.privacy.guard.word_lists import word_lists

_MOST_PARTS = 4
# "sprak Bakker", "volgens Vos": a person comes next.
_SPEAKING = frozenset(
    {"sprak", "gesproken", "volgens", "namens", "belde", "mailde", "appte", "zei", "bezocht"}
)


def find(text: str) -> Found:
    """Names of people. The longest reading of each place; a genitive's ending stays outside."""
    told = Told(word_lists())
    tokens = tokens_of(text)
    shut = _phrases(text, told)
    spans: list[tuple[int, int, bool]] = []
    spans += by_initials(text, told)
    spans += _by_title(text, tokens, told)
    spans += by_particle(text, told)
    spans += by_article(text, told)
    spans += by_attention(text, told)
    spans += by_particle_low(text, told)
    spans += by_turned_initials(text, told)
    spans += by_long_particle(text, told)
    spans += by_turned_name(text, told)
    spans += by_great_particle(text, told)
    spans += _by_lists(text, tokens, told)
    for start, end, certain in _merged(spans):
        if not certain and _is_no_person(text, start, end, tokens, told):
            continue
        # "mevrouw Van der Valk" is none of the hotels; "Dr. Oetker" has its title in the phrase.
        if not any(
            start < until and since < end and not (certain and start <= since)
            for since, until in shut
        ):
            yield finding(Kind.NAME, start, end, certain=certain)


def _start(token: Token) -> int:
    return token.start


def _is_no_person(text: str, start: int, end: int, tokens: list[Token], told: Told) -> bool:
    """A house, a firm, whom everybody sees, a book of the bible: told by what stands around."""
    first = bisect_left(tokens, start, key=_start)
    last = bisect_left(tokens, end, key=_start) - 1
    if last < first:
        return False
    begins = first
    while begins > max(0, first - 3) and not _is_cut(text, tokens[begins - 1], tokens[begins]):
        begins -= 1
    before = [token.word for token in tokens[begins:first]]
    following = tokens[last + 1].word if last + 1 < len(tokens) else None
    if is_house(before, following, told.lists):
        # "op school Youssef": there somebody goes to it.
        loose = before and before[-1] in told.lists.loose_houses and following is not None
        return not (loose and first == last and told.first(tokens[first]))
    if is_seen(before, told.lists):
        return tokens[first].capital
    if is_named_house(tokens[first : last + 1], before, told):
        return True
    near = [token.word for token in tokens[max(0, first - 5) : last + 4]]
    return first == last and is_biblical(tokens[first].word, near, told.lists)


def _is_cut(text: str, left: Token, right: Token) -> bool:
    """ "bij inloop: Yusuf": behind such a mark something else begins."""
    return any(mark in text[left.end : right.start] for mark in ".:;,!?()\n")


def _phrases(text: str, told: Told) -> list[tuple[int, int]]:
    low = text.casefold()
    if len(low) != len(text):
        return []
    return [
        (match.start(), match.end())
        for phrase in told.lists.phrases
        if phrase in low
        for match in re.finditer(rf"(?<!\w){re.escape(phrase)}(?!\w)", low)
    ]


def _merged(spans: list[tuple[int, int, bool]]) -> Iterator[tuple[int, int, bool]]:
    """Overlapping and touching ones as one; certain when one of them is."""
    held: tuple[int, int, bool] | None = None
    for start, end, certain in sorted(spans):
        if held is None or start > held[1] + 1:
            if held is not None:
                yield held
            held = start, end, certain
        else:
            held = held[0], max(held[1], end), held[2] or certain
    if held is not None:
        yield held


def _by_title(text: str, tokens: list[Token], told: Told) -> Iterator[tuple[int, int, bool]]:
    for place, token in enumerate(tokens):
        titled = token.word in told.lists.titles
        naming = token.word in told.lists.naming
        role = token.word in told.lists.roles
        if not (titled or naming or role or token.word in told.lists.kin):
            continue
        begin = place + 1
        # "naam is", "heet dus": one word may stand between.
        if naming and begin < len(tokens) and tokens[begin].word in {"is", "was", "van", "dus"}:
            begin += 1
        while begin < len(tokens) - 1 and titled and len(tokens[begin].word) == 1:
            begin += 1  # initials
        at = begin
        while at < len(tokens) and tokens[at].word in told.lists.particles:
            at += 1
        if at >= len(tokens) or not joined(text, tokens[place : at + 1]):
            continue
        first = tokens[at]
        if ends_sentence(text, token, tokens[place + 1]) or is_whose(tokens[begin:at], first):
            continue
        if token.raw == "dr" and place > 0 and not first.capital and is_hers(tokens[place - 1]):
            continue
        after = tokens[at + 1] if at + 1 < len(tokens) else None
        acting = titled and at == begin and _acts_by_title(text, first, after, told)
        if not (acting or _may_follow(first, token, told, titled, naming, particles=at > begin)):
            continue
        if role and not (titled or first.capital or token.word in told.lists.kin):
            continue
        if not first.capital and told.was_trade(tokens[at + 1 : at + 3]):
            continue
        near_kin = token.word in told.lists.close_kin and not first.capital
        if near_kin and not told.clear(first) and not told.human(after):
            continue
        end = _extended(text, tokens, at, told)
        # "zus van Mieke": there "van" tells whose, and is no part of a name.
        surnamed = role or naming or token.word in told.lists.close_kin
        kept = titled or (surnamed and not told.first(first))
        first_place = place + 1 if titled else begin
        yield tokens[first_place if kept else at].start, end, titled


def _acts_by_title(text: str, token: Token, after: Token | None, told: Told) -> bool:
    """ "mw vis belt": between a title and what she does nothing but a surname stands."""
    lists = told.lists
    if after is None or token.word in lists.kin or token.word in lists.titles:
        return False
    beside = text[token.end : after.start] == " "
    return beside and told.human(after) and told.any_surname(token)


def _may_follow(
    token: Token, title: Token, told: Told, titled: bool, naming: bool, *, particles: bool
) -> bool:
    lists = told.lists
    word = token.word
    named = word in lists.surname_words and (particles or (token.capital and not token.opens))
    if not named and (word in lists.never_surname or word in lists.titles or word in lists.kin):
        return False
    called = titled and (token.capital or particles) and word in lists.surnames
    if word in lists.known and not called:
        return False
    if told.clear(token):
        return True
    listed = told.any_surname(token) or word in lists.first_names
    named = word in lists.surnames or word in lists.surname_words or word in lists.first_names
    plain_word = word in lists.words and not (named or particles)
    if token.capital and plain_word and is_no_surname(word):
        return False  # "Mevr. Weigert hulp"
    if token.capital and (titled or not token.opens) and not token.shouted:
        # Nobody writes an ordinary word with a capital there.
        return True
    if naming:
        return told.also_name(token) or told.surname(token)
    if told.also_name(token):
        return True
    if particles:
        fits = (listed and word not in lists.ordinary) or told.unknown(token)
        near = titled or title.word in lists.close_kin
        return (near and word in lists.surname_words) or (titled and fits)
    if titled:
        surname = told.any_surname(token) and word not in lists.ordinary
        return (
            word in lists.surname_words
            or surname
            or (told.unknown(token) and looks_like_name(word))
        )
    return title.word in lists.close_kin and word in lists.surname_words


def _by_lists(text: str, tokens: list[Token], told: Told) -> Iterator[tuple[int, int, bool]]:
    for place, token in enumerate(tokens):
        near = tokens[max(0, place - 2) : place], tokens[place + 1 : place + 5]
        if _is_name(token, *near, told):
            start = _begun(text, tokens, place, told)
            yield start, _extended(text, tokens, place, told), False


def _is_name(token: Token, before: list[Token], following: list[Token], told: Told) -> bool:
    after = following[0] if following else None
    if (token.shouted and len(token.raw) < 5) or "." in token.word:
        return False
    if token.word.endswith(("'er", "'ers", "'en")):  # "AOW'er"
        return False
    named_so = token.capital and not token.opens and token.word in told.lists.surname_words
    if (
        (token.word in told.lists.roles and not named_so)
        or is_month(token, before)
        or told.names_a_street(token)
    ):
        return False
    if token.word.endswith(NAMED_AFTER) and token.word not in told.lists.surnames:
        return False
    if is_of_things(token, before, told) or is_place(token, before, after, told):
        return False
    if told.clear(token):
        return True
    if told.also_name(token) and token.opens and acts(after):
        return token.word not in told.lists.never_surname or not token.capital
    if told.also_name(token) and len(before) > 1 and before[-1].word in {"en", "and"}:
        # "marie en koos"
        return told.clear(before[-2]) or (before[-2].capital and told.also_name(before[-2]))
    if not token.capital or token.word in told.lists.known or token.shouted:
        return False
    if told.also_name(token):
        if before and before[-1].word in told.lists.titles:
            # "Mevrouw Wil graag": a name only where a surname follows.
            return told.leads_to_surname(following)
        if not token.opens:
            return True
        owns = after is not None and (after.word in OWNING or told.leads_to_surname(following))
        return (told.human(after) or owns) and token.word not in told.lists.never_surname
    previous = before[-1] if before else None
    particle = previous is not None and previous.word in told.lists.particles
    if told.any_surname(token) and not token.opens:
        if token.word in NATIONALITIES and previous is not None and previous.word in BEING:
            return False
        if particle and is_thing(token, before, told):
            return False
        if particle and previous is not None and previous.capital and previous.word in ARTICLES:
            # "bij De Kreek": a house of that name, unless it is a surname and no word.
            return token.word not in told.lists.words or token.word in told.lists.surname_words
        if particle and not (previous is not None and previous.opens and previous.word == "de"):
            return True
        if previous is not None and previous.word in _SPEAKING:
            return token.word not in told.lists.ordinary or token.word in told.lists.surname_words
        return token.word not in told.lists.ordinary
    if _is_one_of_two(token, following, told):
        return True
    if not told.unknown(token):
        return False
    listed = token.word in told.lists.first_names or token.word in told.lists.surnames
    if told.sounds_foreign(token) and not after_thing(previous):
        return not (token.opens and told.ends_in_word(token))
    if token.opens and told.ends_in_word(token) and not told.leads_to_surname(following):
        return False
    return (not listed and told.human(after)) or told.leads_to_surname(following)


def _is_one_of_two(token: Token, following: list[Token], told: Told) -> bool:
    """ "Keijzer en Noordam": with a surname behind "en" it is one itself."""
    if len(following) < len(("en", "Noordam")) or following[0].word != "en":
        return False
    other = following[1]
    surname = told.surname(other) or told.first(other)
    return other.capital and surname and token.word not in told.lists.words


def _begun(text: str, tokens: list[Token], place: int, told: Told) -> int:
    """With the particles before a surname: "van den Berg"."""
    if told.first(tokens[place]):
        nick = (
            place > 0 and tokens[place - 1].word in told.lists.nicks and tokens[place - 1].capital
        )
        if nick and not tokens[place - 1].opens and joined(text, tokens[place - 1 : place + 1]):
            return tokens[place - 1].start
        return tokens[place].start
    at = place
    while (
        at > 0
        and place - at < 3
        and tokens[at - 1].word in told.lists.particles - {"la", "le", "op"}
        and joined(text, tokens[at - 1 : at + 1])
    ):
        at -= 1
    return tokens[at].start


def _extended(text: str, tokens: list[Token], place: int, told: Told) -> int:
    """To the end of the name that begins at this word."""
    end = tokens[place].end
    at = place + 1
    while at < len(tokens) and at - place < _MOST_PARTS:
        into = at
        while into < len(tokens) and tokens[into].word in told.lists.particles:
            into += 1
        if into >= len(tokens) or not joined(text, tokens[at - 1 : into + 1]):
            break
        if len(tokens[at - 1].word) > 2 and "." in text[tokens[at - 1].end : tokens[at].start]:
            break
        token = tokens[into]
        if not _goes_on(token, told, particles=into > at, capital=tokens[place].capital):
            break
        end = token.end
        at = into + 1
    return end


def _goes_on(token: Token, told: Told, *, particles: bool, capital: bool) -> bool:
    lists = told.lists
    if token.word in lists.never_surname:
        return token.word in lists.surname_words and (particles or token.capital)
    if told.names_a_street(token):
        return False
    if token.word in lists.known:
        return token.capital and token.word in lists.surnames
    if told.clear(token):
        return True
    if token.capital:
        listed = told.any_surname(token) or told.also_name(token)
        # Next to a name a capital says enough; a single letter stands for a surname.
        if listed or token.word not in lists.words or len(token.raw) == 1:
            return True
        titled = token.word in lists.titles or token.word in lists.kin
        return not (titled or token.word in lists.ordinary or is_no_surname(token.word))
    return not capital and told.any_surname(token)
