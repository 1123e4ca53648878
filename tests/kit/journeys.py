"""What no link leads to: residents with a card, receivers with a link, steps that come of a form.

What they need is made on the way: an initiative's link, a card, a referral.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from playwright.sync_api import Browser, FilePayload

from kit.demonstration import Demonstration
from kit.walks import Look, Walked, Walker, visitor

_CODE = re.compile(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}\b")
_PROPOSE = re.compile(r"/cases/[0-9a-f-]{36}/propose-referral\b")
_LIST: FilePayload = {
    "name": "list.csv",
    "mimeType": "text/csv",
    "buffer": b"naam,e-mailadres,rollen,organisatie,taal\nCor,cor@dorp.test,manager,,nl\n,x,,,\n",
}


@dataclass
class Journeys:
    """Those of one demonstration."""

    browser: Browser
    place: Demonstration
    codes: list[str] = field(default_factory=list)

    def walked(self, look: Look, pictures: Path) -> Iterator[tuple[str, Walked]]:
        """By whom, and what they came by; what the desk hands out others use."""
        self.codes = []
        meet = partial(visitor, self.browser, self.place, pictures=pictures)
        links: dict[str, list[str]] = {"initiative": [], "receiver": []}
        desk = {
            "administrator": lambda who: links["initiative"].extend(self._administer(who)),
            "frontline": self._report,
            "coordinator": lambda who: links["receiver"].extend(self._refer(who)),
        }
        for name, journey in desk.items():
            who = meet(f"{name} at work", look)
            who.log_in(name)
            who.walked = Walked()
            who.tried(partial(journey, who))
            who.page.context.close()
            yield name, who.walked
        for language in ("pl", look.language) if look.language == "nl" else (look.language,):
            resident = meet(f"resident in {language}", replace(look, language=language))
            resident.tried(partial(self._carry, resident, self.codes.pop()))
            resident.page.context.close()
            yield "resident", resident.walked
        for name, answer in (("initiative", self._assure), ("receiver", self._receive)):
            for link in links[name]:
                who = meet(name, look)
                who.tried(partial(answer, who, link))
                who.page.context.close()
                yield name, who.walked

    def _administer(self, who: Walker) -> Iterator[str]:
        who.go("/signals/cards")
        who.press("Kaarten maken")
        self.codes = _CODE.findall(who.text)
        who.go("/accounts/invite-list")
        who.page.locator("input[type=file]").set_input_files(_LIST)
        who.press("Bestand bekijken")
        who.go("/directory")
        who.leads(who.page.locator("main a[href$='/ask']").first.click)
        who.press("Link tonen en printen")
        yield _shown(who)

    def _report(self, who: Walker) -> None:
        """A name, a word of danger, and then a signal as it should be, for each card."""
        for note in ("Mevrouw De Vries is alleen.", "Wil niet meer leven.", *self.codes[:2]):
            who.go("/signals/log")
            who.choose("Wat viel je op?", "says_lonely", of="indicators")
            who.pick("Waar woont de inwoner?", "monster", of="places")
            who.choose("Hoe oud is de inwoner?", "75+", of="age_bands")
            who.choose("Wat vraag je van ons?", "contact", of="requests")
            if note in self.codes:
                who.choose("Mogen wij contact opnemen?", "card", of="contact_answers")
                who.fill("Code op de kaart", note)
            else:
                who.choose("Mogen wij contact opnemen?", "not_asked", of="contact_answers")
                who.fill("Wat moeten we nog weten?", note)
            who.press("Signaal versturen", 200 if note in self.codes else 422)
        self.codes = self.codes[:2]

    def _refer(self, who: Walker) -> Iterator[str]:
        """Proposed, with a yes, and asked."""
        who.go(self._proposed(who))
        who.fill("Hoe heet de inwoner?", "Mevrouw Verzonnen")
        who.page.locator("input[name=kinds]").first.check()
        who.fill("Wat wil de inwoner graag?", "Samen wandelen.")
        who.press("Voorbeeld bekijken")
        who.press("Link tonen en printen")
        yield _shown(who)

    def _proposed(self, who: Walker) -> str:
        """Where the referral is sent: of the first case that one can be proposed in."""
        who.go("/cases")
        for link in who.page.get_by_role("rowheader").get_by_role("link").all():
            case = who.page.request.get(f"{who.site.address}{link.get_attribute('href')}").text()
            if found := _PROPOSE.search(case):
                break
        else:
            raise AssertionError("no case is ripe for a referral")
        who.go(found[0])
        who.page.locator("input[name=initiative]").first.check()
        who.press("Voorstellen")
        step = who.page.locator("a[href$='/advance']").first.get_attribute("href")
        assert step
        who.go(step)
        who.page.locator("input[name=step][value=consented]").check()
        who.pick("Hoe gaf de inwoner toestemming?", "spoken_to_coordinator", of="consent_ways")
        who.press("Stap bewaren")
        who.go(step)
        sending = who.page.locator("a[href$='/send']").first.get_attribute("href")
        assert sending
        return sending

    def _carry(self, who: Walker, code: str) -> None:
        """The card: left, kept, taken back, erased."""
        page = f"/card?language={who.language}"
        who.go(page)
        who.seen("/card")
        who.send_empty()
        who.fill("Code op uw kaart", code)
        who.press("Verder")
        who.send_empty()
        who.fill("Uw naam", "Wiesława Zmyślona")
        who.fill("Uw telefoonnummer", "06 55 55 55 55")
        who.field("Ja, dit vind ik goed").check()
        who.press("Versturen")
        who.press("Ik wil geen contact meer")
        who.press("Ja, ik wil geen contact meer")
        who.press("Kaart ongeldig maken")
        who.press("Ja, wis alles")
        who.go(page)
        who.fill("Code op uw kaart", code)
        who.press("Verder", 422)

    def _assure(self, who: Walker, link: str) -> None:
        who.go(link)
        who.seen("/offer/*")
        who.press("Aanbod bekijken")
        who.send_empty()
        who.choose("Bestaat dit aanbod nog?", "stands", of="offer_answers")
        who.choose("Kan er nu iemand bij?", "room", of="offer_rooms")
        who.press("Antwoord versturen")
        who.go(link)
        who.press("Aanbod bekijken", 404)

    def _receive(self, who: Walker, link: str) -> None:
        who.go(link)
        who.seen("/referral/*")
        who.press("Vraag openen")
        who.send_empty()
        who.choose("Wat wilt u laten weten?", "declined", of="receiver_answers")
        who.press("Antwoord versturen", 422)
        who.choose("Wat wilt u laten weten?", "call", of="receiver_answers")
        who.press("Antwoord versturen")


def _shown(who: Walker) -> str:
    return urlsplit(who.page.locator("strong.reference").inner_text()).path
