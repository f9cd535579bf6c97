"""Reporting verbs and phrases, by what they can introduce.

Lemmas, in groups by meaning; a verb may stand in several. The groups follow the usual classes of reporting verbs in
English grammar (Quirk et al. 1985, 16.31: factual verbs of the public and the private type; suasive verbs).
"""

from __future__ import annotations

from pipeline.text import listed

SAYING = listed(
    """
    say tell add write tweet ask continue reply admit conclude declare report explain interject respond answer state
    insist argue claim note warn recall observe remark quip joke shout yell scream whisper mutter acknowledge concede
    confess announce assert affirm allege boast brag caution charge chant comment complain contend counter cry demand
    deny exclaim grumble hint inform inquire instruct intone lament maintain mention muse object opine plead pledge
    post predict proclaim promise protest read reason recount reiterate relate remember remind repeat retort reveal
    rule scoff scold snap speculate stress suggest swear sneer sigh surmise testify thunder text threaten urge venture
    volunteer vow wonder advise agree email e-mail begin blurt bellow bark gush chide chime clarify confirm crow
    deadpan elaborate emphasize emphasise enthuse estimate fume gripe groan growl interrupt jest jeer laugh moan
    persist press propose query quote rail rant recite rejoin roar sing sniff sob stammer summarize summarise tease
    underline underscore utter wail wire recommend assure reassure concur
    wisecrack think believe go preach retweet gloat scribble pronounce profess attest
    beam grouse divulge disclose forecast foresee prophesy theorize theorise posit postulate hypothesize certify
    depose rejoice
    marvel vent bemoan apologize apologise beg cheer conceive echo declaim signal publish shoot fire sum
    """
)
"""Verbs that stand beside words in quotation marks."""

STATING = SAYING - listed(
    "go begin sing laugh press fire shoot sum rule cheer conceive vent publish interrupt chime"
) | listed(
    """
    show indicate imply find prove demonstrate explain point question conclude guarantee assure notify convince persuade
    brief insinuate intimate argue rule joke signal document detail outline warn advise stipulate specify decree
    determine establish calculate project confide
    """
)
"""Verbs of stating and showing, with a finite clause."""

THINKING = listed(
    """
    believe think know feel hope hop fear expect worry understand realize realise learn discover decide hold imagine
    doubt suspect assume guess judge anticipate dream figure foresee reckon recognize recognise regret presume suppose
    hear wish sense fret consider find conclude agree recall remember forget bet trust deem pray notice
    """
)
"""Verbs of thinking and knowing, with a finite clause."""

WILLING = listed(
    """
    hope hop plan intend seek refuse decline agree vow threaten promise pledge offer prefer propose ask demand wish
    expect swear volunteer aim claim long consent consider recommend advocate suggest
    deny admit favor favour fear like love hate
    """
)
"""Verbs of will and intention, with an infinitive or a participle."""

WANTING = listed("want choose resolve opt")
"""Verbs of what somebody would have or does: they report only where marks show that somebody's words stand there."""

URGING = listed(
    """
    urge ask tell order call press advise warn instruct expect encourage implore beg remind persuade
    convince direct command require forbid challenge push pressure exhort plead lobby
    """
)
"""Verbs of asking somebody to do something, with an object and an infinitive."""

ADDRESSING = listed("ask tell question press urge warn advise inform remind order instruct accuse assure notify brief")
"""Verbs of speaking to somebody, whose bare participle stands for the one spoken to: 'Asked about it, she said'."""

NAMING = listed(
    """
    describe dismiss label brand portray denounce deride hail characterize characterise depict refer
    denounce decry mock slam blast praise condemn criticize criticise accuse blame defend cite tout
    dub bill credit
    """
)
"""Verbs that say what somebody or something is called or taken for, with an object."""

JUDGING = listed(
    """
    criticize criticise praise condemn denounce endorse oppose support reject defend decry slam blast deride
    mock accuse blame welcome applaud dispute protest lament bemoan announce describe dismiss
    acknowledge confirm cite tout attack hail champion advocate promise disavow rebuke lambaste
    ridicule assail disparage belittle predict discuss mention emphasize emphasise
    stress reiterate report reveal note question express voice back cite tweet underscore recall nominate repeat
    unveil float outline declare concede preach reference renounce trash rip satirize satirise chide urge demand
    propose recommend pledge promise vow express condone commend laud salute hammer scorn belittle lampoon
    extol flout favor favour prefer detail explain describe"""
)
"""Verbs of judging, announcing and asking for, with an object."""

FAVOURING = listed(
    """
    support oppose favor favour advocate champion recommend suggest propose prefer endorse back reject deny admit
    acknowledge defend decry denounce condemn criticize criticise protest regret lament bemoan welcome applaud
    """
)
"""Verbs of being for or against a doing, and of owning to one, with a participle: 'opposes closing the bridge'."""

CALLING = listed(
    "call name label brand dub deem term consider view regard see declare pronounce rate proclaim cast paint"
)
"""Verbs that need what the thing is called: 'called it a mistake', 'sees it as lost'."""

TOWARDS = {
    "call": listed("for on upon"),
    "refer": listed("to"),
    "point": listed("to"),
    "disagree": listed("with"),
    "rail": listed("against"),
    "object": listed("to"),
    "complain": listed("about of"),
    "warn": listed("of against about"),
    "talk": listed("about of"),
    "speak": listed("about of against"),
    "ask": listed("about for"),
    "comment": listed("on"),
    "allude": listed("to"),
    "apologize": listed("for"),
    "apologise": listed("for"),
    "worry": listed("about"),
    "push": listed("for"),
    "press": listed("for about"),
    "argue": listed("for against"),
    "insist": listed("on"),
    "hint": listed("at"),
    "boast": listed("of about"),
    "brag": listed("about"),
    "joke": listed("about"),
    "lash": listed("out at"),
    "vote": listed("for against"),
    "campaign": listed("for against"),
    "advocate": listed("for"),
    "vouch": listed("for"),
    "lobby": listed("for against"),
    "plead": listed("for"),
    "hop": listed("for"),
    "hope": listed("for"),
    "think": listed("of about"),
    "say": listed("of"),
    "balk": listed("at"),
    "care": listed("about"),
    "agree": listed("with to on"),
    "opt": listed("for"),
}
"""Verbs whose preposition carries what is said: 'called for calm'."""

NOUNS = listed(
    """
    claim statement assertion belief hope fear view opinion suggestion allegation accusation argument idea notion
    promise pledge warning threat announcement report rumor rumour conclusion contention prediction concern question
    vow doubt confidence suspicion complaint charge theory insistence admission acknowledgment acknowledgement
    assumption call demand request proposal plan desire evidence sign indication feeling sense
    expectation commitment assurance recommendation ruling finding insistence comment remark perception impression
    conviction opposition objection criticism critique mention praise message anxiety
    willingness eagerness reluctance dictum hint outrage anger frustration excitement disappointment
    """
)
"""Nouns that carry a reported clause."""

ADJECTIVES = listed(
    """
    sure certain confident aware afraid worried concerned convinced hopeful glad happy proud sorry surprised
    disappointed clear adamant optimistic skeptical sceptical doubtful angry upset wary willing reluctant ready eager
    unwilling grateful thankful open unaware nervous supportive critical enthusiastic keen mindful anxious dismissive
    fearful pessimistic unhappy
    """
)
"""Adjectives of the speaker that carry a reported clause."""

CARRIES = {
    "call": listed("for"),
    "demand": listed("for"),
    "push": listed("for"),
    "praise": listed("for"),
    "opposition": listed("to"),
    "objection": listed("to"),
    "criticism": listed("of"),
    "critique": listed("of"),
    "mention": listed("of"),
    "accusation": listed("of"),
    "allegation": listed("of"),
    "hope": listed("of for"),
    "ruling": listed("on"),
    "opinion": listed("on of about"),
    "view": listed("on of about"),
    "decision": frozenset[str](),
    "plan": frozenset[str](),
    "question": frozenset[str](),
    "request": frozenset[str](),
    "statement": frozenset[str](),
}
"""Nouns with the prepositions that carry what is said: 'calls for calm'."""

ABOUT = listed("about")
"""The preposition that carries what is said after any other of these nouns."""

HAVING = listed("have make express voice issue raise repeat share hold offer reiterate")
"""Verbs whose subject holds or utters the noun that is their object: 'has doubts about', 'voiced concern'."""

READY = listed("ready willing unwilling reluctant open sure certain clear proud")
"""Those of the adjectives that with an infinitive say what somebody does, not what somebody thinks."""
