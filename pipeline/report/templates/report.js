"use strict";
(() => {
  const all = (query, root = document) => Array.from(root.querySelectorAll(query));
  const one = (query, root = document) => root.querySelector(query);
  const form = one(".filters");
  const said = one(".said");
  const folds = all("details[data-fold]");
  const findings = all(".galley .finding");
  const articles = all(".galley");
  let current = -1;

  const unfold = (node) => {
    for (let box = node; box; box = box.parentElement) {
      if (box.tagName === "DETAILS") box.open = true;
    }
  };

  /* What the filters ask for; a page of one article has no filter of articles. */
  const asked = (name) => (form.elements[name] ? form.elements[name].value : "");
  const wanted = () => ({
    severities: new Set(all("[name=severity]:checked", form).map((box) => box.value)),
    aside: !form.elements.aside || form.elements.aside.checked,
    code: asked("code"),
    article: asked("article"),
    status: asked("status"),
  });
  const passes = (row, want) =>
    (row.dataset.aside === undefined || want.aside) &&
    (!row.dataset.severity || want.severities.has(row.dataset.severity)) &&
    (!row.dataset.code || !want.code || row.dataset.code === want.code) &&
    (!row.dataset.article || !want.article || row.dataset.article.split(" ").includes(want.article)) &&
    (!row.dataset.status || !want.status || row.dataset.status === want.status);

  const filterCopy = (want) => {
    for (const finding of findings) finding.hidden = !passes(finding, want);
    for (const light of all(".light")) light.hidden = all(".finding", light).every((f) => f.hidden);
    for (const note of all(".remark")) {
      note.hidden = all(".finding", note).every((f) => f.hidden);
      const mark = document.getElementById("m" + note.dataset.note);
      if (mark) mark.hidden = note.hidden;
    }
    for (const article of articles) {
      article.hidden = Boolean(want.article) && article.dataset.article !== want.article;
      for (const mark of all("mark[data-under]", article)) {
        const notes = mark.dataset.under.split(" ");
        mark.classList.toggle("off", notes.every((n) => document.getElementById("n" + article.dataset.article + "-" + n).hidden));
      }
    }
  };

  /* Long ledgers come a page at a time; the rest is said to be there. */
  const page = (table, want) => {
    const size = Number(table.dataset.page) || Infinity;
    const limit = Number(table.dataset.limit) || size;
    let fitting = 0;
    for (const row of table.tBodies[0].rows) {
      const fits = passes(row, want);
      if (fits) fitting += 1;
      row.hidden = !fits || fitting > limit;
      row.classList.toggle("paged", fits && fitting > limit);
    }
    let pager = table.parentElement.nextElementSibling;
    if (!pager || !pager.classList.contains("pager")) {
      if (fitting <= limit) return;
      pager = document.createElement("p");
      pager.className = "pager";
      pager.append(document.createElement("span"), " ", document.createElement("button"));
      pager.lastChild.type = "button";
      pager.lastChild.addEventListener("click", () => {
        table.dataset.limit = (Number(table.dataset.limit) || size) + 5 * size;
        page(table, wanted());
      });
      table.parentElement.after(pager);
    }
    pager.hidden = fitting <= limit;
    pager.firstChild.textContent = "Showing " + Math.min(limit, fitting) + " of " + fitting + ".";
    pager.lastChild.textContent = "Show more";
  };

  const say = (want) => {
    const counted = findings.length ? findings : all("#register tbody tr");
    const gone = counted.filter((row) => !passes(row, want)).length;
    const why = [];
    for (const severity of ["error", "warning", "note"]) if (!want.severities.has(severity)) why.push(severity + "s");
    if (!want.aside) why.push("set aside by the desk");
    if (want.code) why.push("every kind but " + want.code);
    if (want.article) why.push("every article but " + want.article);
    const rows = all("#claims tbody tr").filter((row) => !passes(row, want)).length;
    const parts = [];
    if (gone) parts.push("Hidden: " + gone + " of " + counted.length + " findings (" + why.join(", ") + ").");
    if (rows) parts.push("Hidden: " + rows + " statements of another " + (want.status ? "status" : "article") + ".");
    said.textContent = parts.join(" ");
  };

  const apply = () => {
    const want = wanted();
    filterCopy(want);
    for (const table of all("table.ledger")) page(table, want);
    say(want);
    current = -1;
  };

  const reveal = (node) => {
    if (node.closest("[hidden]") && !node.classList.contains("paged")) {
      if (!node.closest("tr.paged")) { form.reset(); apply(); }
    }
    const row = node.closest("tr.paged");
    if (row) {
      const table = row.closest("table");
      table.dataset.limit = table.tBodies[0].rows.length;
      page(table, wanted());
    }
    unfold(node);
  };

  /* Light up the exact characters that a link names: s<article>-<start>-<end>. */
  const light = (name) => {
    if (!window.Highlight || !CSS.highlights) return;
    CSS.highlights.delete("lit");
    const match = /^s(\d+)-(\d+)-(\d+)$/.exec(name);
    if (!match) return;
    const [, article, start, end] = match.map(Number);
    const range = document.createRange();
    let begun = false;
    for (const block of all('.text[data-article="' + article + '"]')) {
      if (Number(block.dataset.end) <= start || Number(block.dataset.start) >= end) continue;
      const walker = document.createTreeWalker(one("p", block), NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
      let offset = Number(block.dataset.start);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (node.nodeType === Node.ELEMENT_NODE) { if (node.classList.contains("hid")) offset += 1; continue; }
        const points = Array.from(node.data);
        const units = (n) => points.slice(0, n).join("").length;
        if (!begun && start < offset + points.length) { range.setStart(node, units(Math.max(0, start - offset))); begun = true; }
        if (begun && end > offset) range.setEnd(node, units(Math.min(points.length, end - offset)));
        offset += points.length;
      }
    }
    if (begun) CSS.highlights.set("lit", new Highlight(range));
  };

  const arrive = () => {
    const name = decodeURIComponent(location.hash.slice(1));
    const node = name && document.getElementById(name);
    if (!node) return;
    reveal(node);
    light(name);
    node.scrollIntoView({ block: node.classList.contains("galley") || node.tagName === "SECTION" ? "start" : "center" });
    const finding = node.classList.contains("finding") ? node : null;
    if (finding) { current = seen().indexOf(finding); point(finding); }
  };

  const seen = () => findings.filter((f) => !f.hidden && !f.closest(".galley").hidden);
  const point = (finding) => {
    for (const mark of all("mark.current")) mark.classList.remove("current");
    const note = finding.closest(".remark");
    const article = finding.closest(".galley");
    const n = note.dataset.note.split("-")[1];
    for (const mark of all("mark[data-under]", article)) {
      if (mark.dataset.under.split(" ").includes(n)) mark.classList.add("current");
    }
  };
  const step = (by) => {
    const list = seen();
    if (!list.length) return;
    current = current < 0 ? (by > 0 ? 0 : list.length - 1) : (current + by + list.length) % list.length;
    const finding = list[current];
    unfold(finding);
    finding.focus({ preventScroll: true });
    finding.scrollIntoView({ block: "center" });
    point(finding);
    try { history.replaceState(null, "", "#" + finding.id); } catch (error) { /* a viewer that forbids it */ }
  };
  const turn = (by) => {
    const page = one(by > 0 ? "link[rel=next]" : "link[rel=prev]");
    if (page) { location.href = page.href; return; }
    const shown = articles.filter((a) => !a.hidden);
    if (!shown.length) return;
    const top = 140;
    const at = shown.filter((a) => a.getBoundingClientRect().top <= top).length - 1;
    const to = shown[Math.max(0, Math.min(shown.length - 1, at + by))];
    to.scrollIntoView({ block: "start" });
    current = seen().findIndex((f) => to.contains(f)) - 1;
  };

  const keys = one(".keys");
  const toggle = (n) => {
    const box = all("[name=severity]", form)[n];
    box.checked = !box.checked;
    apply();
  };
  const act = {
    j: () => step(1), k: () => step(-1), "]": () => turn(1), "[": () => turn(-1),
    e: () => { const open = folds.some((f) => !f.open); for (const fold of folds) fold.open = open; },
    f: () => { form.scrollIntoView({ block: "center" }); form.elements.code.focus(); },
    1: () => toggle(0), 2: () => toggle(1), 3: () => toggle(2),
    "?": () => { if (!keys.open) keys.showModal(); },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    if (event.target.closest("input, select, textarea")) { if (event.key === "Escape") event.target.blur(); return; }
    if (act[event.key]) { event.preventDefault(); act[event.key](); }
  });

  for (const kind of all("[data-kind]")) kind.addEventListener("click", () => { form.elements.code.value = kind.dataset.kind; apply(); });

  let before = [];
  window.addEventListener("beforeprint", () => {
    before = folds.map((f) => f.open);
    for (const fold of folds) fold.open = true;
  });
  window.addEventListener("afterprint", () => folds.forEach((fold, n) => { fold.open = before[n]; }));
  window.addEventListener("hashchange", arrive);
  form.addEventListener("change", apply);
  form.addEventListener("reset", () => setTimeout(apply));

  for (const fold of folds) fold.open = false;
  form.hidden = false;
  one(".hints").hidden = !findings.length;
  apply();
  arrive();
})();
