"""Entity ids replaced throughout what one article says."""

from __future__ import annotations

from dataclasses import replace

from pipeline.model import Claim, Entity, Extraction, Frame, Quote, Speaker

New = dict[str, tuple[str, str, str]]
"""Old id to new id, name and label."""


def renamed(extraction: Extraction, new: New) -> Extraction:
    """The extraction with each id in entities, references, quotations and claims replaced where it changed."""
    moved = {old: to[0] for old, to in new.items()}
    entities = _entities(extraction.entities, new)
    if all(old == to for old, to in moved.items()):
        return replace(extraction, entities=entities)
    return replace(
        extraction,
        entities=entities,
        references=tuple(replace(r, entity=moved.get(r.entity, r.entity)) for r in extraction.references),
        quotes=tuple(_quote(q, new) for q in extraction.quotes),
        claims=tuple(_claim(c, new) for c in extraction.claims),
    )


def _entities(entities: tuple[Entity, ...], new: New) -> tuple[Entity, ...]:
    """The article's entities under their new ids; two that became one are joined."""
    found: dict[str, Entity] = {}
    for entity in entities:
        name, printed, label = new[entity.entity]
        before = found.get(name)
        aliases = {*entity.aliases, entity.name, *(before.aliases if before else ())} - {printed}
        forms = {" ".join(m.at.text.split()) for m in (*entity.mentions, *(before.mentions if before else ()))}
        mentions = sorted((*entity.mentions, *(before.mentions if before else ())), key=lambda m: m.at)
        titles = tuple(dict.fromkeys((*(before.titles if before else ()), *entity.titles)))
        aliases = {a for a in aliases if a in forms or a in entity.aliases}
        found[name] = Entity(name, printed, label, tuple(sorted(aliases)), tuple(mentions), titles)
    return tuple(found.values())


def _speaker(speaker: Speaker | None, new: New) -> Speaker | None:
    if speaker is None:
        return None
    candidates = tuple(dict.fromkeys(new[c][0] if c in new else c for c in speaker.candidates))
    if speaker.entity not in new:
        return replace(speaker, candidates=candidates)
    name, printed, _ = new[speaker.entity]
    return replace(
        speaker, entity=name, name=printed if name != speaker.entity else speaker.name, candidates=candidates
    )


def _quote(quote: Quote, new: New) -> Quote:
    return replace(quote, speaker=_speaker(quote.speaker, new))


def _claim(claim: Claim, new: New) -> Claim:
    entities = tuple(dict.fromkeys(new[e][0] if e in new else e for e in claim.entities))
    frame = _frame(claim.frame, new) if claim.frame else None
    acts = tuple(replace(a, frame=_frame(a.frame, new)) for a in claim.acts)
    return replace(claim, speaker=_speaker(claim.speaker, new), entities=entities, frame=frame, acts=acts)


def _frame(frame: Frame, new: New) -> Frame:
    arguments = tuple(replace(a, entity=new[a.entity][0]) if a.entity in new else a for a in frame.arguments)
    return replace(frame, arguments=arguments)
