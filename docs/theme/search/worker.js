// In place of mkdocs' own search, which parts words at blanks: Chinese has none, so what is typed is looked for as it is.
let sections = [];

function matches(query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const found = sections.filter((one) => words.every((word) => one.all.includes(word)));
  const rank = (one) => (words.every((word) => one.title.toLowerCase().includes(word)) ? 0 : 1);
  return found.sort((one, other) => rank(one) - rank(other)).slice(0, 50).map((one) => summed(one, words[0]));
}

function summed(section, word) {
  const start = Math.max(0, section.text.toLowerCase().indexOf(word) - 40);
  return { location: section.location, title: section.title, summary: section.text.slice(start, start + 160) };
}

async function load() {
  const index = await (await fetch("search_index.json")).json();
  const own = index.docs.filter((one) => one.text && !(one.location && !one.location.includes("#")));
  sections = own.map((one) => ({ ...one, all: `${one.title} ${one.text}`.toLowerCase() }));
  postMessage({ config: { min_search_length: 1 } });
  postMessage({ allowSearch: true });
}

onmessage = (message) => (message.data.init ? load() : postMessage({ results: matches(message.data.query) }));
