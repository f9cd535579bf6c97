"""A page's own words: menus, buttons, prompts, headings of link lists; and pointers to other articles.

Each pattern is for a whole line. They say how pages are built everywhere, and hold no outlet's name.
"""

from __future__ import annotations

import re

from pipeline.ingest.pieces import Piece

_NETWORKS = (
    r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|instagram|telegram|pinterest|youtube|google\+?|google news|"
    r"flipboard|messenger|tumblr|snapchat|tiktok|threads|bluesky|mastodon|rss|social media)"
)
_THING = r"(?:article|story|page|post|link|e-?mail|news|friends?|newsletter|comment|photo|video)"
_ABOUT = r"(?:from|in|by|on|about|for) .{2,40}"
_LINES = (
    r"(?:skip|jump) (?:directly )?to (?:the )?(?:\w+ )?(?:content|navigation|search|footer|site index|article)s?",
    r"back to (?:the )?(?:top|home ?page|search|list|results)|(?:return to )?(?:home|homepage)",
    r"(?:main |site |toggle |open |close )?(?:menu|navigation|nav|search|sidebar)(?: (?:menu|bar|icon|button))?",
    r"(?:sections|topics|tags|categories|comments?|print|e-?mail|save|copy(?: link)?|link copied!?|close|next|"
    r"previous|loading)",
    r"(?:gallery|video|audio|play|pause|mute|replay|fullscreen|advertisement|\d+:\d\d|\d+ of \d+|\d+/\d+)",
    r"(?:view|show|hide|read|see|post|leave|add|write|join)(?: (?:all|the|a|your|our|\d+))* "
    r"(?:comments?|conversation|discussion|gallery|slideshow|more)(?: \(\d+\)| here)?",
    r"comments? ?\(\d+\)|sort by .{2,30}|our (?:standards|policies):.{0,80}",
    r"(?:\d[\d,.]*k?|no) (?:comments?|shares?|likes?|views?|replies|reactions?|retweets?|followers?)",
    r"\d+ min(?:ute)?s? (?:read|listen)|(?:(?:published|updated|posted) )?(?:\d+|an?) (?:min(?:ute)?s?|hours?|days?|"
    r"weeks?|months?|years?) ago",
    rf"(?:share|tweet|pin|like|save|bookmark|gift|print|e-?mail|send|follow|embed|rate|post)"
    rf"(?: (?:this|the|us|it|on|to|via|by|with|a|an|your|{_THING}|{_NETWORKS}))*",
    rf"{_NETWORKS}(?: {_NETWORKS})*",
    r"(?:listen|watch) to this (?:article|story)|listen now",
    r"(?:(?:story|article|report|text) )?continues? (?:below|after)(?: (?:the|this))?(?: .{2,30})?",
    r"(?:paid )?(?:advertise?ment|advertising|ad|sponsored(?: content| by .{2,40})?|promoted(?: content| stories)?|"
    r"promotion)",
    r"(?:recommended|related|popular|trending|latest|further|more|top|featured|editors?'?s?'? (?:picks?|choice)|"
    r"most (?:read|popular|viewed|shared|commented|recent|watched))"
    r"(?: (?:articles?|stories|story|content|topics?|news|posts?|reading|coverage|links?|videos?|headlines))?"
    rf"(?: (?:for you|now|today|{_ABOUT}))?",
    r"you (?:may|might)(?: also)? (?:like|be interested in)|(?:what to )?(?:read|watch|up) next|don'?t miss",
    r"(?:from )?(?:around )?the web|in this (?:article|story)|in other news|suggested for you|more like this",
    r"(?:sign up|subscribe|log ?in|sign in|sign out|register|log ?out|my account|donate|support us)(?: (?:now|here|"
    r"today))?",
    r"(?:create|open) (?:an )?account|become a (?:member|subscriber)|already (?:a|have an?) .{3,30}",
    r"(?:accept|reject|manage|allow)(?: all)? (?:cookies|preferences|choices|settings)|accept all|cookie \w+",
    r"(?:privacy|terms|contact|about|advertise|careers|help|faq|site ?map|accessibility)"
    r"(?: (?:us|with us|policy|notice|statement|of (?:use|service)|and conditions|& conditions))?",
    r"t ?t|a ?a(?: ?a)?|a ?[+-]|(?:font|text) size|(?:increase|decrease|reset) (?:font|text) size",
    r"(?:abstract|full text|photos?|images?|graphic|caption|credit|source|author|body|headline|enlarge(?: this)? "
    r"image)",
    r"(?:length|section|load-date|language|publication-type|document-type|geographic|subject|organization|company|ticker"
    r"|industry|person|correction-date|journal-code|series): .{1,200}",
    r"\d+ of \d+ documents|document \d+ of \d+|page \d+(?: of \d+)?|end of document",
)
_FURNITURE = re.compile("(?:" + "|".join(_LINES) + r")[\s.!>»›:|…]*", re.IGNORECASE)
_PROMPTS = (
    r"(?:sign up|subscribe) (?:here|now|today|for|to)\b.{0,120}"
    r"\b(?:newsletters?|e-?mails?|alerts?|updates|inbox|briefing|podcast|channel|access|content|subscriber)\b.{0,60}",
    r"(?:click|tap) (?:here|on the|the \w+)\b.{0,120}",
    r"(?:we|this (?:web)?site) uses? (?:\w+ ){0,3}cookies\b.{0,200}",
    rf"(?:follow|like|find|join) [\w.@' ]{{2,40}} on {_NETWORKS}\b.{{0,80}}",
    r"(?:please )?(?:enable|turn on) javascript\b.{0,120}",
    r"(?:your browser|javascript) (?:does not|is disabled|must be)\b.{0,120}",
)
_PROMPT = re.compile("(?:" + "|".join(_PROMPTS) + ")", re.IGNORECASE)
_POINTERS = (
    r"(?:also |must )?read(?: (?:also|more|next|this))?|see also|watch(?: (?:now|live|this))?|listen|related|"
    r"recommended|more|"
    r"in (?:video|pictures|photos|depth)|opinion|explainer|editorial|analysis|video|gallery|photos|don'?t miss|"
    r"more (?:on|from|about) (?:this|the) \w+|related (?:story|stories|articles?|coverage|video|news|reading)"
)
_ANNOUNCES = re.compile(
    r"(?:also |must )?read(?: (?:also|more|next))|see also|(?:related|recommended|more)(?: (?:articles?|stories|"
    r"story|news|"
    r"coverage|reading|content|links?))?|don'?t miss|editors?'?s?'? picks?|most (?:read|popular)|trending(?: now)?|"
    r"top stories",
    re.IGNORECASE,
)
_TEASER = re.compile(rf"\W{{0,3}}(?:{_POINTERS})(?: ?[:|>»›]| -) ?\S.{{5,200}}", re.IGNORECASE)
_LOUD = re.compile(r"\W{0,3}(?:ALSO READ|READ ALSO|READ MORE|READ NEXT|SEE ALSO|RELATED|WATCH|MUST READ) \S.{5,200}")


def announces(piece: Piece) -> bool:
    """Whether a line is a heading that announces links to other articles."""
    return piece.size <= 6 and bool(_ANNOUNCES.fullmatch(piece.plain.strip(" -|>*·•:»")))


def furniture(piece: Piece) -> str | None:
    """Why a line is the page's and not the article's."""
    plain = piece.plain.strip(" -|>*·•")
    if not any(c.isalnum() for c in plain):
        return "a line of marks"
    if piece.size <= 12 and _FURNITURE.fullmatch(plain):
        return "a page's own words, not the article's"
    if piece.size <= 45 and _PROMPT.fullmatch(plain):
        return "a prompt to the reader of the page"
    return None


def teaser(piece: Piece) -> str | None:
    """Why a line is a pointer to another article."""
    if piece.size <= 30 and (_TEASER.fullmatch(piece.plain) or _LOUD.fullmatch(piece.plain)):
        return "points to another article"
    return None
