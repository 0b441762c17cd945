"""What the confidence in a person rests on, in words.

A graph holds it as codes with their weights, `after-with +2.6, common -0.8`, for scripts; the
codes are those of `NameSign` and of `graph.resolve.prose.evidence`.
"""

import re
from collections.abc import Iterator

_REASON = re.compile(r"([\w-]+) ([+-])(\d+\.\d)")

REASONS = {
    # the name itself
    "given": "a given name",
    "given-common": "a frequent given name",
    "surname": "a surname",
    "surname-common": "a frequent surname",
    "ordinary": "an English word",
    "common": "a common English word",
    "unknown": "no word that is known",
    "last-given": "its last word is a given name",
    "last-ordinary": "its last word is an English word",
    "last-common": "its last word is a common one",
    "last-unknown": "its last word is unknown",
    "last-thing": "its words call a place or a thing",
    "place-name": "the name of a place",
    "name-only": "a name and nothing else",
    "name-met": "a mere name where people stand",
    "namesake": "a product or a brand is called so",
    "initial": "an initial in it",
    "rank": "a title or kin before it",
    "particle": "a “van” or “de” within it",
    "capitals": "all in capitals",
    "mixed-case": "capitals within a word",
    "short": "a short word",
    "long": "a long word",
    "an-a": "the letter may be an article",
    "an-i": "the letter may be the writer",
    # before it
    "at-start": "begins a line",
    "after-stop": "begins a sentence",
    "after-with": "“with” before it",
    "after-company": "such as “dinner with” before it",
    "after-by": "“by” before it",
    "after-met": "such as “met” before it",
    "after-in": "such as “in” before it",
    "after-to": "“to” before it",
    "after-from": "“from” before it",
    "after-preposition": "a preposition before it",
    "after-determiner": "such as “the” before it",
    "after-and": "“and” before it",
    "after-me-and": "such as “me and” before it",
    "after-role": "such as “friend” before it",
    "after-person-verb": "such as “says” before it",
    "after-ing": "a word in -ing before it",
    "after-capital": "a capital before it",
    "after-word": "another word before it",
    "after-dash": "a dash before it",
    "after-comma": "a comma before it",
    "after-colon": "a colon before it",
    "after-paren": "a bracket before it",
    "after-sign": "a sign before it",
    "after-name": "a name before it",
    "in-roster": "such as “Attendees:” before it",
    "under-roster": "in a list of people",
    # behind it
    "at-end": "ends a line",
    "possessive": "“'s” behind it",
    "owner": "such as “'s birthday” behind it",
    "before-said": "such as “said” behind it",
    "before-verb": "such as “is” behind it",
    "before-and": "“and” behind it",
    "before-and-i": "“and I” behind it",
    "before-preposition": "a preposition behind it",
    "before-to": "“to” behind it",
    "before-thing": "a kind of thing behind it",
    "before-meeting": "such as “call” behind it",
    "before-number": "a number behind it",
    "before-capital": "a capital behind it",
    "before-word": "another word behind it",
    "before-s-word": "a word in -s behind it",
    "before-stop": "ends a sentence",
    "before-comma": "a comma behind it",
    "before-colon": "a colon behind it",
    "before-dash": "a dash behind it",
    "before-paren": "a bracket behind it",
    "before-sign": "a sign behind it",
    "before-name": "a name behind it",
    "before-link": "a link behind it",
    # where it stands
    "segment": "stands alone between signs",
    "dash-segment": "stands alone behind a dash",
    "whole-line": "a line of its own",
    "speaker": "speaks, as in a dialogue",
    "attribution": "signs a quote",
    "ampersand": "“&” beside it",
    "link": "in a link",
    "whole-link": "all of a link",
    "link-tail": "ends a link",
    "wikilink": "in a wikilink",
    "in-host": "in the address of its link",
    "profile": "links to a profile",
    "encyclopedia": "links to an encyclopedia",
    "bold": "in bold",
    "emphasis": "in italics",
    "caption": "in a caption",
    "caption-segment": "all of a caption's part",
    "heading": "in a heading",
    "title": "in the title",
    "item": "in a list",
    "quote": "in a quote",
    "first-person": "the entry says “I”",
    "lower-text": "the entry has no capitals",
    # what the whole vault says
    "alone": "in one entry only",
    "ways": "the ways in which it is met",
    "ways-each": "the ways for each entry",
    "others": "how many entries have it",
    "others-mean": "how it looks in other entries",
    "others-best": "where it looks best elsewhere",
    "others-share": "how often it looks like a name",
    "peers": "the names beside it",
    "peopled": "how much the vault speaks of people",
    "lower-share": "its share in lower case",
    "lower-count": "how often it is in lower case",
    "cased": "never in lower case",
    "first-alone": "how its first word looks alone",
    "last-alone": "how its last word looks alone",
    "full": "part of a full name",
    "full-best": "how sure that full name looks",
    "full-sure-first": "first word of a sure full name",
    "full-sure-last": "last word of a sure full name",
    "full-here": "the full name stands beside it",
    "full-here-best": "how sure the full name beside it looks",
}


def in_words(rests_on: str) -> str:
    """What speaks for a person and what against, each with its weight.

    Args:
        rests_on: As a person's attribute `evidence` holds it.
    """
    sides = [("for it", list(_side(rests_on, "+"))), ("against it", list(_side(rests_on, "-")))]
    said = [f"{side} {', '.join(reasons)}" for side, reasons in sides if reasons]
    return "; ".join(said) or rests_on


def _side(rests_on: str, sign: str) -> Iterator[str]:
    for code, direction, weight in _REASON.findall(rests_on):
        if direction == sign:
            yield f"{REASONS.get(code, code)} ({weight})"
