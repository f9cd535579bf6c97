"""Two others on the same planted faults: ClaimProofKit, and plain entailment of every sentence against every sentence.

    python -m bench.peers --data FOLDER --scorer score_planted.py [--half report] [--stories N]
                          [--claimproofkit PYTHON] [--reports FOLDER] [--no-entailment]

FOLDER holds planted/dev.jsonl.xz. ClaimProofKit gets each article as the document and the paragraphs of the others as
evidence (it does better with them than with whole articles); `--claimproofkit` names a Python that has the package,
say an environment after `pip install claimproofkit`; without it that row is left out. The entailment baseline splits
articles at full stops, asks our packaged model about every pair of sentences of two articles in both directions, and
calls a contradiction what is over 0.9 both ways. `--reports`: the reports of our own run over the same cases, as
bench/planted.py leaves them.

All are counted by the scorer's own functions. The two have not our codes, so they get the benefit of the doubt: a
contradiction on the faulty sentence counts for every fault of conflict, quotation or speaker, and "unsupported" for
every invention. On the clean stories a contradiction is one conflict flag and an unsupported statement one warning.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import pickle
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

OVER = 0.9
SENTENCE = re.compile(r"[^\s].*?(?:[.!?][\"'”’)]*(?=\s+[\"“‘(]?[A-Z0-9])|(?=\n)|\Z)", re.DOTALL)
CONFLICTS = frozenset({"C001", "C004", "N001", "N002", "D004", "Q004", "Q005"})
WORKER = """
import json, sys
from claimproofkit import ClaimVerifier, EvidencePassage
for line in sys.stdin:
    texts = json.loads(line)
    found = []
    for i, text in enumerate(texts):
        others = [(j, p) for j, t in enumerate(texts) if j != i for p in t.splitlines() if p.strip()]
        evidence = [EvidencePassage(f"{j}.{k}", str(j), p) for k, (j, p) in enumerate(others)]
        for v in ClaimVerifier().verify_document(text, evidence).verdicts:
            if v.status.value in ("contradicted", "unsupported"):
                span = v.claim.range or (0, 0)
                wide = text.encode("utf-16-le")
                start, end = (len(wide[: 2 * at].decode("utf-16-le", "ignore")) for at in span)
                found.append([i, start, end, v.status.value])
    print(json.dumps(found), flush=True)
"""

Flags = list[dict]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=Path, required=True, help="the folder with planted/dev.jsonl.xz")
    parser.add_argument("--scorer", type=Path, required=True, help="score_planted.py")
    parser.add_argument("--half", choices=("develop", "report"))
    parser.add_argument("--stories", type=int, help="only the first so many stories of the half, with all their faults")
    parser.add_argument("--claimproofkit", metavar="PYTHON", help="a Python that has the package")
    parser.add_argument("--no-entailment", action="store_true", help="leave the entailment baseline out")
    parser.add_argument("--cache", type=Path, help="a file that keeps the model's answers from run to run")
    parser.add_argument("--reports", type=Path, help="our own reports on the same cases")
    given = parser.parse_args()
    path = given.data / "planted" / "dev.jsonl.xz"
    for needed, option in ((path, "--data"), (given.scorer, "--scorer")):
        if not needed.exists():
            sys.exit(f"{needed}: not there; give it with {option}")
    scorer = module(given.scorer)
    cases = list(scorer.cases(path, given.half))
    chosen = list(dict.fromkeys(c["cluster"] for c in cases))[: given.stories]
    cases = [c for c in cases if c["cluster"] in chosen]
    print(f"{len(chosen)} stories, {sum(c['kind'] != 'clean' for c in cases)} faults")
    if given.reports:
        show("crosscheck", ours(cases, given.reports), cases, scorer)
    if given.claimproofkit:
        show("ClaimProofKit", claimproofkit(cases, given.claimproofkit), cases, scorer)
    else:
        print("ClaimProofKit: not measured; name a Python that has it with --claimproofkit")
    if not given.no_entailment:
        show("entailment", entailment(cases, given.cache), cases, scorer)
    return 0


def module(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location("scorer", path)
    made = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(made)
    return made


def text_of(article: dict) -> str:
    """The article as the scorer unpacks it."""
    title, text = article["title"] or "", article["text"]
    return text if "name" in article or text.startswith(title) else f"{title}\n\n{text}"


def flag(file: str, start: int, end: int, code: str, rival: tuple[str, int, int] | None = None) -> dict:
    evidence = [{"file": rival[0], "start": rival[1], "end": rival[2], "role": "conflicts"}] if rival else []
    return {"file": file, "start": start, "end": end, "code": code, "severity": "warning", "evidence": evidence}


# ---------------------------------------------------------------- the three


def ours(cases: list[dict], reports: Path) -> Iterator[Flags]:
    for case in cases:
        yield json.loads((reports / case["case"] / "report.json").read_text(encoding="utf-8"))["flags"]


def claimproofkit(cases: list[dict], python: str) -> Iterator[Flags]:
    lines = "".join(json.dumps([text_of(a) for a in case["articles"]]) + "\n" for case in cases)
    done = subprocess.run([python, "-c", WORKER], input=lines, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{python}: {done.stderr.strip().splitlines()[-1]}")
    for case, line in zip(cases, done.stdout.splitlines(), strict=True):
        names = [a.get("name", f"a{i}.txt") for i, a in enumerate(case["articles"])]
        yield [
            flag(names[i], start, end, "conflict" if status == "contradicted" else "unsupported")
            for i, start, end, status in json.loads(line)
        ]


def entailment(cases: list[dict], cache: Path | None) -> Iterator[Flags]:
    from pipeline import entail

    judge = entail.load(entail.SMALL)
    known: dict[bytes, float] = pickle.loads(cache.read_bytes()) if cache and cache.exists() else {}
    for case in cases:
        told = [(a.get("name", f"a{i}.txt"), sentences(text_of(a))) for i, a in enumerate(case["articles"])]
        pairs = [
            ((one, *here), (two, *there))
            for i, (one, ours) in enumerate(told)
            for two, theirs in told[i + 1 :]
            for here in ours
            for there in theirs
        ]
        asked = {p for left, right in pairs for p in ((left[3], right[3]), (right[3], left[3]))}
        new = sorted(p for p in asked if digest(*p) not in known)
        known.update((digest(*p), s.contradiction) for p, s in zip(new, judge.scores(new), strict=True))
        if cache:
            cache.write_bytes(pickle.dumps(known))
        found = []
        for left, right in pairs:
            if min(known[digest(left[3], right[3])], known[digest(right[3], left[3])]) > OVER:
                found.append(flag(*left[:3], "conflict", right[:3]))
                found.append(flag(*right[:3], "conflict", left[:3]))
        yield found


def sentences(text: str) -> list[tuple[int, int, str]]:
    return [(m.start(), m.end(), m.group()) for m in SENTENCE.finditer(text) if len(m.group().split()) > 3]


def digest(premise: str, hypothesis: str) -> bytes:
    return hashlib.sha256(f"{premise}\x1f{hypothesis}".encode()).digest()[:12]


# ---------------------------------------------------------------- counting


def show(name: str, answers: Iterator[Flags], cases: list[dict], scorer: ModuleType) -> None:
    """Recall by kind and noise on the clean stories, as the scorer counts them."""
    found: Counter[str] = Counter()
    planted: Counter[str] = Counter()
    noise: Counter[str] = Counter()
    clean: dict[str, Flags] = {}
    words = 0
    for case, flags in zip(cases, answers, strict=True):
        if case["kind"] == "clean":
            clean[case["cluster"]] = flags
            words += sum(len(a["text"].split()) for a in case["articles"])
            noise["conflict"] += scorer.loud(flags, scorer.CONFLICT | {"conflict"})
            noise["all"] += scorer.loud(flags)
            continue
        planted[case["kind"]] += 1
        found[case["kind"]] += hit(case, flags, clean.get(case["cluster"], []), scorer.stands)
    rates = [found[k] / planted[k] for k in sorted(planted)]
    told = "  ".join(f"{k} {found[k]}/{planted[k]}" for k in sorted(planted))
    print(f"{name:14s} macro recall {sum(rates) / max(1, len(rates)):.3f}  ({told})")
    per = 1000 / max(1, words)
    print(
        f"{'':14s} in 1,000 clean words: {noise['conflict'] * per:.2f} conflict flags, {noise['all'] * per:.1f} in all"
    )


def hit(case: dict, flags: Flags, before: Flags, stands: Callable[..., bool]) -> bool:
    """Whether a flag that the fault calls for stands on the faulty sentence and did not stand on it as it was."""
    fault = case["fault"]
    start, end = fault["sentence"]
    was = end - len(fault["now"]) + len(fault["was"])
    wanted = set(fault["expects"])
    wanted |= {"conflict"} if wanted & CONFLICTS else {"unsupported"}
    old = {f["code"] for f in before if stands(f, case["draft"], start, was)}
    return any(
        f["code"] in wanted - old and f["severity"] in ("warning", "error") and stands(f, case["draft"], start, end)
        for f in flags
    )


if __name__ == "__main__":
    sys.exit(main())
