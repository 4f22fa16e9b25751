// In place of ProperDocs' own search, which parts words at blanks: Chinese has none, so what is typed is looked for as it
// is. The pages come as a script (search/pages.js, by docs/site.py), for a browser fetches nothing for a page in a folder.
const MOST = 50;

// The parts of pages that hold every word of the query, those first whose title holds them.
function found(query, parts) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (text) => words.every((word) => text.toLowerCase().includes(word));
  const hits = words.length ? parts.filter((part) => part.text && holds(`${part.title} ${part.text}`)) : [];
  return [...hits.filter((part) => holds(part.title)), ...hits.filter((part) => !holds(part.title))]
    .slice(0, MOST)
    .map((part) => ({ ...part, text: around(part.text, words[0]) }));
}

function around(text, word) {
  const start = Math.max(0, text.toLowerCase().indexOf(word) - 40);
  return text.slice(start, start + 160);
}

function shown({ location, title, text }) {
  const [article, heading, link, told] = ["article", "h3", "a", "p"].map((name) => document.createElement(name));
  link.href = `${base_url}/${location}`;
  link.textContent = title;
  told.textContent = text;
  heading.append(link);
  article.append(heading, told);
  return article;
}

function search(box, results) {
  const hits = found(box.value, PAGES);
  results.replaceChildren(...hits.map(shown));
  if (box.value.trim() && !hits.length) results.textContent = results.dataset.noResultsText;
}

// The box stands below this script.
document.addEventListener("DOMContentLoaded", () => {
  const [box, results] = ["query", "results"].map((name) => document.getElementById(`properdocs-search-${name}`));
  box.value = new URLSearchParams(window.location.search).get("q") ?? "";
  box.addEventListener("input", () => search(box, results));
  search(box, results);
});
