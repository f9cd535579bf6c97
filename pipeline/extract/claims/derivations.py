"""The verb a noun of action comes from: "suspension" is suspend, "sale" is sell."""

from __future__ import annotations

from pipeline.text import listed

_IRREGULAR = dict(
    pair.split(":")
    for pair in listed("""
    sale:sell choice:choose loss:lose death:die birth:bear growth:grow flight:fly speech:speak thought:think
    belief:believe proof:prove relief:relieve success:succeed failure:fail
    departure:depart seizure:seize closure:close
    arrival:arrive approval:approve refusal:refuse denial:deny withdrawal:withdraw removal:remove renewal:renew
    proposal:propose trial:try reversal:reverse survival:survive dismissal:dismiss betrayal:betray
    complaint:complain payment:pay agreement:agree treatment:treat deployment:deploy shipment:ship
    announcement:announce statement:state commitment:commit investment:invest appointment:appoint
    decision:decide invasion:invade explosion:explode division:divide conclusion:conclude permission:permit
    suspension:suspend expansion:expand extension:extend intention:intend attention:attend admission:admit
    submission:submit omission:omit provision:provide supervision:supervise revision:revise
    resumption:resume assumption:assume consumption:consume reception:receive deception:deceive
    reduction:reduce production:produce introduction:introduce destruction:destroy construction:construct
    description:describe subscription:subscribe prescription:prescribe solution:solve resolution:resolve
    acquisition:acquire recognition:recognize definition:define opposition:oppose competition:compete
    repetition:repeat addition:add condemnation:condemn explanation:explain declaration:declare
    application:apply publication:publish notification:notify ratification:ratify modification:modify
    accusation:accuse invitation:invite confirmation:confirm information:inform allegation:allege
    cancellation:cancel restriction:restrict prediction:predict protection:protect election:elect
    restoration:restore evacuation:evacuate investigation:investigate negotiation:negotiate violation:violate
    cooperation:cooperate operation:operate occupation:occupy celebration:celebrate resignation:resign
    nomination:nominate termination:terminate hesitation:hesitate contribution:contribute
    assistance:assist performance:perform appearance:appear resistance:resist acceptance:accept
    refusal:refuse pursuit:pursue response:respond defense:defend defence:defend offense:offend
    analysis:analyze assessment:assess amendment:amend enforcement:enforce endorsement:endorse
    imprisonment:imprison indictment:indict settlement:settle involvement:involve improvement:improve
    rejection:reject acquittal:acquit conviction:convict adoption:adopt ouster:oust firing:fire hiring:hire
    reinstatement:reinstate abolition:abolish annulment:annul expulsion:expel eviction:evict detention:detain
    dissolution:dissolve demolition:demolish apology:apologize conclusion:conclude
    meeting:meet hearing:hear killing:kill shooting:shoot bombing:bomb finding:find ruling:rule
    """)
)
_SAME = listed(
    """attack ban visit vote strike raid search arrest protest march embargo boycott block blockade siege
    assault request demand order offer bid call appeal claim charge report review study test check probe search
    look talk
    debate dispute fight battle war clash deal trade export import transfer delivery supply purchase release return
    launch start end halt pause delay freeze cut increase rise drop fall decline surge gain jump spike slump
    change shift move turn push pull lead support help aid threat promise pledge vow answer reply comment
    remark warning plan effort attempt try use abuse misuse sanction pardon veto travel trip walk run contact
    pressure influence impact damage harm hurt injury burn crash blast hit kick murder rescue control"""
)


def verb_of(lemma: str, pos: str = "NOUN") -> str | None:
    """The verb, None where the noun names no action.

    >>> verb_of("suspension"), verb_of("embargo"), verb_of("table")
    ('suspend', 'embargo', None)
    """
    if pos != "NOUN":
        return None
    return _IRREGULAR.get(lemma) or (lemma if lemma in _SAME else None)
