// Search in a publication without a server. The page brings an index as a script of its own, which calls accedeTexts().
// Words are compared as publishing/search/words.py compares them.
"use strict";
(() => {
  const HAN = "\\u3400-\\u4dbf\\u4e00-\\u9fff\\uf900-\\ufaff";
  const WORD = new RegExp(`[${HAN}]|(?:(?![${HAN}])[\\p{L}\\p{N}])(?:(?![${HAN}])[\\p{L}\\p{N}\\u0610-\\u061a\\u0640\\u064b-\\u065f\\u0670\\u0300-\\u036f])*`, "gu");
  const ARABIC = { "أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ـ": "" };
  const ARTICLES = ["وال", "بال", "كال", "فال", "لل", "ال"];
  const MOST = 50, AROUND = 110;

  const key = (word) => {
    const bare = word.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").replace(/[أإآٱىةـ]/g, (c) => ARABIC[c]);
    if (!/^[\u0600-\u06ff]/.test(bare)) return bare;
    const article = ARTICLES.find((each) => bare.startsWith(each)) || "";
    return bare.length - article.length >= 3 ? bare.slice(article.length) : bare;
  };
  const words = (text) => [...text.matchAll(WORD)].map((m) => ({ start: m.index, end: m.index + m[0].length, key: key(m[0]) }));
  const keys = (text) => words(text).map((word) => word.key);

  // Where a phrase begins in a list of words; its last word may go on where it is long enough.
  const places = (held, phrase, begun) => {
    const last = phrase[phrase.length - 1];
    // eslint-disable-next-line no-control-regex
    const mayGoOn = begun && last.length >= (/^[\x00-\x7f]+$/.test(last) ? 5 : 3);
    const found = [];
    for (let at = 0; at + phrase.length <= held.length; at++) {
      const fits = phrase.every((word, n) => held[at + n] === word || (mayGoOn && n === phrase.length - 1 && held[at + n].startsWith(word)));
      if (fits) found.push(at);
    }
    return found;
  };

  const groupsOf = (question, synonyms) => {
    const asked = [];
    question.replace(/[“”„]/g, '"').split('"').forEach((part, number) => {
      const given = keys(part);
      if (!given.length) return;
      if (number % 2) { asked.push({ phrases: [given], begun: false }); return; }
      for (let at = 0; at < given.length;) {
        let phrases = [given.slice(at, at + 1)], length = 1;
        for (const group of synonyms) {
          for (const phrase of group) {
            if (phrase.length > length - (phrases.length > 1 ? 0 : 1) && phrase.every((word, n) => given[at + n] === word)) {
              phrases = group; length = phrase.length;
            }
          }
        }
        asked.push({ phrases, begun: true });
        at += length;
      }
    });
    return asked;
  };

  const search = (texts, synonyms, question) => {
    const asked = groupsOf(question, synonyms);
    if (!asked.length) return [];
    const hits = [];
    texts.forEach((text, order) => {
      text.keys ||= [keys(text.title), keys(text.body), keys(text.beside)];
      let score = 0;
      const marks = new Set();
      for (const group of asked) {
        let found = 0;
        for (const phrase of group.phrases) {
          text.keys.forEach((held, part) => {
            for (const at of places(held, phrase, group.begun)) {
              found += [6, 2, 1][part];
              if (part === 1) phrase.forEach((_, n) => marks.add(at + n));
            }
          });
        }
        if (!found) return;
        score += found / (1 + Math.log1p(text.keys[1].length));
      }
      hits.push({ text, score, order, marks });
    });
    return hits.sort((a, b) => b.score - a.score || a.order - b.order);
  };

  const snippet = (hit) => {
    const held = words(hit.text.body), found = [...hit.marks].sort((a, b) => a - b).map((n) => held[n]);
    const centre = found.length ? found[0].start : 0;
    let start = Math.max(0, ...held.filter((word) => word.start <= Math.max(centre - AROUND, 0)).map((word) => word.start));
    if (start < AROUND / 4) start = 0;
    const end = Math.min(hit.text.body.length, ...held.filter((word) => word.end >= centre + 2 * AROUND).map((word) => word.end));
    const line = document.createElement("p");
    line.dir = "auto";
    if (hit.text.language) line.lang = hit.text.language;
    let here = start;
    if (start) line.append("… ");
    for (const word of found.filter((one) => start <= one.start && one.end <= end)) {
      line.append(hit.text.body.slice(here, word.start));
      line.append(Object.assign(document.createElement("mark"), { textContent: hit.text.body.slice(word.start, word.end) }));
      here = word.end;
    }
    line.append(hit.text.body.slice(here, end) + (end < hit.text.body.length ? " …" : ""));
    return line;
  };

  window.accedeTexts = ({ texts, synonyms, said }) => {
    const form = document.querySelector("form.search"), told = document.getElementById("found");
    const list = document.createElement("ol");
    list.className = "results";
    form.after(list);
    const show = (question) => {
      const hits = question.trim() ? search(texts, synonyms, question) : [];
      told.textContent = !question.trim() ? said.empty : (hits.length ? said.some : said.none).replace("{number}", hits.length).replace("{question}", question);
      list.replaceChildren(...hits.slice(0, MOST).map((hit) => {
        const item = document.createElement("li"), head = document.createElement("h2");
        item.append(Object.assign(document.createElement("p"), { className: "kind", textContent: hit.text.kind }));
        head.append(Object.assign(document.createElement("a"), { href: hit.text.address, textContent: hit.text.title }));
        item.append(head);
        if (hit.text.body) item.append(snippet(hit));
        return item;
      }));
    };
    const field = document.getElementById("q");
    field.value = new URLSearchParams(location.search).get("q") || "";
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(null, "", `?${new URLSearchParams({ q: field.value })}`);
      show(field.value);
    });
    field.addEventListener("input", () => show(field.value));
    show(field.value);
  };
})();
