"""Word lists, by the field's terms: verbs of saying, factives, implicatives, hedges, boosters, nouns of allegation.

Lemmas in lower case. Sources of the terms: Kiparsky & Kiparsky 1970 (factives), Karttunen 1971 (implicatives), Hyland
2005 (hedges and boosters); the members were chosen for news prose by hand.
"""

from __future__ import annotations

from pipeline.extract.entities.titles import ROLES
from pipeline.text import listed

SAY = listed(
    """say tell add announce state declare report note remark comment explain write tweet post reply respond answer
    argue insist maintain contend stress emphasize emphasise underline reiterate repeat affirm assert testify
    claim allege accuse charge suggest indicate signal warn predict promise vow pledge caution concede admit
    acknowledge confess confirm deny dispute disclose reveal inform notify advise assure estimate quip joke
    recall recount mention observe counter retort tout boast complain lament rule propose quote cite hint
    imply speculate read"""
)
"""Verbs whose clause is somebody's word."""

THINK = listed(
    """believe think feel hope fear expect suspect doubt consider assume guess suppose imagine worry anticipate"""
)
"""Verbs whose clause is somebody's belief."""

FIND = listed(
    """find conclude determine show prove demonstrate discover establish learn realize realise know reveal confirm
    see"""
)
"""Verbs whose clause is a finding."""

CUES = SAY | THINK | FIND
"""Verbs that take their clause off the outlet's own voice."""

FACTIVE = listed(
    """confirm reveal acknowledge admit concede disclose discover learn realize realise know prove demonstrate show
    establish conclude determine find forget remember regret confess"""
)
"""Their clause is taken for true by whoever uses them."""

AWARE = listed("know realize realise remember forget regret")
"""Whoever is aware of something has not said it: where somebody else says so, that is who says it."""

DENIAL = listed("deny dispute reject rebut refute")
"""Their clause is said not to be so."""

ALLEGE = listed("claim allege accuse charge suspect contend insinuate purport")
"""Their clause is kept at arm's length."""

ALLEGE_NOUN = listed("claim allegation accusation charge suspicion rumor rumour complaint")
REPORT_NOUN = listed(
    """report statement announcement news word testimony remark comment argument assertion warning signal sign
    suggestion indication assurance"""
)
FACT_NOUN = listed(
    """fact evidence proof finding conclusion knowledge confirmation revelation realization discovery admission
    acknowledgment"""
)
MAYBE_NOUN = listed(
    """possibility idea notion hope fear concern belief expectation likelihood chance speculation worry risk view
    theory opinion"""
)

CUE_NOUNS = ALLEGE_NOUN | REPORT_NOUN | FACT_NOUN | MAYBE_NOUN
"""Nouns whose clause ("claims that ...") is said, found or thought."""

ALLEGE_ADVERB = listed("allegedly reportedly purportedly supposedly ostensibly")
HEDGE = listed(
    """may might could perhaps possibly maybe probably likely presumably potentially seemingly arguably conceivably
    apparently"""
)
HEDGE_VERB = listed("appear seem tend")
BOOSTER = listed(
    """certainly clearly definitely obviously undoubtedly indeed surely evidently plainly truly undeniably
    unquestionably"""
)

NEGATION = listed("not n't never no neither nor nobody nothing none nowhere hardly scarcely barely without")
NEG_RAISING = listed("think believe expect suppose feel")
"""Verbs whose negation is that of their clause ("I don't think it is")."""

NEGATIVE_IMPLICATIVE = listed("fail refuse decline neglect forget cease stop refrain avoid")
"""With an infinitive or gerund their complement did not happen (or happens no more)."""

PLAN = listed(
    """plan intend agree aim want hope decide pledge vow promise propose expect prepare schedule set offer
    resolve commit threaten consider move"""
)
"""With an infinitive their complement is still to come."""

HEARSAY = listed("say allege claim report rumor rumour accuse suspect")
"""In the passive, what they govern is alleged ("is said to have", "is accused of having")."""

HELD_TRUE = listed("believe think presume assume understand know find prove show")
"""In the passive, what they govern is thought or found to be so ("is believed to have")."""

CARRIED_OUT = listed(
    """begin start manage help continue proceed go happen come have need use get dare choose bother serve deign
    hasten"""
)
"""With an infinitive their complement is what happened."""

STATIVE = listed(
    """be have include contain remain know own belong need want love like hate hope believe think mean consist depend
    deserve exist fit involve lack matter owe possess prefer resemble seem appear stand support oppose favor favour
    expect fear doubt trust understand agree disagree cost weigh measure equal represent live stay keep"""
)
"""Verbs whose present tense tells of a state."""

TEMPORAL = listed("after before when while as since although though whereas because once even")

ANONYMOUS = listed(
    """official officials source sources person people aide aides insider insiders observer observers critic critics
    analyst analysts expert experts adviser advisers advisor advisors diplomat diplomats spokesman spokeswoman
    spokesperson spokespeople somebody someone many some others reporter reporters witness witnesses resident
    residents lawmaker lawmakers leader leaders supporter supporters opponent opponents authority authorities"""
)

LIGHT = listed(
    """make take give have do hold conduct carry impose launch reach issue place pay undertake perform mount stage
    deliver offer put wage exert lodge file commit enact implement express voice raise play"""
)
"""Verbs that give way to the noun of action they govern."""

STOP = listed(
    """a an the this that these those some any each every all both either neither such own same other another i me my
    mine we us our ours you your yours he him his she her hers it its they them their theirs who whom whose
    which what where when why how there here be am is are was were been being have has had having do does did
    doing done will would shall should can could may might must ought and or but nor so yet if then than as of
    at by for with about against between into through during before after above below to from up down in out
    on off over under again further once because while although though until unless since whether per via amid
    among upon toward towards within without also just only too very more most much many few less least even
    still already now however meanwhile not n't never no say tell add according 's ' ’s mr mrs ms dr"""
)
"""Not content: left out of `words`."""

BODIES = listed(
    """ministry government company agency department office committee group court board commission union party council
    bank firm team campaign administration army military bureau university organization organisation association
    parliament senate house embassy police newspaper network club institute league alliance bloc consortium regulator
    coalition charity panel"""
)
"""Nouns for a body that is an "it" and speaks."""

WRITTEN = listed(
    """report study survey letter statement indictment complaint lawsuit suit article document memo email filing ad bill
    law ruling order poll book paper petition post tweet message note audit review resolution"""
)
"""Nouns for what is written, which speaks."""

PEOPLE = (ROLES - {"head", "chair", "general"}) | listed(
    """man woman child girl boy person people parent mother father wife husband son daughter brother sister friend
    supporter opponent voter resident worker employee member colleague ally relative neighbor neighbour victim villager
    protester demonstrator citizen passenger pupil patient"""
)
"""Nouns that mean a person."""
